import { describe, expect, it } from '@jest/globals';
import { simulate, takeOverList } from '../../../domain';
import type { CaseState, Script, ScriptStep } from '../../../domain';
import { daysOf, messagesOn } from '../../support/scripts';
import { flags, play, REFERRAL, refusals, spoken, step } from '../../support/story';

/** S1 as it would stand on paper: received on 26 March 2026, met on 8 April, a visit due on 1 May, the review on 20 May. */
const PAPER = {
  ...REFERRAL,
  stage: 'PLAN_ACTIVE',
  receivedOn: '2026-03-26',
  services: [{ service: 'svc-fire' }],
  lastMeeting: { on: '2026-04-08', tier: 'HIGH' },
  plan: { publishedOn: '2026-04-14' },
  actions: [{ id: 'visit', text: 'synthetic', service: 'svc-fire', dueOn: '2026-05-01' }],
  reviewOn: '2026-05-20',
};
const UNMET = { ...REFERRAL, stage: 'CONVENING', receivedOn: '2026-03-26' };

const adopt = (at: string, data: object, ...more: readonly ScriptStep[]) => [step(at, 'adoptCase', data as ScriptStep['data']), ...more];

function stateAfter(steps: readonly ScriptStep[], until: string, more: Partial<Script> = {}): CaseState {
  const result = simulate({ profile: 'oxfordshire', until, steps, ...more });
  if ('problems' in result || !result.state) throw new Error(JSON.stringify(result));
  return result.state;
}

describe('given S1 on paper, taken over on Wednesday 6 May 2026 at 10:00', () => {
  const entries = play(adopt('2026-05-06T10:00', PAPER), '2026-06-12');

  it('then that day says one thing: the list to look through, to the coordinator', () => {
    expect(messagesOn(entries, '2026-05-06')).toEqual(['N01 at-once COORDINATOR']);
  });
  it('then the action speaks from its third working day on, on its own grid, and stalls on 11 May', () => {
    expect(spoken(entries, 'T-ACTION')).toEqual([
      '2026-05-07T08:00:00Z +3WD LEAD_WORKER+RESPONSIBLE_MANAGER',
      '2026-05-11T08:00:00Z +5WD COORDINATOR+RESPONSIBLE_MANAGER',
      '2026-05-18T08:00:00Z +10WD COORDINATOR',
      '2026-05-26T08:00:00Z +15WD LEAD_WORKER+RESPONSIBLE_MANAGER+COORDINATOR',
      '2026-06-02T08:00:00Z +20WD LEAD_WORKER+RESPONSIBLE_MANAGER+COORDINATOR',
      '2026-06-09T08:00:00Z +25WD LEAD_WORKER+RESPONSIBLE_MANAGER+COORDINATOR',
    ]);
  });
  it('then the review speaks from five working days before on, and goes down the ladder of its tier', () => {
    expect(spoken(entries, 'T-REVIEW')).toEqual([
      '2026-05-13T08:00:00Z -5WD LEAD_WORKER',
      '2026-05-19T08:00:00Z -1WD COORDINATOR',
      '2026-05-21T08:00:00Z +1WD COORDINATOR+COORDINATOR_MANAGER',
      '2026-05-26T08:00:00Z +3WD RESPONSIBLE_MANAGER',
      '2026-05-28T08:00:00Z +5WD COORDINATOR+COORDINATOR_MANAGER',
      '2026-06-01T08:00:00Z +7WD LA_CONTACT+BOARD_CONTACT',
      '2026-06-08T08:00:00Z +12WD COORDINATOR+COORDINATOR_MANAGER',
    ]);
  });
  it('then no clock runs for the meeting, the record or the plan on paper, and no flag is raised for what has passed', () => {
    for (const clock of ['T-MEET', 'T-TRIAGE', 'T-CONTACT', 'T-SUMMARY', 'T-MINUTES', 'T-FEEDBACK', 'T-PLANDIST', 'T-ACCEPT', 'T-SILENT'])
      expect([clock, daysOf(entries, clock)]).toEqual([clock, []]);
    expect(flags(entries).filter((one) => one < '2026-05-11')).toEqual([]);
  });
  it('then the case is marked as adopted, and lists what was due before and is open still', () => {
    const state = stateAfter(adopt('2026-05-06T10:00', PAPER), '2026-05-06');
    expect(state.origin.adopted?.on).toBe('2026-05-06');
    expect(takeOverList(state)).toEqual([{ clock: 'T-ACTION', key: 'action:visit', dueOn: '2026-05-01' }]);
    expect([state.stage, state.meetingsHeld, state.records, state.gaps]).toEqual(['PLAN_ACTIVE', 1, [], []]);
  });
  it('when the action gets a new date that has its first threshold behind it, then that one is caught up: a new date is a new deadline', () => {
    const moved = step('2026-05-06T11:00', 'extendDueDate', { action: 'visit', dueOn: '2026-05-07', reason: 'synthetic' });
    expect(spoken(play(adopt('2026-05-06T10:00', PAPER, moved), '2026-05-07'), 'T-ACTION')).toEqual([
      '2026-05-06T10:00:00Z catch-up LEAD_WORKER',
      '2026-05-07T08:00:00Z due LEAD_WORKER',
    ]);
  });
});

