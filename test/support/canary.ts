import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file under a folder. */
const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile());

/** A text as bytes that a store might hold: plain, in UTF-16, and in base64 at each of the three alignments. */
function guises(text: string): readonly Buffer[] {
  const inBase64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.from(`${' '.repeat(shift)}${text}`).toString('base64');
    // What depends on the bytes around the text is cut off at both ends.
    return Buffer.from(encoded.slice(shift === 0 ? 0 : 4, -4));
  });
  return [Buffer.from(text), Buffer.from(text, 'utf16le'), ...inBase64];
}

/** The files under a folder that hold a text in clear, by their names within it. */
export function filesWith(folder: string, text: string): readonly string[] {
  const looks = guises(text);
  return filesUnder(folder)
    .filter((file) => {
      const bytes = readFileSync(file);
      return looks.some((look) => bytes.includes(look));
    })
    .map((file) => file.slice(folder.length + 1));
}
