import type { Role } from '../case/codes';
import type { Addressee, Announcement } from '../case/events';

/** Holders of roles of the whole case. */
export const to = (...roles: readonly Role[]): readonly Addressee[] => roles.map((role) => ({ role }));

/** A message that follows an event, not a clock. */
export const event = (part: Pick<Announcement, 'notice' | 'variant' | 'to'> & Partial<Announcement>): Announcement => ({
  clock: null,
  key: '-',
  threshold: null,
  planned: false,
  ...part,
});
