import { describe, expect, it } from '@jest/globals';
import { simulate } from '../../../domain';
import type { ScriptStep } from '../../../domain';
import { play, REFERRAL, refusals, spoken, step } from '../../support/story';

// Monday 5 January 2026.
const opened = step('2026-01-05T10:00', 'submitReferral', REFERRAL);
const named = step('2026-01-05T10:00', 'assignRole', { role: 'COORDINATOR_MANAGER', person: 'p-assessor' });
const capacity = (at: string, data: object) => step(at, 'recordCapacity', { id: 'tenancy', decision: 'synthetic', ...data });
const lacks = capacity('2026-01-06T10:00', { outcome: 'LACKS', assessor: 'p-assessor' });
const planned = step('2026-01-06T11:00', 'planBestInterests', { decision: 'tenancy', who: 'synthetic', plannedFor: '2026-01-09' });
const decided = (at: string) => step(at, 'recordBestInterests', { decision: 'tenancy', text: 'synthetic' });

const asked = (steps: readonly ScriptStep[], until: string) => spoken(play([opened, named, ...steps], until), 'T-CAPACITY');
const days = (steps: readonly ScriptStep[], until: string) => asked(steps, until).map((one) => one.replace(/T\S+| \S+$/g, ''));
const gaps = (steps: readonly ScriptStep[]): readonly string[] => {
  const result = simulate({ profile: 'oxfordshire', until: '2026-01-31', steps: [opened, ...steps] });
  if ('problems' in result || !result.state) throw new Error('the script is not sound');
  return result.state.gaps.map(({ item }) => item);
};

describe('given that capacity for a decision is lacking', () => {
  it('then next morning coordinator and assessor are asked who decides, and every fifth working day until that is named', () => {
    expect(asked([lacks], '2026-01-21')).toEqual([
      '2026-01-07T09:00:00Z decision-maker COORDINATOR+COORDINATOR_MANAGER',
      '2026-01-14T09:00:00Z +5WD COORDINATOR+COORDINATOR_MANAGER',
      '2026-01-21T09:00:00Z +10WD COORDINATOR+COORDINATOR_MANAGER',
    ]);
  });
  it('when an assessor takes no part in the case, then that person is not written to', () => {
    expect(asked([capacity('2026-01-06T10:00', { outcome: 'LACKS', assessor: 'p-elsewhere' })], '2026-01-07')).toEqual([
      '2026-01-07T09:00:00Z decision-maker COORDINATOR',
    ]);
  });
  it('when a day is named, then it is asked on that day, on the next, and from there on', () => {
    expect(days([lacks, planned], '2026-01-19')).toEqual(['2026-01-09 best-interests', '2026-01-12 +1WD', '2026-01-19 +6WD']);
  });
  it('when the decision is recorded, then only the look after 28 days stays, which repeats from its own date', () => {
    expect(days([lacks, planned, decided('2026-01-08T10:00')], '2026-02-10')).toEqual(['2026-02-03 re-look', '2026-02-10 +5WD']);
  });
  it('when a newer record finds it again, then the older one asks nothing more', () => {
    expect(days([lacks, capacity('2026-01-06T15:00', { outcome: 'HAS' })], '2026-03-01')).toEqual([]);
  });
  it('then an advocate is a gap until considered', () => {
    expect(gaps([lacks])).toContain('ADVOCATE_CONSIDERED');
    expect(gaps([lacks, step('2026-01-07T10:00', 'considerAdvocate', { result: 'NEEDED' })])).not.toContain('ADVOCATE_CONSIDERED');
  });
});

describe('given capacity that comes and goes', () => {
  it('when it is not lacking now, then only the look after 28 days comes', () => {
    expect(days([capacity('2026-01-06T10:00', { outcome: 'HAS', fluctuating: true })], '2026-02-03')).toEqual(['2026-02-03 re-look']);
  });
});

