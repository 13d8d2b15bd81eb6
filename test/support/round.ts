import { randomUUID } from 'node:crypto';
import { rowsOf } from '../../activities/ledgerRows';
import type { RoundPass } from '../../activities/contract';
import type { Holder, Notice } from '../../domain';
import type { LedgerRow, Person } from '../../persistence';
import { roundTime, TASK_QUEUE } from '../../temporal';
import { ROUND_TYPE } from '../../workflows/messages';
import type { RoundInput, RoundTotal } from '../../workflows/messages';
import { eventually } from './eventually';
import { london, OFFICERS, openCase } from './liveCase';
import type { LiveCase } from './liveCase';
import type { Workbench } from './workbench';

/** Triage of a case received on Thursday 20 March 2025 is due on Monday 24 March: long past for whoever runs this. */
export const RECEIVED = '2025-03-20T15:20';
export const MORNING = '2025-03-24T09:00';

/** A person of a test's own, so that its mails are not mixed with those of other tests. */
export async function newPerson({ repositories }: Workbench, more: Partial<Person> = {}): Promise<Person> {
  const id = `p-${randomUUID().slice(0, 8)}`;
  const person: Person = {
    id,
    name: `Synthetic ${id}`,
    email: `${id}@ox-council.example`,
    organisation: 'org-ox-council',
    service: null,
    offices: [],
    manager: null,
    active: true,
    ...more,
  };
  await repositories.directory.save({ people: [person], organisations: [] });
  return person;
}

/** The officers of a case, some of them replaced. */
export const officersWith = (people: Readonly<Partial<Record<Holder['role'], string>>>): readonly Holder[] =>
  OFFICERS.map((one) => ({ ...one, person: people[one.role] ?? one.person }));

/**
 * A real case, as the round is for, with everything sent that its opening sends. Its clock is set back so that its morning is on a day that a
 * test can name.
 */
export async function openReal(bench: Workbench, people: Readonly<Partial<Record<Holder['role'], string>>>): Promise<LiveCase> {
  const one = await openCase(bench, { clock: RECEIVED, training: false, holders: officersWith(people) });
  await eventually(async () => {
    const [{ queued, unsent }, rows] = [await one.state(), await one.rows()];
    return queued === 0 && unsent.length === 0 && rows.length > 0 && rows.every((row) => row.outcome === 'sent');
  });
  return one;
}

/**
 * Puts one planned message about triage into the ledger, exactly as the recording of a threshold does. Used where a test is about what the
 * round does with a row, whatever else the case would have to say that morning.
 */
export async function holdReminder(
  { repositories }: Workbench,
  one: LiveCase,
  to: Pick<Person, 'id'>,
  more: Partial<Notice> = {},
): Promise<LedgerRow> {
  const due = (await one.state()).state.obligations.find(({ clock }) => clock === 'T-TRIAGE');
  const notice: Notice = {
    ...{ notice: 'N03', variant: 'triage-due', clock: 'T-TRIAGE', key: due?.key ?? '-', threshold: 'due', planned: true },
    ...{ dueOn: due?.dueOn ?? '2025-03-24', at: london(MORNING), n: 900, to: { role: 'COORDINATOR' } },
    ...{ person: to.id, fallback: 'p-host-ox', replyTo: 'p-officer-ox' },
    ...more,
  };
  const draft = { seq: 1, at: notice.at, actor: 'system', command: null, commandId: null, events: [], notices: [notice] };
  const deps = { mailFrom: 'MARM <no-reply@marm.example>', morningRound: { windowMs: roundTime(0).windowMs }, wallClock: () => Date.now() };
  const [row] = rowsOf(one.ref, draft, false, deps);
  if (!row) throw new Error('no row');
  await repositories.ledger.add([row]);
  return row;
}

/** Starts a round beside the schedule's. */
export const startRound = ({ client }: Workbench) =>
  client.workflow.start(ROUND_TYPE, {
    taskQueue: TASK_QUEUE,
    workflowId: `round-of-a-test-${randomUUID()}`,
    args: [{ settleMs: 0, retryMs: 200 } satisfies RoundInput],
  });

/** Runs a round to its end. */
export const runRound = async (bench: Workbench): Promise<RoundTotal> => (await startRound(bench)).result() as Promise<RoundTotal>;

/** What became of a row. */
export async function rowOf({ repositories }: Workbench, { ref, id }: LedgerRow): Promise<LedgerRow> {
  const found = (await repositories.ledger.list(ref)).find((row) => row.id === id);
  if (!found) throw new Error('the row is gone');
  return found;
}

/** A pass with nothing to tell but what is given. */
export const passWith = (more: Partial<RoundPass>): RoundPass => ({
  ...{ mails: 0, messages: 0, dropped: 0, failed: 0, left: 0, unheard: 0, nextAt: null },
  ...more,
});
