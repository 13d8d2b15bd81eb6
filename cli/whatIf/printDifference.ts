import pc from 'picocolors';
import type { Difference, Entry } from '../../domain';
import { table } from '../print';
import type { Row } from '../print';

/** Prints what would change, for people. */
export function printDifference({ deadlines, messages }: Difference): void {
  console.log(pc.bold('Dates'));
  table(deadlines as unknown as readonly Row[], ['clock', 'key', 'from', 'to']);
  console.log(pc.bold('Messages, if nobody acts'));
  table(
    [
      ...messages.moved.map(({ from, to }) => row('moved', to, { from: from.at, to: to.at })),
      ...messages.gone.map((one) => row('gone', one, { from: one.at })),
      ...messages.new.map((one) => row('new', one, { to: one.at })),
    ],
    ['change', 'notice', 'clock', 'key', 'threshold', 'who', 'from', 'to'],
  );
}

const row = (change: string, { notice, clock, key, threshold, to: who }: Entry, when: Row): Row => ({
  change,
  notice,
  clock,
  key,
  threshold,
  who,
  ...when,
});
