import type { ClockId } from '../case/codes';
import type { Clock } from './clock';
import { absentClock } from './challenge/absent';
import { challengeClock } from './challenge/challenge';
import { contactClock } from './intake/contact';
import { handoverClock } from './intake/handover';
import { triageClock } from './intake/triage';
import { heldClock } from './meetings/held';
import { infoClock } from './meetings/info';
import { inviteClock } from './meetings/invite';
import { meetClock } from './meetings/meet';
import { feedbackClock, minutesClock, summaryClock } from './meetings/records';
import { remindClock } from './meetings/remind';
import { advocateClock } from './person/advocate';
import { age18Clock } from './person/age18';
import { capacityClock } from './person/capacity';
import { consentClock } from './person/consent';
import { acceptClock } from './plan/accept';
import { actionClock } from './plan/action';
import { planDistClock } from './plan/planDist';
import { reviewClock } from './plan/review';
import { silentClock } from './plan/silent';
import { concernClock } from './risk/concern';
import { laClock } from './risk/la';
import { rerateClock } from './risk/rerate';
import { closeClock } from './running/close';
import { pauseClock } from './running/pause';
import { retainClock } from './running/retain';
import { roleClock } from './running/role';

/** Every clock with deadlines. T-ACK and T-DELIVERY speak at once and have none. */
export const ALL_CLOCKS: readonly Clock[] = [
  triageClock,
  contactClock,
  handoverClock,
  meetClock,
  inviteClock,
  infoClock,
  remindClock,
  heldClock,
  summaryClock,
  minutesClock,
  feedbackClock,
  absentClock,
  planDistClock,
  acceptClock,
  actionClock,
  silentClock,
  reviewClock,
  rerateClock,
  concernClock,
  laClock,
  consentClock,
  capacityClock,
  advocateClock,
  age18Clock,
  challengeClock,
  pauseClock,
  closeClock,
  retainClock,
  roleClock,
];

const BY_ID: Readonly<Partial<Record<ClockId, Clock>>> = Object.fromEntries(ALL_CLOCKS.map((clock) => [clock.id, clock]));

/** A clock by its id; undefined for one that has no deadlines. */
export const findClock = (id: ClockId): Clock | undefined => BY_ID[id];
