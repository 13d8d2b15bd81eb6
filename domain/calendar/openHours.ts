import { addDays } from './days';
import { londonDateOf, londonInstant, londonTimeOf } from './london';
import type { Calendar, Instant } from './types';
import { isWorkingDay, rollForward } from './workingDays';

const OPENS = '08:00';
const CLOSES = '18:00';

/** True from 08:00:00 to 17:59:59 London on a working day (local default). */
export function isOpen(at: Instant, calendar: Calendar): boolean {
  const time = londonTimeOf(at);
  return isWorkingDay(londonDateOf(at), calendar) && time >= OPENS && time < CLOSES;
}

/** The instant itself in open hours, else the next 08:00 of a working day. */
export function nextOpening(at: Instant, calendar: Calendar): Instant {
  if (isOpen(at, calendar)) return at;
  const today = londonDateOf(at);
  const from = londonTimeOf(at) < OPENS ? today : addDays(today, 1);
  return londonInstant(rollForward(from, calendar), OPENS);
}

/** True before 18:00 London. */
export const isBeforeClose = (at: Instant): boolean => londonTimeOf(at) < CLOSES;
