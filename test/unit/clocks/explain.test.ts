import { describe, expect, it } from '@jest/globals';
import { clockViews, findProfile, fromIso, londonInstant, nextDue, ruleWords, simulate } from '../../../domain';
import type { CaseState, ClockView, ScriptStep } from '../../../domain';
import { script } from '../../support/scripts';
import { REFERRAL, step, TRIAGED } from '../../support/story';

/** A case as it stands at a London time, with the deadlines that people see then. */
function seen(
  profile: 'oxfordshire' | 'dorset',
  steps: readonly ScriptStep[],
  at: string,
): { state: CaseState; views: readonly ClockView[] } {
  const until = at.slice(0, 10);
  const result = simulate({ profile, until, steps: steps.filter((one) => one.at <= at) });
  if ('problems' in result || !result.state) throw new Error('the script is not sound');
  return { state: result.state, views: clockViews(result.state, findProfile(profile)!, londonInstant(until, at.slice(11))) };
}

const s1 = script('s1').steps;
const alone = { ...TRIAGED, decidedAlone: true, aloneReason: 'v' };
const immediate = [
  step('2026-06-08T10:00', 'submitReferral', { ...REFERRAL, pace: 'IMMEDIATE' }),
  step('2026-06-08T11:00', 'decideTriage', alone),
  step('2026-06-08T12:00', 'vacateRole', { role: 'COORDINATOR' }),
];
const handedOver = [
  step('2026-06-08T10:00', 'submitReferral', REFERRAL),
  step('2026-06-08T11:00', 'decideTriage', { ...TRIAGED, outcome: 'SAFEGUARDING_CONCERN' }),
];
const proposed = { text: 'v', service: 'svc-b', dueOn: '2026-07-01', proposed: true };
const again = [
  step('2026-06-08T10:00', 'submitReferral', REFERRAL),
  step('2026-06-10T16:00', 'completeMeeting', {
    heldOn: '2026-06-10',
    attendance: [{ service: 'svc-a', status: 'ATTENDED', uninvited: true }],
    outcomes: ['RECONVENE'],
    actions: [
      { ...proposed, id: 'p1' },
      { ...proposed, id: 'p2', urgent: true },
    ],
  }),
];

const OURS = '(local default, not in the framework).';
const DUE = ' is due by the end of ';
type Case = readonly ['oxfordshire' | 'dorset', readonly ScriptStep[], string, string, string, string];

