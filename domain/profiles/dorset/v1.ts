import { COMMON_TIMERS } from '../common';
import { meetTimer } from '../common/meet';
import { fromFramework, localDefault } from '../types';
import type { ProtocolProfile } from '../types';

/** Dorset MARM Guidance 2021, as its 7-minute learning tells it. Any agency calls the meeting; there is no triage. */
export const DORSET_V1 = {
  id: 'dorset',
  version: '2021+1',
  basis: fromFramework('Dorset MARM Guidance 2021, through the 7-minute learning', 'Conclusion'),
  localClosureDays: [],
  intake: fromFramework('CALL', 'Dorset learning, Process'),
  convenor: fromFramework('ANY_AGENCY', 'Dorset learning, Introduction and Who'),
  triage: fromFramework({ enabled: false, deciders: [] }, 'Dorset learning: no gatekeeper'),
  referrerContactRequired: localDefault(false),
  thirdPartyAbuse: fromFramework('ALLOWED', 'Dorset learning, When'),
  minimumAge: localDefault(18),
  reasonCodes: fromFramework(
    {
      ABUSE_OR_NEGLECT: 'Increasing risk of abuse or neglect, including physical, domestic or sexual abuse and exploitation',
      SELF_NEGLECT: 'Self-neglect, including hoarding',
      REFUSAL: 'Refusal of or disengagement from support',
      COMPLEX_NEEDS: 'Complex needs below or across the criteria of agencies',
      OTHER: 'Another reason, described in the risks',
    },
    'Dorset learning, When; OTHER is a local default',
  ),
  requiredRoles: localDefault(['COORDINATOR']),
  chairDefaultsTo: localDefault(null),
  noteTakerDefaultsTo: localDefault(null),
  newCaseNotice: localDefault(['RESPONSIBLE_MANAGER']),
  convenerIsCoordinator: fromFramework(true, 'Dorset learning, Who'),
  reviewCapDays: localDefault({ CRITICAL: 14, HIGH: 28, MODERATE: 42, LOW: 84 }),
  escalationPrompts: fromFramework(
    ['UNMITIGATED_SERIOUS_HARM', 'RISK_RISING_AND_NOT_ENGAGING'],
    'Dorset learning, Outcomes; that unmitigated serious harm asks too is a local default',
  ),
  escalationConsentGate: localDefault(true),
  laClock: localDefault('AGREED'),
  outOfHoursLine: localDefault('Out of hours, ring the emergency duty service of the council.'),
  challengeStage4Holder: localDefault('BOARD_CHAIR'),
  timers: {
    ...COMMON_TIMERS,
    'T-MEET': meetTimer({ standard: localDefault({ calendarDays: 14 }), second: 'CONVENER_MANAGER', boardLog: false }),
  },
} as const satisfies ProtocolProfile;
