import { describe, expect, it } from '@jest/globals';
import { clockViews, findProfile, simulate } from '../../../domain';
import type { CaseState, ScriptStep } from '../../../domain';
import { flags, refusals, REFERRAL, step, TRIAGED } from '../../support/story';

const profile = findProfile('oxfordshire')!;
const HELD = {
  heldOn: '2026-04-08',
  attendance: [{ service: 'svc-a', status: 'ATTENDED' }],
  outcomes: ['PLAN_AGREED'],
  likelihood: 2,
  impact: 3,
  reviewOn: '2026-05-20',
  actions: [{ id: 'a1', text: 'v', service: 'svc-a', dueOn: '2026-05-01' }],
};
// Entries 1 to 5: referral, triage, contact, meeting, an action of its own.
const LIFE: readonly ScriptStep[] = [
  step('2026-03-26T15:20', 'submitReferral', REFERRAL),
  step('2026-03-30T11:00', 'decideTriage', TRIAGED),
  step('2026-03-30T12:00', 'recordReferrerContact', { result: 'REACHED' }),
  step('2026-04-08T12:00', 'completeMeeting', HELD),
  step('2026-04-08T13:00', 'addAction', { id: 'a2', text: 'v', service: 'svc-b', dueOn: '2026-05-05' }),
];
const correct = (data: object, at = '2026-04-08T14:00'): ScriptStep => step(at, 'correctEntry', { reason: 'v', ...data });

function lived(steps: readonly ScriptStep[], until = '2026-04-08') {
  const result = simulate({ profile: 'oxfordshire', until, steps });
  if ('problems' in result || !result.state) throw new Error(JSON.stringify(result));
  return { state: result.state, entries: result.entries };
}
const after = (...corrections: readonly object[]) => lived([...LIFE, ...corrections.map((one) => correct(one))]);
const seqOf = (fact: string): number => {
  const found = lived(LIFE).state.entries.find((one) => one.fact === fact);
  if (!found) throw new Error(`no entry ${fact}`);
  return found.seq;
};
const due = (state: CaseState, clock: string, key?: string) =>
  clockViews(state, profile, state.lastAt).find((one) => one.clock === clock && (key === undefined || one.key === key));
const MEETING = seqOf('completeMeeting');

describe('given a meeting recorded on the wrong day', () => {
  const { state, entries } = after({ seq: MEETING, field: 'heldOn', date: '2026-04-07' });
  it('when its day is corrected, then record, word to the person and actions count from the right one', () => {
    expect(refusals(entries)).toEqual([]);
    expect([state.lastHeld?.on, due(state, 'T-MINUTES')?.dueOn, due(state, 'T-FEEDBACK')?.dueOn]).toEqual([
      '2026-04-07',
      '2026-04-14',
      '2026-04-14',
    ]);
    expect(state.actions.map((one) => [one.id, one.agreedOn])).toEqual([
      ['a1', '2026-04-07'],
      ['a2', '2026-04-08'],
    ]);
  });
  it('then the review keeps its date and is explained from the right day', () => {
    const review = due(state, 'T-REVIEW');
    expect([review?.dueOn, review?.anchorOn]).toEqual(['2026-05-20', '2026-04-07']);
  });
  it('when the right day is after the aim, then the missed aim is flagged, and a second correction takes that back', () => {
    const late = [...LIFE.map((one) => (one.command === 'submitReferral' ? { ...one, at: '2026-03-24T15:20' } : one))];
    const missed = lived([...late, correct({ seq: MEETING, field: 'heldOn', date: '2026-04-07' })]);
    expect(flags(lived(late).entries).filter((one) => one.includes('AIM'))).toEqual(['2026-04-08T08:00:00Z +MEETING_AIM_MISSED']);
    expect(missed.state.flags.filter((one) => one.flag === 'MEETING_AIM_MISSED')).toEqual([]);
    const back = lived([
      ...late,
      correct({ seq: MEETING, field: 'heldOn', date: '2026-04-07' }),
      correct({ seq: MEETING, field: 'heldOn', date: '2026-04-08' }),
    ]);
    expect(back.state.flags.map((one) => one.flag)).toContain('MEETING_AIM_MISSED');
  });
});

