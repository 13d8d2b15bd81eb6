import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LedgerRow, Person } from '../../persistence';
import { MORNING_ROUND_ID, startMorningRound, upsertMorningRound } from '../../temporal';
import { DELIVERY_REPORT } from '../../workflows/messages';
import { eventually } from '../support/eventually';
import { openCase } from '../support/liveCase';
import type { LiveCase } from '../support/liveCase';
import { holdReminder, newPerson, officersWith, openReal, RECEIVED, rowOf, runRound, startRound } from '../support/round';
import { TRIAGED } from '../support/story';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

let bench: Workbench;
let ahead = 0;
let asked = 0;
/** What happens when a late case asks for the round. */
let onAsk: (start: () => Promise<void>) => Promise<void> = () => Promise.resolve();
/** Rows whose next outcome is never written down, as when the worker dies after the relay's answer. */
const lost = new Set<string>();
beforeAll(async () => {
  // Rounds run when a test says so; the clock of leases and of giving up can be put forward.
  bench = await openWorkbench({
    adapt: (deps) => ({
      ...deps,
      wallClock: () => Date.now() + ahead,
      repositories: {
        ...deps.repositories,
        ledger: {
          ...deps.repositories.ledger,
          settle: (id, claim, outcome) => (lost.delete(id) ? Promise.resolve(false) : deps.repositories.ledger.settle(id, claim, outcome)),
        },
      },
      temporal: {
        ...deps.temporal,
        startRound: () => {
          asked += 1;
          return onAsk(() => deps.temporal.startRound());
        },
      },
    }),
  });
});
afterEach(() => {
  onAsk = () => Promise.resolve();
  ahead = 0;
  bench.relay.refuse();
});
afterAll(() => bench.close());

const AFTER_NINE = '2025-03-24T09:00:05';
const roundMails = (one: LiveCase, person: Person) =>
  bench.relay.mailsAbout(one.ref).filter((mail) => mail.to === person.email && /N03/.test(mail.headers['x-marm-notice'] ?? ''));
const triageRows = async (one: LiveCase, person: Person): Promise<readonly LedgerRow[]> =>
  (await one.rows()).filter((row) => row.notice.clock === 'T-TRIAGE' && row.recipient === person.id);
const failuresOf = async (one: LiveCase) => (await one.commits()).filter((commit) => commit.command === 'recordDeliveryFailure');

describe('two real cases whose triage is due on the same morning, with the same coordinator', () => {
  let officer: Person;
  let one: LiveCase;
  let other: LiveCase;
  beforeAll(async () => {
    officer = await newPerson(bench);
    const people = { COORDINATOR: officer.id, TRIAGE_PARTNER: officer.id };
    one = await openReal(bench, people);
    other = await openReal(bench, people);
    await one.forward(AFTER_NINE);
    await other.forward(AFTER_NINE);
  });

  it('then their messages are held, no case waits for them, and the round is asked for since its hour has passed', async () => {
    for (const each of [one, other]) {
      expect((await triageRows(each, officer)).map((row) => row.outcome)).toEqual(['held']);
      expect(await each.state()).toMatchObject({ queued: 0, unsent: [] });
      expect(roundMails(each, officer)).toEqual([]);
    }
    expect(asked).toBeGreaterThan(0);
  });
  it('when the round runs, then one mail tells of both, and stands in the rows of both', async () => {
    await runRound(bench);
    const [mail, ...more] = roundMails(one, officer);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('MARM morning list - 2 cases');
    expect(mail?.recipients).toEqual([officer.email]);
    for (const each of [one, other]) {
      expect(mail?.text).toContain(`/cases/${each.ref}`);
      const rows = await triageRows(each, officer);
      expect(rows.map((row) => [row.outcome, row.messageId, row.sentTo])).toEqual([['sent', mail?.messageId, officer.id]]);
    }
  });
  it('when it runs again, then nothing is sent again', async () => {
    await runRound(bench);
    expect(roundMails(one, officer)).toHaveLength(1);
  });
});

