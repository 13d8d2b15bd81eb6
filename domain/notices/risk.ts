import { isAbove } from '../case/codes';
import type { Addressee, Announcement, CaseEvent } from '../case/events';
import type { CaseState } from '../case/state';
import { contextOf } from '../clocks/clock';
import { isReviewTooFar } from '../clocks/risk/rerate';
import type { ProtocolProfile } from '../profiles';
import { event, to } from './parts';

/** Which messages follow from what is said of the risk, and from what goes to the local authority or comes back. */
export function riskAnnouncements(
  happened: CaseEvent,
  before: CaseState,
  state: CaseState,
  profile: ProtocolProfile,
): readonly Announcement[] {
  switch (happened.type) {
    case 'RiskTierSet':
      return isAbove(happened.tier, before.tier) ? tierRaised(state, profile) : [];
    case 'RiskRated':
      return happened.risk === null && isAbove(happened.tier, before.tier) ? tierRaised(state, profile) : [];
    case 'RiskConcernRaised':
      return [toCoordination('concern', `concern:${happened.concern}`)];
    case 'SignificantEventRecorded':
      return [toCoordination('significant-event')];
    case 'ReviewRequested':
      return [toCoordination('review-requested')];
    case 'LocalAuthorityNotified':
      return notified(happened);
    case 'LaAcknowledgementRecorded':
      return [answered('acknowledged', state, [])];
    case 'LaDecisionRecorded':
      return happened.decision === 'MORE_INFORMATION'
        ? [answered('more-information', state, state.escalation.notification ? [state.escalation.notification.by] : [])]
        : [answered('decided', state, [])];
    default:
      return [];
  }
}

const leads = ({ services }: CaseState): readonly Addressee[] => services.map(({ service }) => ({ role: 'LEAD_WORKER', service }));

// The coordinator is asked for a nearer review date, or a reason, in the same message that tells of the rise.
function tierRaised(state: CaseState, profile: ProtocolProfile): readonly Announcement[] {
  const asked = isReviewTooFar(contextOf(state, profile));
  if (!asked) return [event({ notice: 'N12', variant: 'raised', to: [...to('COORDINATOR'), ...leads(state)] })];
  const ask = event({ notice: 'N12', variant: 'raised-review-late', to: to('COORDINATOR') });
  return state.services.length === 0 ? [ask] : [ask, event({ notice: 'N12', variant: 'raised', to: leads(state) })];
}

const toCoordination = (variant: string, key = '-'): Announcement =>
  event({ notice: 'N12', variant, key, to: to('COORDINATOR', 'COORDINATOR_MANAGER') });

function notified({ byMember }: CaseEvent<'LocalAuthorityNotified'>): readonly Announcement[] {
  return [
    event({ notice: 'N13', variant: 'notified', to: to('LA_CONTACT') }),
    event({ notice: 'N13', variant: 'notified-copy', to: to('COORDINATOR_MANAGER') }),
    ...(byMember ? [toCoordination('member-notified')] : []),
  ];
}

const answered = (variant: string, state: CaseState, also: readonly Addressee[]): Announcement =>
  event({ notice: 'N14', variant, to: [...to('COORDINATOR', 'CHAIR'), ...leads(state), ...also] });
