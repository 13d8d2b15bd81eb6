/** A part of a mail: paragraphs, or a heading with items of some lines each. */
export type Block =
  { readonly paragraphs: readonly string[] } | { readonly heading: string; readonly items: readonly (readonly string[])[] };

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

/** The HTML of a mail; every text is escaped. */
export const toHtml = (blocks: readonly Block[]): string =>
  `<!doctype html><html lang="en"><body>${blocks.map(toSection).join('')}</body></html>`;

const toSection = (block: Block): string =>
  'items' in block
    ? `<h2>${escapeHtml(block.heading)}</h2><ul>${block.items.map((item) => `<li>${item.map(paragraph).join('')}</li>`).join('')}</ul>`
    : block.paragraphs.map(paragraph).join('');
