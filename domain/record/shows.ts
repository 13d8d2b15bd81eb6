import type { CommandName } from '../case/commands/table';
import type { Disclosure, DisclosureKind } from './disclosure';
import type { RecordedStep } from './step';

/** An entry that was mended: corrected in one field, or retracted, and in which later entry. */
export interface MendedEntry {
  readonly seq: number;
  readonly command: string | null;
  readonly entry: number;
}

const REFERRAL: readonly CommandName[] = ['submitReferral', 'submitCall', 'adoptCase', 'amendReferral'];
const PLAN: readonly CommandName[] = [
  'completeMeeting',
  'addAction',
  'counterPropose',
  'reassignAction',
  'extendDueDate',
  'publishPlan',
  'confirmPlanUnchanged',
  'adoptCase',
  'takeOverCase',
];
const MEETING: readonly CommandName[] = ['completeMeeting', 'submitContribution', 'publishSummary', 'publishMinutes', 'addAction'];

// What a disclosure of a kind can have shown: everything up to its entry, only its own entry, or what certain commands recorded.
const SHOWS: Readonly<Record<DisclosureKind, 'ALL' | 'OWN' | readonly CommandName[]>> = {
  CASE: 'ALL',
  TIMELINE: 'ALL',
  DECISIONS: 'ALL',
  CLOCK: 'ALL',
  EXPORT: 'ALL',
  INCIDENT: 'ALL',
  INVITATION: REFERRAL,
  HANDOVER: REFERRAL,
  PLAN,
  MINUTES: MEETING,
  SUMMARY: MEETING,
  ESCALATION: ['notifyLocalAuthority', 'recordLaDecision', 'answerLaQuestion'],
  LA_NOTIFICATION: 'OWN',
  LA_ANSWER: 'OWN',
};

/** The entries mended since that a disclosure can have shown as they were: made by then, and not yet mended. */
export const shownBeforeMending = (row: Pick<Disclosure, 'kind' | 'seq'>, mended: readonly MendedEntry[]): readonly number[] => [
  ...new Set(mended.filter((one) => one.seq <= row.seq && row.seq < one.entry && shows(row, one)).map((one) => one.seq)),
];

function shows({ kind, seq }: Pick<Disclosure, 'kind' | 'seq'>, one: MendedEntry): boolean {
  const what = SHOWS[kind];
  if (what === 'ALL') return true;
  return what === 'OWN' ? one.seq === seq : what.some((command) => command === one.command);
}

/** Every entry that was retracted or corrected, with the entry that did so. */
export function mendedIn(steps: readonly RecordedStep[]): {
  readonly retracted: readonly MendedEntry[];
  readonly corrected: readonly MendedEntry[];
} {
  const of = (type: 'EntryRetracted' | 'EntryCorrected') =>
    steps.flatMap((step) =>
      step.events.flatMap((event) => (event.type === type ? [{ seq: event.seq, command: event.fact, entry: step.seq }] : [])),
    );
  return { retracted: of('EntryRetracted'), corrected: of('EntryCorrected') };
}

/** The cases that were merged into this one, by reference: what was disclosed there is part of the account. */
export const takenOverIn = (steps: readonly RecordedStep[]): readonly string[] =>
  steps.flatMap(({ events }) => events.flatMap((event) => (event.type === 'CaseTakenOver' ? [event.data.from] : [])));
