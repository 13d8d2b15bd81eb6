import { COMMON_TIMERS } from '../common';
import { meetTimer } from '../common/meet';
import { fromFramework, localDefault } from '../types';
import type { ProtocolProfile } from '../types';

const every5 = localDefault(5);

/** Oxfordshire MARM Framework 2023-24, version 7, May 2023. A MARM Officer triages and convenes. */
export const OXFORDSHIRE_V7 = {
  id: 'oxfordshire',
  version: '2023-24.v7+1',
  basis: fromFramework('Oxfordshire MARM Framework 2023-24, version 7, May 2023', 'title'),
  localClosureDays: [],
  intake: fromFramework('REFERRAL', 'Oxfordshire framework 6.1'),
  convenor: fromFramework('MARM_OFFICER', 'Oxfordshire framework 4.7, 6.1'),
  triage: fromFramework({ enabled: true, deciders: ['COORDINATOR', 'TRIAGE_PARTNER'] }, 'Oxfordshire framework 6.1, third bullet'),
  referrerContactRequired: fromFramework(true, 'Oxfordshire framework 6.1, fourth bullet'),
  thirdPartyAbuse: fromFramework('WARN', 'Oxfordshire framework 4.4'),
  minimumAge: localDefault(18),
  reasonCodes: fromFramework(
    {
      VULNERABILITY: 'Vulnerability, including mate crime and network abuse',
      SELF_NEGLECT: 'Self-neglect, including hoarding and fire safety',
      REFUSAL: 'Refusal of or disengagement from support',
      BETWEEN_CRITERIA: 'Needs between or across the criteria of agencies',
      ONGOING_RISK: 'On-going needs or behaviour that put the person or others at significant risk',
      HARM_TO_OTHERS: 'Behaviour that causes harm to others',
      MENTAL_HEALTH_AND_SUBSTANCE_MISUSE: 'Mental health and substance misuse; they need not both apply',
      OTHER: 'Another reason, described in the risks',
    },
    'Oxfordshire framework 4.4; OTHER is a local default',
  ),
  requiredRoles: fromFramework(['COORDINATOR', 'TRIAGE_PARTNER'], 'Oxfordshire framework 4.7, 6.1'),
  chairDefaultsTo: localDefault('COORDINATOR'),
  noteTakerDefaultsTo: fromFramework('COORDINATOR', 'Oxfordshire framework 6.2, seventh bullet'),
  newCaseNotice: localDefault(['COORDINATOR', 'TRIAGE_PARTNER']),
  convenerIsCoordinator: fromFramework(false, 'Oxfordshire framework 4.7'),
  reviewCapDays: localDefault({ CRITICAL: 14, HIGH: 28, MODERATE: 42, LOW: 84 }),
  escalationPrompts: fromFramework(
    ['UNMITIGATED_SERIOUS_HARM', 'RISK_RISING_AND_NOT_ENGAGING'],
    'Oxfordshire framework 7.1; that rising risk without engagement asks too is a local default',
  ),
  escalationConsentGate: fromFramework(true, 'Oxfordshire framework 7.1'),
  laClock: localDefault('AGREED'),
  outOfHoursLine: localDefault('Out of hours, ring the emergency duty team of the county council.'),
  challengeStage4Holder: localDefault('BOARD_CHAIR'),
  timers: {
    ...COMMON_TIMERS,
    'T-TRIAGE': {
      due: {
        STANDARD: localDefault({ workingDays: 2 }),
        EXPEDITED: localDefault({ workingDays: 1 }),
        IMMEDIATE: localDefault({ sameDay: true }),
        concurrence: localDefault({ workingDays: 1 }),
      },
      ladders: {
        '-': [
          { at: 'due', notice: 'N03', variant: 'triage-due', to: ['COORDINATOR', 'TRIAGE_PARTNER'] },
          { at: '+1WD', notice: 'N03', variant: 'triage-overdue', to: ['COORDINATOR_MANAGER', 'TRIAGE_PARTNER_MANAGER'] },
        ],
        'concurrence-COORDINATOR': [
          { at: 'due', notice: 'N03', variant: 'concurrence-due', to: ['COORDINATOR'] },
          { at: '+1WD', notice: 'N03', variant: 'concurrence-overdue', to: ['COORDINATOR', 'COORDINATOR_MANAGER'] },
        ],
        'concurrence-TRIAGE_PARTNER': [
          { at: 'due', notice: 'N03', variant: 'concurrence-due', to: ['TRIAGE_PARTNER'] },
          { at: '+1WD', notice: 'N03', variant: 'concurrence-overdue', to: ['TRIAGE_PARTNER', 'TRIAGE_PARTNER_MANAGER'] },
        ],
      },
      repeatEveryWorkingDays: every5,
    },
    'T-CONTACT': {
      due: { '-': localDefault({ workingDays: 2 }) },
      ladders: {
        '-': [
          { at: 'due', notice: 'N03', variant: 'contact-due', to: ['COORDINATOR'] },
          { at: '+1WD', notice: 'N03', variant: 'contact-overdue', to: ['COORDINATOR'] },
          { at: '+3WD', notice: 'N03', variant: 'contact-overdue', to: ['COORDINATOR_MANAGER'] },
        ],
      },
      repeatEveryWorkingDays: every5,
    },
    'T-MEET': meetTimer({
      standard: fromFramework({ calendarDays: 14 }, 'Oxfordshire framework 6.1, sixth bullet'),
      second: 'TRIAGE_PARTNER',
      boardLog: true,
    }),
  },
} as const satisfies ProtocolProfile;
