import { describe, expect, it } from '@jest/globals';
import { findProfile, nextPending, noticesOf } from '../../../domain';
import { caseOn, deadlines, give } from '../../support/running';
import { entriesOf, messagesOn } from '../../support/scripts';
import { flags, refusals, spoken, step } from '../../support/story';

const owing = (steps: readonly ReturnType<typeof step>[]) => steps.slice(0, 7);
const plan = step('2026-12-10T10:03', 'publishPlan', { contingency: 'x' });
const died = step('2026-12-14T10:00', 'recordDeath', { note: 'x' });
const retracted = (at: string) => step(at, 'retractDeath', { reason: 'x' });
const lived = (until: string, ...more: readonly ReturnType<typeof step>[]) =>
  entriesOf('s7', (steps) => [...owing(steps), plan, ...more], { until });
const dead = () => caseOn('s7', '2026-12-09', plan, died);

describe('a death', () => {
  it('then the case begins to close: services are told, the record is kept, and whether to review the death is asked', () => {
    const entries = lived('2026-12-22', died);
    expect(messagesOn(entries, '2026-12-14').slice(-1)).toEqual(['N18 - LEAD_WORKER+RESPONSIBLE_MANAGER']);
    expect(flags(entries)).toEqual(['2026-12-14T10:00:00Z +LEGAL_HOLD']);
    expect(spoken(entries, 'T-CLOSE')).toEqual([
      '2026-12-18T09:00:00Z -1WD LEAD_WORKER+RESPONSIBLE_MANAGER',
      '2026-12-22T09:00:00Z +1WD COORDINATOR',
    ]);
    const state = dead();
    expect([state.stage, state.closure?.code]).toEqual(['CLOSING', 'DIED']);
    expect(state.gaps.map((gap) => gap.id)).toEqual(
      expect.arrayContaining(['sar-consideration', 'closure-actions', 'closure-risk-outcome']),
    );
    expect(state.gaps.map((gap) => gap.id)).not.toContain('closure-person-told');
  });
  it('then nobody is asked to tell the person; the record of the meeting is chased on', () => {
    const entries = lived('2026-12-18', died);
    expect(spoken(entries, 'T-FEEDBACK')).toEqual([]);
    expect(spoken(entries, 'T-MINUTES').map((one) => one.split(' ')[1])).toEqual(['-1WD', '+1WD']);
  });
  it('then nothing goes to the person’s advocate by itself', () => {
    const to = [{ role: 'ADVOCATE' }, { role: 'COORDINATOR' }] as const;
    const notice = { notice: 'N18', to, clock: null, key: '-', threshold: null, variant: 'proposed', planned: false } as const;
    const told = (state: ReturnType<typeof dead>) =>
      noticesOf([{ type: 'NoticeDue', at: state.lastAt, notice }], state).map((one) => one.to.role);
    expect(told(dead())).toEqual(['COORDINATOR']);
    expect(told(caseOn('s7', '2026-12-09', plan))).toEqual(['ADVOCATE', 'COORDINATOR']);
  });
  it('given a closure is proposed already, then its days and answers stand, and nothing is sent again', () => {
    const proposed = step('2026-12-11T10:00', 'proposeClosure', { code: 'RISK_REMOVED', reason: 'x' });
    const state = caseOn('s7', '2026-12-09', plan, proposed, died);
    expect(state.closure).toMatchObject({ code: 'DIED', proposedOn: '2026-12-11' });
    expect(messagesOn(lived('2026-12-14', proposed, died), '2026-12-14').filter((one) => one.startsWith('N18'))).toEqual([]);
    const back = give(state, '2026-12-15T10:00', { type: 'retractDeath', data: { reason: 'x' } }).state;
    expect([back.stage, back.closure?.code, back.flags]).toEqual(['CLOSING', 'RISK_REMOVED', []]);
  });
  it('given a meeting is booked, then it is cancelled; the case can die in any stage', () => {
    const { state, events } = give(caseOn('s7', '2026-12-02'), '2026-12-03T10:00', { type: 'recordDeath', data: { note: 'x' } });
    expect(events.map((one) => one.type)).toEqual(expect.arrayContaining(['PersonDied', 'MeetingCancelled', 'ClosureProposed']));
    expect(deadlines(state)).toEqual(['T-CLOSE - 2026-12-10']);
  });
  it.each([
    ['recorded twice', [died, step('2026-12-14T11:00', 'recordDeath', { note: 'x' })], 'DEATH_IS_RECORDED'],
    [
      'objected to',
      [died, step('2026-12-14T11:00', 'objectToClosure', { service: 'svc-housing', reason: 'x', reviewOn: '2027-01-20' })],
      'DEATH_IS_RECORDED',
    ],
    ['proposed as a closure', [step('2026-12-14T11:00', 'proposeClosure', { code: 'DIED', reason: 'x' })], 'RECORD_THE_DEATH'],
    ['closed with its gaps open', [died, step('2026-12-22T11:00', 'confirmClosure', {})], 'GAPS_OPEN'],
  ] as const)('cannot be %s', (_what, steps, code) => {
    expect(refusals(lived('2026-12-31', ...steps))).toEqual([code]);
  });
});

