import { isLive, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';

/** T-ROLE: a role that a case must have is vacant (Oxfordshire framework 4.6, 4.7; the figure is a local default). */
export const roleClock: Clock = {
  id: 'T-ROLE',
  wished: ({ state }) =>
    isLive(state)
      ? state.vacancies.map((vacancy) => ({ key: `role:${vacancy.role}`, anchorOn: vacancy.on, dueOn: vacancy.on, ladder: '-' }))
      : [],
  because: ({ profile }) => ({
    what: 'A new holder of the role',
    anchor: 'the role fell vacant',
    rule: ruleOf(timerOf(profile, 'T-ROLE'), '-'),
  }),
};
