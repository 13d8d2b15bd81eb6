import { describe, expect, it } from '@jest/globals';
import { CONTACTED, flags, play, REFERRAL, refusals, spoken, step, TRIAGED } from '../../support/story';

const held = {
  heldOn: '2026-04-08',
  attendance: [{ service: 'svc-fire-safety', status: 'ATTENDED' }],
  outcomes: ['PLAN_AGREED'],
  likelihood: 3,
  impact: 5,
  reviewOn: '2026-05-20',
};
const opening = [step('2026-03-26T15:20', 'submitReferral', REFERRAL), step('2026-03-30T11:00', 'decideTriage', TRIAGED)];
const contacted = step('2026-04-01T10:00', 'recordReferrerContact', CONTACTED);
const fireVisit = (due: string) => ({ id: 'fire-visit', text: 'synthetic', service: 'svc-fire-safety', dueOn: due });

describe('S1: self-neglect and hoarding in Oxfordshire, over Easter and the clock change', () => {
  const booked = step('2026-03-31T14:00', 'scheduleMeeting', {
    on: '2026-04-08',
    mode: 'IN_PERSON',
    services: [{ service: 'svc-fire-safety' }],
  });
  const whole = [
    ...opening,
    booked,
    contacted,
    step('2026-04-08T12:00', 'completeMeeting', held),
    step('2026-04-08T12:10', 'addAction', fireVisit('2026-05-01')),
  ];

  it('given the booking of 31 March, then one nudge at 09:00 BST that day and none later', () => {
    expect(spoken(play(whole, '2026-05-20'), 'T-MEET')).toEqual(['2026-03-31T08:00:00Z -5WD COORDINATOR']);
  });
  it('then triage and the contact speak on their due days only', () => {
    const entries = play(whole, '2026-05-20');
    expect(spoken(entries, 'T-TRIAGE')).toEqual(['2026-03-30T08:00:00Z due COORDINATOR+TRIAGE_PARTNER']);
    expect(spoken(entries, 'T-CONTACT')).toEqual(['2026-04-01T08:00:00Z due COORDINATOR']);
  });
  it('given the visit done on 30 April, then one message on 29 April and none on 1 May', () => {
    const done = play([...whole, step('2026-04-30T15:00', 'completeAction', { action: 'fire-visit' })], '2026-06-30');
    expect(spoken(done, 'T-ACTION')).toEqual(['2026-04-29T08:00:00Z -2WD LEAD_WORKER']);
  });
  it('given the visit not done, then the ladder over the May holiday', () => {
    expect(spoken(play(whole, '2026-05-11'), 'T-ACTION')).toEqual([
      '2026-04-29T08:00:00Z -2WD LEAD_WORKER',
      '2026-05-01T08:00:00Z due LEAD_WORKER',
      '2026-05-05T08:00:00Z +1WD LEAD_WORKER',
      '2026-05-07T08:00:00Z +3WD LEAD_WORKER+RESPONSIBLE_MANAGER',
      '2026-05-11T08:00:00Z +5WD COORDINATOR+RESPONSIBLE_MANAGER',
    ]);
  });
  it('given no booking at all, then three nudges, the missed aim, and a message every five working days', () => {
    const entries = play([...opening, contacted], '2026-05-31');
    expect(spoken(entries, 'T-MEET')).toEqual([
      '2026-03-31T08:00:00Z -5WD COORDINATOR',
      '2026-04-02T08:00:00Z -3WD COORDINATOR+TRIAGE_PARTNER',
      '2026-04-08T08:00:00Z -1WD COORDINATOR+COORDINATOR_MANAGER',
      ...['2026-04-10 +1', '2026-04-17 +6', '2026-04-24 +11', '2026-05-01 +16', '2026-05-11 +21', '2026-05-18 +26', '2026-05-26 +31'].map(
        (one) => {
          const [on = '', label = ''] = one.split(' ');
          return `${on}T08:00:00Z ${label}WD COORDINATOR+COORDINATOR_MANAGER`;
        },
      ),
    ]);
    expect(flags(entries)).toEqual(['2026-04-10T08:00:00Z +MEETING_AIM_MISSED']);
  });
  it('given the meeting cancelled after two nudges were quiet, then one catch-up and the ladder goes on', () => {
    const cancelled = step('2026-04-07T10:00', 'cancelMeeting', { reason: 'KEY_AGENCY_UNAVAILABLE' });
    expect(spoken(play([...opening, booked, contacted, cancelled], '2026-04-09'), 'T-MEET')).toEqual([
      '2026-03-31T08:00:00Z -5WD COORDINATOR',
      '2026-04-07T09:00:00Z catch-up COORDINATOR+TRIAGE_PARTNER',
      '2026-04-08T08:00:00Z -1WD COORDINATOR+COORDINATOR_MANAGER',
    ]);
  });
  it('given the meeting booked and nothing recorded, then "was it held?" on the two working days after', () => {
    expect(spoken(play([...opening, booked, contacted], '2026-04-10'), 'T-HELD')).toEqual([
      '2026-04-09T08:00:00Z +1WD COORDINATOR+NOTE_TAKER',
      '2026-04-10T08:00:00Z +2WD COORDINATOR+NOTE_TAKER+COORDINATOR_MANAGER',
    ]);
  });
  it('given the meeting held in time but recorded after the flag, then the flag is cleared', () => {
    const late = step('2026-04-13T10:00', 'completeMeeting', held);
    expect(flags(play([...opening, contacted, late], '2026-04-14'))).toEqual([
      '2026-04-10T08:00:00Z +MEETING_AIM_MISSED',
      '2026-04-13T09:00:00Z -MEETING_AIM_MISSED',
    ]);
  });
  it('given a meeting held after the target, then the flag stays', () => {
    const late = step('2026-04-10T08:30', 'completeMeeting', { ...held, heldOn: '2026-04-10' });
    const entries = play([...opening, contacted, late], '2026-04-20');
    expect(flags(entries)).toEqual(['2026-04-10T07:30:00Z +MEETING_AIM_MISSED']);
    expect(spoken(entries, 'T-MEET').at(-1)).toBe('2026-04-08T08:00:00Z -1WD COORDINATOR+COORDINATOR_MANAGER');
  });
});