const SENTENCES: readonly Case[] = [
  [
    'oxfordshire',
    s1,
    '2026-03-26T16:00',
    'T-TRIAGE',
    '-',
    `Triage${DUE}Monday 30 March 2026: 2 working days after the referral was received on Thursday 26 March 2026 ${OURS}`,
  ],
  [
    'oxfordshire',
    s1,
    '2026-03-30T12:00',
    'T-CONTACT',
    '-',
    `Contact with the referrer${DUE}Wednesday 1 April 2026: 2 working days after triage was decided on Monday 30 March 2026 ${OURS}`,
  ],
  [
    'oxfordshire',
    s1,
    '2026-03-31T14:30',
    'T-INVITE',
    'meeting:1/svc-gp',
    `The service’s answer to the invitation${DUE}Tuesday 7 April 2026: 3 working days after the invitation was sent on Tuesday 31 March 2026 ${OURS} Good Friday and Easter Monday are not counted, because they are not working days.`,
  ],
  [
    'oxfordshire',
    s1,
    '2026-03-31T14:30',
    'T-INFO',
    'meeting:1/svc-gp',
    `The service’s contribution${DUE}Wednesday 8 April 2026, the date agreed; it was invited on Tuesday 31 March 2026.`,
  ],
  [
    'oxfordshire',
    s1,
    '2026-03-31T14:30',
    'T-REMIND',
    'meeting:1',
    `The meeting${DUE}Wednesday 8 April 2026, the date agreed; it was booked on Tuesday 31 March 2026.`,
  ],
  [
    'oxfordshire',
    s1,
    '2026-03-31T14:30',
    'T-HELD',
    'meeting:1',
    `The record of the booked meeting${DUE}Wednesday 8 April 2026, the date agreed; the meeting is booked on Wednesday 8 April 2026.`,
  ],
  [
    'oxfordshire',
    s1,
    '2026-04-08T13:00',
    'T-SUMMARY',
    'meeting:1',
    `The list of actions${DUE}Thursday 9 April 2026: 1 working day after the meeting was held on Wednesday 8 April 2026 (Scottish adult support and protection, case conference minutes).`,
  ],
  [
    'oxfordshire',
    s1,
    '2026-04-08T13:00',
    'T-MINUTES',
    'meeting:1',
    `The record of the meeting with its plan${DUE}Wednesday 15 April 2026: 5 working days after the meeting was held on Wednesday 8 April 2026 ${OURS}`,
  ],
  [
    'oxfordshire',
    s1,
    '2026-04-08T13:00',
    'T-FEEDBACK',
    'meeting:1',
    `Word to the person${DUE}Wednesday 15 April 2026: 5 working days after the meeting was held on Wednesday 8 April 2026 ${OURS}`,
  ],
  [
    'oxfordshire',
    s1,
    '2026-04-08T13:00',
    'T-SILENT',
    'action:fire-visit',
    `Word on the action${DUE}Wednesday 22 April 2026: 10 working days after it was last heard of on Wednesday 8 April 2026 ${OURS}`,
  ],
  [
    'oxfordshire',
    s1,
    '2026-04-08T13:00',
    'T-ACTION',
    'action:fire-visit',
    `The action${DUE}Friday 1 May 2026, the date agreed; it was agreed on Wednesday 8 April 2026.`,
  ],
  [
    'oxfordshire',
    s1,
    '2026-04-08T13:00',
    'T-REVIEW',
    'review:1',
    `The review${DUE}Wednesday 20 May 2026, the date agreed; it was agreed on Wednesday 8 April 2026.`,
  ],
  [
    'oxfordshire',
    s1,
    '2026-04-14T15:20',
    'T-PLANDIST',
    'plan:1',
    `The receipt of the plan by everyone who takes part${DUE}Thursday 16 April 2026: 2 working days after it was published on Tuesday 14 April 2026 ${OURS}`,
  ],
  [
    'oxfordshire',
    s1,
    '2026-07-01T12:00',
    'T-CLOSE',
    '-',
    `The answer of each service to the proposed closure${DUE}Wednesday 8 July 2026: 5 working days after it was proposed on Wednesday 1 July 2026 ${OURS}`,
  ],
  [
    'dorset',
    script('s6').steps,
    '2026-09-15T12:00',
    'T-REVIEW',
    'lapse-decision',
    `A decision on the lapsed review${DUE}Wednesday 16 September 2026, the date agreed; the review was due on Friday 28 August 2026.`,
  ],
  [
    'oxfordshire',
    immediate,
    '2026-06-08T13:00',
    'T-ROLE',
    'role:COORDINATOR',
    `A new holder of the role${DUE}Monday 8 June 2026, the date agreed; the role fell vacant on Monday 8 June 2026.`,
  ],
  [
    'oxfordshire',
    immediate,
    '2026-06-08T13:00',
    'T-MEET',
    'meeting:1',
    `The first meeting${DUE}Tuesday 9 June 2026: 1 working day after the referral was received on Monday 8 June 2026 ${OURS}`,
  ],
  [
    'oxfordshire',
    immediate,
    '2026-06-08T13:00',
    'T-TRIAGE',
    'concurrence',
    `The other triager’s agreement${DUE}Tuesday 9 June 2026: 1 working day after one triager decided alone on Monday 8 June 2026 ${OURS}`,
  ],
  [
    'oxfordshire',
    handedOver,
    '2026-06-08T13:00',
    'T-HANDOVER',
    'acknowledgement',
    `The acknowledgement of the hand-over${DUE}Tuesday 9 June 2026: 1 working day after the case was handed over on Monday 8 June 2026 ${OURS}`,
  ],
  [
    'oxfordshire',
    handedOver,
    '2026-06-08T13:00',
    'T-HANDOVER',
    'outcome',
    `The answer to the hand-over${DUE}Monday 15 June 2026: 5 working days after the case was handed over on Monday 8 June 2026 ${OURS}`,
  ],
  [
    'oxfordshire',
    again,
    '2026-06-10T17:00',
    'T-MEET',
    'meeting:2',
    `The next meeting${DUE}Wednesday 24 June 2026: 14 calendar days after the meeting that asked for another one on Wednesday 10 June 2026 (Oxfordshire framework 6.1, sixth bullet).`,
  ],
  [
    'oxfordshire',
    again,
    '2026-06-10T17:00',
    'T-ACCEPT',
    'action:p1',
    `The service’s answer to the proposed action${DUE}Friday 12 June 2026: 2 working days after it was proposed on Wednesday 10 June 2026 ${OURS}`,
  ],
  [
    'oxfordshire',
    again,
    '2026-06-10T17:00',
    'T-ACCEPT',
    'action:p2',
    `The service’s answer to the proposed action${DUE}Thursday 11 June 2026: 1 working day after it was proposed on Wednesday 10 June 2026 ${OURS}`,
  ],
];

