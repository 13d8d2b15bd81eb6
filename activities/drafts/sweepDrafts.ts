import { dueDraftReminder, ENGLAND_AND_WALES, findProfile, londonDateOf, withClosureDays } from '../../domain';
import type { Calendar, DraftReminder, Instant } from '../../domain';
import { isPlainAddress, renderDraft } from '../../notifications';
import type { OutgoingMail } from '../../notifications';
import type { Person, WaitingDraft } from '../../persistence';
import type { SweepActivities, SweepPass } from '../contract';
import type { ActivityDeps } from '../deps';
import { messageIdOf } from '../ledgerRows';

const PAGE = 200;
const HOUR_MS = 3_600_000;

interface Due {
  readonly draft: WaitingDraft;
  readonly reminder: DraftReminder;
}
type Result = 'sent' | 'later' | 'unreachable';

/** One pass of the draft sweep; see the contract. */
export const createSweepDrafts =
  (deps: ActivityDeps): SweepActivities['sweepDrafts'] =>
  async ({ now }) => {
    const results: Result[] = [];
    let drafts = 0;
    for await (const page of pagesOf(deps, now)) {
      drafts += page.length;
      for (const due of page.flatMap((draft) => dueOf(draft, now))) results.push(await remind(deps, due));
    }
    return { drafts, ...countsOf(results) };
  };

const countsOf = (results: readonly Result[]): Omit<SweepPass, 'drafts'> => {
  const count = (result: Result) => results.filter((one) => one === result).length;
  return { sent: count('sent'), later: count('later'), unreachable: count('unreachable') };
};

async function* pagesOf({ repositories }: ActivityDeps, now: Instant): AsyncGenerator<readonly WaitingDraft[]> {
  let last: WaitingDraft | undefined;
  do {
    const page = await repositories.drafts.waiting(now - HOUR_MS, PAGE, last);
    yield page;
    last = page.length === PAGE ? page.at(-1) : undefined;
  } while (last);
}

/** What is to be said of a draft now; nothing most of the time. */
export function dueOf(draft: WaitingDraft, now: Instant): readonly Due[] {
  const reminder = dueDraftReminder(draft, now, calendarOf(draft));
  return reminder ? [{ draft, reminder }] : [];
}

const calendarOf = ({ profile }: WaitingDraft): Calendar => {
  const known = findProfile(profile);
  return known ? withClosureDays(known.localClosureDays) : ENGLAND_AND_WALES;
};

async function remind(deps: ActivityDeps, due: Due): Promise<Result> {
  const { directory, drafts } = deps.repositories;
  const author = await directory.person(due.draft.author);
  const reader = await readerOf(deps, author, due.reminder);
  const kind = reader ? (await deps.channel.send(mailOf(deps, due, author, reader))).kind : 'refused';
  if (kind === 'later') return 'later';
  if (kind === 'refused') await raiseUnreachable(deps, due);
  await drafts.markTold(due.draft.id, due.draft.version, due.reminder.label);
  return kind === 'sent' ? 'sent' : 'unreachable';
}

const keyOf = ({ draft, reminder }: Due): string => `draft:${draft.id}:${draft.version}:${reminder.label}`;

function mailOf({ mailFrom, publicUrl }: ActivityDeps, due: Due, author: Person | null, reader: Reader): OutgoingMail {
  const { draft, reminder } = due;
  const mail = renderDraft({
    label: reminder.label,
    draft: draft.id,
    savedOn: londonDateOf(draft.lastSavedAt),
    author: author?.name ?? draft.author,
    toManager: reader.id !== draft.author,
    publicUrl,
  });
  const headers = { 'X-Marm-Notice': 'T-DRAFT', 'X-Marm-Threshold': reminder.label };
  return { ...mail, to: reader.address, messageId: messageIdOf(keyOf(due), mailFrom), replyTo: null, date: null, headers };
}

const raiseUnreachable = ({ repositories, wallClock }: ActivityDeps, due: Due): Promise<void> =>
  repositories.tasks.raise({
    id: `orphan:${keyOf(due)}`,
    kind: 'ORPHANED_NOTICE',
    ref: due.draft.id,
    detail: 'T-DRAFT',
    now: wallClock(),
  });

interface Reader {
  readonly id: string;
  readonly address: string;
}

// An author who has left or has no address is stood in for by the manager.
async function readerOf({ repositories }: ActivityDeps, author: Person | null, { to }: DraftReminder): Promise<Reader | undefined> {
  const manager = author?.manager == null ? null : await repositories.directory.person(author.manager);
  return to === 'AUTHOR' ? (toReader(author) ?? toReader(manager)) : toReader(manager);
}

const toReader = (person: Person | null): Reader | undefined =>
  person?.active === true && person.email !== null && isPlainAddress(person.email) ? { id: person.id, address: person.email } : undefined;
