import { addWorkingDays, compareDates, rollBack } from '../../calendar';
import { dueBy, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';
import { openActions } from './action';

/** From how many working days before an action's date its own clock speaks instead. */
const ACTION_SPEAKS_FROM = -2;

/** T-SILENT: an open action of which nobody has said anything for ten working days, before its date comes near (local default). */
export const silentClock: Clock = {
  id: 'T-SILENT',
  wished: (context) =>
    openActions(context.state).map(({ id, quietSince }) => ({
      key: `action:${id}`,
      anchorOn: quietSince,
      dueOn: dueBy(context, 'T-SILENT', '-', quietSince),
      ladder: '-',
    })),
  quiet({ state, calendar }, { key }, { on }) {
    const action = state.obligations.find((one) => one.clock === 'T-ACTION' && one.key === key);
    if (!action) return true;
    return compareDates(on, addWorkingDays(rollBack(action.dueOn, calendar), ACTION_SPEAKS_FROM, calendar)) >= 0;
  },
  because: ({ profile }) => ({
    what: 'Word on the action',
    anchor: 'it was last heard of',
    rule: ruleOf(timerOf(profile, 'T-SILENT'), '-'),
  }),
};
