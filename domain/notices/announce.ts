import { isOpen, nextOpening } from '../calendar';
import type { Calendar, Instant } from '../calendar';
import type { Announcement, CaseEvent } from '../case/events';
import type { CaseState } from '../case/state';

/** Messages that do not wait for open hours; every other event notice outside them goes at 08:00 of the next working day (local default). */
function goesAtAnyHour({ notice, variant, planned }: Announcement, { pace, tier }: CaseState): boolean {
  if (notice === 'N01') return pace === 'IMMEDIATE';
  if (notice === 'N12') return tier === 'CRITICAL' && !planned;
  return variant === 'any-hour';
}

/** The fact that a message goes now, or that it waits for open hours. `id` must be unique in the case. */
export function announce(
  notice: Announcement,
  state: CaseState,
  calendar: Calendar,
  at: Instant,
  id: string,
): CaseEvent<'NoticeDue' | 'NoticeHeld'> {
  if (isOpen(at, calendar) || goesAtAnyHour(notice, state)) return { type: 'NoticeDue', at, notice };
  return { type: 'NoticeHeld', at, id, notBefore: nextOpening(at, calendar), notice };
}