describe('given an action on paper that is due late', () => {
  it('then its silence counts from the day of adoption: ten working days, and not from the meeting', () => {
    const late = { ...PAPER, actions: [{ ...PAPER.actions[0], dueOn: '2026-07-31' }], reviewOn: '2026-07-31' };
    expect(spoken(play(adopt('2026-05-06T10:00', late), '2026-05-29'), 'T-SILENT')).toEqual(['2026-05-20T08:00:00Z 10WD LEAD_WORKER']);
  });
});

describe('given a paper case that has not met, received on 26 March and taken over on Monday 20 April at 10:00', () => {
  it('then the missed aim raises nothing, and the repeats come on the grid of 9 April', () => {
    const entries = play(adopt('2026-04-20T10:00', UNMET), '2026-05-04');
    expect(spoken(entries, 'T-MEET')).toEqual([
      '2026-04-24T08:00:00Z +11WD COORDINATOR+COORDINATOR_MANAGER',
      '2026-05-01T08:00:00Z +16WD COORDINATOR+COORDINATOR_MANAGER',
    ]);
    expect(flags(entries)).toEqual([]);
  });
  it('then a threshold exactly at the moment of adoption is on time', () => {
    expect(spoken(play(adopt('2026-04-24T09:00', UNMET), '2026-04-24'), 'T-MEET')).toEqual([
      '2026-04-24T08:00:00Z +11WD COORDINATOR+COORDINATOR_MANAGER',
    ]);
  });
  it('then at pace IMMEDIATE nothing is said at once', () => {
    const entries = play(adopt('2026-04-20T10:00', { ...UNMET, pace: 'IMMEDIATE' }), '2026-04-20');
    expect(messagesOn(entries, '2026-04-20')).toEqual(['N01 at-once COORDINATOR']);
  });
  it('then triage does not run, and cannot be decided again', () => {
    const decided = step('2026-04-20T11:00', 'decideTriage', { outcome: 'MARM', rationale: 'synthetic' });
    const entries = play(adopt('2026-04-20T10:00', UNMET, decided), '2026-05-04');
    expect([refusals(entries), daysOf(entries, 'T-TRIAGE'), daysOf(entries, 'T-CONTACT')]).toEqual([['WRONG_STAGE'], [], []]);
  });
});

describe('given a paper case in triage', () => {
  it('then triage is asked for on its grid', () => {
    const entries = play(adopt('2026-04-20T10:00', { ...UNMET, stage: 'TRIAGE' }), '2026-04-24');
    expect(daysOf(entries, 'T-TRIAGE')).toEqual(['2026-04-23']);
  });
});

describe('given a paper case with a meeting booked', () => {
  const booked = { ...UNMET, stage: 'MEETING_SCHEDULED', booked: { on: '2026-04-28', mode: 'ONLINE' } };
  it('then nobody is invited again, and the day itself is asked after', () => {
    const entries = play(adopt('2026-04-20T10:00', booked), '2026-04-29');
    expect(entries.filter((one) => one.notice === 'N06')).toEqual([]);
    expect(daysOf(entries, 'T-HELD')).toEqual(['2026-04-29']);
  });
});

