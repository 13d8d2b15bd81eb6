import { describe, expect, it } from '@jest/globals';
import { explain, contextOf, findProfile, simulate } from '../../../domain';
import type { CaseState, ScriptStep } from '../../../domain';
import { flags, play, REFERRAL, refusals, spoken, step } from '../../support/story';

// Received Thursday 26 March 2026: the aim is Thursday 9 April; 3 and 6 April are holidays.
const received = step('2026-03-26T15:20', 'submitReferral', REFERRAL);
const vary = (at: string, on: string, more: object = {}) => step(at, 'varyMeetingAim', { on, reason: 'PERSON_WISH', ...more });
const held = (at: string, heldOn: string, outcomes: readonly string[] = ['PLAN_AGREED']) =>
  step(at, 'completeMeeting', { heldOn, attendance: [{ service: 'svc-a', status: 'ATTENDED', uninvited: true }], outcomes });

function stateAfter(steps: readonly ScriptStep[], until: string): CaseState {
  const result = simulate({ profile: 'oxfordshire', until, steps });
  if ('problems' in result || !result.state) throw new Error(JSON.stringify(result));
  return result.state;
}
const settled = (...steps: readonly ScriptStep[]) => stateAfter([received, ...steps], '2026-05-01').meetingAim.settled;

describe('given the aim of 9 April, varied on 30 March to Monday 20 April as the person wishes', () => {
  const entries = play([received, vary('2026-03-30T10:00', '2026-04-20')], '2026-04-29');

  it('then the nudges of the pace count from the new day, and those of the old one never come', () => {
    expect(spoken(entries, 'T-MEET')).toEqual([
      '2026-04-13T08:00:00Z -5WD COORDINATOR',
      '2026-04-15T08:00:00Z -3WD COORDINATOR+TRIAGE_PARTNER',
      '2026-04-17T08:00:00Z -1WD COORDINATOR+COORDINATOR_MANAGER',
      '2026-04-21T08:00:00Z +1WD COORDINATOR+COORDINATOR_MANAGER',
      '2026-04-28T08:00:00Z +6WD COORDINATOR+COORDINATOR_MANAGER',
    ]);
  });
  it('then the aim is missed the working day after the new day, and not before', () => {
    expect(flags(entries)).toEqual(['2026-04-21T08:00:00Z +MEETING_AIM_MISSED']);
  });
  it('then the date says where it comes from', () => {
    const state = stateAfter([received, vary('2026-03-30T10:00', '2026-04-20')], '2026-03-31');
    const aim = state.obligations.find((one) => one.clock === 'T-MEET');
    expect(aim && explain(contextOf(state, findProfile('oxfordshire')!), aim).text).toBe(
      'The first meeting is due by the end of Monday 20 April 2026, the date agreed; the referral was received on Thursday 26 March 2026.',
    );
  });
});

describe('given the aim was missed and the flag is up, when it is varied to a later day', () => {
  it('then the flag comes down, and goes up again only after the new day', () => {
    const entries = play([received, vary('2026-04-13T10:00', '2026-04-20')], '2026-04-21');
    expect(flags(entries)).toEqual([
      '2026-04-10T08:00:00Z +MEETING_AIM_MISSED',
      '2026-04-13T09:00:00Z -MEETING_AIM_MISSED',
      '2026-04-21T08:00:00Z +MEETING_AIM_MISSED',
    ]);
  });
  it('then what has passed of the new day is one catch-up', () => {
    const entries = play([received, vary('2026-04-14T10:00', '2026-04-20')], '2026-04-14');
    expect(spoken(entries, 'T-MEET').at(-1)).toBe('2026-04-14T09:00:00Z catch-up COORDINATOR');
  });
});

describe('the aim is not varied', () => {
  it.each([
    ['to the same day', vary('2026-03-30T10:00', '2026-04-09'), 'AIM_NOT_LATER'],
    ['to an earlier day', vary('2026-03-30T10:00', '2026-04-08'), 'AIM_NOT_LATER'],
    ['to a day that has passed', vary('2026-04-20T10:00', '2026-04-15'), 'AIM_IN_PAST'],
    ['to another age', vary('2026-03-30T10:00', '2046-04-15'), 'DATE_TOO_FAR'],
  ])('%s', (_what, wrong, code) => {
    expect(refusals(play([received, wrong], '2026-04-20'))).toEqual([code]);
  });
  it('once the case owes no meeting', () => {
    const paper = { ...REFERRAL, stage: 'CONVENING', receivedOn: '2026-03-26', lastMeeting: { on: '2026-04-08' } };
    expect(refusals(play([step('2026-04-20T10:00', 'adoptCase', paper), vary('2026-04-20T11:00', '2026-05-08')], '2026-04-20'))).toEqual([
      'NO_MEETING_OWED',
    ]);
  });
});

