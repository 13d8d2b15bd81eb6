import type { Audience, ClockId } from '../case/codes';
import type { ProtocolProfile } from './types';

/** One thing that a locality's own document asks for, and how its profile shows that it is still there. */
export interface Obligation {
  readonly id: string;
  readonly says: string;
  /** The paragraph that asks for it. */
  readonly cite: string;
  holds(profile: ProtocolProfile): boolean;
}

const tells = ({ timers }: ProtocolProfile, clock: ClockId, ...audiences: readonly Audience[]): boolean => {
  const told = Object.values(timers[clock]?.ladders ?? {}).flatMap((ladder) => ladder.flatMap((step) => step.to));
  return audiences.every((one) => told.includes(one));
};
const somebodyOf = (clock: ClockId, ...audiences: readonly Audience[]) => ({
  holds: (profile: ProtocolProfile) => tells(profile, clock, ...audiences),
});
const isAgreed = ({ timers }: ProtocolProfile, clock: ClockId): boolean => {
  const rule = timers[clock]?.due['-']?.value;
  return rule !== undefined && 'agreed' in rule;
};
const knowsReasons = (profile: ProtocolProfile, ...codes: readonly string[]): boolean =>
  codes.every((code) => Object.hasOwn(profile.reasonCodes.value, code));

/** Two weeks, as the framework has them: the one figure in it. */
const TWO_WEEKS_IN_DAYS = 14;

const OXFORDSHIRE: readonly Obligation[] = [
  {
    id: 'O-REASONS',
    says: 'The seven circumstances in which MARM is useful are reasons for a referral',
    cite: 'Oxfordshire framework 4.4',
    holds: (profile) =>
      knowsReasons(
        profile,
        'VULNERABILITY',
        'SELF_NEGLECT',
        'REFUSAL',
        'BETWEEN_CRITERIA',
        'ONGOING_RISK',
        'HARM_TO_OTHERS',
        'MENTAL_HEALTH_AND_SUBSTANCE_MISUSE',
      ),
  },
  {
    id: 'O-LEAD-WORKER',
    says: 'Each agency involved has a lead worker, who answers for its actions',
    cite: 'Oxfordshire framework 4.6',
    ...somebodyOf('T-ACTION', 'LEAD_WORKER'),
  },
  {
    id: 'O-MARM-OFFICER',
    says: 'The MARM Officer convenes and is the lead coordinator',
    cite: 'Oxfordshire framework 4.7, 6.1',
    holds: ({ convenor, requiredRoles }) => convenor.value === 'MARM_OFFICER' && requiredRoles.value.includes('COORDINATOR'),
  },
  {
    id: 'O-TRIAGE',
    says: 'The MARM Officer and the Safeguarding Operations Manager triage together',
    cite: 'Oxfordshire framework 6.1, third bullet',
    holds: ({ triage: { value } }) => value.enabled && value.deciders.includes('COORDINATOR') && value.deciders.includes('TRIAGE_PARTNER'),
  },
  {
    id: 'O-REFERRER-CONTACT',
    says: 'After triage the MARM Officer contacts the referrer',
    cite: 'Oxfordshire framework 6.1, fourth bullet',
    holds: (profile) => profile.referrerContactRequired.value && tells(profile, 'T-CONTACT', 'COORDINATOR'),
  },
  {
    id: 'O-TWO-WEEKS',
    says: 'The aim is to meet within two weeks of receipt: 14 calendar days',
    cite: 'Oxfordshire framework 6.1, sixth bullet',
    holds({ timers }) {
      const rule = timers['T-MEET']?.due['STANDARD']?.value;
      return rule !== undefined && 'calendarDays' in rule && rule.calendarDays <= TWO_WEEKS_IN_DAYS;
    },
  },
  {
    id: 'O-RESPONSIBLE-MANAGER',
    says: 'A responsible manager of each organisation takes part in decisions, and hears when its action is late',
    cite: 'Oxfordshire framework 6.2, sixth bullet',
    ...somebodyOf('T-ACTION', 'RESPONSIBLE_MANAGER'),
  },
  {
    id: 'O-RECORD',
    says: 'The MARM Officer records decisions, those involved and the rationale',
    cite: 'Oxfordshire framework 6.2, seventh bullet',
    holds: (profile) => profile.noteTakerDefaultsTo.value === 'COORDINATOR' && tells(profile, 'T-MINUTES', 'NOTE_TAKER'),
  },
  {
    id: 'O-REVIEW',
    says: 'Reviews are convened by the MARM Officer on the dates agreed at the meeting',
    cite: 'Oxfordshire framework 6.3, first bullet',
    holds: (profile) => isAgreed(profile, 'T-REVIEW') && tells(profile, 'T-REVIEW', 'COORDINATOR'),
  },
  {
    id: 'O-ESCALATE',
    says: 'If serious harm cannot be mitigated, professionals consider notifying the local authority',
    cite: 'Oxfordshire framework 7.1',
    holds: ({ escalationPrompts }) => escalationPrompts.value.includes('UNMITIGATED_SERIOUS_HARM'),
  },
  {
    id: 'O-LA-CONSENT',
    says: 'Personal data goes to the local authority with consent or recorded grounds only',
    cite: 'Oxfordshire framework 7.1',
    holds: ({ escalationConsentGate }) => escalationConsentGate.value,
  },
];

