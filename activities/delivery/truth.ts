import type { CaseView, LedgerRow } from '../../persistence';

/** False for a planned message whose deadline has ended or moved since: it is not sent. An event message always is. */
export function isStillTrue({ notice }: LedgerRow, view: CaseView | null): boolean {
  if (!notice.planned || !view) return true;
  return view.state.obligations.some((one) => one.clock === notice.clock && one.key === notice.key && one.dueOn === notice.dueOn);
}
