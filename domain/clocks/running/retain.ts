import { keptUntil } from '../../retention/due';
import { ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';

/** T-RETAIN: how long the record of a closed case is kept. A task of the records manager: it sends nothing and wakes no case. */
export const retainClock: Clock = {
  id: 'T-RETAIN',
  wished(context) {
    const { stage, endedOn, closing } = context.state;
    if (stage !== 'CLOSED' || endedOn === null || closing.retention?.until === null) return [];
    return [{ key: '-', anchorOn: endedOn, dueOn: keptUntil(context, endedOn), ladder: '-' }];
  },
  because({ profile, state }) {
    const rule = ruleOf(timerOf(profile, 'T-RETAIN'), '-');
    return {
      what: 'A decision on the record',
      anchor: 'the case was closed',
      rule: state.closing.retention ? { ...rule, value: { agreed: true } } : rule,
    };
  },
};
