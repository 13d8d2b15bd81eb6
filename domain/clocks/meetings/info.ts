import { isLive, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';

/** T-INFO: two working days before a meeting, services that have given no contribution are asked for it (after Wales procedures). */
export const infoClock: Clock = {
  id: 'T-INFO',
  wished({ state }) {
    const { meeting } = state;
    if (!meeting || !isLive(state)) return [];
    return meeting.invitations
      .filter((one) => !one.contributed && one.answer !== 'NOT_KNOWN')
      .map(({ service, invitedOn }) => ({
        key: `meeting:${meeting.number}/${service}`,
        anchorOn: invitedOn,
        dueOn: meeting.on,
        ladder: '-',
      }));
  },
  because: ({ profile }) => ({
    what: 'The service’s contribution',
    anchor: 'it was invited',
    rule: ruleOf(timerOf(profile, 'T-INFO'), '-'),
  }),
};
