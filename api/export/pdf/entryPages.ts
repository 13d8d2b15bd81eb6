import type { ExportEntry } from '../schema';
import type { Pages } from './pages';
import { engineFact } from './engineFacts';
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

type Fact = ExportEntry['events'][number];

/** A fact with what a person filled in, a line for each field; the engine's own facts in one line of their own. */
function linesOf(event: Fact, names: Names): readonly string[] {
  const { type, data, ...rest } = event as Fact & { readonly data?: unknown };
  const engine = engineFact(event, names);
  if (engine !== null) return [engine];
  if (typeof data === 'object' && data !== null) return [inWords(type), ...fields(data, names)];
  const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => !FRAME.includes(name)));
  return [Object.keys(kept).length === 0 ? inWords(type) : `${inWords(type)}: ${said(kept, names)}`];
}

const fields = (data: object, names: Names): readonly string[] =>
  Object.entries(data).map(([name, value]) => `${inWords(name)}: ${said(value, names)}`);