describe('given a paper case that waits for an answer', () => {
  it('handed over: the process is chased on the grid, and the aim rests', () => {
    const handed = { ...UNMET, stage: 'HANDOVER_PENDING', handedOverOn: '2026-04-16' };
    const entries = play(adopt('2026-04-20T10:00', handed), '2026-04-24');
    expect([daysOf(entries, 'T-HANDOVER'), daysOf(entries, 'T-MEET')]).toEqual([['2026-04-24'], []]);
  });
  it('about to close: the coordinator hears when the time to object is over', () => {
    const closing = { ...PAPER, actions: [], stage: 'CLOSING', closure: { code: 'RISK_REMOVED', proposedOn: '2026-05-05' } };
    expect(daysOf(play(adopt('2026-05-06T10:00', closing), '2026-05-15'), 'T-CLOSE')).toEqual(['2026-05-11', '2026-05-13']);
  });
});

describe('given a paper case without a coordinator named', () => {
  it('then whom the paper names holds the role, not whom the directory names', () => {
    const named = { ...UNMET, people: [{ role: 'COORDINATOR', person: 'p-paper' }] };
    expect(stateAfter(adopt('2026-04-20T10:00', named), '2026-04-20').holders.COORDINATOR).toBe('p-paper');
  });
});

describe('given a paper case in Dorset', () => {
  it('then it goes on without triage', () => {
    const entries = play(adopt('2026-04-20T10:00', UNMET), '2026-04-24', { profile: 'dorset' });
    expect([refusals(entries), daysOf(entries, 'T-TRIAGE'), daysOf(entries, 'T-MEET')]).toEqual([[], [], ['2026-04-24']]);
  });
  it('then a stage of triage is refused', () => {
    const entries = play(adopt('2026-04-20T10:00', { ...UNMET, stage: 'TRIAGE' }), '2026-04-20', { profile: 'dorset' });
    expect(refusals(entries)).toEqual(['NOT_IN_THIS_LOCALITY']);
  });
});

describe('a paper case is refused', () => {
  it.each([
    ['that says no review date of its plan', { ...PAPER, reviewOn: undefined }, 'STAGE_NEEDS_MORE'],
    ['that says no meeting of its plan', { ...PAPER, lastMeeting: undefined }, 'STAGE_NEEDS_MORE'],
    ['that was received tomorrow', { ...UNMET, receivedOn: '2026-05-07' }, 'OCCURRED_IN_FUTURE'],
    ['that was received in another age', { ...UNMET, receivedOn: '2006-05-07' }, 'DATE_TOO_LONG_AGO'],
    ['that met before it was received', { ...PAPER, lastMeeting: { on: '2026-03-20' } }, 'OCCURRED_BEFORE_RECEIPT'],
    ['that meets tomorrow as if it had met', { ...PAPER, lastMeeting: { on: '2026-05-07' } }, 'OCCURRED_IN_FUTURE'],
    ['whose review lies before its meeting', { ...PAPER, reviewOn: '2026-04-01' }, 'REVIEW_BEFORE_MEETING'],
    [
      'whose booked meeting has passed',
      { ...UNMET, stage: 'MEETING_SCHEDULED', booked: { on: '2026-05-05', mode: 'ONLINE' } },
      'MEETING_IN_PAST',
    ],
    ['whose action was due before it was agreed', { ...PAPER, actions: [{ ...PAPER.actions[0], dueOn: '2026-04-01' }] }, 'DUE_IN_PAST'],
    ['that names an action twice', { ...PAPER, actions: [PAPER.actions[0], PAPER.actions[0]] }, 'DUPLICATE_ACTION'],
    ['that names a service twice', { ...PAPER, services: [{ service: 'svc-fire' }, { service: 'svc-fire' }] }, 'DUPLICATE_SERVICE'],
    ['that shares without agreement and without grounds', { ...UNMET, consent: { position: 'REFUSED' } }, 'GROUNDS_MISSING'],
    ['with a reason that the locality does not know', { ...UNMET, reasons: ['NO_SUCH'] }, 'UNKNOWN_REASON'],
  ])('%s', (_what, data, code) => {
    const whole = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
    expect(refusals(play(adopt('2026-05-06T10:00', whole), '2026-05-06'))).toEqual([code]);
  });
});
