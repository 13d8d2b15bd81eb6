import type { LondonDate } from '../../calendar';
import { isCommandName } from '../commands/table';
import type { CommandName } from '../commands/table';
import type { CaseEvent, EventType } from '../events';
import { MOST_ENTRIES } from '../regions/entries';
import type { Entries, Entry } from '../regions/entries';
import type { CaseState } from '../state';

type Mark = Pick<Entry, 'key' | 'on'>;
type Marks = { readonly [T in EventType]?: (event: CaseEvent<T>) => Mark };

const onAction = ({ action, on }: { action: string; on: LondonDate }): Mark => ({ key: `action:${action}`, on });
const onMeetings = ({ meetings, on }: { meetings: readonly number[]; on: LondonDate }): Mark => ({
  key: `meetings:${meetings.join(',')}`,
  on,
});
const onDay = ({ on }: { on: LondonDate }): Mark => ({ key: '-', on });

// What an entry is about and the day on which it happened. A fact without a row is indexed too, with neither.
const MARKS: Marks = {
  ReferralReceived: ({ receivedOn }) => ({ key: '-', on: receivedOn }),
  TriageDecided: onDay,
  CallAccepted: onDay,
  HandoverRecorded: onDay,
  ReferrerContactRecorded: onDay,
  ContributionSubmitted: ({ meeting, service, on }) => ({ key: `meeting:${meeting}/${service}`, on }),
  MeetingCompleted: ({ meeting, heldOn }) => ({ key: `meeting:${meeting}`, on: heldOn }),
  SummaryPublished: onMeetings,
  MinutesPublished: onMeetings,
  OutcomeShared: onMeetings,
  OversightRecorded: onDay,
  ActionAdded: ({ action }) => ({ key: `action:${action.id}`, on: action.agreedOn }),
  ActionAnswered: onAction,
  ProgressUpdated: onAction,
  ActionCompleted: onAction,
  ActionEnded: onAction,
  DueDateExtended: onAction,
  ActionReassigned: onAction,
  PlanPublished: ({ version, on }) => ({ key: `plan:${version}`, on }),
  ReceiptConfirmed: ({ version, service, on }) => ({ key: `plan:${version}/${service}`, on }),
  GapClosed: ({ gap }) => ({ key: `gap:${gap}` }),
  ClosureProposed: onDay,
  ClosureAnswered: ({ service, on }) => ({ key: `closure/${service}`, on }),
};

// Corrections are not corrected themselves: the entry is corrected again.
const NOT_INDEXED: readonly CommandName[] = ['correctEntry', 'retractEntry', 'recordDeliveryFailure'];

/** Notes a step in the index of entries if a person's command stands behind it; the oldest leave when there are too many. */
export function indexed(state: CaseState, commit: { seq: number; command?: string | null; events: readonly CaseEvent[] }): CaseState {
  const { command, seq, events } = commit;
  if (command === undefined || command === null || !isCommandName(command) || NOT_INDEXED.includes(command)) return state;
  const entry: Entry = { seq, fact: command, ...markOf(events), ...reviewIn(events) };
  return { ...state, entries: kept([...state.entries, entry]) };
}

// What was retracted stays known, however long ago: its content must stay hidden and its incident be followed.
const kept = (entries: Entries): Entries => {
  const oldest = entries.find((one) => one.retracted !== true);
  return entries.length > MOST_ENTRIES && oldest ? entries.filter((one) => one !== oldest) : entries;
};

/** Changes what the index says of one entry. */
export const withEntry = (state: CaseState, seq: number, part: Partial<Entry>): CaseState => ({
  ...state,
  entries: state.entries.map((one) => (one.seq === seq ? { ...one, ...part } : one)),
});

/** What the facts of an entry are about, and the day on which they happened. */
export function markOf(events: readonly CaseEvent[]): Mark {
  for (const event of events) {
    const mark = MARKS[event.type] as ((event: CaseEvent) => Mark) | undefined;
    if (mark) return mark(event);
  }
  return { key: '-' };
}

const reviewIn = (events: readonly CaseEvent[]): Pick<Entry, 'reviewOn'> => {
  const agreed = events.find((event) => event.type === 'ReviewDateAgreed');
  return agreed ? { reviewOn: agreed.on } : {};
};