describe('S3: pace EXPEDITED settled at triage', () => {
  const received = step('2026-10-14T16:45', 'submitReferral', { ...REFERRAL, reasons: ['VULNERABILITY'] });
  const triaged = step('2026-10-15T10:00', 'decideTriage', { ...TRIAGED, pace: 'EXPEDITED', paceReason: 'synthetic' });
  it('given a booking on the target of 21 October, then no nudge', () => {
    const booked = step('2026-10-15T11:00', 'scheduleMeeting', { on: '2026-10-21', mode: 'ONLINE' });
    expect(spoken(play([received, triaged, booked], '2026-10-21'), 'T-MEET')).toEqual([]);
  });
  it('given none, then nudges on 16 and 20 October and the missed aim on 22 October', () => {
    expect(spoken(play([received, triaged], '2026-10-22'), 'T-MEET').map((one) => one.slice(0, 10))).toEqual([
      '2026-10-16',
      '2026-10-20',
      '2026-10-22',
    ]);
  });
});

describe('S7: a stalled action over Christmas', () => {
  const steps = (done?: string) => [
    step('2026-11-23T10:00', 'submitReferral', REFERRAL),
    step('2026-11-24T10:00', 'decideTriage', TRIAGED),
    step('2026-11-25T10:00', 'recordReferrerContact', CONTACTED),
    step('2026-12-02T15:00', 'completeMeeting', {
      ...held,
      heldOn: '2026-12-02',
      reviewOn: '2027-02-10',
      actions: [{ ...fireVisit('2026-12-18'), id: 'a1' }],
    }),
    ...(done === undefined ? [] : [step(done, 'completeAction', { action: 'a1' })]),
  ];
  it('then the ladder skips the holidays and the challenge is only drafted', () => {
    const entries = play(steps(), '2027-01-06');
    expect(spoken(entries, 'T-ACTION').map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      '2026-12-16T09:00:00Z -2WD',
      '2026-12-18T09:00:00Z due',
      '2026-12-21T09:00:00Z +1WD',
      '2026-12-23T09:00:00Z +3WD',
      '2026-12-29T09:00:00Z +5WD',
      '2027-01-06T09:00:00Z +10WD',
    ]);
    expect(flags(entries)).toEqual(['2026-12-29T09:00:00Z +ACTION_STALLED']);
  });
  it('given it done on 22 December, then nothing on the 23rd and no flag', () => {
    const entries = play(steps('2026-12-22T16:00'), '2027-01-31');
    expect(spoken(entries, 'T-ACTION').at(-1)).toContain('2026-12-21');
    expect(flags(entries)).toEqual([]);
  });
  it('given local closure days, then STALLED on 5 January', () => {
    const entries = play(steps(), '2027-01-06', { localClosureDays: ['2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31'] });
    expect(flags(entries)).toEqual(['2027-01-05T09:00:00Z +ACTION_STALLED']);
  });
});

