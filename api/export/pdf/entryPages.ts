import type { ExportEntry } from '../schema';
import type { Pages } from './pages';
import { inWords, said } from './words';
import type { Names } from './words';

// Said elsewhere, or of no use to a reader.
const NOT_SHOWN: readonly string[] = ['NoticeDue', 'NoticeHeld', 'HeldNoticeSettled'];
const FRAME: readonly string[] = ['type', 'at', 'data', 'holders', 'calendarVersion', 'localClosureDays', 'profileId', 'profileVersion'];

/** One entry of the chronology: who recorded what, when, in their words, with what was corrected and what was retracted. */
export function writeEntry(pages: Pages, entry: ExportEntry, names: Names): void {
  const { seq, at, actor, command, events, corrections = [], retracted } = entry;
  pages.heading(
    3,
    `${seq}. ${said(at, names)}: ${command === null ? 'deadlines' : inWords(command).toLowerCase()}, ${whose(actor, names)}`,
  );
  if (retracted)
    pages.paragraph(`${retracted.words}. By ${said(retracted.by, names)}, ${said(retracted.at, names)}, entry ${retracted.entry}.`);
  const lines = events.filter(({ type }) => !NOT_SHOWN.includes(type)).flatMap((event) => linesOf(event, names));
  const mended = corrections.map(
    (one) =>
      `Corrected since: ${inWords(one.field).toLowerCase()} was “${said(one['struck'], names)}”, is “${said(one['now'], names)}”; ${said(one['why'], names)} (${said(one.by, names)}, entry ${one.entry}).`,
  );
  if (lines.length + mended.length > 0) pages.list([...lines, ...mended]);
}

const whose = (actor: string, names: Names): string => (actor === 'system' ? 'by the engine' : `by ${said(actor, names)}`);

/** A fact with what a person filled in, a line for each field; the engine's own facts in one line. */
function linesOf({ type, ...event }: ExportEntry['events'][number], names: Names): readonly string[] {
  const data = event['data'];
  if (typeof data === 'object' && data !== null) return [inWords(type), ...fields(data, names)];
  const rest = Object.fromEntries(Object.entries(event).filter(([name]) => !FRAME.includes(name)));
  const detail = said(rest, names);
  return [detail === '' ? inWords(type) : `${inWords(type)}: ${detail}`];
}

const fields = (data: object, names: Names): readonly string[] =>
  Object.entries(data).map(([name, value]) => `${inWords(name)}: ${said(value, names)}`);
