import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually';
import { OFFICERS, openCase } from '../support/liveCase';
import type { LiveCase } from '../support/liveCase';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterEach(async () => {
  bench.relay.refuse();
  await bench.relay.restore();
});
afterAll(() => bench.close());

const RECEIVED = { clock: '2026-03-26T15:20' };
const REFERRER = 'referrer-ox@ox-housing.example';

const failuresOf = async (one: LiveCase) => (await one.commits()).filter((commit) => commit.command === 'recordDeliveryFailure');
const delivered = (one: LiveCase) =>
  eventually(async () => {
    const { queued, unsent } = await one.state();
    return queued === 0 && unsent.length === 0;
  });
const mailsTo = (one: LiveCase, notice: string): readonly string[] =>
  bench.relay
    .mailsAbout(one.ref)
    .filter((mail) => mail.headers['x-marm-notice'] === notice)
    .map((mail) => mail.to);

describe('the relay is down for some seconds', () => {
  it('then commands are answered all the same, and each mail goes once when it is back', async () => {
    await bench.relay.cutOff();
    const one = await openCase(bench, RECEIVED);
    await one.must('addAction', { id: 'ring', text: 'synthetic', service: 'svc-fire-safety', dueOn: '2026-04-20' });
    await eventually(async () => (await one.rows()).some((row) => row.attempts >= 2));
    expect(bench.relay.mailsAbout(one.ref)).toEqual([]);
    await bench.relay.restore();
    await delivered(one);
    const rows = await one.rows();
    const sent = bench.relay.mailsAbout(one.ref).map((mail) => mail.messageId);
    expect(sent.sort()).toEqual(rows.map((row) => row.messageId).sort());
    expect(await failuresOf(one)).toEqual([]);
  });
});

describe('the relay refuses an address for good', () => {
  it('then one entry says so, the flag is up, and the coordinator hears of it once', async () => {
    bench.relay.refuse(REFERRER);
    const one = await openCase(bench, RECEIVED);
    await eventually(async () => (await failuresOf(one)).length > 0);
    await delivered(one);
    const [failure, ...others] = await failuresOf(one);
    expect(others).toEqual([]);
    expect(failure).toMatchObject({
      actor: 'system',
      events: expect.arrayContaining([expect.objectContaining({ type: 'DeliveryFailureRecorded' })]),
    });
    expect((await one.state()).state.flags.map(({ flag }) => flag)).toContain('DELIVERY_FAILED');
    expect(mailsTo(one, 'N20')).toEqual(['officer-ox@ox-council.example']);
    expect(mailsTo(one, 'N02')).toEqual([]);
  });
  it('given two messages fail at once, then one entry names both', async () => {
    bench.relay.refuse(REFERRER, 'triage-ox@ox-council.example');
    const one = await openCase(bench, RECEIVED);
    await eventually(async () => (await failuresOf(one)).length > 0);
    await delivered(one);
    const failures = await failuresOf(one);
    const rows = failures
      .flatMap((commit) => commit.events)
      .flatMap((event) => (event.type === 'DeliveryFailureRecorded' ? event.data.rows : []));
    expect(failures).toHaveLength(1);
    expect(rows.map((row) => `${row.notice} ${row.role} ${row.reason}`).sort()).toEqual([
      'N01 TRIAGE_PARTNER REFUSED',
      'N02 REFERRER REFUSED',
    ]);
    expect(mailsTo(one, 'N20')).toHaveLength(1);
  });
  it('given the message about the failure fails too, then it goes to the hosting manager and raises no other', async () => {
    bench.relay.refuse(REFERRER, 'officer-ox@ox-council.example');
    const one = await openCase(bench, RECEIVED);
    await eventually(() => mailsTo(one, 'N20').length > 0);
    await delivered(one);
    expect(mailsTo(one, 'N20')).toEqual(['host-ox@ox-council.example']);
    expect(await failuresOf(one)).toHaveLength(1);
  });
  it('given the hosting manager cannot be reached either, then it waits for operations', async () => {
    bench.relay.refuse(REFERRER, 'officer-ox@ox-council.example', 'host-ox@ox-council.example');
    const one = await openCase(bench, RECEIVED);
    const tasks = await eventually(async () => {
      const found = (await bench.repositories.tasks.list()).filter((task) => task.ref === one.ref);
      return found.length > 0 && found;
    });
    expect(tasks).toEqual([expect.objectContaining({ kind: 'ORPHANED_NOTICE', detail: 'N20' })]);
    await delivered(one);
    expect(await failuresOf(one)).toHaveLength(1);
  });
});

describe('a role without a holder', () => {
  it('given the case knows of nobody, then the hosting manager gets its mail, and the vacancy is on record', async () => {
    const one = await openCase(bench, { ...RECEIVED, holders: OFFICERS.filter(({ role }) => role !== 'TRIAGE_PARTNER') });
    await delivered(one);
    expect([...mailsTo(one, 'N01')].sort()).toEqual(['host-ox@ox-council.example', 'officer-ox@ox-council.example']);
    expect((await one.state()).state.vacancies).toEqual([{ role: 'TRIAGE_PARTNER', on: '2026-03-26' }]);
  });
  it('given the holder has left, then the hosting manager gets the mail, and the vacancy is raised', async () => {
    const left = { id: 'p-left', name: 'Synthetic Leaver', email: 'left@ox-council.example', organisation: 'org-ox-council' };
    await bench.repositories.directory.save({
      people: [{ ...left, service: null, offices: [], manager: null, active: false }],
      organisations: [],
    });
    const holders = OFFICERS.map((one) => (one.role === 'TRIAGE_PARTNER' ? { ...one, person: 'p-left' } : one));
    const one = await openCase(bench, { ...RECEIVED, holders });
    await eventually(async () => (await failuresOf(one)).length > 0);
    await delivered(one);
    expect([...mailsTo(one, 'N01')].sort()).toEqual(['host-ox@ox-council.example', 'officer-ox@ox-council.example']);
    expect((await one.state()).state.vacancies.map(({ role }) => role)).toEqual(['TRIAGE_PARTNER']);
    expect(mailsTo(one, 'N20')).toEqual([]);
  });
});
