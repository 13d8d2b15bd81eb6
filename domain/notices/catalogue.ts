import type { Addressee, Announcement, CaseEvent } from '../case/events';
import type { Role } from '../case/codes';
import type { CaseState } from '../case/state';
import type { ProtocolProfile } from '../profiles';

const to = (...roles: readonly Role[]): readonly Addressee[] => roles.map((role) => ({ role }));
const event = (part: Pick<Announcement, 'notice' | 'variant' | 'to'> & Partial<Announcement>): Announcement => ({
  clock: null,
  key: '-',
  threshold: null,
  planned: false,
  ...part,
});

/** Which messages follow from which event: the part of the catalogue that no clock fires. `before` is the case before the command. */
export function announcementsOf(
  happened: CaseEvent,
  before: CaseState,
  state: CaseState,
  profile: ProtocolProfile,
): readonly Announcement[] {
  switch (happened.type) {
    case 'ReferralReceived':
      return [
        event({
          notice: 'N01',
          variant: state.pace === 'IMMEDIATE' ? 'new-immediate' : 'new',
          to: to(...profile.newCaseNotice.value),
          clock: 'T-ACK',
          threshold: 'at-once',
        }),
        event({ notice: 'N02', variant: 'receipt', to: to('REFERRER'), clock: 'T-ACK', threshold: 'at-once' }),
      ];
    case 'TriageDecided':
      return [event({ notice: 'N04', variant: TRIAGE_VARIANTS[happened.outcome], to: to('REFERRER', 'REFERRING_MANAGER') })];
    case 'MeetingScheduled':
      return invitation(
        'invited',
        happened.meeting,
        happened.on,
        (happened.data.services ?? []).map((one) => one.service),
      );
    case 'MeetingPostponed':
      return invitation('moved', happened.meeting, happened.on, state.meeting?.services ?? []);
    case 'MeetingCancelled':
      return invitation('cancelled', happened.meeting, happened.on, before.meeting?.services ?? []);
    case 'DeliveryFailureRecorded':
      return happened.data.rows.some((row) => row.reason !== 'NO_HOLDER')
        ? [event({ notice: 'N20', variant: 'failed', to: to('COORDINATOR'), clock: 'T-DELIVERY', threshold: 'at-once' })]
        : [];
    default:
      return [];
  }
}

const TRIAGE_VARIANTS = { MARM: 'marm', SAFEGUARDING_CONCERN: 'safeguarding', OTHER_PROCESS: 'other-process' } as const;

// An invitation, its change or its cancellation, to the lead worker of each invited service (N06).
function invitation(
  variant: 'invited' | 'moved' | 'cancelled',
  meeting: number,
  on: string,
  services: readonly string[],
): readonly Announcement[] {
  if (services.length === 0) return [];
  const invitees = services.map((service) => ({ role: 'LEAD_WORKER' as const, service }));
  return [event({ notice: 'N06', variant, to: invitees, key: `meeting:${meeting}`, dueOn: on, meetingOn: on })];
}
