import { addWorkingDays } from '../../calendar';
import type { Calendar, Instant, LondonDate } from '../../calendar';
import type { CaseEvent, RecordGap } from '../events';
import type { CaseState } from '../state';

/** Working days in which a gap is to be closed (local default). */
const DAYS_TO_CLOSE = 2;

/** When and by which calendar a gap opens: `on` is the London day from which its time counts, `at` the UTC instant of the record. */
interface Moment {
  readonly state: CaseState;
  readonly calendar: Calendar;
  readonly on: LondonDate;
  readonly at: Instant;
}

/** The id of a gap, from what is missing: CAPACITY_NOTE is `capacity-note`. */
export const gapId = (item: string): string => item.toLowerCase().replaceAll('_', '-');

/** The opening of a gap in the record; nothing where it is open already. */
export const openGap = (gap: Omit<RecordGap, 'dueOn'>, { state, calendar, on, at }: Moment): readonly CaseEvent[] =>
  state.gaps.some(({ id }) => id === gap.id)
    ? []
    : [{ type: 'GapOpened', at, gap: { ...gap, dueOn: addWorkingDays(on, DAYS_TO_CLOSE, calendar) } }];