describe('a death taken back', () => {
  it('then the case goes on where it was, with one catch-up each, and nothing said twice', () => {
    const entries = lived('2026-12-23', died, retracted('2026-12-17T10:00'));
    expect(refusals(entries)).toEqual([]);
    expect(flags(entries)).toEqual(['2026-12-14T10:00:00Z +LEGAL_HOLD', '2026-12-17T10:00:00Z -LEGAL_HOLD']);
    expect(spoken(entries, 'T-ACTION').map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      '2026-12-17T10:00:00Z catch-up',
      '2026-12-18T09:00:00Z due',
      '2026-12-21T09:00:00Z +1WD',
      '2026-12-23T09:00:00Z +3WD',
    ]);
    expect(spoken(entries, 'T-CLOSE')).toEqual([]);
  });
  it('given it is taken back within the hour, then every deadline is as it was', () => {
    const before = caseOn('s7', '2026-12-09', plan);
    const at = give(before, '2026-12-14T09:30').state;
    const { state } = give(give(at, '2026-12-14T10:00', { type: 'recordDeath', data: { note: 'x' } }).state, '2026-12-14T10:30', {
      type: 'retractDeath',
      data: { reason: 'x' },
    });
    expect([state.stage, state.closure, state.flags]).toEqual([at.stage, null, []]);
    expect(deadlines(state)).toEqual(deadlines(at));
    expect(state.gaps.map((gap) => gap.id)).not.toContain('sar-consideration');
  });
  it('given the case is closed, then only the death goes, and it may be opened again', () => {
    const gaps = ['sar-consideration', 'closure-actions', 'closure-risk-outcome'];
    const closing = [
      died,
      ...gaps.map((gap) => step('2026-12-15T10:00', 'closeGap', { gap, entry: 'x' })),
      step('2026-12-22T11:00', 'confirmClosure', {}),
    ];
    const closed = caseOn('s7', '2026-12-09', plan, ...closing);
    expect(closed.stage).toBe('CLOSED');
    expect(give(closed, '2026-12-23T10:00', { type: 'reopenCase', data: { reason: 'x' } }).refused).toBe('DEATH_IS_RECORDED');
    const back = give(closed, '2026-12-23T10:00', { type: 'retractDeath', data: { reason: 'x' } });
    expect(back.state.stage).toBe('CLOSED');
    expect(give(back.state, '2026-12-23T11:00', { type: 'reopenCase', data: { reason: 'x' } }).state.stage).toBe('PLAN_ACTIVE');
  });
  it('given none is recorded, then it is refused', () => {
    const proposed = step('2026-12-11T10:00', 'proposeClosure', { code: 'RISK_REMOVED', reason: 'x' });
    expect(refusals(lived('2026-12-14', proposed, retracted('2026-12-14T10:00')))).toEqual(['NO_DEATH_RECORDED']);
  });
});

describe('a legal hold', () => {
  const place = step('2026-12-14T10:00', 'placeLegalHold', { reason: 'x' });
  const lift = (at: string) => step(at, 'liftLegalHold', { reason: 'x' });
  it('then its flag stands until it is lifted, and neither is done twice', () => {
    const entries = lived('2026-12-16', place, { ...place, at: '2026-12-14T11:00' }, lift('2026-12-15T10:00'), lift('2026-12-15T11:00'));
    expect(flags(entries)).toEqual(['2026-12-14T10:00:00Z +LEGAL_HOLD', '2026-12-15T10:00:00Z -LEGAL_HOLD']);
    expect(refusals(entries)).toEqual(['ALREADY_ON_HOLD', 'NOT_ON_HOLD']);
  });
  it('given a case that has ended, then it is placed all the same, and wakes nothing', () => {
    const withdrawn = give(caseOn('s7', '2026-12-02'), '2026-12-03T10:00', {
      type: 'withdraw',
      data: { reason: 'WITHDRAWN', note: 'x' },
    }).state;
    const { state, refused } = give({ ...withdrawn, stage: 'NOT_PROCEEDED' }, '2027-02-01T10:00', {
      type: 'placeLegalHold',
      data: { reason: 'x' },
    });
    expect([refused, state.flags.map((one) => one.flag)]).toEqual([null, ['LEGAL_HOLD']]);
    expect(nextPending(state, findProfile('oxfordshire')!)).toBeUndefined();
  });
  it('given one was placed before a death, then taking the death back leaves it', () => {
    const state = caseOn('s7', '2026-12-09', plan, place, { ...died, at: '2026-12-14T12:00' }, retracted('2026-12-15T10:00'));
    expect(state.flags.map((one) => one.flag)).toEqual(['LEGAL_HOLD']);
  });
});

describe('another way for what could not be delivered', () => {
  const row = (n: number) => ({ seq: 4, n });
  const failure = (n: number) => ({ ...row(n), reason: 'REFUSED', role: 'LEAD_WORKER', service: 'svc-housing', notice: 'N09' });
  const failed = step('2026-12-14T10:00', 'recordDeliveryFailure', { rows: [failure(0), failure(1)] }, { actor: 'system' });
  const rang = (at: string, ...rows: readonly object[]) => step(at, 'recordOtherChannel', { rows, channel: 'PHONE' });
  it('given one of two is passed on, then the flag stands until the other is', () => {
    const entries = lived('2026-12-17', failed, rang('2026-12-14T11:00', row(0)), rang('2026-12-15T11:00', row(1)));
    expect(flags(entries)).toEqual(['2026-12-14T10:00:00Z +DELIVERY_FAILED', '2026-12-15T11:00:00Z -DELIVERY_FAILED']);
  });
  it('given a message that did not fail, or was passed on, then it is refused', () => {
    const again = rang('2026-12-14T12:00', row(0));
    expect(refusals(lived('2026-12-17', failed, rang('2026-12-14T11:00', row(0)), again, rang('2026-12-14T13:00', row(7))))).toEqual([
      'UNKNOWN_DELIVERY',
      'UNKNOWN_DELIVERY',
    ]);
  });
  it('given the case closes meanwhile, then only a person clears it', () => {
    const state = caseOn('s7', '2026-12-09', plan, failed, died);
    expect(state.flags.map((one) => one.flag).sort()).toEqual(['DELIVERY_FAILED', 'LEGAL_HOLD']);
  });
});
