import { unconfirmed } from '../audience';
import { dueBy, isLive, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';

/** T-PLANDIST: every recipient confirms a plan; a newer version replaces the older one's chase (Dorset learning, Process; figure a local default). */
export const planDistClock: Clock = {
  id: 'T-PLANDIST',
  wished(context) {
    const { state } = context;
    if (!state.plan || !isLive(state) || unconfirmed(state).length === 0) return [];
    const { version, publishedOn } = state.plan;
    return [{ key: `plan:${version}`, anchorOn: publishedOn, dueOn: dueBy(context, 'T-PLANDIST', '-', publishedOn), ladder: '-' }];
  },
  because: ({ profile }) => ({
    what: 'The receipt of the plan by everyone who takes part',
    anchor: 'it was published',
    rule: ruleOf(timerOf(profile, 'T-PLANDIST'), '-'),
  }),
};
