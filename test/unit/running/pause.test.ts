import { describe, expect, it } from '@jest/globals';
import { clockViews, findProfile } from '../../../domain';
import type { CaseState } from '../../../domain';
import { caseOn, deadlines, give, moves } from '../../support/running';
import { entriesOf } from '../../support/scripts';
import { flags, refusals, spoken, step } from '../../support/story';

/** S7: an action due Fri 18 Dec 2026, a review on Wed 20 Jan 2027, tier MODERATE. 25 and 28 Dec and 1 Jan are holidays. */
const MANAGER = { actor: 'simulated-coordinator_manager' };
const pause = (at: string, until: string, more: object = {}, envelope: object = {}) =>
  step(at, 'pauseClocks', { reason: 'HOSPITAL', until, owner: 'p-osei', ...more }, envelope);
const lived = (until: string, ...more: readonly ReturnType<typeof step>[]) =>
  entriesOf('s7', (steps) => [...steps, ...more].sort((a, b) => (a.at < b.at ? -1 : 1)), { until });
const days = (entries: ReturnType<typeof lived>, clock: string) =>
  spoken(entries, clock).map((one) => one.split(' ').slice(0, 2).join(' '));
const week = pause('2026-12-14T10:00', '2026-12-21');

describe('a pause of five working days', () => {
  const entries = lived('2027-01-27', week);
  it('then the action moves by them with its whole ladder, and says nothing meanwhile', () => {
    expect(days(entries, 'T-ACTION')).toEqual([
      '2026-12-23T09:00:00Z -2WD',
      '2026-12-29T09:00:00Z due',
      '2026-12-30T09:00:00Z +1WD',
      '2027-01-04T09:00:00Z +3WD',
      '2027-01-06T09:00:00Z +5WD',
      '2027-01-13T09:00:00Z +10WD',
      '2027-01-20T09:00:00Z +15WD',
      '2027-01-27T09:00:00Z +20WD',
    ]);
  });
  it('then the agreed review moves to 27 January', () => {
    expect(days(entries, 'T-REVIEW')).toEqual(['2027-01-13T09:00:00Z -10WD', '2027-01-20T09:00:00Z -5WD', '2027-01-26T09:00:00Z -1WD']);
  });
  it('then the coordinator hears of its end two working days before', () => {
    expect(spoken(entries, 'T-PAUSE')).toEqual(['2026-12-17T09:00:00Z -2WD COORDINATOR']);
  });
  it('then it ends by itself at midnight, and the record names both ends and what moved', () => {
    const begun = give(
      caseOn('s7', '2026-12-13'),
      '2026-12-14T10:00',
      week.command === 'pauseClocks' ? { type: 'pauseClocks', data: week.data } : undefined,
    );
    expect(moves(begun.events)).toEqual([
      'T-ACTION action:repairs 2026-12-18 2026-12-29 PAUSE',
      'T-SILENT action:repairs 2026-12-23 2027-01-04 PAUSE',
      'T-REVIEW review:1 2027-01-20 2027-01-27 PAUSE',
    ]);
    const after = give(begun.state, '2026-12-21T00:00');
    expect(after.events.filter((one) => one.type === 'ClocksResumed')).toEqual([
      {
        type: 'ClocksResumed',
        at: Date.parse('2026-12-21T00:00:00Z'),
        from: '2026-12-14',
        on: '2026-12-21',
        because: 'UNTIL',
        reasonRef: null,
      },
    ]);
    expect(after.state.running.pause).toBeNull();
    expect(deadlines(after.state)).toEqual([
      'T-ACTION action:repairs 2026-12-29',
      'T-REVIEW review:1 2027-01-27',
      'T-SILENT action:repairs 2027-01-04',
    ]);
  });
  it('then every date says why it moved', () => {
    const state = caseOn('s7', '2026-12-14', week);
    const [view] = clockViews(state, findProfile('oxfordshire')!, state.lastAt).filter((one) => one.clock === 'T-ACTION');
    expect(view?.explanation.text).toBe(
      'The action was due by the end of Friday 18 December 2026, the date agreed; it was agreed on Wednesday 9 December 2026. ' +
        'The clocks stood still from Monday 14 December 2026 until Monday 21 December 2026: 5 working days are not counted. ' +
        'It is now due by the end of Tuesday 29 December 2026.',
    );
    expect(view?.explanation.pauses).toEqual([{ from: '2026-12-14', until: '2026-12-21', workingDays: 5 }]);
  });
});

