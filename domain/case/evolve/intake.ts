import type { Role } from '../codes';
import type { CaseEvent } from '../events';
import type { CaseState } from '../state';
import { assignRole, withHolders } from './roles';

type IntakeEvent = CaseEvent<
  | 'ReferralReceived'
  | 'CallAccepted'
  | 'TriageStarted'
  | 'TriageDecided'
  | 'TriageConcurred'
  | 'HandoverRecorded'
  | 'PaceSet'
  | 'ReferrerContactRecorded'
  | 'StageEntered'
>;

/** Folds what happens up to the first meeting: receipt, triage or self-check, hand-over, referrer contact. */
export function foldIntake(state: CaseState, event: IntakeEvent): CaseState {
  switch (event.type) {
    case 'ReferralReceived':
      return received(state, event);
    case 'CallAccepted':
      return accepted(state, event);
    case 'TriageStarted':
      return state;
    case 'TriageDecided':
      return { ...triaged(state, event), handover: event.outcome === 'MARM' ? null : { on: event.on, acknowledged: false } };
    case 'TriageConcurred':
      return { ...state, triage: state.triage && { ...state.triage, concurrenceOwedBy: null } };
    case 'HandoverRecorded':
      return handover(state, event);
    case 'PaceSet':
      return { ...state, pace: event.to, paceSetAt: event.at };
    case 'ReferrerContactRecorded':
      return { ...state, referrerContactedOn: event.on };
    case 'StageEntered':
      return { ...state, stage: event.to };
  }
}

function received(state: CaseState, event: CaseEvent<'ReferralReceived'>): CaseState {
  const fresh: CaseState = {
    ...state,
    locality: event.locality,
    profile: { id: event.profileId, version: event.profileVersion },
    calendar: {
      version: event.calendarVersion,
      bundle: event.calendarVersion,
      localClosureDays: event.localClosureDays,
      added: [],
      removed: [],
      horizonOn: null,
    },
    receivedOn: event.receivedOn,
    receivedAt: event.receivedAt,
    meetingAimFrom: event.receivedOn,
    pace: event.pace,
    paceSetAt: event.receivedAt,
  };
  return withHolders(fresh, event.holders);
}

function accepted(state: CaseState, event: CaseEvent<'CallAccepted'>): CaseState {
  const { keyContact } = event.data;
  const known = keyContact === undefined ? state : assignRole(state, { role: 'COORDINATOR', person: keyContact });
  return { ...known, handover: event.outcome === 'MARM' ? null : { on: event.on, acknowledged: false } };
}

const triaged = (state: CaseState, event: CaseEvent<'TriageDecided'>): CaseState => ({
  ...state,
  triage: { outcome: event.outcome, decidedOn: event.on, concurrenceOwedBy: event.alone ? otherTriager(event.byRole) : null },
});

// A hand-over that is not accepted comes back to be triaged again.
function handover(state: CaseState, event: CaseEvent<'HandoverRecorded'>): CaseState {
  if (event.answer === 'ACKNOWLEDGED') return { ...state, handover: state.handover && { ...state.handover, acknowledged: true } };
  return { ...state, handover: null, triage: event.answer === 'NOT_ACCEPTED' ? null : state.triage };
}

const otherTriager = (role: Role | null): Role => (role === 'TRIAGE_PARTNER' ? 'COORDINATOR' : 'TRIAGE_PARTNER');
