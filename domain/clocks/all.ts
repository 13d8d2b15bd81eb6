import type { ClockId } from '../case/codes';
import { actionClock } from './plan/action';
import type { Clock } from './clock';
import { contactClock } from './intake/contact';
import { heldClock } from './meetings/held';
import { meetClock } from './meetings/meet';
import { roleClock } from './running/role';
import { triageClock } from './intake/triage';

/** Every clock with deadlines. T-ACK and T-DELIVERY speak at once and have none. */
export const ALL_CLOCKS: readonly Clock[] = [triageClock, contactClock, meetClock, heldClock, actionClock, roleClock];

/** A clock by its id; undefined for one that has no deadlines. */
export const findClock = (id: ClockId): Clock | undefined => ALL_CLOCKS.find((clock) => clock.id === id);
