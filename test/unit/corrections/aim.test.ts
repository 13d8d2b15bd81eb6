import { describe, expect, it } from '@jest/globals';
import { simulate } from '../../../domain';
import type { ScriptStep } from '../../../domain';
import { REFERRAL, step, TRIAGED } from '../../support/story';

const held = (at: string, heldOn: string, outcomes = ['PLAN_AGREED']): ScriptStep =>
  step(at, 'completeMeeting', { heldOn, attendance: [{ service: 'svc-a', status: 'ATTENDED' }], outcomes, likelihood: 2, impact: 3 });
// Entries 1 to 3; the aim counts from Thursday 26 March and falls on 9 April.
const BEGUN: readonly ScriptStep[] = [
  step('2026-03-26T15:20', 'submitReferral', REFERRAL),
  step('2026-03-30T11:00', 'decideTriage', TRIAGED),
  step('2026-03-30T12:00', 'recordReferrerContact', { result: 'REACHED' }),
];
const vary = (at: string, on: string) => step(at, 'varyMeetingAim', { on, reason: 'PERSON_WISH' });
const correct = (seq: number, field: string, date: string) => step('2026-05-12T10:00', 'correctEntry', { seq, field, date, reason: 'v' });

/** What is counted of the aims, and the flags of missed ones, on 12 May. */
function counted(...more: readonly ScriptStep[]): readonly unknown[] {
  const result = simulate({ profile: 'oxfordshire', until: '2026-05-12', steps: [...BEGUN, ...more] });
  if ('problems' in result || !result.state) throw new Error(JSON.stringify(result));
  if (result.entries.some((one) => one.kind === 'refusal')) throw new Error('refused');
  const { meetingAim, flags } = result.state;
  return [
    ...meetingAim.settled.map((one) => `${one.meeting} ${one.aimOn} ${one.heldOn} ${one.result} ${one.reason ?? '-'}`),
    ...flags.filter(({ flag }) => flag === 'MEETING_AIM_MISSED').map(({ key }) => `missed ${key}`),
  ];
}

/** The entry number of the first meeting, as the record shows it. */
function meetingSeq(...more: readonly ScriptStep[]): number {
  const result = simulate({ profile: 'oxfordshire', until: '2026-05-12', steps: [...BEGUN, ...more] });
  const found = 'problems' in result ? undefined : result.state?.entries.find(({ fact }) => fact === 'completeMeeting');
  if (!found) throw new Error('no meeting');
  return found.seq;
}

describe('given a meeting held inside its aim, recorded on the wrong day', () => {
  const meeting = held('2026-04-15T12:00', '2026-04-09');
  it('when the right day is after the aim, then it counts as missed; corrected once more, as met', () => {
    const late = correct(meetingSeq(meeting), 'heldOn', '2026-04-10');
    expect(counted(meeting)).toEqual(['1 2026-04-09 2026-04-09 MET -']);
    expect(counted(meeting, late)).toEqual(['1 2026-04-09 2026-04-10 MISSED -', 'missed meeting:1']);
    const back = correct(meetingSeq(meeting), 'heldOn', '2026-04-08');
    expect(counted(meeting, late, { ...back, at: '2026-05-12T11:00' })).toEqual(['1 2026-04-09 2026-04-08 MET -']);
  });
});

describe('given a meeting held on the day to which its aim was varied', () => {
  const life = [vary('2026-03-30T13:00', '2026-04-20'), held('2026-04-22T12:00', '2026-04-20')];
  const seq = meetingSeq(...life);
  it.each([
    ['another day inside the varied aim: varied still, and not missed', '2026-04-17', ['1 2026-04-09 2026-04-17 VARIED PERSON_WISH']],
    ['inside the first aim: met', '2026-04-09', ['1 2026-04-09 2026-04-09 MET PERSON_WISH']],
    ['after the varied day: missed', '2026-04-21', ['1 2026-04-09 2026-04-21 MISSED PERSON_WISH', 'missed meeting:1']],
  ])('when the right day is %s', (_what, date, expected) => {
    expect(counted(...life, correct(seq, 'heldOn', date))).toEqual(expected);
  });
});

describe('given the receipt was recorded on the wrong day', () => {
  const meeting = held('2026-04-09T12:00', '2026-04-09');
  it('when the right one is earlier, then the meeting is held against the earlier aim', () => {
    expect(counted(meeting, correct(1, 'occurredOn', '2026-03-24'))).toEqual(['1 2026-04-07 2026-04-09 MISSED -', 'missed meeting:1']);
  });
  it('when the aim was varied, then the varied day stands', () => {
    const varied = [vary('2026-03-30T13:00', '2026-04-20'), held('2026-04-20T12:00', '2026-04-20')];
    expect(counted(...varied, correct(1, 'occurredOn', '2026-03-24'))).toEqual(['1 2026-04-07 2026-04-20 VARIED PERSON_WISH']);
  });
});

describe('given a meeting that asked for another one', () => {
  const first = held('2026-04-08T12:00', '2026-04-08', ['RECONVENE']);
  it('when its day is corrected after the next one was held, then the next one is held against its own aim from that day', () => {
    const life = [first, held('2026-04-22T12:00', '2026-04-22')];
    expect(counted(...life)).toEqual(['1 2026-04-09 2026-04-08 MET -', '2 2026-04-22 2026-04-22 MET -']);
    expect(counted(...life, correct(meetingSeq(...life), 'heldOn', '2026-04-07'))).toEqual([
      '1 2026-04-09 2026-04-07 MET -',
      '2 2026-04-21 2026-04-22 MISSED -',
      'missed meeting:2',
    ]);
  });
  it('when its day is corrected while the next aim is varied, then that stays varied', () => {
    const life = [first, vary('2026-04-09T10:00', '2026-05-20'), correct(meetingSeq(first), 'heldOn', '2026-04-07')];
    const result = simulate({ profile: 'oxfordshire', until: '2026-05-12', steps: [...BEGUN, ...life] });
    expect('state' in result && result.state?.meetingAim.varied?.to).toBe('2026-05-20');
  });
});
