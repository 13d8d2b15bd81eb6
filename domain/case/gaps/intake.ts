import type { ProtocolProfile } from '../../profiles';
import { rolesOf } from '../holders';
import type { CaseState } from '../state';
import { without } from './rule';
import type { GapRule } from './rule';

type Data = Readonly<Record<string, unknown>>;

/** Which gap of a referral or call each of its fields fills. */
export const GAPS_OF_FIELDS: Readonly<Record<string, string>> = {
  protectiveFactors: 'PROTECTIVE_FACTORS',
  triedSoFar: 'TRIED_SO_FAR',
  riskAssessment: 'RISK_ASSESSMENT',
  capacityNote: 'CAPACITY_NOTE',
  carers: 'CARERS',
  household: 'HOUSEHOLD',
  risksDiscussed: 'RISKS_DISCUSSED',
  adviceGiven: 'ADVICE_GIVEN',
  otherReason: 'OTHER_REASON',
};

const hasOtherWithoutWords = (data: Data): boolean =>
  Array.isArray(data['reasons']) && data['reasons'].includes('OTHER') && data['otherReason'] === undefined;

// Abuse or neglect by somebody else is first of all a safeguarding concern: raised instead, or in parallel.
const isAbuseWithoutConcern = ({ outcome, thirdPartyAbuse, concernRaised }: Data, _state: CaseState, profile: ProtocolProfile): boolean =>
  profile.thirdPartyAbuse.value === 'WARN' && outcome === 'MARM' && thirdPartyAbuse === 'YES' && concernRaised === undefined;

// At 16 and 17 the lead of children's services takes part; below that MARM is not the way.
function isTooYoung(_data: Data, { origin: { ageGroup }, person, holders }: CaseState, { minimumAge }: ProtocolProfile): boolean {
  if (ageGroup === 'UNDER_16') return true;
  const isYoung = ageGroup === 'AGED_16_17' || person.bornOn !== null;
  return isYoung && minimumAge.value > 16 && holders.CHILDRENS_LEAD === undefined;
}

const ofBoth = (rule: Omit<GapRule, 'command' | 'owner'>): readonly GapRule[] =>
  (['submitReferral', 'submitCall'] as const).map((command) => ({ ...rule, command, owner: 'REFERRER' }));

/** What the record asks for before a meeting is convened. */
export const INTAKE_GAPS: readonly GapRule[] = [
  {
    command: 'submitReferral',
    item: 'PROTECTIVE_FACTORS',
    requirement: 'Oxfordshire framework 5.2',
    owner: 'REFERRER',
    missing: without('protectiveFactors'),
  },
  {
    command: 'submitReferral',
    item: 'TRIED_SO_FAR',
    requirement: 'Oxfordshire framework 4.5',
    owner: 'REFERRER',
    missing: without('triedSoFar'),
  },
  {
    command: 'submitReferral',
    item: 'RISK_ASSESSMENT',
    requirement: 'Oxfordshire framework 4.5, 5.2',
    owner: 'REFERRER',
    missing: without('riskAssessment'),
  },
  {
    command: 'submitReferral',
    item: 'PATHWAY',
    requirement: 'Oxfordshire framework 6.1',
    owner: 'REFERRER',
    missing: without('pathwayConsulted'),
  },
  {
    command: 'submitReferral',
    item: 'MANAGER_DISCUSSED',
    requirement: 'Oxfordshire framework 5.2',
    owner: 'REFERRER',
    missing: (data) => data['managerDiscussed'] !== true,
  },
  {
    command: 'submitReferral',
    item: 'CAPACITY_NOTE',
    requirement: 'Oxfordshire framework 5.1',
    owner: 'REFERRER',
    missing: without('capacityNote'),
  },
  {
    command: 'submitReferral',
    item: 'ADVICE_GIVEN',
    requirement: 'Oxfordshire framework 5.2',
    owner: 'REFERRER',
    missing: without('adviceGiven'),
  },
  {
    command: 'submitCall',
    item: 'PROTECTIVE_FACTORS',
    requirement: 'local default',
    owner: 'REFERRER',
    missing: without('protectiveFactors'),
  },
  {
    command: 'submitCall',
    item: 'TRIED_SO_FAR',
    requirement: 'local default',
    owner: 'REFERRER',
    missing: without('triedSoFar'),
  },
  {
    command: 'submitCall',
    item: 'CAPACITY_NOTE',
    requirement: 'Dorset learning, Individual and Who',
    owner: 'REFERRER',
    missing: without('capacityNote'),
  },
  {
    command: 'acceptCall',
    item: 'ELIGIBILITY',
    requirement: 'local default: there is no gatekeeper, so the convener checks and records',
    owner: 'COORDINATOR',
    missing: without('eligibility'),
  },
  {
    command: 'acceptCall',
    item: 'ALTERNATIVES',
    requirement: 'local default: there is no gatekeeper, so the convener checks and records',
    owner: 'COORDINATOR',
    missing: without('alternatives'),
  },
  {
    command: 'decideTriage',
    item: 'SECTION_42_SCREEN',
    requirement: 'Oxfordshire framework 6.1',
    owner: 'COORDINATOR',
    missing: without('section42'),
  },
  ...ofBoth({ item: 'CARERS', requirement: 'local default', missing: without('carers') }),
  ...ofBoth({ item: 'HOUSEHOLD', requirement: 'local default', missing: without('household') }),
  ...ofBoth({ item: 'RISKS_DISCUSSED', requirement: 'Oxfordshire framework 5.1', missing: without('risksDiscussed') }),
  ...ofBoth({ item: 'OTHER_REASON', requirement: 'local default', missing: hasOtherWithoutWords }),
  {
    command: 'submitCall',
    item: 'RISK_ASSESSMENT',
    requirement: 'local default',
    owner: 'REFERRER',
    missing: without('riskAssessment'),
  },
  {
    command: 'submitCall',
    item: 'ADVICE_GIVEN',
    requirement: 'local default',
    owner: 'REFERRER',
    missing: without('adviceGiven'),
  },
  {
    command: 'decideTriage',
    item: 'THIRD_PARTY_ABUSE',
    requirement: 'Oxfordshire framework 4.4: abuse or neglect by somebody else is raised as a concern, instead or in parallel',
    owner: 'COORDINATOR',
    missing: isAbuseWithoutConcern,
  },
  ...(['decideTriage', 'acceptCall'] as const).map((command): GapRule => ({
    command,
    item: 'MINIMUM_AGE',
    requirement: 'local default: 18, or 16 and 17 with the lead of children’s services',
    owner: 'COORDINATOR',
    missing: isTooYoung,
  })),
  {
    command: 'withdraw',
    item: 'COORDINATOR_AGREED',
    requirement: 'local default: the coordinator agrees that a case ends',
    owner: 'COORDINATOR',
    missing: (data, state, _profile, actor) =>
      data['coordinatorAgreed'] !== true && !rolesOf(state, actor).some(({ role }) => role === 'COORDINATOR'),
  },
];
