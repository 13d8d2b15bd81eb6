import { describe, expect, it } from '@jest/globals';
import { sendRow } from '../../../activities/delivery/sendRow';
import type { ActivityDeps } from '../../../activities';
import { rowsOf } from '../../../activities/ledgerRows';
import { whoseTurn } from '../../../domain';
import type { CaseState, Notice, Person } from '../../../domain';
import type { CaseView, LedgerRow, RowOutcome } from '../../../persistence';
import { person } from '../../support/books';
import { holder, roleCase } from '../../support/roleCase';

const NOW = Date.parse('2026-04-20T08:00:00Z');
const COORDINATOR = holder('COORDINATOR');
const HOST = holder('CONVENER_MANAGER');
/** Somebody who sees the case through a role of their own, and somebody who does not. */
const INSIDER = holder('CHAIR');
const OUTSIDER = 'p-outsider';
const AWAY = { from: '2026-04-20', to: '2026-04-24' };

const NOTICE: Notice = {
  ...{ notice: 'N03', variant: 'triage-due', clock: 'T-TRIAGE', key: '-', threshold: 'due', planned: false, dueOn: '2026-04-20' },
  ...{ at: NOW, n: 1, to: { role: 'COORDINATOR' }, person: COORDINATOR, fallback: HOST, replyTo: COORDINATOR },
};

/** The deadline that a planned message is about. */
const RUNS = {
  ...{ clock: 'T-TRIAGE', key: '-', anchorOn: '2026-04-16', dueOn: '2026-04-20', ladder: '-', calendarVersion: 'test' },
  ...{ armedAt: 0, passed: [] },
} as CaseState['obligations'][number];

interface Delivered {
  readonly to: readonly string[];
  readonly outcome: RowOutcome | undefined;
  readonly orphans: number;
}

/** Sends one message with the real delivery, on a directory of these people. */
async function deliver(people: readonly Person[], more: Partial<Notice> = {}, training = false, state?: CaseState): Promise<Delivered> {
  const [to, orphans, outcomes] = [[] as string[], [] as string[], [] as RowOutcome[]];
  const find = (id: string): Person | null => people.find((one) => one.id === id) ?? null;
  const holderToday = (id: string, on: string): Person | null => {
    const asked: Person[] = [];
    for (let next = id; ;) {
      const found = find(next);
      if (!found) return null;
      asked.push(found);
      const turn = whoseTurn(asked, on);
      if (turn === 'NOBODY') return null;
      if ('acts' in turn) return turn.acts;
      next = turn.ask;
    }
  };
  const deps = {
    repositories: {
      directory: {
        person: (id: string) => Promise.resolve(find(id)),
        holderToday: (id: string, on: string) => Promise.resolve(holderToday(id, on)),
      },
      ledger: {
        claim: () => Promise.resolve({ row, claim: 'c' }),
        settle: (_id: string, _claim: string, outcome: RowOutcome) => Promise.resolve(outcomes.push(outcome)),
      },
      exceptions: { of: () => Promise.resolve({ exclusions: [], breakGlass: [] }) },
      tasks: { raise: ({ id }: { id: string }) => Promise.resolve(orphans.push(id)) },
    },
    channel: { send: (mail: { to: string }) => Promise.resolve((to.push(mail.to), { kind: 'sent', response: '250' })) },
    ...{ publicUrl: 'https://marm.example', mailFrom: 'MARM <no-reply@marm.example>', morningRound: null, wallClock: () => NOW },
  } as unknown as ActivityDeps;
  const commit = { seq: 1, at: NOW, actor: 'system', command: null, commandId: null, events: [], notices: [{ ...NOTICE, ...more }] };
  const [row] = rowsOf('K7QF-2M', commit, training, deps) as readonly [LedgerRow];
  await sendRow(deps, row, { ref: 'K7QF-2M', state: state ?? roleCase() } as CaseView);
  return { to: to.map((address) => address.replace('@council.example', '')), outcome: outcomes[0], orphans: orphans.length };
}

const host = person(HOST);
const insider = person(INSIDER);
const outsider = person(OUTSIDER);
const away = (standsIn: string | null, more: Partial<Person> = {}) => person(COORDINATOR, { absences: [{ ...AWAY, standsIn }], ...more });
const left = (to: string | null) => person(COORDINATOR, { active: false, leaving: { on: '2026-04-17', to } });

describe('where a message goes', () => {
  it.each<[string, readonly Person[], string, string | undefined]>([
    ['the holder is there', [person(COORDINATOR), host], COORDINATOR, undefined],
    ['the holder is away: who stands in, and sees the case', [away(INSIDER), insider, host], INSIDER, undefined],
    ['who stands in may not see the case: the hosting manager', [away(OUTSIDER), outsider, host], HOST, undefined],
    ['nobody stands in: the hosting manager', [away(null), host], HOST, undefined],
    ['nobody else can be reached: the holder, who will read it after all', [away(OUTSIDER), outsider], COORDINATOR, undefined],
    ['who stands in has no address: the hosting manager', [away(INSIDER), { ...insider, email: null }, host], HOST, undefined],
    [
      'the holder has left: the successor who sees the case, and the case hears of it',
      [left(INSIDER), insider, host],
      INSIDER,
      'NO_HOLDER',
    ],
    ['the successor may not see the case: the hosting manager', [left(OUTSIDER), outsider, host], HOST, 'NO_HOLDER'],
    ['the holder has left and nobody follows', [left(null), host], HOST, 'NO_HOLDER'],
    ['the holder has no address', [person(COORDINATOR, { email: null }), host], HOST, 'NO_ADDRESS'],
    ['the holder is away and has no address', [away(null, { email: null }), host], HOST, 'NO_ADDRESS'],
  ])('%s', async (_what, people, who, reason) => {
    const { to, outcome, orphans } = await deliver(people);
    expect({ to, sentTo: outcome?.sentTo, reason: outcome?.reason, orphans }).toEqual({ to: [who], sentTo: who, reason, orphans: 0 });
  });
  it('nobody at all: a task for operations', async () => {
    expect(await deliver([left(null)])).toMatchObject({ to: [], outcome: { outcome: 'failed', reason: 'NO_HOLDER' }, orphans: 1 });
  });
  it('a training case goes by its own day', async () => {
    const may = { at: Date.parse('2026-05-20T08:00:00Z') };
    const people = [away(INSIDER), insider, host];
    expect((await deliver(people, may, true)).to).toEqual([COORDINATOR]);
    expect((await deliver(people, may, false)).to).toEqual([INSIDER]);
  });
  it('the failure of a delivery keeps its second route', async () => {
    const mails = await deliver([away(INSIDER), { ...insider, email: 'not an address' }, host], { notice: 'N20' });
    expect(mails.to).toEqual([HOST]);
  });
  it('a deputy whom the case itself names comes first', async () => {
    const { involvement } = roleCase();
    const absence = { person: COORDINATOR, from: '2026-03-20', until: '2026-04-24', deputy: OUTSIDER };
    const state = roleCase({ involvement: { ...involvement, absences: [absence] }, obligations: [RUNS] });
    expect((await deliver([away(INSIDER), insider, outsider, host], { planned: true }, false, state)).to).toEqual([OUTSIDER]);
  });
});
