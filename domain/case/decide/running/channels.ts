import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { refuse } from '../../refusals';
import type { DecideContext, Decision } from '../context';

/** Records that messages which failed were passed on by another way. The flag falls with the last of them; only a person clears it. */
export function recordOtherChannel({ data }: CaseCommand<'recordOtherChannel'>, { state, at, on }: DecideContext): Decision {
  const { undelivered } = state.running;
  const isOpen = (row: { seq: number; n: number }) => undelivered.some((one) => one.seq === row.seq && one.n === row.n);
  const unknown = data.rows.findIndex((row) => !isOpen(row));
  if (unknown >= 0)
    return refuse('UNKNOWN_DELIVERY', 'No such message failed, or it was passed on already: see the list of failed messages.', {
      field: `/rows/${unknown}`,
    });
  const left = undelivered.filter((one) => !data.rows.some((row) => one.seq === row.seq && one.n === row.n));
  const cleared: readonly CaseEvent[] =
    left.length > 0
      ? []
      : state.flags
          .filter(({ flag }) => flag === 'DELIVERY_FAILED')
          .map(({ flag, clock, key }) => ({ type: 'FlagCleared', at, flag, clock, key }));
  return { events: [{ type: 'OtherChannelUsed', at, on, data }, ...cleared] };
}
