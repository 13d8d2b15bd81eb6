import { dueBy, isLive, ruleOf, timerOf } from '../clock';
import type { Clock, Wished } from '../clock';
import { nameOf, proposalKey } from './proposalKey';

/**
 * T-ROLE: a role that a case must have is vacant (Oxfordshire framework 4.6, 4.7; the figure is a local default); or one was put to
 * somebody of another organisation, who has not accepted it yet (local default).
 */
export const roleClock: Clock = {
  id: 'T-ROLE',
  wished(context) {
    const { state } = context;
    if (!isLive(state)) return [];
    const vacant = state.vacancies.map((vacancy): Wished => ({
      key: `role:${nameOf(vacancy)}`,
      anchorOn: vacancy.on,
      dueOn: vacancy.on,
      ladder: '-',
    }));
    const proposed = state.involvement.proposals.map((one): Wished => ({
      key: proposalKey(one),
      anchorOn: one.on,
      dueOn: dueBy(context, 'T-ROLE', 'proposal', one.on),
      ladder: 'proposal',
    }));
    return [...vacant, ...proposed];
  },
  because: ({ profile }, { ladder }) =>
    ladder === 'proposal'
      ? { what: 'The answer to the proposed role', anchor: 'it was proposed', rule: ruleOf(timerOf(profile, 'T-ROLE'), 'proposal') }
      : { what: 'A new holder of the role', anchor: 'the role fell vacant', rule: ruleOf(timerOf(profile, 'T-ROLE'), '-') },
};
