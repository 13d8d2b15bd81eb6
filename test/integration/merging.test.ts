import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, forwardTo, newKey, open, PEOPLE, referral, timelineOf } from '../support/api';
import type { Caller, ClockBody, ProblemBody } from '../support/api';
import { startOwnApi } from '../support/ownApi';
import type { OwnApi } from '../support/ownApi';
import { sharedStack } from '../support/stack';

interface CaseBody {
  readonly stage: string;
  readonly mergedInto: string | null;
  readonly takenOver: readonly { readonly from: string; readonly receivedOn: string; readonly referrers: readonly string[] }[];
  readonly actions: readonly { readonly id: string }[];
  readonly services: readonly { readonly service: string }[];
  readonly clocks: readonly ClockBody[];
}
const FIRE = 'svc-fire-safety';
const MISSAID = 'Synthetic: fit something before anything else.';
const SAID = 'Synthetic: fit smoke alarms before anything else.';

let referrer: Caller;
let coordinator: Caller;
/** A second API which loses Temporal as soon as the other case has taken over. */
let broken: OwnApi;

beforeAll(async () => {
  referrer = await callerOf(sharedStack(), PEOPLE.referrer);
  coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
  broken = await startOwnApi(sharedStack(), (gateway) => ({
    ...gateway,
    command: (ref, draft) => (draft.type === 'mergeInto' ? Promise.resolve({ kind: 'unavailable' }) : gateway.command(ref, draft)),
  }));
});
afterAll(() => broken.close());

const look = async (ref: string): Promise<CaseBody> => (await coordinator.get<CaseBody>(`/v1/cases/${ref}`)).body;
const merging = (into: string) => ({ into, reason: 'Synthetic: referred twice.', otherCoordinator: PEOPLE.coordinator });
const takeOversOf = async (ref: string) => (await timelineOf(coordinator, ref)).filter((one) => one.command === 'takeOverCase');

/** Two live cases of one person: received on 26 March with an action open, and on Monday 30 March. */
async function twoCases(): Promise<{ earlier: string; later: string }> {
  const earlier = await open(referrer, referral('2026-03-26T15:20'));
  const added = await coordinator.give(earlier, 'add-action', { id: 'alarms', text: MISSAID, service: FIRE, dueOn: '2026-05-01' });
  const right = { seq: added.body.seq, field: 'text', text: SAID, reason: 'A slip.' };
  expect(await coordinator.give(earlier, 'correct-entry', right)).toMatchObject({ status: 200 });
  await forwardTo(coordinator, earlier, '2026-03-30T11:00');
  return { earlier, later: await open(referrer, referral('2026-03-30T10:00')) };
}

describe('given two live cases about one person', () => {
  let earlier: string;
  let later: string;
  beforeAll(async () => {
    ({ earlier, later } = await twoCases());
    expect((await look(later)).clocks.find((one) => one.clock === 'T-MEET')?.dueOn).toBe('2026-04-13');
    expect((await coordinator.give(earlier, 'merge-into', merging(later))).status).toBe(200);
  });

  it('when they are merged, then the one ends with a pointer and no clock, and takes no more', async () => {
    expect(await look(earlier)).toMatchObject({ stage: 'MERGED', mergedInto: later, clocks: [] });
    const late = await coordinator.give<ProblemBody>(earlier, 'set-pace', { pace: 'EXPEDITED', reason: 'synthetic' });
    expect([late.status, late.body.code]).toEqual([409, 'WRONG_STAGE']);
  });
  it('then the other one has its referrer and its receipt, by which a meeting is aimed for', async () => {
    const { takenOver, clocks } = await look(later);
    expect(takenOver).toMatchObject([{ from: earlier, receivedOn: '2026-03-26', referrers: [PEOPLE.referrer] }]);
    expect(clocks.find((one) => one.clock === 'T-MEET')?.dueOn).toBe('2026-04-09');
  });
  it('then its action goes on there, with its words and its deadline', async () => {
    const { actions, clocks } = await look(later);
    expect(actions.map(({ id }) => id)).toEqual([`${earlier}-alarms`]);
    expect(clocks.find((one) => one.clock === 'T-ACTION' && one.key === `action:${earlier}-alarms`)?.dueOn).toBe('2026-05-01');
    const taken = JSON.stringify(await takeOversOf(later));
    expect([taken.includes(SAID), taken.includes(MISSAID)]).toEqual([true, false]);
  });
});

describe('given a merging that breaks off after the first half', () => {
  it('when it is asked for again under the same key, then it is completed, and nothing is taken over twice', async () => {
    const { earlier, later } = await twoCases();
    const headers = { 'idempotency-key': newKey() };
    const half = await (await callerOf(broken, PEOPLE.coordinator)).give<ProblemBody>(earlier, 'merge-into', merging(later), headers);
    expect([half.status, half.body.code]).toEqual([503, 'UNAVAILABLE']);
    expect([(await look(earlier)).mergedInto, (await takeOversOf(later)).length]).toEqual([null, 1]);

    const whole = await coordinator.give(earlier, 'merge-into', merging(later), headers);
    expect([whole.status, whole.headers.has('idempotency-replayed')]).toEqual([200, false]);
    expect(await look(earlier)).toMatchObject({ stage: 'MERGED', mergedInto: later });
    expect((await takeOversOf(later)).length).toBe(1);
    expect((await look(later)).actions.map(({ id }) => id)).toEqual([`${earlier}-alarms`]);
    const replay = await coordinator.give(earlier, 'merge-into', merging(later), headers);
    expect([replay.headers.get('idempotency-replayed'), replay.body.seq]).toEqual(['true', whole.body.seq]);
  });
});

describe('given what cannot be merged', () => {
  it('then it is said why, and both cases go on', async () => {
    const { earlier, later } = await twoCases();
    const give = (data: object) => coordinator.give<ProblemBody>(earlier, 'merge-into', data);
    const answers = [
      await give(merging(earlier)),
      await give(merging('ZZZZ-ZZ')),
      await give({ ...merging(later), otherCoordinator: PEOPLE.fireLead }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [422, 'UNKNOWN_CASE'],
      [422, 'UNKNOWN_CASE'],
      [422, 'AGREEMENT_MISSING'],
    ]);
    expect([(await look(earlier)).mergedInto, (await look(later)).takenOver]).toEqual([null, []]);
  });
});
