import { dueBy, isLive, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';

/** T-AGE18: the 18th birthday, at which the children's framework stops and the pathway is decided again (Care Act 2014, sections 58 to 66). */
export const age18Clock: Clock = {
  id: 'T-AGE18',
  wished(context) {
    const { bornOn } = context.state.person;
    if (bornOn === null || !isLive(context.state)) return [];
    return [{ key: '-', anchorOn: bornOn, dueOn: dueBy(context, 'T-AGE18', '-', bornOn), ladder: '-' }];
  },
  because: ({ profile }) => ({ what: 'The 18th birthday', anchor: 'the birth', rule: ruleOf(timerOf(profile, 'T-AGE18'), '-') }),
};
