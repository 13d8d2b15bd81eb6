const NOTE = '<!-- Made by `npm run docs` from the code. Do not edit: change the code and run it again. -->';

/** A whole generated page. */
export const pageOf = (title: string, ...parts: readonly string[]): string => `${[`# ${title}`, NOTE, ...parts].join('\n\n')}\n`;

/** A name from the code, in Markdown. */
export const code = (text: string): string => `\`${text}\``;
/** Several names from the code, in Markdown. */
export const codes = (texts: readonly string[]): string => texts.map(code).join(', ');
/** A block of text in some language, in Markdown. */
export const fence = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

/** A table in the form in which the formatter leaves it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')));
  const widths = head.map((_name, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string => `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(cells[0] ?? []), rule, ...cells.slice(1).map(line)].join('\n');
}

/** A value of a profile or an example as people read it. */
export function valueWords(value: unknown): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueWords).join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, part]) => `${name}: ${valueWords(part)}`)
      .join('; ');
  if (typeof value === 'string') return /^[A-Z][A-Z0-9_]+$/.test(value) ? code(value) : value;
  return JSON.stringify(value);
}