describe('given a planned assessment', () => {
  const plan = capacity('2026-01-06T10:00', { outcome: 'ASSESSMENT_PLANNED', assessmentOn: '2026-01-09' });
  it('then the coordinator is asked on its day, on the next, and from there on', () => {
    expect(asked([plan], '2026-01-19')).toEqual([
      '2026-01-09T09:00:00Z due COORDINATOR',
      '2026-01-12T09:00:00Z +1WD COORDINATOR',
      '2026-01-19T09:00:00Z +6WD COORDINATOR',
    ]);
  });
  it('when what came of it is recorded, then that ends', () => {
    expect(days([plan, capacity('2026-01-09T08:00', { outcome: 'HAS' })], '2026-02-01')).toEqual([]);
  });
  it.each([
    ['no day', {}, 'ASSESSMENT_DATE_MISSING'],
    ['a day that has passed', { assessmentOn: '2026-01-05' }, 'DUE_IN_PAST'],
    ['a day in another century', { assessmentOn: '2126-01-05' }, 'DATE_TOO_FAR'],
  ])('when it has %s, then it is refused', (_what, more, code) => {
    expect(refusals(play([opened, capacity('2026-01-06T10:00', { outcome: 'ASSESSMENT_PLANNED', ...more })], '2026-01-06'))).toEqual([
      code,
    ]);
  });
});

describe('given a meeting that spoke of capacity', () => {
  const meeting = (item: object) =>
    step('2026-01-06T10:00', 'completeMeeting', {
      heldOn: '2026-01-06',
      attendance: [{ service: 'svc-a', status: 'ATTENDED' }],
      outcomes: ['PLAN_AGREED'],
      capacity: item,
    });
  it('when it was found lacking, then N12 goes at once and the deadlines of that decision begin', () => {
    const entries = play([opened, meeting({ outcome: 'LACKS', id: 'tenancy' })], '2026-01-07');
    expect(entries.filter((one) => one.notice === 'N12').map((one) => `${one.at} ${one.key ?? ''}`)).toEqual([
      '2026-01-06T10:00:00Z -',
      '2026-01-07T09:00:00Z capacity:tenancy/decision-maker',
    ]);
  });
  it('when an assessment was planned without a day, then that is refused', () => {
    expect(refusals(play([opened, meeting({ outcome: 'ASSESSMENT_PLANNED' })], '2026-01-06'))).toEqual(['ASSESSMENT_DATE_MISSING']);
  });
});

describe('given what the record asks for', () => {
  it.each([
    ['a presumption without its reason', { outcome: 'PRESUMED_NOT_ASSESSED', risksDiscussed: 'v' }, 'CAPACITY_REASON'],
    ['a presumption without the risks discussed', { outcome: 'PRESUMED_NOT_ASSESSED', reason: 'v' }, 'RISKS_DISCUSSED'],
    ['differing views without the way to settle them', { outcome: 'DIFFERING_VIEWS', views: 'v' }, 'DIFFERING_VIEWS'],
  ])('when it is %s, then it is taken and a gap opens', (_what, data, item) => {
    expect(gaps([capacity('2026-01-06T10:00', data)])).toContain(item);
  });
});

describe('given best interests for a decision', () => {
  it.each([
    ['nobody recorded capacity for it', [], 'UNKNOWN_DECISION'],
    ['the person is thought able to make it', [capacity('2026-01-06T10:00', { outcome: 'HAS' })], 'NO_LACK_RECORDED'],
  ])('when %s, then planning and recording are refused', (_what, before, code) => {
    const both = [planned, decided('2026-01-06T12:00')];
    expect(refusals(play([opened, ...before, ...both], '2026-01-06'))).toEqual([code, code]);
  });
  it('when they are decided, then there is nothing to plan', () => {
    expect(refusals(play([opened, lacks, decided('2026-01-06T10:30'), planned], '2026-01-06'))).toEqual(['BEST_INTERESTS_DECIDED']);
  });
  it('when a day in the past is named, then it is refused', () => {
    const past = step('2026-01-06T11:00', 'planBestInterests', { decision: 'tenancy', who: 'v', plannedFor: '2026-01-05' });
    expect(refusals(play([opened, lacks, past], '2026-01-06'))).toEqual(['DUE_IN_PAST']);
  });
});

describe('given N12 outside open hours', () => {
  const evening = { ...lacks, at: '2026-01-06T20:00' };
  const rated = (tier: string) =>
    step('2026-01-06T10:00', 'completeMeeting', {
      heldOn: '2026-01-06',
      attendance: [{ service: 'svc-a', status: 'ATTENDED' }],
      outcomes: ['PLAN_AGREED'],
      tier,
    });
  it.each([
    ['HIGH', '2026-01-07T08:00:00Z'],
    ['CRITICAL', '2026-01-06T20:00:00Z'],
  ])('when the tier is %s, then it goes at %s', (tier, at) => {
    const entries = play([opened, rated(tier), evening], '2026-01-07');
    expect(entries.find((one) => one.notice === 'N12')?.at).toBe(at);
  });
});
