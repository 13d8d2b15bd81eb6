import type { ClockId } from '../case/codes';
import { actionClock } from './action';
import type { Clock } from './clock';
import { contactClock } from './contact';
import { heldClock } from './held';
import { meetClock } from './meet';
import { roleClock } from './role';
import { triageClock } from './triage';

/** Every clock with deadlines. T-ACK and T-DELIVERY speak at once and have none. */
export const ALL_CLOCKS: readonly Clock[] = [triageClock, contactClock, meetClock, heldClock, actionClock, roleClock];

/** A clock by its id; undefined for one that has no deadlines. */
export const findClock = (id: ClockId): Clock | undefined => ALL_CLOCKS.find((clock) => clock.id === id);
