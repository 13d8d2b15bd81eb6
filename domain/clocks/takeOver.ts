import { compareDates, londonDateOf } from '../calendar';
import type { LondonDate } from '../calendar';
import type { ClockId } from '../case/codes';
import type { CaseState } from '../case/state';

/** One thing that was due before a paper case was taken over, and still is. */
export interface TakeOverItem {
  readonly clock: ClockId;
  readonly key: string;
  readonly dueOn: LondonDate;
}

/** What the coordinator of a case begun on paper looks through once: what was due before the engine kept it, and is open still. */
export const takeOverList = ({ obligations }: CaseState): readonly TakeOverItem[] =>
  obligations
    .filter(({ silentBefore, dueOn }) => silentBefore !== undefined && compareDates(dueOn, londonDateOf(silentBefore)) < 0)
    .map(({ clock, key, dueOn }) => ({ clock, key, dueOn }));