describe('given a varied aim, when another pace is settled: the later decision governs', () => {
  const faster = step('2026-03-31T10:00', 'setPace', { pace: 'EXPEDITED', reason: 'synthetic' });
  it('then the pace sets the aim again', () => {
    const state = stateAfter([received, vary('2026-03-30T10:00', '2026-04-20'), faster], '2026-03-31');
    expect(state.obligations.find((one) => one.clock === 'T-MEET')?.dueOn).toBe('2026-04-02');
  });
  it('and varied after it, the thresholds of that pace stay: -3 and -1, no -5', () => {
    const entries = play([received, faster, vary('2026-04-01T10:00', '2026-04-20')], '2026-04-17');
    expect(spoken(entries, 'T-MEET').filter((one) => one > '2026-04-01T10')).toEqual([
      '2026-04-15T08:00:00Z -3WD COORDINATOR+TRIAGE_PARTNER',
      '2026-04-17T08:00:00Z -1WD COORDINATOR+COORDINATOR_MANAGER',
    ]);
  });
  it('confirming the same pace changes nothing', () => {
    const same = step('2026-03-31T10:00', 'setPace', { pace: 'STANDARD', reason: 'synthetic' });
    const state = stateAfter([received, vary('2026-03-30T10:00', '2026-04-20'), same], '2026-03-31');
    expect(state.obligations.find((one) => one.clock === 'T-MEET')?.dueOn).toBe('2026-04-20');
  });
});

describe('given a meeting booked on the varied day', () => {
  const booked = step('2026-03-31T10:00', 'scheduleMeeting', { on: '2026-04-20', mode: 'ONLINE' });
  it('then no nudge comes; not varied, the booking lies outside and they do', () => {
    expect(spoken(play([received, vary('2026-03-30T10:00', '2026-04-20'), booked], '2026-04-20'), 'T-MEET')).toEqual([]);
    expect(spoken(play([received, booked], '2026-04-08'), 'T-MEET')).toHaveLength(3);
  });
});

describe('given a meeting that asks to meet again, when its aim is varied', () => {
  const again = [received, held('2026-04-08T12:00', '2026-04-08', ['RECONVENE'])];
  it('then the aim of 14 days from that meeting moves', () => {
    const dueOn = (steps: readonly ScriptStep[]) =>
      stateAfter(steps, '2026-04-10').obligations.find((one) => one.clock === 'T-MEET')?.dueOn;
    expect(dueOn(again)).toBe('2026-04-22');
    expect(dueOn([...again, vary('2026-04-09T10:00', '2026-04-29')])).toBe('2026-04-29');
  });
});

describe('what is counted of an aim', () => {
  const aimOn = '2026-04-09';
  it.each([
    ['held inside it: met', [held('2026-04-08T12:00', '2026-04-08')], { lastOn: aimOn, heldOn: '2026-04-08', result: 'MET', reason: null }],
    [
      'held after it: missed',
      [held('2026-04-15T12:00', '2026-04-15')],
      { lastOn: aimOn, heldOn: '2026-04-15', result: 'MISSED', reason: null },
    ],
    [
      'varied, and held by the new day: varied, with the reason',
      [vary('2026-03-30T10:00', '2026-04-20'), held('2026-04-20T12:00', '2026-04-20')],
      { lastOn: '2026-04-20', heldOn: '2026-04-20', result: 'VARIED', reason: 'PERSON_WISH' },
    ],
    [
      'varied, and held by the first day all the same: met',
      [vary('2026-03-30T10:00', '2026-04-20'), held('2026-04-09T12:00', '2026-04-09')],
      { lastOn: '2026-04-20', heldOn: '2026-04-09', result: 'MET', reason: 'PERSON_WISH' },
    ],
    [
      'varied twice, and held after the last day: missed, against the first',
      [vary('2026-03-30T10:00', '2026-04-14'), vary('2026-03-31T10:00', '2026-04-20'), held('2026-04-21T12:00', '2026-04-21')],
      { lastOn: '2026-04-20', heldOn: '2026-04-21', result: 'MISSED', reason: 'PERSON_WISH' },
    ],
  ])('%s', (_what, steps, expected) => {
    expect(settled(...steps)).toEqual([{ meeting: 1, anchorOn: '2026-03-26', aimOn, ...expected }]);
  });
});
