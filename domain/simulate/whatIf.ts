import { toIso } from '../calendar';
import type { Instant, LondonDate } from '../calendar';
import type { Pace } from '../case/codes';
import type { Draft } from '../case/command';
import type { CaseEvent } from '../case/events';
import { fold } from '../case/evolve';
import type { Refusal } from '../case/refusals';
import type { CaseState, Obligation } from '../case/state';
import { takeStep } from '../case/step';
import { reconcile } from '../clocks/reconcile';
import { settle } from '../clocks/settle';
import type { ProtocolProfile } from '../profiles';
import { compareMessages } from './compareMessages';
import type { MessageChanges } from './compareMessages';
import { entriesOf } from './entries';

/** What is tried on a case: other rules, more days that are no working days, or another pace. */
export type Change =
  | { readonly kind: 'PROFILE'; readonly profile: ProtocolProfile }
  | { readonly kind: 'HOLIDAYS'; readonly closedOn: readonly LondonDate[] }
  | { readonly kind: 'PACE'; readonly pace: Pace };

/** A running deadline whose date would be another one; null where there would be, or is, none. */
export interface ChangedDeadline {
  readonly clock: string;
  readonly key: string;
  readonly from: LondonDate | null;
  readonly to: LondonDate | null;
}

/** What a change would do to the dates of a case and to the messages that would go if nobody acts. */
export interface Difference {
  readonly deadlines: readonly ChangedDeadline[];
  readonly messages: MessageChanges;
}

/** When a change is tried (UTC milliseconds), and how far ahead messages are compared. */
export interface Span {
  readonly now: Instant;
  readonly until: Instant;
}

// Looked at beyond the end, so that a message which moves past it counts as moved and not as gone.
const BEYOND = 60 * 86_400_000;

interface World {
  readonly profile: ProtocolProfile;
  readonly state: CaseState;
  /** What the change itself says at once, such as a catch-up. */
  readonly at: readonly CaseEvent[];
}

/**
 * What would be otherwise on a case if something changed now. What has been sent stays sent; nothing is changed.
 * Refused where the case itself would refuse the change, such as another pace once a meeting was held.
 */
export function whatIf(
  state: CaseState,
  profile: ProtocolProfile,
  change: Change,
  { now, until }: Span,
): Difference | { readonly refusal: Refusal } {
  const before: World = { profile, state: fold(state, settle(state, profile, now)), at: [] };
  const after = changed(before, change, now);
  if ('refusal' in after) return after;
  return {
    deadlines: changedDeadlines(before.state.obligations, after.state.obligations),
    messages: upTo(toIso(until), compareMessages(messagesOf(before, until + BEYOND), messagesOf(after, until + BEYOND))),
  };
}

function changed({ state, profile }: World, change: Change, now: Instant): World | { readonly refusal: Refusal } {
  switch (change.kind) {
    case 'PROFILE':
      return planned(state, change.profile, now);
    case 'HOLIDAYS':
      return planned(withDaysOff(state, change.closedOn), profile, now);
    case 'PACE':
      return atAnotherPace(state, profile, change.pace, now);
  }
}

function planned(state: CaseState, profile: ProtocolProfile, now: Instant): World {
  const at = reconcile(state, profile, now);
  return { profile, state: fold(state, at), at };
}

const withDaysOff = (state: CaseState, closedOn: readonly LondonDate[]): CaseState => ({
  ...state,
  calendar: { ...state.calendar, localClosureDays: [...new Set([...state.calendar.localClosureDays, ...closedOn])].sort() },
});

function atAnotherPace(state: CaseState, profile: ProtocolProfile, pace: Pace, now: Instant): World | { readonly refusal: Refusal } {
  const draft: Draft<'setPace'> = { type: 'setPace', id: 'what-if', actor: 'what-if', data: { pace, reason: 'what if' } };
  const taken = takeStep(state, profile, now, draft);
  return 'refusal' in taken ? { refusal: taken.refusal } : { profile, state: taken.state, at: taken.decided };
}

const upTo = (until: string, { gone, new: added, moved }: MessageChanges): MessageChanges => ({
  gone: gone.filter((one) => one.at <= until),
  new: added.filter((one) => one.at <= until),
  moved: moved.filter(({ from, to }) => from.at <= until || to.at <= until),
});

const messagesOf = ({ profile, state, at }: World, until: Instant) =>
  entriesOf([...at, ...settle(state, profile, until)]).filter((one) => one.kind === 'notice');

function changedDeadlines(before: readonly Obligation[], after: readonly Obligation[]): readonly ChangedDeadline[] {
  const find = (all: readonly Obligation[], { clock, key }: Obligation) => all.find((one) => one.clock === clock && one.key === key);
  const kept = before.map((one) => ({ clock: one.clock, key: one.key, from: one.dueOn, to: find(after, one)?.dueOn ?? null }));
  const added = after.filter((one) => !find(before, one)).map((one) => ({ clock: one.clock, key: one.key, from: null, to: one.dueOn }));
  return [...kept, ...added].filter(({ from, to }) => from !== to);
}
