import { describe, expect, it } from '@jest/globals';
import type { ScriptStep } from '../../../domain';
import { daysOf, entriesOf, messagesOn } from '../../support/scripts';
import { flags, refusals, spoken } from '../../support/story';

const upTo =
  (last: string, ...more: readonly ScriptStep[]) =>
  (steps: readonly ScriptStep[]) => [...steps.filter((step) => step.at <= last), ...more];
const step = (at: string, command: string, data: ScriptStep['data'] = {}, more: Partial<ScriptStep> = {}): ScriptStep => ({
  at,
  command,
  data,
  ...more,
});
const whole = {
  code: 'RISK_REDUCED_SINGLE_AGENCY',
  reason: 'x',
  riskOutcome: 'REDUCED',
  finalTier: 'LOW',
  capacityNote: 'x',
  personTold: 'x',
  residualRiskHolder: 'p-x',
  reReferralRoute: 'x',
};

describe('closing a case', () => {
  it('given no answers at tier LOW, then confirming waits for the fifth working day', () => {
    const early = entriesOf(
      's1',
      upTo('2026-07-01T11:30', step('2026-07-07T10:00', 'confirmClosure'), step('2026-07-08T10:00', 'confirmClosure')),
    );
    expect(refusals(early)).toEqual(['ANSWERS_AWAITED']);
    expect(early.at(-1)?.notice).toBe('N18');
  });
  it('given every service agrees, then it may be confirmed at once', () => {
    const answers = ['svc-fire-safety', 'svc-housing', 'svc-gp'].map((service) => step('2026-07-02T10:00', 'answerClosure', { service }));
    expect(refusals(entriesOf('s1', upTo('2026-07-01T11:30', ...answers, step('2026-07-02T11:00', 'confirmClosure'))))).toEqual([]);
  });
  it('given nobody confirms, then those who have not answered on the fourth day and the coordinator on the sixth, and no more', () => {
    const left = entriesOf('s1', upTo('2026-07-01T11:30', step('2026-07-02T10:00', 'answerClosure', { service: 'svc-gp' })), {
      until: '2026-08-31',
    });
    expect(spoken(left, 'T-CLOSE')).toEqual([
      '2026-07-07T08:00:00Z -1WD LEAD_WORKER+RESPONSIBLE_MANAGER',
      '2026-07-09T08:00:00Z +1WD COORDINATOR',
    ]);
  });
  it('given gaps of the record, then confirming is refused until each is closed', () => {
    const bare = step('2026-07-01T11:30', 'proposeClosure', {
      code: 'RISK_REMOVED',
      reason: 'x',
      finalTier: 'LOW',
      riskOutcome: 'REMOVED',
      capacityNote: 'x',
      personTold: 'x',
    });
    const refused = entriesOf('s1', upTo('2026-07-01T11:00', bare, step('2026-07-08T12:00', 'confirmClosure')));
    expect(refusals(refused)).toEqual(['GAPS_OPEN']);
    const closed = step('2026-07-02T12:00', 'closeGap', { gap: 'closure-way-back', notConsideredBecause: 'x' });
    expect(refusals(entriesOf('s1', upTo('2026-07-01T11:00', bare, closed, step('2026-07-08T12:00', 'confirmClosure'))))).toEqual([]);
  });
  it('given tier HIGH and an unfinished action, then silence is no answer', () => {
    const open = step('2026-07-01T11:05', 'addAction', { id: 'a2', text: 'x', service: 'svc-housing', dueOn: '2026-07-31' });
    const high = step('2026-07-01T11:30', 'proposeClosure', { ...whole, finalTier: 'HIGH', escalationConsidered: 'x' });
    const gap = step('2026-07-02T12:00', 'closeGap', { gap: 'closure-actions', entry: 'x' });
    const confirm = step('2026-07-09T12:00', 'confirmClosure', {}, { actor: 'simulated-coordinator_manager' });
    expect(refusals(entriesOf('s1', upTo('2026-07-01T11:00', open, high, gap, confirm)))).toEqual(['ANSWERS_MISSING']);
    const answered = step('2026-07-03T12:00', 'answerClosure', { service: 'svc-housing' });
    expect(refusals(entriesOf('s1', upTo('2026-07-01T11:00', open, high, gap, answered, confirm)))).toEqual([]);
  });
  it('given a sign-off by somebody who manages nothing of the case, then it is refused', () => {
    const signed = step('2026-07-01T11:30', 'proposeClosure', { ...whole, managerSignOff: 'simulated-referrer' });
    expect(refusals(entriesOf('s1', upTo('2026-07-01T11:00', signed)))).toEqual(['NOT_A_MANAGER']);
  });
  it('given an objection, then the plan goes on, actions run on with what was sent, and a review is due', () => {
    const open = step('2026-07-01T11:05', 'addAction', { id: 'a2', text: 'x', service: 'svc-housing', dueOn: '2026-07-03' });
    const proposed = step('2026-07-02T09:30', 'proposeClosure', whole);
    const objected = step('2026-07-09T10:00', 'objectToClosure', { service: 'svc-housing', reason: 'x', reviewOn: '2026-07-29' });
    const back = entriesOf('s1', upTo('2026-07-01T11:00', open, proposed, objected), { until: '2026-07-29' });
    expect(refusals(back)).toEqual([]);
    // Proposed on Thursday morning after the day-before-yesterday message was caught up; the rest of the ladder waits for the objection.
    expect(
      spoken(back, 'T-ACTION')
        .filter((one) => one > '2026-06')
        .map((one) => one.split(' ').slice(0, 2).join(' ')),
    ).toEqual([
      '2026-07-01T10:05:00Z catch-up',
      '2026-07-09T09:00:00Z catch-up',
      '2026-07-10T08:00:00Z +5WD',
      '2026-07-17T08:00:00Z +10WD',
      '2026-07-24T08:00:00Z +15WD',
    ]);
    expect(daysOf(back, 'T-REVIEW').at(-1)).toBe('2026-07-28');
  });
  it('given it is closed, then nothing more is said; opened again within 20 working days it needs a review date', () => {
    expect(entriesOf('s1', (steps) => steps, { until: '2027-07-01' }).filter((one) => one.at > '2026-07-08T10:30:00Z')).toEqual([]);
    const reopen = (at: string, data: ScriptStep['data']) =>
      entriesOf('s1', (steps) => [...steps, step(at, 'reopenCase', data)], { until: '2026-08-20' });
    expect(refusals(reopen('2026-08-05T10:00', { reason: 'x', reviewOn: '2026-08-20' }))).toEqual([]);
    expect(refusals(reopen('2026-08-05T10:00', { reason: 'x' }))).toEqual(['REVIEW_MISSING']);
    expect(refusals(reopen('2026-08-06T10:00', { reason: 'x', reviewOn: '2026-08-20' }))).toEqual(['TOO_LATE_TO_REOPEN']);
  });
  it('given a booked review when closure is proposed, then it is cancelled and its services are told', () => {
    const proposed = step('2026-06-19T10:00', 'proposeClosure', whole);
    const entries = entriesOf('s1', upTo('2026-06-18T10:00', proposed), { until: '2026-07-31' });
    expect(messagesOn(entries, '2026-06-19')).toEqual(['N06 - LEAD_WORKER', 'N18 - LEAD_WORKER+RESPONSIBLE_MANAGER']);
    expect(daysOf(entries, 'T-REVIEW').filter((day) => day > '2026-06-19')).toEqual([]);
    expect(flags(entries)).toEqual([]);
  });
});
