import { dueBy, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';

/** T-RETAIN: how long the record of a closed case is kept. A task of the records manager: it sends nothing and wakes no case. */
export const retainClock: Clock = {
  id: 'T-RETAIN',
  wished(context) {
    const { stage, endedOn } = context.state;
    if (stage !== 'CLOSED' || endedOn === null) return [];
    return [{ key: '-', anchorOn: endedOn, dueOn: dueBy(context, 'T-RETAIN', '-', endedOn), ladder: '-' }];
  },
  because: ({ profile }) => ({
    what: 'A decision on the record',
    anchor: 'the case was closed',
    rule: ruleOf(timerOf(profile, 'T-RETAIN'), '-'),
  }),
};
