import type { Addressee, Announcement, CaseEvent } from '../case/events';
import { otherReferrers } from '../case/holders';
import { proposalKey } from '../clocks/running/proposalKey';
import type { CaseState } from '../case/state';
import type { ProtocolProfile } from '../profiles';
import { isUrgent } from './announce';
import { event, to } from './parts';
import { riskAnnouncements } from './risk';
import { showsVacancy } from '../case/holders';
import { challengeNews } from './challenges';

/** Which messages follow from which event: the part of the catalogue that no clock fires. `before` is the case before the command. */
export function announcementsOf(
  happened: CaseEvent,
  before: CaseState,
  state: CaseState,
  profile: ProtocolProfile,
): readonly Announcement[] {
  switch (happened.type) {
    case 'ReferralReceived':
      return received(state, profile);
    case 'CaseAdopted':
      return [event({ notice: 'N01', variant: 'take-over', to: to('COORDINATOR'), clock: 'T-ACK', threshold: 'at-once' })];
    case 'RoleProposed':
      return [
        event({ notice: 'N17', variant: 'proposed', to: [{ role: happened.role, person: happened.person }], key: proposalKey(happened) }),
      ];
    case 'TriageDecided':
      return [toReferrers(state, TRIAGE_VARIANTS[happened.outcome])];
    case 'CallAccepted':
      return happened.outcome === 'MARM' ? [] : [toReferrers(state, TRIAGE_VARIANTS[happened.outcome])];
    case 'HandoverRecorded':
      return happened.answer === 'ACKNOWLEDGED'
        ? []
        : [toReferrers(state, happened.answer === 'ACCEPTED' ? 'handover-accepted' : 'handover-returned')];
    case 'MeetingScheduled':
      return invitation('invited', happened.meeting, happened.on, invited(state));
    case 'ServiceInvited':
      return invitation('invited', happened.meeting, state.meeting?.on ?? '', [happened.data.service]);
    case 'MeetingPostponed':
      return invitation('moved', happened.meeting, happened.on, invited(state));
    case 'MeetingCancelled':
      return invitation('cancelled', happened.meeting, happened.on, invited(before));
    case 'SummaryPublished':
      return toServices('N08', 'summary', state.lastHeld?.present ?? []);
    case 'MinutesPublished':
      return toServices('N08', 'minutes', state.lastHeld?.present ?? []);
    case 'PlanPublished':
      return toServices('N08', 'plan', happened.recipients, `plan:${happened.version}`);
    case 'CapacityRecorded':
      return happened.outcome === 'LACKS' ? [changed('capacity-changed', state)] : [];
    case 'ChallengeRaised':
    case 'ChallengeIssued':
    case 'ChallengeAdvanced':
    case 'ChallengeWithdrawn':
    case 'ChallengeResolved':
      return challengeNews(happened, state, profile);
    case 'ClosureProposed':
      return toEveryService('proposed', state);
    case 'ClosureConfirmed':
      return toEveryService('confirmed', state);
    case 'DeliveryFailureRecorded':
      return failed(happened, state);
    default:
      return riskAnnouncements(happened, before, state, profile);
  }
}

// One message for all that failed; it waits for no hour if one of them did not.
function failed({ data: { rows } }: CaseEvent<'DeliveryFailureRecorded'>, state: CaseState): readonly Announcement[] {
  const undelivered = rows.filter((row) => !showsVacancy(row));
  if (undelivered.length === 0) return [];
  const variant = undelivered.some((row) => isUrgent(row.notice, state)) ? 'failed-urgent' : 'failed';
  return [event({ notice: 'N20', variant, to: to('COORDINATOR'), clock: 'T-DELIVERY', threshold: 'at-once' })];
}

// Where a worker calls the meeting, receipt and new case are one message to that worker, and the own responsible manager hears of it.
function received(state: CaseState, profile: ProtocolProfile): readonly Announcement[] {
  const immediate = state.pace === 'IMMEDIATE';
  const atOnce = { clock: 'T-ACK', threshold: 'at-once' } as const;
  const host = state.services[0]?.service;
  const told = profile.newCaseNotice.value.map((role): Addressee =>
    role === 'RESPONSIBLE_MANAGER' && host !== undefined ? { role, service: host } : { role },
  );
  const news = event({ notice: 'N01', variant: immediate ? 'new-immediate' : 'new', to: told, ...atOnce });
  return profile.convenerIsCoordinator.value
    ? [event({ notice: 'N01', variant: 'own-call', to: to('COORDINATOR'), ...atOnce }), news]
    : [news, event({ notice: 'N02', variant: 'receipt', to: to('REFERRER'), ...atOnce })];
}

// A case that another one was merged into has more than one referrer.
const toReferrers = (state: CaseState, variant: string): Announcement =>
  event({
    notice: 'N04',
    variant,
    to: [...to('REFERRER', 'REFERRING_MANAGER'), ...otherReferrers(state).map((person): Addressee => ({ role: 'REFERRER', person }))],
  });
const invited = (state: CaseState): readonly string[] =>
  state.meeting?.invitations.filter((one) => one.answer !== 'NOT_KNOWN').map((one) => one.service) ?? [];

const toServices = (notice: 'N08', variant: string, services: readonly string[], key = '-'): readonly Announcement[] =>
  services.length === 0 ? [] : [event({ notice, variant, key, to: services.map((service) => ({ role: 'LEAD_WORKER', service })) })];

function toEveryService(variant: string, { services }: CaseState): readonly Announcement[] {
  const everyone = services.flatMap(({ service }): Addressee[] => [
    { role: 'LEAD_WORKER', service },
    { role: 'RESPONSIBLE_MANAGER', service },
  ]);
  return everyone.length === 0 ? [] : [event({ notice: 'N18', variant, to: everyone })];
}

// Something about the person or the risk has changed: coordinator and lead workers hear at once (N12).
const changed = (variant: string, { services }: CaseState): Announcement =>
  event({
    notice: 'N12',
    variant,
    to: [...to('COORDINATOR'), ...services.map(({ service }): Addressee => ({ role: 'LEAD_WORKER', service }))],
  });

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
