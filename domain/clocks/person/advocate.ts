import { compareDates } from '../../calendar';
import { dueBy, isLive, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';

/**
 * T-ADVOCATE: an advocate who is needed is there in five working days, or before the next booked meeting or review if that comes first
 * (local default); appointing one, the person's refusal, or a finding that none is needed ends it.
 */
export const advocateClock: Clock = {
  id: 'T-ADVOCATE',
  wished(context) {
    const { state } = context;
    const { status, on } = state.person.advocacy;
    if (!isLive(state) || status !== 'NEEDED' || on === null) return [];
    const inDays = { key: '-', anchorOn: on, dueOn: dueBy(context, 'T-ADVOCATE', '-', on), ladder: '-' };
    if (!state.meeting) return [inDays];
    const before = dueBy(context, 'T-ADVOCATE', 'meeting', state.meeting.on);
    return [compareDates(before, inDays.dueOn) < 0 ? { key: '-', anchorOn: state.meeting.on, dueOn: before, ladder: 'meeting' } : inDays];
  },
  because: ({ profile }, { ladder }) => ({
    what: 'An advocate',
    anchor: ladder === 'meeting' ? 'the next meeting' : 'the need was recorded',
    rule: ruleOf(timerOf(profile, 'T-ADVOCATE'), ladder),
  }),
};
