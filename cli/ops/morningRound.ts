import { toIso } from '../../domain';
import { connectMongo, roundLedgerOf } from '../../persistence';
import type { LedgerRow } from '../../persistence';
import { startMorningRound } from '../../temporal';
import type { Servers } from '../addresses';
import { trigger } from './trigger';

const MOST_ROWS = 2_000;

/** What the morning round would send to one person, if all of it is still true. */
export interface RoundLine {
  readonly recipient: string;
  readonly messages: number;
  readonly cases: readonly string[];
  /** The earliest morning that it is for. */
  readonly since: string;
}

/** What the round would send now; nothing is sent. */
export async function previewRound({ mongo }: Servers): Promise<readonly RoundLine[]> {
  const connection = await connectMongo(mongo);
  try {
    const rows = await roundLedgerOf(connection).due(Date.now(), MOST_ROWS);
    return [...new Set(rows.map(({ recipient }) => recipient))].map((person) =>
      lineOf(rows.filter(({ recipient }) => recipient === person)),
    );
  } finally {
    await connection.close();
  }
}

const lineOf = (rows: readonly LedgerRow[]): RoundLine => ({
  recipient: rows[0]?.recipient ?? '-',
  messages: rows.length,
  cases: [...new Set(rows.map(({ ref }) => ref))].sort(),
  since: toIso(Math.min(...rows.map(({ dueAt }) => dueAt))),
});

/** Has the round run now, or once more after the one that runs. @throws CliError where no worker has made its schedule yet */
export const runRound = (servers: Servers): Promise<void> => trigger(servers, startMorningRound);