describe('a pause makes no new deadline', () => {
  it('given what was sent before, then it stays sent, flags stay, and only the rest moves', () => {
    const entries = lived('2027-01-20', pause('2026-12-30T10:00', '2027-01-06'));
    expect(days(entries, 'T-ACTION')).toEqual([
      '2026-12-16T09:00:00Z -2WD',
      '2026-12-18T09:00:00Z due',
      '2026-12-21T09:00:00Z +1WD',
      '2026-12-23T09:00:00Z +3WD',
      '2026-12-29T09:00:00Z +5WD',
      // Four working days were paused: 30 and 31 December, 4 and 5 January.
      '2027-01-12T09:00:00Z +10WD',
      '2027-01-19T09:00:00Z +15WD',
    ]);
    expect(flags(entries)).toEqual(['2026-12-29T09:00:00Z +ACTION_STALLED']);
  });
  it('given a day on which to look again, then that moves too', () => {
    const acknowledged = step('2027-01-08T10:00', 'acknowledgeOverdue', {
      clock: 'T-ACTION',
      key: 'action:repairs',
      reason: 'x',
      lookAgainOn: '2027-01-15',
    });
    const entries = lived('2027-01-25', acknowledged, pause('2027-01-11T10:00', '2027-01-14'));
    expect(days(entries, 'T-ACTION').filter((one) => one > '2027-01-07')).toEqual(['2027-01-20T09:00:00Z +17WD']);
  });
  it('given it is overdue, then in the pause it is not', () => {
    const state = caseOn('s7', '2026-12-30', pause('2026-12-30T10:00', '2027-01-27'));
    const overdue = (at: CaseState) =>
      clockViews(at, findProfile('oxfordshire')!, at.lastAt)
        .filter((one) => one.overdue)
        .map((one) => one.clock);
    expect(overdue(caseOn('s7', '2026-12-30'))).toContain('T-ACTION');
    expect(overdue(state)).toEqual([]);
  });
});

describe('dates set during a pause', () => {
  it('given a date that a person sets, then it stays, and what passed in the pause is one catch-up at its end', () => {
    const added = step('2026-12-15T10:00', 'addAction', { id: 'new', text: 'x', service: 'svc-housing', dueOn: '2026-12-17' });
    const entries = lived('2026-12-23', week, added).filter((one) => one.key === 'action:new');
    expect(days(entries, 'T-ACTION')).toEqual(['2026-12-21T08:00:00Z catch-up', '2026-12-22T09:00:00Z +3WD']);
  });
  it('given a new review date, then it stays where a person set it', () => {
    const set = step('2026-12-16T10:00', 'setReviewDate', { reviewOn: '2027-01-13', reason: 'x' });
    expect(deadlines(caseOn('s7', '2026-12-22', week, set))).toContain('T-REVIEW review:1 2027-01-13');
  });
  it('given the date from before the pause is wanted back, then setting it brings it back', () => {
    const set = step('2026-12-16T10:00', 'setReviewDate', { reviewOn: '2027-01-20', reason: 'x' });
    expect(deadlines(caseOn('s7', '2026-12-22', week, set))).toContain('T-REVIEW review:1 2027-01-20');
  });
  it('given a progress note, then its silence counts from that day without the paused ones', () => {
    const note = step('2026-12-16T10:00', 'updateProgress', { action: 'repairs', note: 'x' });
    // Ten working days after 16 December, not counting 17 and 18: 6 January.
    expect(deadlines(caseOn('s7', '2026-12-22', week, note))).toContain('T-SILENT action:repairs 2027-01-06');
  });
});

describe('the aim for a meeting in a pause', () => {
  it('then it moves by the working days paused, and with it what counts as missed', () => {
    const opening = (name: string) =>
      entriesOf(name, (steps) => [...steps.slice(0, 1), pause('2026-12-03T10:00', '2026-12-10')], { until: '2026-12-31' });
    // Received Tue 1 Dec: the aim of Tue 15 Dec becomes Tue 22 Dec.
    expect(days(opening('s7'), 'T-MEET')).toEqual([
      '2026-12-15T09:00:00Z -5WD',
      '2026-12-17T09:00:00Z -3WD',
      '2026-12-21T09:00:00Z -1WD',
      '2026-12-23T09:00:00Z +1WD',
    ]);
  });
  it('given a meeting inside the moved aim, then no flag', () => {
    const held = step('2026-12-21T12:00', 'completeMeeting', {
      heldOn: '2026-12-21',
      attendance: [{ service: 'svc-a', status: 'ATTENDED' }],
      outcomes: ['PLAN_AGREED'],
    });
    const entries = entriesOf('s7', (steps) => [...steps.slice(0, 1), pause('2026-12-03T10:00', '2026-12-10'), held], {
      until: '2026-12-21',
    });
    expect(refusals(entries)).toEqual([]);
    expect(flags(entries)).toEqual([]);
  });
});

describe('what runs on in a pause', () => {
  it('then records, words to the person and roles', () => {
    const owing = (steps: readonly ReturnType<typeof step>[]) => steps.slice(0, 7);
    const vacant = step('2026-12-14T11:00', 'vacateRole', { role: 'TRIAGE_PARTNER' });
    const entries = entriesOf('s7', (steps) => [...owing(steps), week, vacant], { until: '2026-12-20' });
    expect(days(entries, 'T-MINUTES')).toEqual(['2026-12-15T09:00:00Z -1WD', '2026-12-17T09:00:00Z +1WD']);
    expect(days(entries, 'T-FEEDBACK').slice(0, 2)).toEqual(['2026-12-16T09:00:00Z due', '2026-12-17T09:00:00Z +1WD']);
    expect(days(entries, 'T-ROLE')).toHaveLength(4);
    expect(days(entries, 'T-ACTION')).toEqual([]);
  });
});

