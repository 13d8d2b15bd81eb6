import { describe, expect, it } from '@jest/globals';
import { clockViews, escalationPrompts, findProfile } from '../../../domain';
import type { CaseState } from '../../../domain';
import { caseAt, give, wait } from '../../support/lived';

const oxfordshire = findProfile('oxfordshire')!;
/** Monday 1 June 2026, tier MODERATE, review agreed for 13 July. */
const underReview = (more: Partial<CaseState> = {}): CaseState =>
  caseAt('2026-06-01T09:30', {
    tier: 'MODERATE',
    review: { on: '2026-07-13', agreedOn: '2026-06-01', lapseDecision: null },
    ...more,
  });
const due = (state: CaseState, clock: string) =>
  clockViews(state, oxfordshire, state.lastAt).flatMap((one) => (one.clock === clock ? [`${one.key} ${one.dueOn}`] : []));
const of = (heard: readonly string[], threshold: string) => heard.filter((line) => line.includes(` ${threshold} `));
// Without the challenge that every such case has open.
const ofRisk = (heard: readonly string[]) => heard.filter((line) => !line.includes(' N15 '));
const gaps = ({ state }: { state: CaseState }) => state.gaps.map((gap) => gap.id);

describe('a raised tier', () => {
  const raised = give(underReview(), '2026-06-02T10:00', 'setRiskTier', { tier: 'HIGH', reason: 'v' });
  it('given the review lies beyond the new interval, then the coordinator is asked at once, and the agreed date stays', () => {
    expect(raised.said).toEqual(['N12 raised-review-late COORDINATOR', 'N12 raised LEAD_WORKER', 'N12 raised LEAD_WORKER']);
    expect(raised.state.review?.on).toBe('2026-07-13');
    expect(due(raised.state, 'T-RERATE')).toEqual(['review:1 2026-06-03']);
  });
  it('given no answer, then coordinator and manager hear on the second working day, and every five after', () => {
    const heard = wait(raised.state, '2026-06-11T12:00').heard.filter((line) => line.includes('N12'));
    expect(heard).toEqual([
      '2026-06-04T08:00 N12 +1WD COORDINATOR',
      '2026-06-04T08:00 N12 +1WD COORDINATOR_MANAGER',
      '2026-06-11T08:00 N12 +6WD COORDINATOR',
      '2026-06-11T08:00 N12 +6WD COORDINATOR_MANAGER',
    ]);
  });
  it.each([
    ['the reason for keeping the date', 'keepReviewDate', { reason: 'v' }],
    ['another date', 'setReviewDate', { reviewOn: '2026-07-20', reason: 'v' }],
    ['an earlier date', 'bringReviewForward', { reviewOn: '2026-06-22', reason: 'v' }],
    ['a tier that falls back', 'setRiskTier', { tier: 'MODERATE', reason: 'v' }],
  ] as const)('given %s, then nothing more is asked', (_what, command, data) => {
    const answered = give(raised.state, '2026-06-03T10:00', command, data);
    expect([answered.refused, due(answered.state, 'T-RERATE')]).toEqual([null, []]);
    expect(of(wait(answered.state, '2026-06-12T12:00').heard, '+1WD')).toEqual([]);
  });
  it('given the review lies within the new interval, then all hear of the rise and nothing is asked', () => {
    const near = underReview({ review: { on: '2026-06-29', agreedOn: '2026-06-01', lapseDecision: null } });
    const known = give(near, '2026-06-02T10:00', 'setRiskTier', { tier: 'HIGH', reason: 'v' });
    expect(known.said).toEqual(['N12 raised COORDINATOR', 'N12 raised LEAD_WORKER', 'N12 raised LEAD_WORKER']);
    expect(due(known.state, 'T-RERATE')).toEqual([]);
  });
  it('given a tier that falls or stays, then nobody is told', () => {
    expect(give(underReview(), '2026-06-02T10:00', 'setRiskTier', { tier: 'LOW', reason: 'v' }).said).toEqual([]);
    expect(give(underReview(), '2026-06-02T10:00', 'setRiskTier', { tier: 'MODERATE', reason: 'v' }).said).toEqual([]);
  });
  it('given a rating in a meeting, then no message and no question follow from it', () => {
    const met = give(underReview(), '2026-06-02T10:00', 'completeMeeting', {
      heldOn: '2026-06-02',
      attendance: [{ service: 'svc-own', status: 'ATTENDED' }],
      outcomes: ['CONTINUE'],
      tier: 'HIGH',
      reviewOn: '2026-08-31',
    });
    expect([met.said, due(met.state, 'T-RERATE')]).toEqual([[], []]);
  });
  it('given a closure is proposed, then the question rests and the concern stays', () => {
    const concerned = give(raised.state, '2026-06-03T10:00', 'raiseRiskConcern', { id: 'fall', text: 'v' }, { by: 'LEAD_WORKER' });
    const closing = give(concerned.state, '2026-06-03T11:00', 'proposeClosure', { code: 'MOVED_AREA', reason: 'v' });
    expect([due(closing.state, 'T-RERATE'), due(closing.state, 'T-CONCERN')]).toEqual([[], ['concern:fall 2026-06-04']]);
  });
});

