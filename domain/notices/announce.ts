import { isOpen, nextOpening } from '../calendar';
import type { Calendar, Instant } from '../calendar';
import type { NoticeId } from '../case/codes';
import type { Announcement, CaseEvent } from '../case/events';
import type { CaseState } from '../case/state';

/** Messages that do not wait for open hours; every other event notice outside them goes at 08:00 of the next working day (local default). */
const goesAtAnyHour = ({ notice, variant, planned }: Announcement, state: CaseState): boolean =>
  !planned && (isUrgent(notice, state) || variant === 'failed-urgent');

/**
 * True for messages of an event that wait for no hour: a new case at pace IMMEDIATE, word of the risk while the case is at CRITICAL, and
 * what goes to the local authority, which a person has just chosen (local default).
 */
export function isUrgent(notice: NoticeId, { pace, tier }: CaseState): boolean {
  if (notice === 'N01') return pace === 'IMMEDIATE';
  return notice === 'N12' ? tier === 'CRITICAL' : notice === 'N13';
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