describe('a message of the morning', () => {
  it('given it is the only one of its person, then it keeps its own text', async () => {
    const officer = await newPerson(bench);
    const one = await openReal(bench, { COORDINATOR: officer.id });
    const row = await holdReminder(bench, one, officer);
    await runRound(bench);
    const [mail] = roundMails(one, officer);
    expect(mail?.subject).toBe(`MARM triage due - ref ${one.ref}`);
    expect(mail?.messageId).toBe(row.messageId);
    expect(mail?.headers).toMatchObject({ 'x-marm-threshold': 'due', 'x-marm-ref': one.ref });
  });
  it('given its deadline has been met in between, then it is dropped and the list does without it', async () => {
    const officer = await newPerson(bench);
    const [done, open] = [await openReal(bench, { COORDINATOR: officer.id }), await openReal(bench, { COORDINATOR: officer.id })];
    const [gone, kept] = [await holdReminder(bench, done, officer), await holdReminder(bench, open, officer)];
    await done.must('decideTriage', TRIAGED);
    await runRound(bench);
    expect((await rowOf(bench, gone)).outcome).toBe('dropped');
    expect((await rowOf(bench, kept)).outcome).toBe('sent');
    expect(roundMails(done, officer)).toEqual([]);
    expect(roundMails(open, officer).map((mail) => mail.text.includes(done.ref))).toEqual([false]);
  });
  it('given its role has changed hands in between, then the new holder gets it', async () => {
    const [before, after] = [await newPerson(bench), await newPerson(bench)];
    const one = await openReal(bench, { COORDINATOR: before.id });
    const row = await holdReminder(bench, one, before);
    await one.must('assignRole', { role: 'COORDINATOR', person: after.id });
    await runRound(bench);
    expect(roundMails(one, before)).toEqual([]);
    expect(roundMails(one, after)).toHaveLength(1);
    expect(await rowOf(bench, row)).toMatchObject({ outcome: 'sent', sentTo: after.id, reason: null });
  });
  it('given its case ends first, then the case does not wait for it, and nobody hears of it', async () => {
    const officer = await newPerson(bench);
    const one = await openReal(bench, { COORDINATOR: officer.id });
    const row = await holdReminder(bench, one, officer);
    const seq = await one.must('withdraw', { outcome: 'WITHDRAWN', reason: 'synthetic' });
    expect(await one.ended()).toEqual({ ended: true, seq });
    await runRound(bench);
    expect((await rowOf(bench, row)).outcome).toBe('dropped');
    expect(roundMails(one, officer)).toEqual([]);
  });
  it('given its hour has not come, then an early round leaves it held', async () => {
    const officer = await newPerson(bench);
    const one = await openReal(bench, { COORDINATOR: officer.id });
    const row = await holdReminder(bench, one, officer, { at: Date.UTC(2199, 2, 25, 9) });
    await runRound(bench);
    expect((await rowOf(bench, row)).outcome).toBe('held');
    expect(roundMails(one, officer)).toEqual([]);
  });
  it('given several thresholds of one deadline have come together, then the latest speaks for all', async () => {
    const officer = await newPerson(bench);
    const one = await openReal(bench, { COORDINATOR: officer.id });
    const early = await holdReminder(bench, one, officer);
    const late = await holdReminder(bench, one, officer, {
      n: 901,
      threshold: '+1WD',
      variant: 'triage-overdue',
      at: early.dueAt + 86_400_000,
    });
    await runRound(bench);
    expect(roundMails(one, officer).map((mail) => mail.subject)).toEqual([`MARM triage overdue - ref ${one.ref}`]);
    expect([(await rowOf(bench, early)).outcome, (await rowOf(bench, late)).outcome]).toEqual(['sent', 'sent']);
  });
});

describe('a training case', () => {
  it('then its planned messages go at once, each by itself', async () => {
    const officer = await newPerson(bench);
    const one = await openCase(bench, { clock: RECEIVED, holders: officersWith({ COORDINATOR: officer.id }) });
    await one.forward(AFTER_NINE);
    expect((await triageRows(one, officer)).map((row) => [row.outcome, row.releaseAt])).toEqual([['sent', null]]);
    expect(roundMails(one, officer).map((mail) => mail.subject)).toEqual([`[TRAINING] MARM triage due - ref ${one.ref}`]);
  });
});

describe('no worker runs at the hour of the round', () => {
  it('then the next worker sends what is held, once, whatever else asks for the round', async () => {
    const officer = await newPerson(bench);
    const one = await openReal(bench, { COORDINATOR: officer.id });
    const row = await holdReminder(bench, one, officer);
    await bench.stopWorker();
    await startMorningRound(bench.client);
    await startMorningRound(bench.client);
    await bench.startWorker();
    await startMorningRound(bench.client);
    await eventually(async () => (await rowOf(bench, row)).outcome === 'sent');
    await runRound(bench);
    expect(roundMails(one, officer)).toHaveLength(1);
    expect(await rowOf(bench, row)).toMatchObject({ attempts: 1, possibleDuplicate: false });
  });
});

