import { Readable } from 'node:stream';
import type { TakenOut } from './gather';

/** The export as JSON, in pieces: the head, then entry by entry, then what could not be opened. */
export const jsonOf = (taken: TakenOut): Readable => Readable.from(pieces(taken));

async function* pieces({ head, chronology, count }: TakenOut): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"chronology":[`;
  let separator = '';
  for await (const entry of chronology()) {
    yield `${separator}${JSON.stringify(entry)}`;
    separator = ',';
  }
  yield `],"unreadable":${count.unreadable},"leftOut":${count.leftOut}}\n`;
}
