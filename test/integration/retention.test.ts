import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { previewReview, raiseReviews } from '../../cli/ops/retention/review';
import type { CaseState } from '../../domain';
import { connectMongo, tasksOf } from '../../persistence';
import type { MongoConnection } from '../../persistence';
import { callerOf, open, PEOPLE, referral, timelineOf } from '../support/api';
import type { Caller } from '../support/api';
import { marm } from '../support/cli';
import { caseOn, give } from '../support/running';
import { sharedStack } from '../support/stack';

const RECORDS = 'p-records-ox';
const DATABASE = `marm_retention_${process.pid}`;

describe('given cases that ended years ago', () => {
  let mongo: MongoConnection;
  const at = () => ({ mongo: sharedStack().mongo, database: DATABASE });
  const ended = (): CaseState =>
    give(caseOn('s1', '2026-03-26'), '2026-03-27T10:00', {
      type: 'withdraw',
      data: { outcome: 'WITHDRAWN', reason: 'x', coordinatorAgreed: true },
    }).state;
  beforeAll(async () => {
    mongo = await connectMongo(sharedStack().mongo, DATABASE);
    const held = give(ended(), '2026-03-30T10:00', { type: 'placeLegalHold', data: { reason: 'x' } }).state;
    const row = (ref: string, state: CaseState, training = false) => ({
      _id: ref as never,
      seq: 2,
      head: 'h',
      state,
      training,
      members: [],
    });
    await mongo.main
      .collection('cases')
      .insertMany([
        row('AAAA-22', ended()),
        row('BBBB-22', held),
        row('CCCC-22', ended(), true),
        row('DDDD-22', caseOn('s1', '2026-03-26')),
      ]);
  });
  afterAll(async () => {
    await mongo.main.dropDatabase();
    await mongo.close();
  });

  it('when their time has not come, then there is nothing to review', async () => {
    expect(await previewReview(at(), '2034-03-26')).toEqual([]);
  });
  it('when it has, then they are listed with what holds them and why; those of training and living ones are not', async () => {
    const lines = await previewReview(at(), '2034-03-27');
    expect(lines.map(({ ref, dueOn, hold }) => [ref, dueOn, hold])).toEqual([
      ['AAAA-22', '2034-03-27', false],
      ['BBBB-22', '2034-03-27', true],
    ]);
    expect(lines.map(({ why }) => why).join('\n')).toMatch(/kept for 8 years[\s\S]*legal hold/);
  });
  it('when tasks are raised, then one for each that is not held, once, and nothing is deleted', async () => {
    await raiseReviews(at(), '2034-03-27');
    await raiseReviews(at(), '2034-04-03');
    const tasks = await tasksOf(mongo).list();
    expect(tasks.map(({ kind, ref }) => [kind, ref])).toEqual([['RETENTION_REVIEW', 'AAAA-22']]);
    expect(await mongo.main.collection('cases').countDocuments()).toBe(4);
  });
});

describe('given a case that ended today', () => {
  let coordinator: Caller;
  let ref: string;
  const dispose = (by: string, ...args: readonly string[]) =>
    marm(sharedStack().stateDir, ['ops', 'dispose', ref, '--reviewed-by', by, ...args]);
  beforeAll(async () => {
    coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
    ref = await open(await callerOf(sharedStack(), PEOPLE.referrer), referral());
    expect((await coordinator.give(ref, 'withdraw', { outcome: 'WITHDRAWN', reason: 'Synthetic.', coordinatorAgreed: true })).status).toBe(
      200,
    );
  });

  it('when its disposal is asked for, then it is refused before its time, and to anybody else at any time', async () => {
    const early = await dispose(RECORDS, '--decision', 'DISPOSE', '--reason', 'NO_LONGER_NEEDED');
    const nobody = await dispose(PEOPLE.coordinator, '--decision', 'DISPOSE', '--reason', 'NO_LONGER_NEEDED');
    expect([early.code, early.err]).toEqual([1, expect.stringMatching(/^RETENTION_NOT_OVER: The record is kept until/)]);
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('neither the records manager nor')]);
  });
  it('when it is kept to a later day, then the decision stands in the record of the case, by who made it', async () => {
    const kept = await dispose(RECORDS, '--decision', 'KEEP', '--reason', 'REVIEW_OR_INQUIRY', '--until', '2036-03-31');
    expect([kept.code, kept.out]).toEqual([0, expect.stringMatching(/^Decided in entry \d+ of .*: KEEP until 2036-03-31\.\n$/)]);
    const entry = (await timelineOf(coordinator, ref)).find(({ command }) => command === 'decideRetention');
    expect(entry).toMatchObject({ actor: RECORDS, events: [{ type: 'RetentionDecided', until: '2036-03-31' }] });
  });
  it('when the engine is asked what is due, then nothing is, and nothing is done', async () => {
    const { code, out } = await marm(sharedStack().stateDir, ['ops', 'run', 'retention-review', '--json']);
    expect([code, JSON.parse(out)]).toEqual([0, { asked: false, lines: [] }]);
  });
});
