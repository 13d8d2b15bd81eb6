import { addWorkingDays, formatLong, withClosureDays } from '../domain';
import type { LondonDate, Notice } from '../domain';
import { toHtml } from './html';
import type { Block } from './html';
import type { RenderedMail } from './render';
import { textOf } from './texts';
import { DEFAULT_WORDS, WORDS } from './words';

/** One message in a morning list, with what its words depend on. */
export interface MorningLine {
  readonly notice: Notice;
  readonly ref: string;
  readonly locality: string;
  readonly closureDays: readonly LondonDate[];
  /** Mailbox for questions about this case; null if its coordinator has none. */
  readonly questions: string | null;
}

export interface MorningRequest {
  readonly lines: readonly MorningLine[];
  /** The London day on which it goes. */
  readonly on: LondonDate;
  readonly publicUrl: string;
}

const GROUPS = ['Act today', 'This week', 'For information'] as const;
type Group = (typeof GROUPS)[number];
const WEEK_WORKING_DAYS = 5;

/** Where a message stands in the list: due by today, due within five working days, or neither (local default). */
export function groupOf({ notice: { dueOn }, closureDays }: Pick<MorningLine, 'notice' | 'closureDays'>, on: LondonDate): Group {
  if (dueOn === undefined) return 'For information';
  if (dueOn <= on) return 'Act today';
  return dueOn <= addWorkingDays(on, WEEK_WORKING_DAYS, withClosureDays(closureDays)) ? 'This week' : 'For information';
}

/**
 * All planned messages of one person in one morning: fixed words, references and due dates, nothing about anybody.
 * The subject is neutral whatever is in it, and names the reference only when there is one case.
 */
export function renderMorning({ lines, on, publicUrl }: MorningRequest): RenderedMail {
  const refs = [...new Set(lines.map(({ ref }) => ref))];
  const grouped = GROUPS.map((group) => ({ group, lines: inOrder(lines.filter((line) => groupOf(line, on) === group)) }));
  const blocks: readonly Block[] = [
    {
      paragraphs: [
        `Your list for ${formatLong(on)}: ${counted(lines.length, 'message')} about ${counted(refs.length, 'case')}.`,
        ...SAFETY,
      ],
    },
    ...grouped.flatMap(({ group, lines: some }) =>
      some.length === 0 ? [] : [{ heading: group, items: some.map((one) => itemOf(one, publicUrl)) }],
    ),
    { paragraphs: [...questionsOf(lines), ...SAFETY] },
  ];
  const subject = refs.length === 1 ? `MARM morning list - ref ${refs[0] ?? ''}` : `MARM morning list - ${refs.length} cases`;
  return { subject, text: `${blocks.map(toText).join('\n\n')}\n`, html: toHtml(blocks) };
}

const SAFETY = ['Do not reply with information about a person.', 'If someone is in immediate danger call 999.'] as const;
const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

const inOrder = (lines: readonly MorningLine[]): readonly MorningLine[] =>
  [...lines].sort((a, b) => compare(a.notice.dueOn ?? '', b.notice.dueOn ?? '') || compare(a.ref, b.ref) || a.notice.n - b.notice.n);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function itemOf({ notice, ref, locality }: MorningLine, publicUrl: string): readonly string[] {
  const words = WORDS[locality] ?? DEFAULT_WORDS;
  const text = textOf(notice.notice, notice.variant);
  const due = notice.dueOn === undefined ? 'the date agreed' : formatLong(notice.dueOn);
  const what = text.subject.replace(/^MARM /, '');
  const title = `${what.charAt(0).toUpperCase()}${what.slice(1)} - ref ${ref}${notice.dueOn === undefined || text.undated === true ? '' : ` - due ${due}`}`;
  return [title, text.why(words, due), text.now(words), text.ends(words), `${publicUrl}/cases/${ref}`];
}

// One mailbox for all, or each coordinator's with the references that it is for.
function questionsOf(lines: readonly MorningLine[]): readonly string[] {
  const boxes = [...new Set(lines.flatMap(({ questions }) => questions ?? []))];
  if (boxes.length < 2) return boxes.map((box) => `Questions: ${box}`);
  return boxes.map((box) => {
    const refs = [...new Set(lines.filter(({ questions }) => questions === box).map(({ ref }) => ref))].sort();
    return `Questions about ${refs.join(', ')}: ${box}`;
  });
}

const toText = (block: Block): string =>
  'items' in block
    ? [block.heading.toUpperCase(), ...block.items.map((item) => item.join('\n'))].join('\n\n')
    : block.paragraphs.join('\n\n');