describe('a case wakes after the round of its morning has gone', () => {
  it('then the round runs once more for it', async () => {
    const officer = await newPerson(bench);
    const one = await openReal(bench, { COORDINATOR: officer.id });
    onAsk = (start) => start();
    await one.forward(AFTER_NINE);
    await eventually(() => roundMails(one, officer).length > 0);
    await runRound(bench);
    expect(roundMails(one, officer)).toHaveLength(1);
  });
  it('given the round cannot be asked for, then the case goes on, and the next round takes its message', async () => {
    const officer = await newPerson(bench);
    const one = await openReal(bench, { COORDINATOR: officer.id });
    onAsk = () => Promise.reject(new Error('no schedule'));
    await one.forward(AFTER_NINE);
    expect((await triageRows(one, officer)).map((row) => row.outcome)).toEqual(['held']);
    expect(await one.state()).toMatchObject({ queued: 0, unsent: [] });
    await runRound(bench);
    expect(roundMails(one, officer)).toHaveLength(1);
  });
});

describe('the relay is down at the hour of the round', () => {
  it('then the list is tried again under the same Message-ID, goes once, and what has come since makes a mail of its own', async () => {
    const officer = await newPerson(bench);
    const cases = [await openReal(bench, { COORDINATOR: officer.id }), await openReal(bench, { COORDINATOR: officer.id })];
    const rows = [await holdReminder(bench, cases[0]!, officer), await holdReminder(bench, cases[1]!, officer)];
    const late = await openReal(bench, { COORDINATOR: officer.id });
    await bench.relay.cutOff();
    const round = await startRound(bench);
    const tried = await eventually(async () => {
      const row = await rowOf(bench, rows[0]!);
      return row.attempts >= 2 && row.bundledAt !== null && row;
    });
    const lateRow = await holdReminder(bench, late, officer);
    await bench.relay.restore();
    expect(await round.result()).toMatchObject({ failed: 0 });
    const mails = roundMails(cases[0]!, officer);
    expect(mails.map((mail) => [mail.messageId, mail.subject])).toEqual([[tried.messageId, 'MARM morning list - 2 cases']]);
    expect(await rowOf(bench, rows[1]!)).toMatchObject({ outcome: 'sent', messageId: tried.messageId });
    expect(roundMails(late, officer).map((mail) => mail.subject)).toEqual([`MARM triage due - ref ${late.ref}`]);
    expect((await rowOf(bench, lateRow)).outcome).toBe('sent');
  });
  it('given it stays down for an hour, then each case has the failure on record', async () => {
    const officer = await newPerson(bench);
    const one = await openReal(bench, { TRIAGE_PARTNER: officer.id });
    const row = await holdReminder(bench, one, officer, { to: { role: 'TRIAGE_PARTNER' } });
    await bench.relay.cutOff();
    const round = await startRound(bench);
    await eventually(async () => (await rowOf(bench, row)).bundledAt !== null);
    ahead = 61 * 60_000;
    await eventually(async () => (await rowOf(bench, row)).outcome === 'failed');
    await bench.relay.restore();
    await round.result();
    expect(await rowOf(bench, row)).toMatchObject({ reason: 'EXPIRED', report: 'told' });
    expect(await failuresOf(one)).toHaveLength(1);
  });
});

describe('a worker dies between the answer of the relay and the outcome', () => {
  it('then the list goes again under the same Message-ID when its claims have run out, and that is counted', async () => {
    const officer = await newPerson(bench);
    const cases = [await openReal(bench, { COORDINATOR: officer.id }), await openReal(bench, { COORDINATOR: officer.id })];
    const rows = [await holdReminder(bench, cases[0]!, officer), await holdReminder(bench, cases[1]!, officer)];
    for (const { id } of rows) lost.add(id);
    const round = await startRound(bench);
    await eventually(() => lost.size === 0);
    expect(await rowOf(bench, rows[0]!)).toMatchObject({ outcome: 'sending' });
    ahead = 6 * 60_000;
    await round.result();
    const mails = roundMails(cases[0]!, officer);
    expect(mails).toHaveLength(2);
    expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(1);
    expect(await rowOf(bench, rows[0]!)).toMatchObject({ outcome: 'sent', possibleDuplicate: true });
  });
});

