import { addWorkingDays, compareDates, londonDateOf, maxDate, minDate } from '../../calendar';
import type { LondonDate } from '../../calendar';
import type { CaseState } from '../../case/state';
import { localDefault } from '../../profiles/types';
import { dueDate, isLive, ruleOf, timerOf } from '../clock';
import type { Clock, ClockContext } from '../clock';

/** True while the case owes a meeting: its first, or the one that the last meeting asked for. */
export function meetingOwed(state: CaseState): boolean {
  if (!isLive(state) || state.stage === 'HANDOVER_PENDING') return false;
  return (
    state.meetingsHeld === 0 ||
    (state.lastHeld?.outcomes.includes('RECONVENE') === true && (state.stage === 'CONVENING' || state.stage === 'MEETING_SCHEDULED'))
  );
}

/** The last day inside the aim: the day to which it is varied, else what receipt and pace give. */
export const meetingTarget = (context: ClockContext): LondonDate => context.state.meetingAim.varied?.to ?? unvariedTarget(context);

// min(receipt + 14 days, max(receipt + pace, the day on which the pace was set + 1 working day))
function unvariedTarget({ state, profile, calendar }: ClockContext): LondonDate {
  const timer = timerOf(profile, 'T-MEET');
  const from = state.meetingAimFrom;
  const ceiling = dueDate(ruleOf(timer, 'STANDARD').value, from, 0, calendar);
  if (state.pace === 'STANDARD') return ceiling;
  const byPace = dueDate(ruleOf(timer, state.pace).value, from, 0, calendar);
  const settled = addWorkingDays(londonDateOf(state.paceSetAt), 1, calendar);
  return minDate(ceiling, state.meetingsHeld === 0 ? maxDate(byPace, settled) : byPace);
}

// A coordinator may vary the aim with a reason; the thresholds of the pace stay (local default).
const VARIED = localDefault({ agreed: true });

/** The aim that runs: the computed one, or where a person or a pause has moved it. */
export const aimOn = (context: ClockContext): LondonDate =>
  context.state.obligations.find((one) => one.clock === 'T-MEET' && one.key === `meeting:${context.state.meetingsHeld + 1}`)?.dueOn ??
  meetingTarget(context);

/** T-MEET: the aim of two weeks to the meeting (Oxfordshire framework 6.1). Booking only quietens its nudges; a held meeting ends it. */
export const meetClock: Clock = {
  id: 'T-MEET',
  wished(context) {
    const { state } = context;
    // A hand-over that is not accepted comes back on the original date.
    if (!meetingOwed(state) && !(state.stage === 'HANDOVER_PENDING' && state.meetingsHeld === 0)) return [];
    return [
      { key: `meeting:${state.meetingsHeld + 1}`, anchorOn: state.meetingAimFrom, dueOn: meetingTarget(context), ladder: state.pace },
    ];
  },
  suspended: ({ stage }) => stage === 'HANDOVER_PENDING',
  // A booking on or before the target quietens the nudges on or before the booked day, never later ones and never the missed aim.
  quiet({ state }, obligation, { on, label }) {
    const booked = state.meeting?.on;
    if (booked === undefined || compareDates(booked, obligation.dueOn) > 0) return false;
    return !label.startsWith('+') && compareDates(on, booked) <= 0;
  },
  because: ({ state, profile }, obligation) => ({
    what: obligation.key === 'meeting:1' ? 'The first meeting' : 'The next meeting',
    anchor: obligation.key === 'meeting:1' ? 'the referral was received' : 'the meeting that asked for another one',
    rule: state.meetingAim.varied ? VARIED : ruleOf(timerOf(profile, 'T-MEET'), state.pace),
  }),
};
