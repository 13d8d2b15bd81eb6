import { describe, expect, it } from '@jest/globals';
import type { ScriptStep } from '../../../domain';
import { HOUSING, lived, TRUST, withPlan } from '../../support/challenges';
import { daysOf } from '../../support/scripts';
import { refusals, step } from '../../support/story';

type Row = Readonly<Record<string, unknown>>;
interface Review {
  readonly booked?: string;
  readonly on: string;
  readonly trust: Row;
  readonly before?: readonly ScriptStep[];
}

const MISSED: Row = { status: 'NO_RESPONSE' };

// A review of both services: booked, held, and the plan confirmed with the next date.
const review = ({ booked, on, trust, before = [] }: Review, next: string): readonly ScriptStep[] => [
  ...(booked === undefined
    ? []
    : [step(`${booked}T10:00`, 'scheduleReview', { on, mode: 'ONLINE', services: [{ service: HOUSING }, { service: TRUST }] })]),
  ...before,
  step(`${on}T12:00`, 'completeMeeting', {
    heldOn: on,
    attendance: [
      { service: HOUSING, status: 'ATTENDED' },
      { service: TRUST, ...trust },
    ],
    outcomes: ['CONTINUE'],
  }),
  step(`${on}T12:05`, 'confirmPlanUnchanged', { reviewOn: next, reviewReason: 'synthetic' }),
];

const first: Review = { booked: '2026-08-14', on: '2026-08-20', trust: MISSED };
const second: Review = { booked: '2026-08-26', on: '2026-09-03', trust: MISSED };
// The day after the second review is Friday 4 September; the third working day is Tuesday 8 September.
const told = (one: Review, other: Review, more: readonly ScriptStep[] = []) => {
  const { entries, state } = lived([...withPlan, ...review(one, '2026-09-03'), ...review(other, '2026-10-01'), ...more], '2026-09-30');
  expect(refusals(entries)).toEqual([]);
  return { days: daysOf(entries, 'T-ABSENT'), drafts: state.challenges.length };
};

describe('two absences, one directly after the other', () => {
  it('given both count, then the service is asked twice and a challenge is drafted on the third working day', () => {
    expect(told(first, second)).toEqual({ days: ['2026-08-21', '2026-09-04', '2026-09-08'], drafts: 1 });
  });
  it('given an apology without information, then it counts like silence', () => {
    expect(told({ ...first, trust: { status: 'APOLOGY' } }, second).drafts).toBe(1);
  });
  it.each([
    ['the first was excused', { ...first, trust: { ...MISSED, excused: true } }, second],
    ['the second was excused', first, { ...second, trust: { ...MISSED, excused: true } }],
    ['the first was booked with two working days’ notice', { ...first, booked: '2026-08-18' }, second],
    ['the second was never booked', first, { on: '2026-09-03', trust: MISSED }],
  ] as const)('given %s, then it is asked both times and nothing is drafted', (_what, one, other) => {
    expect(told(one, other)).toEqual({ days: ['2026-08-21', '2026-09-04'], drafts: 0 });
  });
  it('given exactly three working days of notice, then the absence counts', () => {
    expect(told({ ...first, booked: '2026-08-17' }, second).drafts).toBe(1);
  });
  it.each([
    ['came to the first', 'ATTENDED'],
    ['came to a part of it', 'PART'],
    ['sent information with its apology', 'APOLOGY_WITH_INFO'],
    ['said that it is not relevant', 'DECLINED_NOT_RELEVANT'],
  ])('given the service %s, then it is asked once only', (_what, status) => {
    expect(told({ ...first, trust: { status } }, second)).toEqual({ days: ['2026-09-04'], drafts: 0 });
  });
});

describe('a contribution in writing', () => {
  const contribution = (at: string) => step(at, 'submitContribution', { service: TRUST, text: 'synthetic' });
  it('given it came before the meeting, then there is no absence', () => {
    expect(told({ ...first, before: [contribution('2026-08-19T10:00')] }, second)).toEqual({ days: ['2026-09-04'], drafts: 0 });
  });
  it('given it came before nine on the next working day, then nobody is asked', () => {
    expect(told(first, second, [contribution('2026-09-04T08:30')])).toEqual({ days: ['2026-08-21'], drafts: 0 });
  });
  it('given it came by its date after the first, then that absence does not count', () => {
    const inTime = { ...contribution('2026-08-26T11:00'), occurredOn: '2026-08-24' };
    const steps = [...withPlan, ...review(first, '2026-09-03'), inTime, ...review(second, '2026-10-01').map(later)];
    expect(lived(steps, '2026-09-30').state.challenges).toEqual([]);
  });
  it('given it came too late for the first and before the second, then it is for the second', () => {
    expect(told(first, { ...second, before: [contribution('2026-08-31T11:00')] })).toEqual({ days: ['2026-08-21'], drafts: 0 });
  });
  it('given it came in time after the first with the second booked already, then it says nothing of the second', () => {
    const booked = { ...second, booked: '2026-08-21', before: [contribution('2026-08-24T11:00')] };
    expect(told(first, booked)).toEqual({ days: ['2026-08-21', '2026-09-04'], drafts: 0 });
  });
});

// The booking of the second review a day later, after what was written on 26 August.
const later = (one: ScriptStep): ScriptStep => (one.command === 'scheduleReview' ? { ...one, at: '2026-08-27T10:00' } : one);

describe('the question whether to challenge', () => {
  const challenge = (at: string) => step(at, 'raiseChallenge', { id: 'c1', service: TRUST, text: 'synthetic' });
  const settled = (at: string) => step(at, 'resolveChallenge', { challenge: 'c1', outcome: 'RESOLVED_ACTION_AGREED' });
  it('given a challenge of the service is open that morning, then it is dropped and does not come later', () => {
    const steps = [challenge('2026-09-07T10:00'), settled('2026-09-10T10:00')];
    expect(told(first, second, steps)).toEqual({ days: ['2026-08-21', '2026-09-04'], drafts: 1 });
  });
  it('given that was settled the day before, then it is asked', () => {
    const steps = [challenge('2026-09-04T10:00'), settled('2026-09-07T10:00')];
    expect(told(first, second, steps).days).toContain('2026-09-08');
  });
  it('given the case is about to close, then nobody is asked any more, even if that is objected to', () => {
    const { entries } = lived(
      [
        ...withPlan,
        ...review(first, '2026-09-03'),
        ...review(second, '2026-10-01'),
        step('2026-09-03T15:00', 'proposeClosure', { code: 'RISK_REMOVED', reason: 'synthetic' }),
        step('2026-09-09T10:00', 'objectToClosure', { service: HOUSING, reason: 'synthetic', reviewOn: '2026-10-01' }),
      ],
      '2026-09-30',
    );
    expect(refusals(entries)).toEqual([]);
    expect(daysOf(entries, 'T-ABSENT')).toEqual(['2026-08-21']);
  });
  it('given a meeting that is recorded late, then one message of each kind catches up', () => {
    const late = review(second, '2026-10-01').map((one) =>
      one.command === 'scheduleReview' ? one : { ...one, at: one.at.replace('2026-09-03', '2026-09-10') },
    );
    const { entries, state } = lived([...withPlan, ...review(first, '2026-09-03'), ...late], '2026-09-30');
    const caught = entries.filter((one) => one.clock === 'T-ABSENT' && one.at > '2026-09').map((one) => `${one.at} ${one.notice ?? ''}`);
    expect(caught).toEqual(['2026-09-10T11:00:00Z N11', '2026-09-10T11:00:00Z N15']);
    expect(state.challenges).toHaveLength(1);
  });
});
