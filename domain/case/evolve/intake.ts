import type { LondonDate } from '../../calendar';
import { isUnder18 } from '../age';
import type { Role } from '../codes';
import type { CaseEvent } from '../events';
import type { Beginning } from '../events/intake';
import type { VariedAim } from '../regions/meetingAim';
import type { CaseState } from '../state';
import { endedAs } from './ending';
import { withSection42 } from './risk';
import { withPerson } from './person';
import { assignRole, withHolders } from './roles';

type IntakeEvent = CaseEvent<
  | 'ReferralReceived'
  | 'ReferralAmended'
  | 'MeetingAimVaried'
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
    case 'ReferralAmended':
      return withBirthday(
        { ...state, origin: { ...state.origin, ageGroup: event.data.ageGroup ?? state.origin.ageGroup } },
        event.data.person?.bornOn,
        event.on,
      );
    case 'MeetingAimVaried':
      return { ...state, meetingAim: { ...state.meetingAim, varied: varied(state, event) } };
    case 'CallAccepted':
      return accepted(state, event);
    case 'TriageStarted':
      return state;
    case 'TriageDecided':
      return {
        ...triaged(withSection42(state, event.data.section42, event), event),
        handover: event.outcome === 'MARM' ? null : { on: event.on, acknowledged: false },
      };
    case 'TriageConcurred':
      return { ...state, triage: state.triage && { ...state.triage, concurrenceOwedBy: null } };
    case 'HandoverRecorded':
      return handover(state, event);
    case 'PaceSet':
      // The later decision governs: a pace settled after the aim was varied sets the aim again (local default).
      return { ...state, pace: event.to, paceSetAt: event.at, meetingAim: { ...state.meetingAim, varied: null } };
    case 'ReferrerContactRecorded':
      return { ...state, referrerContactedOn: event.on };
    case 'StageEntered':
      return { ...state, stage: event.to };
  }
}

function received(state: CaseState, event: CaseEvent<'ReferralReceived'>): CaseState {
  const { previousCase = null, ageGroup = null } = event.data;
  const fresh = begun(state, event);
  return withBirthday({ ...fresh, origin: { ...fresh.origin, previousCase, ageGroup } }, event.data.person?.bornOn, event.receivedOn);
}

/** The day of birth is known to a case only while the person is under 18. */
export const withBirthday = (state: CaseState, bornOn: LondonDate | undefined, on: LondonDate): CaseState =>
  isUnder18(bornOn, on) ? withPerson(state, { bornOn }) : state;

/** What every case begins with: its dates, its rules, its pace and its people. */
export const begun = (state: CaseState, event: Beginning): CaseState =>
  withHolders(
    {
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
    },
    event.holders,
  );

// Varied once more, the aim still knows where it stood first.
const varied = ({ meetingAim }: CaseState, { from, to, on, reason }: CaseEvent<'MeetingAimVaried'>): VariedAim => ({
  from: meetingAim.varied?.from ?? from,
  to,
  on,
  reason,
});

function accepted(state: CaseState, event: CaseEvent<'CallAccepted'>): CaseState {
  const { keyContact } = event.data;
  const asked = withSection42(state, event.data.section42, event);
  const known = keyContact === undefined ? asked : assignRole(asked, { role: 'COORDINATOR', person: keyContact });
  return { ...known, handover: event.outcome === 'MARM' ? null : { on: event.on, acknowledged: false } };
}

const triaged = (state: CaseState, event: CaseEvent<'TriageDecided'>): CaseState => ({
  ...state,
  triage: { outcome: event.outcome, decidedOn: event.on, concurrenceOwedBy: event.alone ? otherTriager(event.byRole) : null },
});

// A hand-over that is not accepted comes back to be triaged again.
function handover(state: CaseState, event: CaseEvent<'HandoverRecorded'>): CaseState {
  if (event.answer === 'ACKNOWLEDGED') return { ...state, handover: state.handover && { ...state.handover, acknowledged: true } };
  if (event.answer === 'ACCEPTED') return { ...state, handover: null, endedOn: event.on, endedAs: endedAs(state) };
  return { ...state, handover: null, triage: null, origin: { ...state.origin, triagedOnPaper: false } };
}

const otherTriager = (role: Role | null): Role => (role === 'TRIAGE_PARTNER' ? 'COORDINATOR' : 'TRIAGE_PARTNER');
