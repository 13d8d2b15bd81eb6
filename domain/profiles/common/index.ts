import type { ClockId } from '../../case/codes';
import type { TimerPolicy } from '../types';
import { absentTimer, challengeTimer } from './challenge';
import { feedbackTimer, heldTimer, infoTimer, inviteTimer, minutesTimer, remindTimer, summaryTimer } from './meetings';
import { acceptTimer, actionTimer, planDistTimer, silentTimer } from './plan';
import { advocateTimer, age18Timer, capacityTimer, consentTimer } from './person';
import { reviewTimer } from './review';
import { concernTimer, laTimer, rerateTimer } from './risk';
import { closeTimer, handoverTimer, pauseTimer, retainTimer, roleTimer } from './running';

/** The timers that both localities share; each figure carries its source, and a locality may put its own in place of any. */
export const COMMON_TIMERS = {
  'T-HANDOVER': handoverTimer,
  'T-INVITE': inviteTimer,
  'T-INFO': infoTimer,
  'T-REMIND': remindTimer,
  'T-HELD': heldTimer,
  'T-SUMMARY': summaryTimer,
  'T-MINUTES': minutesTimer,
  'T-FEEDBACK': feedbackTimer,
  'T-ABSENT': absentTimer,
  'T-PLANDIST': planDistTimer,
  'T-ACCEPT': acceptTimer,
  'T-ACTION': actionTimer,
  'T-SILENT': silentTimer,
  'T-REVIEW': reviewTimer,
  'T-RERATE': rerateTimer,
  'T-CONCERN': concernTimer,
  'T-LA': laTimer,
  'T-CONSENT': consentTimer,
  'T-CAPACITY': capacityTimer,
  'T-ADVOCATE': advocateTimer,
  'T-AGE18': age18Timer,
  'T-CHALLENGE': challengeTimer,
  'T-PAUSE': pauseTimer,
  'T-CLOSE': closeTimer,
  'T-RETAIN': retainTimer,
  'T-ROLE': roleTimer,
} as const satisfies Partial<Record<ClockId, TimerPolicy>>;
