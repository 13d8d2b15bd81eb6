import { isTerminal } from '../../case/codes';
import { compareDates } from '../../calendar';
import type { Obligation } from '../../case/state';
import { dueDate, ruleOf, sameDay } from '../clock';
import type { Clock, ClockContext, Wished } from '../clock';

/** T-TRIAGE: the triage discussion, and the concurrence of the triager who was not there (local defaults; Oxfordshire only). */
export const triageClock: Clock = {
  id: 'T-TRIAGE',
  wished(context) {
    const { state, profile } = context;
    if (!profile.timers['T-TRIAGE'] || !state.stage || isTerminal(state.stage)) return [];
    return state.triage ? concurrence(context) : [decision(context)];
  },
  because: ({ profile, state }, obligation: Obligation) => ({
    what: obligation.key === 'concurrence' ? 'The other triager’s agreement' : 'Triage',
    anchor: obligation.key === 'concurrence' ? 'one triager decided alone' : 'the referral was received',
    rule: ruleOf(timerOf(profile), obligation.key === 'concurrence' ? 'concurrence' : state.pace),
  }),
};

const timerOf = (profile: ClockContext['profile']) => {
  const timer = profile.timers['T-TRIAGE'];
  if (!timer) throw new Error('this locality has no triage');
  return timer;
};

// Counts from receipt, but is never due before the "same day" of setting the pace (local default).
function decision({ state, profile, calendar }: ClockContext): Wished {
  const fromReceipt = dueDate(ruleOf(timerOf(profile), state.pace).value, state.receivedOn, state.receivedAt, calendar);
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
      dueOn: dueDate(ruleOf(timerOf(profile), 'concurrence').value, on, 0, calendar),
      ladder: `concurrence-${owed}`,
    },
  ];
}