describe('the hours of the messages', () => {
  it('given the case is at CRITICAL after the change, then they go at any hour; below it they wait for the morning', () => {
    expect(give(underReview(), '2026-06-02T21:15', 'setRiskTier', { tier: 'CRITICAL', reason: 'v' }).heard[0]).toBe(
      '2026-06-02T20:15 N12 - COORDINATOR',
    );
    const waiting = give(underReview(), '2026-06-02T21:15', 'setRiskTier', { tier: 'HIGH', reason: 'v' });
    expect(waiting.heard).toEqual([]);
    expect(wait(waiting.state, '2026-06-03T08:00').heard.filter((line) => line.includes('N12'))[0]).toBe(
      '2026-06-03T07:00 N12 - COORDINATOR',
    );
  });
  it('given a chase that is caught up at night, then it waits though the case is at CRITICAL', () => {
    const late = give(
      underReview({ tier: 'CRITICAL' }),
      '2026-06-05T21:15',
      'raiseRiskConcern',
      { id: 'fall', text: 'v' },
      { by: 'LEAD_WORKER', occurredOn: '2026-06-03' },
    );
    expect(late.heard).toEqual(['2026-06-05T20:15 N12 - COORDINATOR', '2026-06-05T20:15 N12 - COORDINATOR_MANAGER']);
    expect(of(wait(late.state, '2026-06-08T08:00').heard, 'catch-up')).toEqual(['2026-06-08T07:00 N12 catch-up COORDINATOR_MANAGER']);
  });
});

describe('a concern', () => {
  const raise = (state: CaseState, at: string, more: object = {}) =>
    give(state, at, 'raiseRiskConcern', { id: 'fall', text: 'v' }, { by: 'LEAD_WORKER', ...more });
  it('then coordinator and manager hear at once, and the answer is due in one working day', () => {
    const raised = raise(underReview(), '2026-06-02T10:00');
    expect(raised.said).toEqual(['N12 concern COORDINATOR', 'N12 concern COORDINATOR_MANAGER']);
    expect(due(raised.state, 'T-CONCERN')).toEqual(['concern:fall 2026-06-03']);
  });
  it.each([
    ['in working hours: the same day', '2026-06-02T17:59', '2026-06-02'],
    ['after them: the next working day', '2026-06-05T18:00', '2026-06-08'],
    ['on a Saturday: the next working day', '2026-06-06T11:00', '2026-06-08'],
  ])('given a case at CRITICAL, raised %s', (_what, at, on) => {
    expect(due(raise(underReview({ tier: 'CRITICAL' }), at).state, 'T-CONCERN')).toEqual([`concern:fall ${on}`]);
  });
  it('given no answer, then the manager alone hears, and goes on hearing', () => {
    const heard = ofRisk(wait(raise(underReview(), '2026-06-02T10:00').state, '2026-06-11T12:00').heard);
    expect(heard).toEqual(['2026-06-04T08:00 N12 +1WD COORDINATOR_MANAGER', '2026-06-11T08:00 N12 +6WD COORDINATOR_MANAGER']);
  });
  it('given an answer in time, then nobody is chased; and what is not asked cannot be answered', () => {
    const raised = raise(underReview(), '2026-06-02T10:00');
    expect(raise(raised.state, '2026-06-02T10:05').refused).toBe('DUPLICATE_CONCERN');
    const answered = give(raised.state, '2026-06-03T10:00', 'answerRiskConcern', { concern: 'fall', answer: 'v' });
    expect(ofRisk(wait(answered.state, '2026-06-12T12:00').heard)).toEqual([]);
    expect(give(answered.state, '2026-06-12T13:00', 'answerRiskConcern', { concern: 'fall', answer: 'v' }).refused).toBe('UNKNOWN_CONCERN');
  });
  it.each(['recordSignificantEvent', 'requestReview'] as const)('given %s, then the two hear at once and no clock starts', (command) => {
    const told = give(underReview(), '2026-06-02T10:00', command, { text: 'v', reason: 'v' }, { by: 'REFERRER' });
    expect(told.said.map((line) => line.split(' ').at(-1))).toEqual(['COORDINATOR', 'COORDINATOR_MANAGER']);
    expect(ofRisk(wait(told.state, '2026-06-12T12:00').heard)).toEqual([]);
  });
});

