import type { ClockId } from '../../case/codes';
import type { TimerPolicy } from '../types';
import { feedbackTimer, heldTimer, infoTimer, inviteTimer, minutesTimer, remindTimer, summaryTimer } from './meetings';
import { acceptTimer, actionTimer, planDistTimer, silentTimer } from './plan';
import { reviewTimer } from './review';
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
  'T-PLANDIST': planDistTimer,
  'T-ACCEPT': acceptTimer,
  'T-ACTION': actionTimer,
  'T-SILENT': silentTimer,
  'T-REVIEW': reviewTimer,
  'T-PAUSE': pauseTimer,
  'T-CLOSE': closeTimer,
  'T-RETAIN': retainTimer,
  'T-ROLE': roleTimer,
} as const satisfies Partial<Record<ClockId, TimerPolicy>>;
