import { addWorkingDays, compareDates } from '../../../calendar';
import { isCounted } from '../../../clocks/challenge/absent';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import type { DecideContext } from '../context';

type Data = CaseCommand<'completeMeeting'>['data'];
type Row = Data['attendance'][number];

/** Working days of notice below which nobody is blamed for staying away (local default). */
const NOTICE_DAYS = 3;

/**
 * Services that were missing without a word: no answer, or an apology without information, and no contribution before. It counts only
 * if the last invitation or change left three working days, and nobody excused it (local default).
 */
export function absencesAt({ attendance, heldOn }: Data, context: DecideContext): CaseEvent<'MeetingCompleted'>['absences'] {
  const { state } = context;
  const invited = (service: string) => state.meeting?.invitations.find((one) => one.service === service);
  return attendance
    .filter(({ service, status }) => (status === 'NO_RESPONSE' || status === 'APOLOGY') && invited(service)?.contributed !== true)
    .map((row) => {
      const before = state.absences.find((one) => one.service === row.service);
      const counts = row.excused !== true && hadNotice(row, heldOn, context);
      return { service: row.service, counts, followsCounted: before !== undefined && isCounted(context, before) };
    });
}

function hadNotice({ service }: Row, heldOn: string, { state, calendar }: DecideContext): boolean {
  const invitedOn = state.meeting?.invitations.find((one) => one.service === service)?.invitedOn;
  return invitedOn !== undefined && compareDates(addWorkingDays(invitedOn, NOTICE_DAYS, calendar), heldOn) <= 0;
}