describe('the relay refuses an address for good', () => {
  it('then each case has one entry that says so, with its flag, and its coordinator hears of it', async () => {
    const partner = await newPerson(bench);
    const cases = [await openReal(bench, { TRIAGE_PARTNER: partner.id }), await openReal(bench, { TRIAGE_PARTNER: partner.id })];
    const to = { to: { role: 'TRIAGE_PARTNER' } } as const;
    const rows = [await holdReminder(bench, cases[0]!, partner, to), await holdReminder(bench, cases[1]!, partner, to)];
    bench.relay.refuse(partner.email ?? '');
    await runRound(bench);
    for (const [at, one] of cases.entries()) {
      const [failure, ...more] = await failuresOf(one);
      expect(more).toEqual([]);
      expect(failure?.events).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            type: 'DeliveryFailureRecorded',
            data: { rows: [{ seq: 1, n: 900, reason: 'REFUSED', role: 'TRIAGE_PARTNER', notice: 'N03' }] },
          }),
        ]),
      );
      expect((await one.state()).state.flags.map(({ flag }) => flag)).toContain('DELIVERY_FAILED');
      await eventually(() => bench.relay.mailsAbout(one.ref).some((mail) => mail.headers['x-marm-notice'] === 'N20'));
      expect(await rowOf(bench, rows[at]!)).toMatchObject({ outcome: 'failed', report: 'told' });
    }
    await runRound(bench);
    for (const one of cases) expect(await failuresOf(one)).toHaveLength(1);
  });
  it('given the case has ended meanwhile, then it is woken, has it on record, and ends again', async () => {
    const partner = await newPerson(bench);
    const one = await openReal(bench, { TRIAGE_PARTNER: partner.id });
    await one.must('withdraw', { outcome: 'WITHDRAWN', reason: 'synthetic' });
    await one.ended();
    const held = await holdReminder(bench, one, partner);
    const claimed = await bench.repositories.ledger.claim(held.id, Date.now(), 60_000);
    await bench.repositories.ledger.settle(held.id, claimed?.claim ?? '', { outcome: 'failed', at: 0, reason: 'REFUSED', report: 'owed' });
    await runRound(bench);
    await one.ended();
    expect(await failuresOf(one)).toHaveLength(1);
    expect((await rowOf(bench, held)).report).toBe('told');
  });
});

describe('a report of failed messages to a case', () => {
  const report = { id: 'report-1', rows: [{ seq: 1, n: 0, reason: 'REFUSED', role: 'TRIAGE_PARTNER', notice: 'N01' }] };
  it('given it comes twice, then it is on record once; given it is nonsense, then the case goes on', async () => {
    const one = await openReal(bench, {});
    const handle = bench.client.workflow.getHandle(one.workflowId);
    for (const sent of [undefined, 'nonsense', { id: 'x', rows: [{ seq: 'one' }] }, report, report])
      await handle.signal(DELIVERY_REPORT, sent);
    await eventually(async () => (await failuresOf(one)).length > 0);
    await one.must('addAction', { id: 'ring', text: 'synthetic', service: 'svc-fire-safety', dueOn: '2025-04-20' });
    expect((await failuresOf(one)).map((commit) => commit.commandId)).toEqual(['report-1']);
  });
});

describe('the schedule of the round', () => {
  const schedule = () => bench.client.schedule.getHandle(MORNING_ROUND_ID).describe();
  const calendarOf = async () => (await schedule()).spec.calendars?.[0];

  it('then it stands on weekdays at 09:10 London, and made again it is the same', async () => {
    await upsertMorningRound(bench.client, { spreadMs: 0, settleMs: 0, retryMs: 200 });
    await upsertMorningRound(bench.client, { spreadMs: 600_000, settleMs: 0, retryMs: 200 });
    const { spec, policies } = await schedule();
    expect(spec.timezone).toBe('Europe/London');
    expect(await calendarOf()).toMatchObject({
      hour: [{ start: 9, end: 9, step: 1 }],
      minute: [{ start: 10, end: 10, step: 1 }],
      dayOfWeek: [{ start: 'MONDAY', end: 'FRIDAY', step: 1 }],
    });
    expect(policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 6 * 3_600_000 });
  });
  it('given a wider spread, then it goes later; given somebody has paused it, then it stays paused', async () => {
    await bench.client.schedule.getHandle(MORNING_ROUND_ID).pause('a test');
    await upsertMorningRound(bench.client, { spreadMs: 3_600_000, settleMs: 0, retryMs: 200 });
    expect(await calendarOf()).toMatchObject({ hour: [{ start: 10 }], minute: [{ start: 0 }] });
    expect((await schedule()).state.paused).toBe(true);
    await bench.client.schedule.getHandle(MORNING_ROUND_ID).unpause();
    await upsertMorningRound(bench.client, { spreadMs: 0, settleMs: 0, retryMs: 200 });
    expect((await schedule()).state.paused).toBe(false);
  });
});
