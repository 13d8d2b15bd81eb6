import { describe, expect, it } from '@jest/globals';
import { findProfile, nextPending, settle } from '../../../domain';
import type { CaseState, ClockId } from '../../../domain';
import { NEW_CLOSING } from '../../../domain/case/regions/closing';
import { restOf } from '../../../domain/clocks/rest';
import { roleCase } from '../../support/roleCase';
import { caseOn, deadlines, give } from '../../support/running';
import { entriesOf } from '../../support/scripts';
import { flags, refusals, spoken, step } from '../../support/story';

/** What a proposed closure and a closure do to each clock, by hand from the rules of closing: keep, suspend, end; carried: only with an owner. */
const TABLE: Readonly<Record<string, readonly [closing: string, closed: string]>> = {
  'T-ACK': ['end', 'end'],
  'T-TRIAGE': ['end', 'end'],
  'T-CONTACT': ['end', 'end'],
  'T-HANDOVER': ['end', 'end'],
  'T-MEET': ['end', 'end'],
  'T-INVITE': ['end', 'end'],
  'T-INFO': ['end', 'end'],
  'T-REMIND': ['end', 'end'],
  'T-HELD': ['end', 'end'],
  'T-SUMMARY': ['keep', 'end'],
  'T-MINUTES': ['keep', 'end'],
  'T-FEEDBACK': ['keep', 'end'],
  'T-ABSENT': ['end', 'end'],
  'T-PLANDIST': ['end', 'end'],
  'T-ACTION': ['suspend', 'end'],
  'T-SILENT': ['suspend', 'end'],
  'T-ACCEPT': ['suspend', 'end'],
  'T-REVIEW': ['end', 'end'],
  'T-RISK': ['end', 'end'],
  'T-RERATE': ['end', 'end'],
  'T-CONCERN': ['keep', 'end'],
  'T-LA': ['keep', 'carried'],
  'T-CHALLENGE': ['keep', 'carried'],
  'T-CONSENT': ['suspend', 'end'],
  'T-CAPACITY': ['suspend', 'end'],
  'T-ADVOCATE': ['suspend', 'end'],
  'T-AGE18': ['suspend', 'end'],
  'T-ROLE': ['keep', 'end'],
  'T-CLOSE': ['keep', 'end'],
  'T-RETAIN': ['end', 'keep'],
  'T-PAUSE': ['end', 'end'],
  'T-DELIVERY': ['keep', 'keep'],
};
const rest = (clock: string, more: Partial<CaseState>) => restOf(roleCase(more), { clock: clock as ClockId, key: 'k' });

describe.each(Object.entries(TABLE))('%s at the end of a case', (clock, [closing, closed]) => {
  it(`while a closure is proposed: ${closing}`, () => {
    expect(rest(clock, { stage: 'CLOSING' })).toBe(closing);
  });
  it(`in a closed case: ${closed}`, () => {
    const carried = { ...NEW_CLOSING, carried: [{ clock, key: 'k', owner: 'p-owner' }] };
    expect(rest(clock, { stage: 'CLOSED' })).toBe(closed === 'carried' ? 'end' : closed);
    expect(rest(clock, { stage: 'CLOSED', closing: carried })).toBe(closed === 'carried' ? 'keep' : closed);
  });
  it('in a case that ended before: only what could not be delivered', () => {
    expect(rest(clock, { stage: 'NOT_PROCEEDED' })).toBe(clock === 'T-DELIVERY' ? 'keep' : 'end');
  });
});

/** S7 with the meeting of Wed 9 Dec 2026 whose record is not published, and an action due Fri 18 Dec. */
const owing = (steps: readonly ReturnType<typeof step>[]) => steps.slice(0, 7);
const plan = step('2026-12-10T10:03', 'publishPlan', { contingency: 'x' });
const propose = (at: string) =>
  step(at, 'proposeClosure', {
    code: 'RISK_REMOVED',
    reason: 'x',
    riskOutcome: 'REMOVED',
    finalTier: 'LOW',
    capacityNote: 'x',
    personTold: 'x',
    reReferralRoute: 'x',
  });
const ended = (at: string) => step(at, 'closeGap', { gap: 'closure-actions', entry: 'x' });
const days = (entries: ReturnType<typeof entriesOf>, clock: string) =>
  spoken(entries, clock).map((one) => one.split(' ').slice(0, 2).join(' '));
const object = (at: string, reviewOn: string) => step(at, 'objectToClosure', { service: 'svc-housing', reason: 'x', reviewOn });