describe('quiet hours, catch-ups and pace', () => {
  it('given a referral of eleven days ago received at night, then one catch-up per clock at 08:00 of the next working day', () => {
    const entries = play([step('2026-04-06T20:00', 'submitReferral', REFERRAL, { occurredOn: '2026-03-26' })], '2026-04-07');
    expect(entries.filter((one) => one.kind === 'notice').map((one) => `${one.at} ${one.notice ?? ''} ${one.threshold ?? ''}`)).toEqual([
      '2026-04-07T07:00:00Z N01 at-once',
      '2026-04-07T07:00:00Z N02 at-once',
      '2026-04-07T07:00:00Z N03 catch-up',
      '2026-04-07T07:00:00Z N05 catch-up',
    ]);
  });
  it('given triage decided while a catch-up waits, then it is dropped', () => {
    const late = [
      step('2026-04-06T20:00', 'submitReferral', REFERRAL, { occurredOn: '2026-03-26' }),
      step('2026-04-06T21:00', 'decideTriage', TRIAGED),
    ];
    expect(spoken(play(late, '2026-04-07'), 'T-TRIAGE')).toEqual([]);
  });
  it('given pace IMMEDIATE on a Saturday, then N01 at once and the meeting nudge at 08:00 on Monday', () => {
    const entries = play([step('2026-06-06T22:00', 'submitReferral', { ...REFERRAL, pace: 'IMMEDIATE' })], '2026-06-08');
    expect(spoken(entries, 'T-ACK')[0]).toBe('2026-06-06T21:00:00Z at-once COORDINATOR+TRIAGE_PARTNER');
    expect(spoken(entries, 'T-MEET')[0]).toBe('2026-06-08T07:00:00Z at-once COORDINATOR+TRIAGE_PARTNER+COORDINATOR_MANAGER');
  });
  it('given one triager alone, then the other is asked on the next working day and the manager after', () => {
    const steps = [
      step('2026-06-08T10:00', 'submitReferral', { ...REFERRAL, pace: 'IMMEDIATE' }),
      step('2026-06-08T11:00', 'decideTriage', { ...TRIAGED, decidedAlone: true, aloneReason: 'synthetic' }),
    ];
    expect(spoken(play(steps, '2026-06-10'), 'T-TRIAGE')).toEqual([
      '2026-06-08T09:00:00Z catch-up COORDINATOR+TRIAGE_PARTNER',
      '2026-06-09T08:00:00Z due TRIAGE_PARTNER',
      '2026-06-10T08:00:00Z +1WD TRIAGE_PARTNER+TRIAGE_PARTNER_MANAGER',
    ]);
  });
  it('given a vacant coordinator, then N17 from 09:00 of the next working day, every working day, until it is filled', () => {
    const steps = [
      step('2026-06-08T10:00', 'submitReferral', REFERRAL),
      step('2026-06-10T12:00', 'vacateRole', { role: 'COORDINATOR' }),
      step('2026-06-12T12:00', 'assignRole', { role: 'COORDINATOR', person: 'p-new' }),
    ];
    const entries = play(steps, '2026-06-19');
    expect(spoken(entries, 'T-ROLE')).toEqual(['2026-06-11T08:00:00Z +1WD CONVENER_MANAGER', '2026-06-12T08:00:00Z +2WD CONVENER_MANAGER']);
    expect(flags(entries).slice(0, 2)).toEqual(['2026-06-11T08:00:00Z +ROLE_VACANT', '2026-06-12T11:00:00Z -ROLE_VACANT']);
  });
  it('given a withdrawn case, then silence for ever', () => {
    const steps = [
      step('2026-06-08T10:00', 'submitReferral', REFERRAL),
      step('2026-06-09T10:00', 'withdraw', { outcome: 'WITHDRAWN', reason: 'synthetic' }),
    ];
    expect(play(steps, '2027-06-08').filter((one) => one.kind === 'notice' && one.at > '2026-06-09T10')).toEqual([]);
  });
});

