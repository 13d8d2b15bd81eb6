import type { Instant } from '../../../calendar';
import type { CaseEvent } from '../../events';
import type { CaseState } from '../../state';

/** Gaps of some items that an entry closes; `entry` is the reference of its text. */
export const filled = (
  state: CaseState,
  at: Instant,
  items: readonly string[],
  entry: string | undefined,
): readonly CaseEvent<'GapClosed'>[] =>
  state.gaps
    .filter((gap) => items.includes(gap.item))
    .map(({ id }) => ({
      type: 'GapClosed',
      at,
      gap: id,
      considered: true,
      data: { gap: id, ...(entry === undefined ? {} : { entry }) },
    }));
