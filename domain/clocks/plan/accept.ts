import { dueBy, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';
import { openActions } from './action';

/** T-ACCEPT: a service says whether it agrees to an action proposed to it; the action's own clock runs all the same (local default). */
export const acceptClock: Clock = {
  id: 'T-ACCEPT',
  wished: (context) =>
    openActions(context.state)
      .filter((action) => action.acceptance === 'PROPOSED')
      .map(({ id, proposedOn, urgent }) => ({
        key: `action:${id}`,
        anchorOn: proposedOn,
        dueOn: dueBy(context, 'T-ACCEPT', urgent ? 'urgent' : '-', proposedOn),
        ladder: urgent ? 'urgent' : '-',
      })),
  because: ({ profile }, { ladder }) => ({
    what: 'The service’s answer to the proposed action',
    anchor: 'it was proposed',
    rule: ruleOf(timerOf(profile, 'T-ACCEPT'), ladder),
  }),
};
