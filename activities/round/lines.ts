import type { LedgerRow } from '../../persistence';

/** The rows of one mail as it says them: of several about one deadline, as after an outage of days, the latest stands for all. */
export const linesOf = <T extends { readonly row: LedgerRow }>(all: readonly T[]): readonly T[] =>
  all.filter(({ row }) => !all.some((other) => isLater(other.row, row)));

const isLater = (a: LedgerRow, b: LedgerRow): boolean =>
  a.ref === b.ref && a.notice.clock === b.notice.clock && a.notice.key === b.notice.key && order(a, b) > 0;

// By instant, then by commit and number, so that one of them is always the latest.
const order = (a: LedgerRow, b: LedgerRow): number => a.notice.at - b.notice.at || a.seq - b.seq || a.notice.n - b.notice.n;