describe('given a running deadline, then it says where its date comes from', () => {
  it.each(SENTENCES)('%s, %#: %3$s %4$s', (profile, steps, at, clock, key, sentence) => {
    const view = seen(profile, steps, at).views.find((one) => one.clock === clock && one.key === key);
    expect(view?.explanation.text).toBe(sentence);
  });
});

describe('given a day that counts or does not', () => {
  it('when one holiday lies in between, then the sentence is about one', () => {
    const one = (received: string, clock: string) =>
      seen('oxfordshire', [step(`${received}T10:00`, 'submitReferral', REFERRAL)], `${received}T11:00`).views.find(
        (view) => view.clock === clock,
      );
    expect(one('2026-08-28', 'T-TRIAGE')?.explanation).toMatchObject({
      text: expect.stringContaining('Summer bank holiday is not counted, because it is not a working day.'),
      rule: '2 working days',
      source: 'local default, not in the framework',
      skipped: ['2026-08-31'],
    });
    expect(one('2026-08-28', 'T-MEET')?.explanation.text).toContain(
      'Summer bank holiday does not extend it, because the aim counts calendar days.',
    );
  });
  it('when it is a closure day of the locality, then it is called by its date', () => {
    const steps = [step('2026-06-08T10:00', 'submitReferral', REFERRAL)];
    const result = simulate({ profile: 'oxfordshire', until: '2026-06-08', steps, localClosureDays: ['2026-06-09'] });
    if ('problems' in result || !result.state) throw new Error('the script is not sound');
    const views = clockViews(result.state, findProfile('oxfordshire')!, result.state.lastAt);
    expect(views.find(({ clock }) => clock === 'T-TRIAGE')?.explanation.text).toContain('Tuesday 9 June 2026 is not counted');
  });
});

