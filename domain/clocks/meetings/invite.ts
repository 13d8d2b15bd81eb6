import { compareDates, maxDate } from '../../calendar';
import type { Invitation, Meeting } from '../../case/state';
import { dueBy, isLive, ruleOf, timerOf } from '../clock';
import type { Clock, ClockContext, Wished } from '../clock';

/** T-INVITE: an invited service answers, by three working days or the working day before the meeting (local default). */
export const inviteClock: Clock = {
  id: 'T-INVITE',
  wished(context) {
    const { meeting } = context.state;
    if (!meeting || !isLive(context.state)) return [];
    return meeting.invitations.filter((one) => one.answer === null).map((one) => answerOf(context, meeting, one));
  },
  because({ profile }, { anchorOn, dueOn }) {
    const what = 'The service’s answer to the invitation';
    if (compareDates(dueOn, anchorOn) < 0)
      return { what, anchor: 'the meeting', rule: ruleOf(timerOf(profile, 'T-INVITE'), 'before-meeting') };
    return { what, anchor: 'the invitation was sent', rule: ruleOf(timerOf(profile, 'T-INVITE'), '-') };
  },
};

function answerOf(context: ClockContext, meeting: Meeting, { service, invitedOn }: Invitation): Wished {
  const key = `meeting:${meeting.number}/${service}`;
  const byRule = dueBy(context, 'T-INVITE', '-', invitedOn);
  const before = dueBy(context, 'T-INVITE', 'before-meeting', meeting.on);
  if (compareDates(byRule, before) <= 0) return { key, anchorOn: invitedOn, dueOn: byRule, ladder: '-' };
  const dueOn = maxDate(before, invitedOn);
  return { key, anchorOn: compareDates(dueOn, meeting.on) < 0 ? meeting.on : invitedOn, dueOn, ladder: '-' };
}