const DORSET: readonly Obligation[] = [
  {
    id: 'D-ANY-AGENCY',
    says: 'Any agency may call a MARM',
    cite: 'Dorset learning, Introduction and Who',
    holds: ({ convenor, intake }) => convenor.value === 'ANY_AGENCY' && intake.value === 'CALL',
  },
  {
    id: 'D-NO-GATEKEEPER',
    says: 'Nobody stands between the call and the meeting',
    cite: 'Dorset learning, Who',
    holds: ({ triage }) => !triage.value.enabled,
  },
  {
    id: 'D-REASONS',
    says: 'The circumstances in which a MARM can be called are reasons for a call',
    cite: 'Dorset learning, When',
    holds: (profile) => knowsReasons(profile, 'ABUSE_OR_NEGLECT', 'SELF_NEGLECT', 'REFUSAL', 'COMPLEX_NEEDS'),
  },
  {
    id: 'D-KEY-CONTACT',
    says: 'The agency that convenes leads, and appoints a key contact',
    cite: 'Dorset learning, Who',
    holds: ({ convenerIsCoordinator, requiredRoles }) => convenerIsCoordinator.value && requiredRoles.value.includes('COORDINATOR'),
  },
  {
    id: 'D-CHAIR-AND-NOTE-TAKER',
    says: 'A Chair and a note-taker are appointed for the meeting; neither is taken for granted',
    cite: 'Dorset learning, Process',
    holds: ({ chairDefaultsTo, noteTakerDefaultsTo }) => chairDefaultsTo.value === null && noteTakerDefaultsTo.value === null,
  },
  {
    id: 'D-NOTES',
    says: 'Concise notes are shared in a timely manner',
    cite: 'Dorset learning, Process',
    ...somebodyOf('T-MINUTES', 'NOTE_TAKER', 'CHAIR'),
  },
  {
    id: 'D-OWNERSHIP',
    says: 'Agencies own their actions',
    cite: 'Dorset learning, Process',
    ...somebodyOf('T-ACTION', 'LEAD_WORKER', 'RESPONSIBLE_MANAGER'),
  },
  {
    id: 'D-PLAN-UPDATES',
    says: 'Updates of the plan go to all recipients of the original plan',
    cite: 'Dorset learning, Process',
    ...somebodyOf('T-PLANDIST', 'UNCONFIRMED_RECIPIENTS'),
  },
  {
    id: 'D-FEEDBACK',
    says: 'The person, or the advocate, is told of the outcome by somebody with a relationship',
    cite: 'Dorset learning, Individual and Outcomes',
    ...somebodyOf('T-FEEDBACK', 'RELATIONSHIP_HOLDER'),
  },
  {
    id: 'D-REVIEW',
    says: 'Monitoring and review are arranged at the meeting',
    cite: 'Dorset learning, Outcomes',
    holds: (profile) => isAgreed(profile, 'T-REVIEW') && tells(profile, 'T-REVIEW', 'COORDINATOR'),
  },
  {
    id: 'D-ESCALATE',
    says: 'A case goes to safeguarding if the risk rises and the person does not engage',
    cite: 'Dorset learning, Outcomes',
    holds: ({ escalationPrompts }) => escalationPrompts.value.includes('RISK_RISING_AND_NOT_ENGAGING'),
  },
];

/** What each locality's own document asks for. A profile that leaves one out says so in its deviations, or is not sound. */
export const OBLIGATIONS: Readonly<Record<string, readonly Obligation[]>> = { oxfordshire: OXFORDSHIRE, dorset: DORSET };