describe('given a right value', () => {
  it.each([
    [
      'the receipt moves the aim',
      { seq: 1, field: 'occurredOn', date: '2026-03-25' },
      (s: CaseState) => [s.receivedOn, s.meetingAimFrom],
      ['2026-03-25', '2026-03-25'],
    ],
    [
      'triage moves its day',
      { seq: seqOf('decideTriage'), field: 'occurredOn', date: '2026-03-27' },
      (s: CaseState) => s.triage?.decidedOn,
      '2026-03-27',
    ],
    [
      'contact moves its day',
      { seq: seqOf('recordReferrerContact'), field: 'occurredOn', date: '2026-03-31' },
      (s: CaseState) => s.referrerContactedOn,
      '2026-03-31',
    ],
    [
      'the agreed review moves',
      { seq: MEETING, field: 'reviewOn', date: '2026-05-21' },
      (s: CaseState) => due(s, 'T-REVIEW')?.dueOn,
      '2026-05-21',
    ],
    [
      'the rating gives another tier',
      { seq: MEETING, field: 'rating', likelihood: 4, impact: 5 },
      (s: CaseState) => [s.score, s.tier],
      [20, 'CRITICAL'],
    ],
    [
      'who did not come is not counted as present',
      { seq: MEETING, field: 'status', service: 'svc-a', code: 'APOLOGY' },
      (s: CaseState) => s.lastHeld?.present,
      [],
    ],
    [
      'an action of the meeting is due on another day',
      { seq: MEETING, field: 'dueOn', action: 'a1', date: '2026-04-30' },
      (s: CaseState) => due(s, 'T-ACTION', 'action:a1')?.dueOn,
      '2026-04-30',
    ],
    [
      'an action of its own is due on another day',
      { seq: seqOf('addAction'), field: 'dueOn', date: '2026-05-06' },
      (s: CaseState) => due(s, 'T-ACTION', 'action:a2')?.dueOn,
      '2026-05-06',
    ],
    [
      'an action is another service’s',
      { seq: seqOf('addAction'), field: 'service', service: 'svc-c' },
      (s: CaseState) => [s.actions[1]?.service, s.actions[1]?.acceptance],
      ['svc-c', 'ACCEPTED'],
    ],
    [
      'the text of an action is the right one',
      { seq: seqOf('addAction'), field: 'text', text: 'v-right' },
      (s: CaseState) => s.actions[1]?.textRef,
      'v-right',
    ],
  ] as const)('%s', (_what, data, read, expected) => {
    const { state, entries } = after(data);
    expect(refusals(entries)).toEqual([]);
    expect(read(state)).toEqual(expected);
  });
  it('of a text changes the record only', () => {
    const changed = after({ seq: MEETING, field: 'rationale', text: 'v-right' }).state;
    const before = lived(LIFE).state;
    expect({ ...changed, seq: 0, lastAt: 0 }).toEqual({ ...before, seq: 0, lastAt: 0 });
  });
  it('of an older entry than the one that counts changes the record only', () => {
    const moved = step('2026-04-09T10:00', 'extendDueDate', { action: 'a2', dueOn: '2026-05-12', reason: 'v' });
    const { state, entries } = lived(
      [...LIFE, moved, correct({ seq: seqOf('addAction'), field: 'dueOn', date: '2026-05-06' }, '2026-04-09T11:00')],
      '2026-04-09',
    );
    expect([refusals(entries), state.actions[1]?.dueOn]).toEqual([[], '2026-05-12']);
  });
});

describe('given a correction that does not fit', () => {
  it.each([
    ['no entry of a person', { seq: 999, field: 'heldOn', date: '2026-04-07' }, 'UNKNOWN_ENTRY'],
    ['a field that nobody can correct', { seq: MEETING, field: 'outcomes', code: 'LOW' }, 'FIELD_NOT_CORRECTABLE'],
    ['a field named like something of every object', { seq: MEETING, field: 'constructor', text: 'v' }, 'FIELD_NOT_CORRECTABLE'],
    [
      'a review date that was never recorded',
      { seq: seqOf('decideTriage'), field: 'reviewOn', date: '2026-06-01' },
      'FIELD_NOT_CORRECTABLE',
    ],
    ['no value', { seq: MEETING, field: 'heldOn' }, 'VALUE_NOT_FITTING'],
    ['a value of another kind', { seq: MEETING, field: 'heldOn', text: 'v' }, 'VALUE_NOT_FITTING'],
    ['two values', { seq: MEETING, field: 'heldOn', date: '2026-04-07', text: 'v' }, 'VALUE_NOT_FITTING'],
    ['half a rating', { seq: MEETING, field: 'rating', likelihood: 3 }, 'VALUE_NOT_FITTING'],
    ['a code of another list', { seq: MEETING, field: 'tier', code: 'ATTENDED' }, 'VALUE_NOT_FITTING'],
    ['an attendance without its service', { seq: MEETING, field: 'status', code: 'ATTENDED' }, 'VALUE_NOT_FITTING'],
    ['the value that stands', { seq: MEETING, field: 'heldOn', date: '2026-04-08' }, 'SAME_VALUE'],
    ['a day ahead', { seq: MEETING, field: 'heldOn', date: '2026-04-09' }, 'OCCURRED_IN_FUTURE'],
    ['a day before the case began', { seq: MEETING, field: 'heldOn', date: '2026-03-25' }, 'OCCURRED_BEFORE_RECEIPT'],
    ['a receipt after what followed it', { seq: 1, field: 'occurredOn', date: '2026-03-31' }, 'VALUE_NOT_FITTING'],
    ['a receipt of long ago', { seq: 1, field: 'occurredOn', date: '2001-03-26' }, 'DATE_TOO_LONG_AGO'],
    ['a review before its meeting', { seq: MEETING, field: 'reviewOn', date: '2026-04-08' }, 'REVIEW_BEFORE_MEETING'],
    ['a review in a far year', { seq: MEETING, field: 'reviewOn', date: '2062-05-20' }, 'DATE_TOO_FAR'],
    ['an action due before it was agreed', { seq: seqOf('addAction'), field: 'dueOn', date: '2026-04-01' }, 'DUE_IN_PAST'],
    ['an action that the meeting did not agree', { seq: MEETING, field: 'dueOn', action: 'none', date: '2026-05-02' }, 'UNKNOWN_ACTION'],
    ['a service that takes no part', { seq: MEETING, field: 'status', service: 'svc-z', code: 'ATTENDED' }, 'SERVICE_NOT_ON_CASE'],
  ])('%s: it is refused', (_what, data, code) => {
    expect(refusals(after(data).entries)).toEqual([code]);
  });
});

describe('given two meetings', () => {
  it('when the day of one would lie beyond the other, then it is refused', () => {
    const second = step('2026-05-20T12:00', 'completeMeeting', { ...HELD, heldOn: '2026-05-20', reviewOn: '2026-07-01', actions: [] });
    const plan = step('2026-04-10T12:00', 'publishPlan', {});
    const { state, entries } = lived(
      [...LIFE, plan, second, correct({ seq: MEETING, field: 'heldOn', date: '2026-05-21' }, '2026-05-22T12:00')],
      '2026-05-22',
    );
    expect([refusals(entries), state.meetingsHeld]).toEqual([['VALUE_NOT_FITTING'], 2]);
  });
});
