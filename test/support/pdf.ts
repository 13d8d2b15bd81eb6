import { inflateSync } from 'node:zlib';
import type { Readable } from 'node:stream';

/** A PDF as a program reads it: its objects in clear, and its text in order. */
export interface ReadPdf {
  /** Every object, streams left out. */
  readonly objects: string;
  readonly text: string;
  /** Each run of text with the size that it is written in. */
  readonly runs: readonly Run[];
  /** Structure types in order of their objects, such as H1, P, TH. */
  readonly tags: readonly string[];
}

interface Run {
  readonly size: number;
  readonly text: string;
}

/** Everything that a stream gives. */
export async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** Reads a PDF that this engine wrote: embedded fonts with a table of their letters, streams deflated. */
export function readPdf(file: Buffer): ReadPdf {
  const raw = file.toString('latin1');
  const bodies = new Map<string, string>();
  for (const [, id = '', body = ''] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) bodies.set(id, body);
  const dictOf = (id: string): string => (bodies.get(id) ?? '').split('\nstream\n')[0] ?? '';
  const streamOf = (id: string): string => inflated(bodies.get(id) ?? '');
  const objects = [...bodies.keys()].map((id) => dictOf(id)).join('\n');
  const pages = [...bodies.keys()].filter((id) => /\/Type \/Page\b(?!s)/.test(dictOf(id)));
  const runs = pages.flatMap((id) => runsOf(dictOf(id), { dictOf, streamOf }));
  const text = runs.map((run) => run.text).join('\n');
  return { objects, text, runs, tags: [...objects.matchAll(/\/S \/(\w+)\b/g)].map(([, tag = '']) => tag) };
}

function inflated(body: string): string {
  const [dict = '', data] = body.split('\nstream\n');
  if (data === undefined) return '';
  const bytes = Buffer.from(data.replace(/\nendstream$/, ''), 'latin1');
  return dict.includes('FlateDecode') ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
}

interface Objects {
  readonly dictOf: (id: string) => string;
  readonly streamOf: (id: string) => string;
}

// Follows a page to its fonts and content: each run of glyphs is read with the letters of the font that is set.
function runsOf(page: string, { dictOf, streamOf }: Objects): readonly Run[] {
  const one = (dict: string, name: string): string => new RegExp(`/${name} (\\d+) 0 R`).exec(dict)?.[1] ?? '';
  const resources = dictOf(one(page, 'Resources'));
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
      name,
      lettersOf(streamOf(one(dictOf(id), 'ToUnicode'))),
    ]),
  );
  let letters = new Map<string, string>();
  let size = 0;
  const runs: Run[] = [];
  for (const [, font, points, run] of streamOf(one(page, 'Contents')).matchAll(
    /\/(F\d+) ([\d.]+) Tf|\[((?:<[0-9a-f]*>|[\s\d.-])*)\] TJ/g,
  )) {
    if (font !== undefined) [letters, size] = [fonts.get(font) ?? letters, Number(points)];
    else runs.push({ size, text: [...(run ?? '').matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => readRun(hex, letters)).join('') });
  }
  return runs;
}

const readRun = (hex: string, letters: ReadonlyMap<string, string>): string =>
  (hex.match(/.{4}/g) ?? []).map((glyph) => letters.get(glyph) ?? '?').join('');

// Glyph n of the embedded font is the n-th entry of each range.
function lettersOf(cmap: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    for (const [n, [, code = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries())
      letters.set(
        (parseInt(from, 16) + n).toString(16).padStart(4, '0'),
        Buffer.from(code.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      );
  }
  return letters;
}