describe('what cannot be', () => {
  const all = [...opening, contacted];
  it.each([
    ['a meeting booked in the past', step('2026-04-01T11:00', 'scheduleMeeting', { on: '2026-03-31', mode: 'ONLINE' }), 'MEETING_IN_PAST'],
    ['a meeting in a hundred years', step('2026-04-01T11:00', 'scheduleMeeting', { on: '2126-03-31', mode: 'ONLINE' }), 'MEETING_TOO_FAR'],
    [
      'a meeting held before the case began',
      step('2026-04-01T11:00', 'completeMeeting', { ...held, heldOn: '2026-03-25' }),
      'OCCURRED_BEFORE_RECEIPT',
    ],
    ['a meeting held tomorrow', step('2026-04-01T11:00', 'completeMeeting', { ...held, heldOn: '2026-04-02' }), 'HELD_IN_FUTURE'],
    [
      'a review before the meeting',
      step('2026-04-01T11:00', 'completeMeeting', { ...held, heldOn: '2026-04-01', reviewOn: '2026-04-01' }),
      'REVIEW_BEFORE_MEETING',
    ],
    ['a postponement of nothing', step('2026-04-01T11:00', 'postponeMeeting', { on: '2026-04-08', reason: 'OTHER' }), 'NO_MEETING_BOOKED'],
    ['an action due before it was agreed', step('2026-04-01T11:00', 'addAction', fireVisit('2026-03-31')), 'DUE_IN_PAST'],
    ['progress on an unknown action', step('2026-04-01T11:00', 'updateProgress', { action: 'none', note: 'x' }), 'UNKNOWN_ACTION'],
    ['a plan before a meeting', step('2026-04-01T11:00', 'publishPlan', {}), 'WRONG_STAGE'],
    ['a second referral', step('2026-04-01T11:00', 'submitReferral', REFERRAL), 'ALREADY_STARTED'],
    ['triage decided twice', step('2026-04-01T11:00', 'decideTriage', TRIAGED), 'WRONG_STAGE'],
    [
      'a fact of tomorrow',
      step('2026-04-01T11:00', 'withdraw', { outcome: 'WITHDRAWN', reason: 'x' }, { occurredOn: '2026-04-02' }),
      'OCCURRED_IN_FUTURE',
    ],
  ])('%s is refused and the case goes on', (_what, wrong, code) => {
    const entries = play([...all, wrong], '2026-04-10');
    expect(refusals(entries)).toEqual([code]);
    expect(spoken(entries, 'T-MEET').at(-1)).toContain('+1WD');
  });
  it('sharing without consent needs a ground and its facts', () => {
    const refused = { ...REFERRAL, consent: { position: 'REFUSED' } };
    const given = { ...REFERRAL, consent: { position: 'REFUSED', grounds: 'RISK_TO_OTHERS', facts: 'synthetic' } };
    expect(
      refusals(
        play([step('2026-11-30T10:00', 'submitReferral', refused), step('2026-11-30T10:05', 'submitReferral', given)], '2026-12-01'),
      ),
    ).toEqual(['GROUNDS_MISSING']);
  });
  it('Dorset takes no referral', () => {
    expect(refusals(play([step('2026-06-01T10:00', 'submitReferral', REFERRAL)], '2026-06-02', { profile: 'dorset' }))).toEqual([
      'NOT_IN_THIS_LOCALITY',
    ]);
  });
});