describe('a proposed closure', () => {
  const closing = (until: string, ...more: readonly ReturnType<typeof step>[]) =>
    entriesOf('s7', (steps) => [...owing(steps), plan, propose('2026-12-11T10:00'), ...more], { until });
  it('then the record and word to the person are chased on, actions and review are not', () => {
    const entries = closing('2026-12-31');
    expect(days(entries, 'T-MINUTES')).toContain('2026-12-17T09:00:00Z +1WD');
    expect(days(entries, 'T-FEEDBACK')).toContain('2026-12-16T09:00:00Z due');
    expect([...days(entries, 'T-ACTION'), ...days(entries, 'T-REVIEW'), ...days(entries, 'T-PLANDIST')]).toEqual([]);
  });
  it('given an objection, then actions run on their old dates with one catch-up, the review on its new date, and what was cancelled stays so', () => {
    const entries = closing('2026-12-29', object('2026-12-22T10:00', '2027-01-20'));
    expect(refusals(entries)).toEqual([]);
    expect(spoken(entries, 'T-ACTION')).toEqual([
      '2026-12-22T10:00:00Z catch-up LEAD_WORKER',
      '2026-12-23T09:00:00Z +3WD LEAD_WORKER+RESPONSIBLE_MANAGER',
      '2026-12-29T09:00:00Z +5WD COORDINATOR+RESPONSIBLE_MANAGER',
    ]);
    expect(days(entries, 'T-PLANDIST')).toEqual([]);
    const again = closing('2027-01-06', object('2026-12-22T10:00', '2027-01-20'));
    expect(days(again, 'T-REVIEW')).toEqual(['2027-01-06T09:00:00Z -10WD']);
  });
});

describe('a closed case', () => {
  const close = [plan, propose('2026-12-11T10:00'), ended('2026-12-11T10:01'), step('2026-12-21T10:00', 'confirmClosure', {})];
  const closed = () => caseOn('s7', '2026-12-09', ...owing([]), ...close);
  it('then nothing runs but the keeping of its record, eight years on, which wakes nobody', () => {
    const state = closed();
    expect([state.stage, deadlines(state)]).toEqual(['CLOSED', ['T-RETAIN - 2034-12-21']]);
    expect(nextPending(state, findProfile('oxfordshire')!)).toBeUndefined();
    expect(settle(state, findProfile('oxfordshire')!, Date.parse('2035-12-31T00:00:00Z'))).toEqual([]);
  });
  it('given the day eight years on is a Saturday, then the last working day before it', () => {
    const late = [plan, propose('2026-12-11T10:00'), ended('2026-12-11T10:01'), step('2026-12-23T10:00', 'confirmClosure', {})];
    expect(deadlines(caseOn('s7', '2026-12-09', ...late))).toEqual(['T-RETAIN - 2034-12-22']);
  });
  it('given it is opened again, then what ran before the proposal runs on: one catch-up each, nothing twice, flags as they stood', () => {
    const reopened = step('2026-12-31T10:00', 'reopenCase', { reason: 'x' }, { actor: 'simulated-coordinator_manager' });
    const entries = entriesOf('s7', (steps) => [...owing(steps), ...close, reopened], { until: '2026-12-31' });
    expect(refusals(entries)).toEqual([]);
    const since = (clock: string) => days(entries, clock).filter((one) => one >= '2026-12-31');
    expect(since('T-ACTION')).toEqual(['2026-12-31T10:00:00Z catch-up']);
    // Of the record only what had not been said: -1WD and +1WD went while the closure was proposed.
    expect(since('T-MINUTES')).toEqual(['2026-12-31T10:00:00Z catch-up']);
    expect(since('T-PLANDIST')).toEqual(['2026-12-31T10:00:00Z catch-up']);
    expect(since('T-RETAIN')).toEqual([]);
    const state = give(closed(), '2026-12-31T10:00', { type: 'reopenCase', data: { reason: 'x' } }).state;
    expect(state.stage).toBe('PLAN_ACTIVE');
    expect(deadlines(state)).toEqual([
      'T-ACTION action:repairs 2026-12-18',
      'T-FEEDBACK meeting:1 2026-12-16',
      'T-MINUTES meeting:1 2026-12-16',
      'T-PLANDIST plan:1 2026-12-14',
      'T-REVIEW review:1 2027-01-20',
      'T-SILENT action:repairs 2026-12-23',
      'T-SUMMARY meeting:1 2026-12-10',
    ]);
  });
  it('given flags that stood, then they stand again when it is opened', () => {
    const stalled = [propose('2026-12-30T10:00'), ended('2026-12-30T10:01'), step('2027-01-08T10:00', 'confirmClosure', {})];
    const reopened = step('2027-01-11T10:00', 'reopenCase', { reason: 'x' });
    const entries = entriesOf('s7', (steps) => [...steps, ...stalled, reopened], { until: '2027-01-11' });
    expect(flags(entries)).toEqual([
      '2026-12-29T09:00:00Z +ACTION_STALLED',
      '2027-01-08T10:00:00Z -ACTION_STALLED',
      '2027-01-11T10:00:00Z +ACTION_STALLED',
    ]);
  });
  it('given what is to be carried does not run, then confirming is refused', () => {
    const carried = [{ clock: 'T-LA', key: 'none', owner: 'p-owner' }];
    const tried = caseOn('s7', '2026-12-09', ...close.slice(0, 3));
    expect(give(tried, '2026-12-21T10:00', { type: 'confirmClosure', data: { carried } }).refused).toBe('UNKNOWN_DEADLINE');
  });
});