describe('ratings', () => {
  it('given a rating of one risk, then the case keeps its own tier; differing ratings are counted beside it', () => {
    const added = give(underReview(), '2026-06-02T10:00', 'addRisk', { id: 'fire', text: 'v', protectiveFactors: 'v' });
    const rated = give(added.state, '2026-06-02T10:01', 'rateRisk', {
      risk: 'fire',
      likelihood: 5,
      impact: 5,
      differing: [{ service: 'svc-other', tier: 'LOW' }],
    });
    expect(rated.state.tier).toBe('MODERATE');
    expect(rated.state.risk.risks[0]?.rating).toEqual({ tier: 'CRITICAL', score: 25, on: '2026-06-02', differing: 1 });
    expect(rated.said).toEqual([]);
  });
  it.each([
    ['a risk that is not there', { risk: 'none', tier: 'LOW' }, 'UNKNOWN_RISK'],
    ['half a score', { likelihood: 3 }, 'RATING_MISSING'],
    ['nothing', {}, 'RATING_MISSING'],
    ['half a differing score', { tier: 'LOW', differing: [{ service: 'svc-other', impact: 3 }] }, 'RATING_MISSING'],
  ])('given %s, then it is refused', (_what, data, code) => {
    expect(give(underReview(), '2026-06-02T10:00', 'rateRisk', data).refused).toBe(code);
  });
  it('given a tier that differs from its score without a reason, or a risk without what protects, then a gap', () => {
    expect(gaps(give(underReview(), '2026-06-02T10:00', 'rateRisk', { likelihood: 1, impact: 2, tier: 'MODERATE' }))).toEqual([
      'rating-reason',
    ]);
    expect(gaps(give(underReview(), '2026-06-02T10:00', 'addRisk', { id: 'fire', text: 'v' }))).toEqual(['risk-protective-factors']);
  });
});

describe('the three questions of section 42', () => {
  const yes = { careNeeds: 'YES', abuseOrNeglect: 'YES', unableToProtect: 'YES' };
  const rise = (section42?: object) => give(underReview(), '2026-06-02T10:00', 'setRiskTier', { tier: 'HIGH', reason: 'v', section42 });
  it('given the risk rises without them, then a gap due in two working days', () => {
    expect(rise().state.gaps).toMatchObject([{ id: 'section-42-screen', dueOn: '2026-06-04' }]);
    expect(gaps(give(underReview(), '2026-06-02T10:00', 'setRiskTier', { tier: 'LOW', reason: 'v' }))).toEqual([]);
  });
  it('given three times YES, then the record asks when a concern was raised, or why not', () => {
    expect(gaps(rise(yes))).toEqual(['section-42-raised']);
    expect(gaps(rise({ ...yes, raisedOn: '2026-06-02' }))).toEqual([]);
    expect(gaps(rise({ ...yes, notRaisedBecause: 'v' }))).toEqual([]);
  });
  it('given an UNSURE, then nothing is asked of the record, and the case shows whom to ring until it is notified', () => {
    const unsure = rise({ ...yes, abuseOrNeglect: 'UNSURE' });
    expect(gaps(unsure)).toEqual([]);
    expect(escalationPrompts(unsure.state, oxfordshire)).toMatchObject([{ code: 'SECTION_42_UNSURE', ring: 'LA_CONTACT' }]);
    const told = give(unsure.state, '2026-06-02T11:00', 'notifyLocalAuthority', { steps: 'v', grounds: 'CRIME', facts: 'v' });
    expect(escalationPrompts(told.state, oxfordshire)).toEqual([]);
  });
});

