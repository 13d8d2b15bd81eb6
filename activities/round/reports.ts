import type { LedgerRow } from '../../persistence';
import { sha256 } from '../../persistence';
import type { DeliveryReport } from '../contract';
import { raiseOrphan, toFailedRow } from '../delivery/failures';
import type { ActivityDeps } from '../deps';

/**
 * Tells each case of what the round could not deliver to its people, in one report per case and pass; gives how many are not on record yet.
 * A report keeps its id and its rows until the record of the case has it, so that telling it again changes nothing.
 * Idempotency key: the report's id.
 */
export async function reportFailures(deps: ActivityDeps): Promise<number> {
  const { round } = deps.repositories;
  const unnamed = grouped(
    (await round.owed()).filter((row) => row.reportId === null),
    (row) => row.ref,
  );
  for (const [ref, rows] of unnamed)
    await round.nameReport(idsOf(rows), `report-${sha256(`${ref}|${idsOf(rows).join('|')}`).slice(0, 32)}`);
  const reports = grouped(await round.owed(), (row) => `${row.ref}|${row.reportId ?? ''}`);
  let unheard = 0;
  for (const rows of reports.values()) if (!(await isSettled(deps, rows))) unheard += 1;
  return unheard;
}

const idsOf = (rows: readonly LedgerRow[]): readonly string[] => rows.map(({ id }) => id).sort();

function grouped(rows: readonly LedgerRow[], keyOf: (row: LedgerRow) => string): ReadonlyMap<string, readonly LedgerRow[]> {
  const groups = new Map<string, LedgerRow[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

async function isSettled(deps: ActivityDeps, rows: readonly LedgerRow[]): Promise<boolean> {
  const { commits, round } = deps.repositories;
  const [{ ref, reportId }] = rows as readonly [LedgerRow, ...LedgerRow[]];
  if (reportId === null) return false;
  if (await commits.findByCommand(ref, reportId)) {
    await round.markTold(idsOf(rows));
    return true;
  }
  if ((await tell(deps, ref, { id: reportId, rows: rows.map(toFailedRow) })) !== 'nobody') return false;
  for (const row of rows) await raiseOrphan(deps, row);
  await round.markTold(idsOf(rows));
  return true;
}

// One case that cannot be told just now is no reason to leave the others untold.
async function tell({ temporal, log }: ActivityDeps, ref: string, report: DeliveryReport): Promise<'told' | 'nobody' | 'later'> {
  try {
    return await temporal.report(ref, report);
  } catch (error) {
    log.warn({ ref, error: error instanceof Error ? error.name : 'unknown' }, 'a case could not be told of a failed message');
    return 'later';
  }
}
