import { without } from './rule';
import type { GapRule } from './rule';

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
];
