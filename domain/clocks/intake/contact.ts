import { isTerminal } from '../../case/codes';
import { dueDate, ruleOf } from '../clock';
import type { Clock } from '../clock';

/** T-CONTACT: after triage the referrer is contacted (Oxfordshire framework 6.1; the figure is a local default). */
export const contactClock: Clock = {
  id: 'T-CONTACT',
  wished({ state, profile, calendar }) {
    const timer = profile.timers['T-CONTACT'];
    if (!timer || !state.stage || isTerminal(state.stage)) return [];
    if (state.triage?.outcome !== 'MARM' || state.referrerContactedOn !== null) return [];
    const anchorOn = state.triage.decidedOn;
    return [{ key: '-', anchorOn, dueOn: dueDate(ruleOf(timer, '-').value, anchorOn, 0, calendar), ladder: '-' }];
  },
  because({ profile }) {
    const timer = profile.timers['T-CONTACT'];
    if (!timer) throw new Error('this locality has no referrer contact');
    return { what: 'Contact with the referrer', anchor: 'triage was decided', rule: ruleOf(timer, '-') };
  },
};
