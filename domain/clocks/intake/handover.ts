import { dueBy, isLive, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';

/** T-HANDOVER: a hand-over is acknowledged, then answered; until then the case is not gone (local default). */
export const handoverClock: Clock = {
  id: 'T-HANDOVER',
  wished(context) {
    const { state } = context;
    if (!state.handover || !isLive(state)) return [];
    const { on, acknowledged } = state.handover;
    return [...(acknowledged ? [] : ['acknowledgement']), 'outcome'].map((key) => ({
      key,
      anchorOn: on,
      dueOn: dueBy(context, 'T-HANDOVER', key, on),
      ladder: key,
    }));
  },
  because: ({ profile }, { key }) => ({
    what: key === 'outcome' ? 'The answer to the hand-over' : 'The acknowledgement of the hand-over',
    anchor: 'the case was handed over',
    rule: ruleOf(timerOf(profile, 'T-HANDOVER'), key),
  }),
};