describe('a risk that does not fall', () => {
  const review = (state: CaseState, at: string, more: object) =>
    give(state, at, 'completeMeeting', {
      heldOn: at.slice(0, 10),
      attendance: [{ service: 'svc-own', status: 'ATTENDED' }],
      outcomes: ['CONTINUE'],
      rationale: 'v',
      capacity: { outcome: 'HAS' },
      section42: { careNeeds: 'NO', abuseOrNeglect: 'NO', unableToProtect: 'NO' },
      ...more,
    });
  const again = (first: object, second: object) => {
    const one = review(underReview(), '2026-06-02T10:00', first).state;
    const planned = give(one, '2026-06-02T11:00', 'publishPlan', { reviewOn: '2026-06-16', noActionReason: 'v', contingency: 'v' }).state;
    const two = review(planned, '2026-06-16T10:00', second);
    return gaps(two).filter((gap) => gap.endsWith('-meeting-3') && /alternative|escalation/.test(gap));
  };
  const both = ['alternative-approach-meeting-3', 'escalation-considered-meeting-3'];
  it.each([
    ['the same score at HIGH', { likelihood: 3, impact: 5 }, { likelihood: 3, impact: 5 }, both],
    ['a higher score', { likelihood: 3, impact: 4 }, { likelihood: 4, impact: 5 }, both],
    ['a lower score', { likelihood: 3, impact: 5 }, { likelihood: 3, impact: 4 }, []],
    ['a score below HIGH', { likelihood: 3, impact: 5 }, { likelihood: 2, impact: 4 }, []],
    ['the first of the two below HIGH', { likelihood: 2, impact: 4 }, { likelihood: 3, impact: 5 }, []],
    ['tiers without scores that stay', { tier: 'HIGH' }, { tier: 'HIGH' }, both],
    ['tiers without scores that fall', { tier: 'CRITICAL' }, { tier: 'HIGH' }, []],
    ['a review that gives no rating', { tier: 'HIGH' }, {}, both],
    ['both considered', { tier: 'HIGH' }, { tier: 'HIGH', alternativeApproach: 'v', escalationConsidered: 'v' }, []],
    ['another approach decided', { tier: 'HIGH' }, { tier: 'HIGH', outcomes: ['ALTERNATIVE_APPROACH'] }, [both[1]]],
  ])('given two reviews and %s', (_what, first, second, expected) => {
    expect(again(first, second)).toEqual(expected);
  });
  it('given the first review at HIGH, then nothing is asked, and no mail ever goes', () => {
    const one = review(underReview(), '2026-06-02T10:00', { tier: 'HIGH' });
    expect(gaps(one).filter((gap) => /alternative|escalation/.test(gap))).toEqual([]);
    expect(one.said).toEqual([]);
  });
});

describe('the questions that the facts put', () => {
  const engaged = (state: CaseState, data: object) => give(state, '2026-06-02T10:00', 'recordEngagement', data).state;
  const codes = (state: CaseState) => escalationPrompts(state, oxfordshire).map(({ code }) => code);
  it.each([
    [
      'serious harm likely and beyond the agencies',
      { seriousHarmStillLikely: 'YES', marmAbleToMitigate: 'NO' },
      ['UNMITIGATED_SERIOUS_HARM'],
    ],
    ['both unsure', { seriousHarmStillLikely: 'UNSURE', marmAbleToMitigate: 'UNSURE' }, ['UNMITIGATED_SERIOUS_HARM']],
    ['serious harm likely and held', { seriousHarmStillLikely: 'YES', marmAbleToMitigate: 'YES' }, []],
    ['no serious harm', { seriousHarmStillLikely: 'NO', marmAbleToMitigate: 'NO' }, []],
    ['no engagement at a steady risk', {}, []],
  ])('given %s', (_what, data, expected) => {
    expect(codes(engaged(underReview(), { engagement: 'NOT', ...data }))).toEqual(expected);
  });
  it('given a rising risk, then only a person who does not engage makes a question', () => {
    const rising = give(underReview(), '2026-06-01T10:00', 'setRiskTier', { tier: 'HIGH', reason: 'v' }).state;
    expect(codes(engaged(rising, { engagement: 'NOT' }))).toEqual(['RISK_RISING_AND_NOT_ENGAGING']);
    expect(codes(engaged(rising, { engagement: 'PARTLY' }))).toEqual([]);
  });
  it('given it was considered, then it rests until the facts change, and nothing of the case has changed by it', () => {
    const asked = engaged(underReview(), { engagement: 'NOT', seriousHarmStillLikely: 'YES', marmAbleToMitigate: 'NO' });
    const considered = give(asked, '2026-06-02T11:00', 'considerEscalation', { reason: 'v' }, { by: 'LEAD_WORKER' });
    expect([codes(considered.state), considered.state.escalation.status, considered.said]).toEqual([[], 'CONSIDERED', []]);
    expect(codes(give(considered.state, '2026-06-03T10:00', 'recordEngagement', { engagement: 'NOT' }).state)).toEqual([
      'UNMITIGATED_SERIOUS_HARM',
    ]);
  });
});
