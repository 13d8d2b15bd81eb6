import { addWorkingDays, compareDates } from '../../../calendar';
import { isHighRisk } from '../../codes';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { managesCase } from '../../holders';
import { refuse } from '../../refusals';
import { runAgain } from '../closing/back';
import type { DecideContext, Decision } from '../context';

/** Working days in which a case that ended may go on (local default). */
export const DAYS_TO_COME_BACK = 20;

/** Ends a case before it has a plan. While the risk is rated high a manager does it. */
export function withdraw({ data, actor }: CaseCommand<'withdraw'>, { state, at, on }: DecideContext): Decision {
  if (isHighRisk(state.tier) && !managesCase(state, actor))
    return refuse(
      'MANAGER_NEEDED',
      'The risk is rated high and nothing has resolved it: ask the coordinator’s or the hosting manager to do this.',
      {
        rule: 'local default',
      },
    );
  return {
    events: [
      { type: 'Withdrawn', at, on, data },
      { type: 'StageEntered', at, from: state.stage, to: 'NOT_PROCEEDED' },
    ],
  };
}

/** Lets a case go on that ended before a plan: the same deadlines with what they have sent; what has passed since is caught up. */
export function reinstateReferral({ data }: CaseCommand<'reinstateReferral'>, context: DecideContext): Decision {
  const { state, at, on, calendar, today } = context;
  const { endedAs } = state;
  const until = addWorkingDays(state.endedOn ?? today, DAYS_TO_COME_BACK, calendar);
  if (!endedAs || compareDates(today, until) > 0)
    return refuse('TOO_LATE_TO_REINSTATE', `This case could go on until ${until}. A later return is a new case that names this one.`);
  const raised = endedAs.flags
    .filter((flag) => !state.flags.some((one) => one.flag === flag.flag && one.clock === flag.clock && one.key === flag.key))
    .map(({ flag, clock, key }): CaseEvent => ({ type: 'FlagRaised', at, flag, clock, key }));
  return {
    events: [
      { type: 'ReferralReinstated', at, on, to: endedAs.stage, data },
      { type: 'StageEntered', at, from: 'NOT_PROCEEDED', to: endedAs.stage },
      ...runAgain(endedAs.obligations, at),
      ...raised,
    ],
  };
}
