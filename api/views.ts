import { clockViews, findProfile, STAGE_WORDS, takeOverList, toIso } from '../domain';
import type { ClockView, ProtocolProfile } from '../domain';
import type { CaseView, LedgerRow } from '../persistence';

/** The profile that a case is pinned to. */
export function profileOf(view: CaseView): ProtocolProfile {
  const profile = findProfile(view.state.profile.id, view.state.profile.version);
  if (!profile) throw new Error('the profile of a case is not in this build');
  return profile;
}

const isoOrNull = (at: number | null): string | null => (at === null ? null : toIso(at));

/** The instant on the case's own clock: ours, or the training clock's. */
export const caseNow = (view: CaseView, wallClock: number): number =>
  Math.max(view.state.lastAt, view.training ? view.state.lastAt : wallClock);

/** One line of the worklist. */
export const toListItem = (view: CaseView, now: number) => ({
  ref: view.ref,
  stage: view.state.stage,
  locality: view.state.locality,
  pace: view.state.pace,
  nextDueAt: isoOrNull(view.nextDueAt),
  overdue: view.nextDueAt !== null && caseNow(view, now) > view.nextDueAt,
  flags: [...new Set(view.state.flags.map((one) => one.flag))],
  training: view.training,
});

/** The same for somebody who sees only an invitation or an incident: that there is something to do here. */
export const toReducedItem = ({ ref, state, training }: CaseView) => ({
  ref,
  stage: null,
  locality: state.locality,
  pace: null,
  nextDueAt: null,
  overdue: false,
  flags: [],
  training,
});

/** A deadline with its explanation. */
export const toClock = (one: ClockView) => ({
  clock: one.clock,
  key: one.key,
  anchorOn: one.anchorOn,
  dueOn: one.dueOn,
  endsAt: toIso(one.endsAt),
  overdue: one.overdue,
  next: one.next && { threshold: one.next.threshold, at: toIso(one.next.at) },
  passed: one.passed,
  provisional: one.provisional,
  explanation: one.explanation,
});

/** A case for somebody who may see it: codes, dates and roles; narrative comes with the timeline. */
export function toCase(view: CaseView, now: number) {
  const { state } = view;
  return {
    ...toListItem(view, now),
    seq: view.seq,
    stageText: state.stage === null ? null : STAGE_WORDS[state.stage],
    profile: state.profile,
    receivedOn: state.receivedOn,
    meeting: state.meeting && {
      kind: state.meeting.kind,
      on: state.meeting.on,
      startsAt: state.meeting.startsAt,
      invitations: state.meeting.invitations,
    },
    meetingsHeld: state.meetingsHeld,
    meetingAim: state.meetingAim,
    adopted: state.origin.adopted && { on: state.origin.adopted.on, takeOver: takeOverList(state) },
    previousCase: state.origin.previousCase,
    takenOver: state.origin.takenOver,
    mergedInto: state.origin.mergedInto,
    involvement: state.involvement,
    reviewOn: state.review?.on ?? null,
    tier: state.tier,
    risk: state.risk,
    escalation: state.escalation,
    closure: state.closure,
    plan: state.plan,
    actions: state.actions,
    challenges: state.challenges,
    holders: state.holders,
    services: state.services,
    vacancies: state.vacancies,
    gaps: state.gaps,
    clocks: clockViews(state, profileOf(view), caseNow(view, now)).map(toClock),
    ...(view.training ? { trainingClock: toIso(state.lastAt) } : {}),
  };
}

/** A ledger row as people see it. */
export const toNotice = (row: LedgerRow) => ({
  seq: row.seq,
  notice: row.notice.notice,
  clock: row.notice.clock,
  key: row.notice.key,
  threshold: row.notice.threshold,
  role: row.notice.to.role,
  recipient: row.recipient,
  sentTo: row.sentTo,
  dueAt: toIso(row.dueAt),
  outcome: row.outcome,
  /** When the morning round may send it; null for a message that goes by itself. */
  releaseAt: isoOrNull(row.releaseAt),
  sentAt: isoOrNull(row.sentAt),
  attempts: row.attempts,
  possibleDuplicate: row.possibleDuplicate,
});