describe('given the deadlines of a case as people see them', () => {
  it('then the soonest stands first, each with what comes next, what has passed, and whether it is overdue', () => {
    const { views } = seen('oxfordshire', s1.slice(0, 1), '2026-03-31T12:00');
    expect(views.map(({ clock, overdue, next, passed }) => ({ clock, overdue, next: next?.threshold, passed }))).toEqual([
      { clock: 'T-TRIAGE', overdue: true, next: '+6WD', passed: ['due', '+1WD'] },
      { clock: 'T-MEET', overdue: false, next: '-3WD', passed: ['-5WD'] },
    ]);
    expect(views.find(({ clock }) => clock === 'T-MEET')).toMatchObject({
      anchorOn: '2026-03-26',
      dueOn: '2026-04-09',
      endsAt: fromIso('2026-04-09T22:59:59Z'),
      provisional: false,
    });
  });
  it('then they stand in order, though they were not armed in it, and the earliest is the one that is due', () => {
    const { state, views } = seen('oxfordshire', s1, '2026-04-08T13:00');
    const ends = views.map(({ endsAt }) => endsAt);
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
    const latestFirst = { ...state, obligations: [...state.obligations].sort((a, b) => (a.dueOn < b.dueOn ? 1 : -1)) };
    expect(clockViews(latestFirst, findProfile('oxfordshire')!, state.lastAt).map(({ endsAt }) => endsAt)).toEqual(ends);
    expect(nextDue(latestFirst, state.lastAt)?.at).toBe(ends[0]);
  });
  it('then what comes next is what has not come: at its very instant it still does, a moment later the step after it', () => {
    const { state } = seen('oxfordshire', s1.slice(0, 1), '2026-03-30T12:00');
    const next = (now: number) =>
      clockViews(state, findProfile('oxfordshire')!, now).find(({ clock }) => clock === 'T-MEET')?.next?.threshold;
    const nine = fromIso('2026-03-31T08:00:00Z')!;
    expect([next(nine), next(nine + 1)]).toEqual(['-5WD', '-3WD']);
  });
  it('then a deadline is overdue from the second after its day', () => {
    const { state } = seen('oxfordshire', s1.slice(0, 1), '2026-03-30T12:00');
    const end = fromIso('2026-03-30T22:59:59Z')!;
    const triage = (now: number) => clockViews(state, findProfile('oxfordshire')!, now).find(({ clock }) => clock === 'T-TRIAGE');
    expect([triage(end)?.overdue, triage(end + 1)?.overdue]).toEqual([false, true]);
    expect(nextDue(state, end)).toEqual({ at: end, overdue: false });
    expect(nextDue(state, end + 1)).toEqual({ at: end, overdue: true });
  });
  it('then what is set aside is not shown, and is not due', () => {
    const { state, views } = seen('oxfordshire', handedOver, '2026-06-08T13:00');
    expect(views.map(({ clock }) => clock)).toEqual(['T-HANDOVER', 'T-HANDOVER']);
    expect(state.obligations.map(({ clock }) => clock)).toContain('T-MEET');
    expect(nextDue(state, state.lastAt)?.at).toBe(fromIso('2026-06-09T22:59:59Z'));
  });
  it('then a date beyond the known bank holidays is provisional', () => {
    const { views } = seen('oxfordshire', [step('2028-12-20T10:00', 'submitReferral', REFERRAL)], '2028-12-20T11:00');
    expect(views.map(({ clock, provisional }) => [clock, provisional])).toEqual([
      ['T-TRIAGE', false],
      ['T-MEET', true],
    ]);
  });
  it('then a case that has ended has none', () => {
    const withdrawn = step('2026-03-27T10:00', 'withdraw', { outcome: 'WITHDRAWN', reason: 'v' });
    const { state, views } = seen('oxfordshire', [s1[0]!, withdrawn], '2026-03-27T11:00');
    expect([views, nextDue(state, state.lastAt)]).toEqual([[], null]);
  });
});

describe('given a rule, then it is said in words', () => {
  it.each([
    [{ calendarDays: 14 }, '14 calendar days'],
    [{ workingDays: 1 }, '1 working day'],
    [{ workingDays: 2 }, '2 working days'],
    [{ workingDaysBefore: 1 }, '1 working day before'],
    [{ workingDaysBefore: 3 }, '3 working days before'],
    [{ sameDay: true }, 'the same working day'],
    [{ agreed: true }, 'the date agreed'],
  ] as const)('%j: %s', (rule, words) => {
    expect(ruleWords(rule)).toBe(words);
  });
});
