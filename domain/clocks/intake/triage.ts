import { compareDates } from '../../calendar';
import type { Obligation } from '../../case/state';
import { dueDate, isLive, ruleOf, sameDay, timerOf } from '../clock';
import type { Clock, ClockContext, Wished } from '../clock';

/** T-TRIAGE: the triage discussion, and the concurrence of the triager who was not there (local defaults; Oxfordshire only). */
export const triageClock: Clock = {
  id: 'T-TRIAGE',
  wished(context) {
    const { state, profile } = context;
    if (!profile.timers['T-TRIAGE'] || !isLive(state)) return [];
    if (state.origin.triagedOnPaper) return [];
    // While a hand-over is pending the decision may come back to be taken again.
    return state.triage && !state.handover ? concurrence(context) : [decision(context)];
  },
  suspended: ({ stage }) => stage === 'HANDOVER_PENDING',
  because: ({ profile, state }, obligation: Obligation) => ({
    what: obligation.key === 'concurrence' ? 'The other triager’s agreement' : 'Triage',
    anchor: obligation.key === 'concurrence' ? 'one triager decided alone' : 'the referral was received',
    rule: ruleOf(timerOf(profile, 'T-TRIAGE'), obligation.key === 'concurrence' ? 'concurrence' : state.pace),
  }),
};

// Counts from receipt, but is never due before the "same day" of setting the pace (local default).
function decision({ state, profile, calendar }: ClockContext): Wished {
  const fromReceipt = dueDate(ruleOf(timerOf(profile, 'T-TRIAGE'), state.pace).value, state.receivedOn, state.receivedAt, calendar);
  const earliest = sameDay(state.paceSetAt, calendar);
  const settledLater = state.paceSetAt > state.receivedAt && compareDates(earliest, fromReceipt) > 0;
  return { key: '-', anchorOn: state.receivedOn, dueOn: settledLater ? earliest : fromReceipt, ladder: '-' };
}

function concurrence({ state, profile, calendar }: ClockContext): readonly Wished[] {
  const owed = state.triage?.concurrenceOwedBy;
  if (!state.triage || !owed) return [];
  const on = state.triage.decidedOn;
  return [
    {
      key: 'concurrence',
      anchorOn: on,
      dueOn: dueDate(ruleOf(timerOf(profile, 'T-TRIAGE'), 'concurrence').value, on, 0, calendar),
      ladder: `concurrence-${owed}`,
    },
  ];
}
