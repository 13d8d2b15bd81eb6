/**
 * The font of documents: open, with the letters of European names, and embedded, so that it reads the same everywhere. Named by its file each time:
 * under two names the library would open the file again with each use.
 */
export const BODY_FONT = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
export const BOLD_FONT = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

type Doc = PDFKit.PDFDocument;
const INK = '#0b0c0c';

/** What a document is written in just now, so that a page that begins in the middle of a text goes on in it. */
const styles = new WeakMap<object, readonly [font: string, size: number]>();

/** Sets font and size for what is written next. */
export function inFont(doc: Doc, font: string, size: number): Doc {
  styles.set(doc, [font, size]);
  return doc.font(font).fontSize(size).fillColor(INK);
}

/** Goes back to what was set last. */
export function inFontAgain(doc: Doc): void {
  const [font, size] = styles.get(doc) ?? [BODY_FONT, 10];
  inFont(doc, font, size);
}