describe('ending a pause early', () => {
  it('given it ends on a later day, then only the days until then are not counted', () => {
    const back = step('2026-12-16T14:00', 'resumeClocks', { reason: 'x' });
    expect(days(lived('2026-12-23', week, back), 'T-ACTION')).toEqual([
      '2026-12-18T09:00:00Z -2WD',
      '2026-12-22T09:00:00Z due',
      '2026-12-23T09:00:00Z +1WD',
    ]);
  });
  it('given it ends on the same day, then nothing has changed', () => {
    const back = step('2026-12-14T16:00', 'resumeClocks', { reason: 'x' });
    const plain = caseOn('s7', '2026-12-14');
    const state = caseOn('s7', '2026-12-14', week, back);
    expect(state.obligations).toEqual(plain.obligations);
    expect(state.running).toEqual(plain.running);
    const said = (entries: ReturnType<typeof lived>) => entries.filter((one) => one.kind === 'notice');
    expect(said(lived('2027-03-01', week, back))).toEqual(said(lived('2027-03-01')));
  });
  it('given the case becomes CRITICAL, then it ends at once', () => {
    const held = {
      type: 'completeMeeting',
      data: {
        heldOn: '2026-12-16',
        attendance: [{ service: 'svc-housing', status: 'ATTENDED' }],
        outcomes: ['REVISE'],
        likelihood: 5,
        impact: 5,
        reviewOn: '2026-12-30',
      },
    };
    const { state, events } = give(caseOn('s7', '2026-12-15', week), '2026-12-16T12:00', held);
    expect(events.filter((one) => one.type === 'ClocksResumed')).toMatchObject([{ on: '2026-12-16', because: 'CRITICAL' }]);
    expect(deadlines(state)).toContain('T-ACTION action:repairs 2026-12-22');
    expect(deadlines(state).filter((one) => one.startsWith('T-PAUSE'))).toEqual([]);
  });
  it('given a closure is proposed, then it ends at once, and an objection finds the actions where they stood', () => {
    const proposed = step('2026-12-16T10:00', 'proposeClosure', { code: 'RISK_REMOVED', reason: 'x' });
    const objected = step('2026-12-17T10:00', 'objectToClosure', { service: 'svc-housing', reason: 'x', reviewOn: '2027-01-20' });
    expect(deadlines(caseOn('s7', '2026-12-17', week, proposed, objected))).toContain('T-ACTION action:repairs 2026-12-22');
  });
});

describe('what a pause may not be', () => {
  const CRITICAL: Partial<CaseState> = { tier: 'CRITICAL' };
  const tried = (at: string, data: object = {}, actor?: string, state: CaseState = caseOn('s7', '2026-12-13')) =>
    give(state, at, {
      type: 'pauseClocks',
      data: { reason: 'PRISON', until: '2026-12-21', owner: 'p-osei', ...data },
      ...(actor ? { actor } : {}),
    }).refused;
  it('of a case at tier CRITICAL', () => {
    expect(tried('2026-12-14T10:00', {}, undefined, { ...caseOn('s7', '2026-12-13'), ...CRITICAL })).toBe('NEVER_PAUSED');
  });
  it('longer than 28 days; exactly 28 are taken', () => {
    expect(tried('2026-12-14T10:00', { until: '2027-01-12' })).toBe('PAUSE_TOO_LONG');
    expect(tried('2026-12-14T10:00', { until: '2027-01-11' })).toBeNull();
  });
  it('over before it begins', () => {
    expect(tried('2026-12-14T10:00', { until: '2026-12-14' })).toBe('PAUSE_ENDS_TOO_EARLY');
  });
  it('inside another', () => {
    expect(tried('2026-12-16T10:00', {}, MANAGER.actor, caseOn('s7', '2026-12-15', week))).toBe('ALREADY_PAUSED');
  });
  it('a second one in a row without the coordinator’s manager', () => {
    const after = caseOn('s7', '2026-12-21', week);
    expect(tried('2026-12-22T10:00', { until: '2027-01-04' }, undefined, after)).toBe('SECOND_PAUSE_NEEDS_MANAGER');
    expect(tried('2026-12-22T10:00', { until: '2027-01-04' }, MANAGER.actor, after)).toBeNull();
    expect(tried('2027-01-05T10:00', { until: '2027-01-11' }, undefined, after)).toBeNull();
  });
  it('ended where none runs', () => {
    expect(give(caseOn('s7', '2026-12-13'), '2026-12-14T10:00', { type: 'resumeClocks', data: { reason: 'x' } }).refused).toBe(
      'NOT_PAUSED',
    );
  });
});
