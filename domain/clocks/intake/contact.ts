import { dueBy, isLive, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';

/** T-CONTACT: after triage the referrer is contacted (Oxfordshire framework 6.1; the figure is a local default). */
export const contactClock: Clock = {
  id: 'T-CONTACT',
  wished(context) {
    const { state, profile } = context;
    if (!profile.timers['T-CONTACT'] || !isLive(state)) return [];
    if (state.triage?.outcome !== 'MARM' || state.referrerContactedOn !== null) return [];
    const anchorOn = state.triage.decidedOn;
    return [{ key: '-', anchorOn, dueOn: dueBy(context, 'T-CONTACT', '-', anchorOn), ladder: '-' }];
  },
  because: ({ profile }) => ({
    what: 'Contact with the referrer',
    anchor: 'triage was decided',
    rule: ruleOf(timerOf(profile, 'T-CONTACT'), '-'),
  }),
};
