import { dueBy, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';

/** T-CLOSE: services may object to a proposed closure; then a person may confirm it, never the engine (local default). */
export const closeClock: Clock = {
  id: 'T-CLOSE',
  wished(context) {
    const { closure, stage } = context.state;
    if (!closure || stage !== 'CLOSING') return [];
    const { proposedOn } = closure;
    return [{ key: '-', anchorOn: proposedOn, dueOn: dueBy(context, 'T-CLOSE', '-', proposedOn), ladder: '-' }];
  },
  because: ({ profile }) => ({
    what: 'The answer of each service to the proposed closure',
    anchor: 'it was proposed',
    rule: ruleOf(timerOf(profile, 'T-CLOSE'), '-'),
  }),
};
