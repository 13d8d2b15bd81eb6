import { describe, expect, it } from '@jest/globals';
import { clockViews, findProfile } from '../../../domain';
import type { CaseState, ProtocolProfile } from '../../../domain';
import { caseAt, give, wait } from '../../support/lived';
import { lapsedCase } from '../../support/roleCase';

const oxfordshire = findProfile('oxfordshire')!;
const GROUNDS = { steps: 'v-steps', grounds: 'SAFEGUARD_ADULT_AT_RISK', facts: 'v-facts' };
/** Monday 1 June 2026. */
const begun = (more: Partial<CaseState> = {}): CaseState => caseAt('2026-06-01T09:30', { tier: 'HIGH', ...more });
const notified = (more: Partial<CaseState> = {}) => give(begun(more), '2026-06-01T10:00', 'notifyLocalAuthority', GROUNDS);
const due = (state: CaseState) =>
  clockViews(state, oxfordshire, state.lastAt).flatMap((one) => (one.clock === 'T-LA' ? [`${one.key} ${one.dueOn}`] : []));
const chases = (state: CaseState, until: string, profile: ProtocolProfile = oxfordshire) =>
  wait(state, until, profile).heard.filter((line) => line.includes(' N13 '));

describe('who may notify, and on what ground', () => {
  const consent = (position: 'GIVEN' | 'REFUSED', grounds: 'CRIME' | null): CaseState => {
    const { person } = begun();
    return begun({ person: { ...person, consent: { ...person.consent, position, grounds } } });
  };
  it.each([
    ['consent', consent('GIVEN', null), {}, null],
    ['recorded grounds', consent('REFUSED', 'CRIME'), {}, null],
    ['grounds in the same step', consent('REFUSED', null), { grounds: 'VITAL_INTERESTS', facts: 'v' }, null],
    ['neither', consent('REFUSED', null), {}, 'GROUNDS_MISSING'],
    ['a ground without facts', consent('REFUSED', null), { grounds: 'VITAL_INTERESTS' }, 'GROUNDS_MISSING'],
    ['facts without a ground', consent('GIVEN', null), { facts: 'v' }, 'GROUNDS_MISSING'],
  ])('given %s', (_what, state, data, refused) => {
    expect(give(state, '2026-06-01T10:00', 'notifyLocalAuthority', { steps: 'v', ...data }).refused).toBe(refused);
  });
  it('given grounds in the same step, then they stand on record', () => {
    const told = give(consent('REFUSED', null), '2026-06-01T10:00', 'notifyLocalAuthority', GROUNDS);
    expect(told.state.person.consent).toMatchObject({ grounds: 'SAFEGUARD_ADULT_AT_RISK', lookedAtOn: '2026-06-01' });
  });
  it('given the coordinator notifies, then the contact gets it and the manager a copy, at any hour', () => {
    expect(notified().said).toEqual(['N13 notified LA_CONTACT', 'N13 notified-copy COORDINATOR_MANAGER']);
    expect(give(begun(), '2026-06-06T23:10', 'notifyLocalAuthority', GROUNDS).heard).toEqual([
      '2026-06-06T22:10 N13 - LA_CONTACT',
      '2026-06-06T22:10 N13 - COORDINATOR_MANAGER',
    ]);
  });
  it('given another member notifies, then coordinator and manager hear at once, and the member answers for it', () => {
    const told = give(begun(), '2026-06-01T10:00', 'notifyLocalAuthority', GROUNDS, { by: 'LEAD_WORKER' });
    expect(told.said.filter((line) => line.startsWith('N12'))).toEqual([
      'N12 member-notified COORDINATOR',
      'N12 member-notified COORDINATOR_MANAGER',
    ]);
    const asked = give(told.state, '2026-06-02T10:00', 'recordLaDecision', { decision: 'MORE_INFORMATION' }, { by: 'LA_CONTACT' });
    expect(chases(asked.state, '2026-06-04T12:00')).toEqual(['2026-06-04T08:00 N13 due LEAD_WORKER']);
  });
  it('given it could not be delivered, then the coordinator hears at any hour', () => {
    const fail = (notice: string) =>
      give(notified().state, '2026-06-01T22:00', 'recordDeliveryFailure', {
        rows: [{ seq: 1, n: 0, reason: 'REFUSED', role: 'LA_CONTACT', notice }],
      }).said;
    expect(fail('N13')).toEqual(['N20 failed-urgent COORDINATOR']);
    expect(fail('N10')).toEqual([]);
  });
});

describe('the local authority’s time', () => {
  it('given a notification, then acknowledgement in one, decision in three working days', () => {
    expect(due(notified().state)).toEqual(['acknowledgement 2026-06-02', 'decision 2026-06-04']);
  });
  it('given silence, then each is chased on its day, and the repeats on the grid of the fifth go to the contact too', () => {
    expect(chases(notified().state, '2026-06-22T12:00')).toEqual([
      '2026-06-03T08:00 N13 ack+1WD LA_CONTACT',
      '2026-06-04T08:00 N13 3WD LA_TEAM_MANAGER',
      '2026-06-08T08:00 N13 5WD COORDINATOR',
      '2026-06-08T08:00 N13 5WD COORDINATOR_MANAGER',
      '2026-06-08T08:00 N13 5WD LA_TEAM_MANAGER',
      ...['2026-06-15T08:00 N13 +10WD', '2026-06-22T08:00 N13 +15WD'].flatMap((line) =>
        ['LA_TEAM_MANAGER', 'COORDINATOR', 'COORDINATOR_MANAGER', 'LA_CONTACT'].map((role) => `${line} ${role}`),
      ),
    ]);
  });
  it('given an acknowledgement, then only the first chase ends; the contact is left out of the repeats', () => {
    const known = give(notified().state, '2026-06-02T10:00', 'recordLaAcknowledgement', { reference: 'v' }, { by: 'LA_CONTACT' });
    expect(known.said.filter((line) => !line.startsWith('N15'))).toEqual([
      'N14 acknowledged COORDINATOR',
      'N14 acknowledged CHAIR',
      'N14 acknowledged LEAD_WORKER',
      'N14 acknowledged LEAD_WORKER',
    ]);
    const heard = chases(known.state, '2026-06-15T12:00');
    expect(heard[0]).toBe('2026-06-04T08:00 N13 3WD LA_TEAM_MANAGER');
    expect(heard.filter((line) => line.includes('LA_CONTACT'))).toEqual([]);
    expect(give(known.state, '2026-06-02T11:00', 'recordLaAcknowledgement', {}).refused).toBe('ALREADY_ACKNOWLEDGED');
  });
  it.each(['S42_ENQUIRY', 'OTHER_STEPS', 'NO_FURTHER_STEPS', 'ALREADY_OPEN', 'RECEIVED_ELSEWHERE'] as const)(
    'given %s, then every chase ends and the plan runs on',
    (decision) => {
      const decided = give(notified().state, '2026-06-01T15:00', 'recordLaDecision', { decision }, { by: 'LA_TEAM_MANAGER' });
      expect(decided.said[0]).toBe('N14 decided COORDINATOR');
      expect(decided.state).toMatchObject({ stage: 'PLAN_ACTIVE', escalation: { status: decision } });
      expect([due(decided.state), chases(decided.state, '2026-07-01T12:00')]).toEqual([[], []]);
    },
  );
  it('given it asks for more, then the notifier is asked instead, and the answer begins the decision afresh', () => {
    const asked = give(notified().state, '2026-06-02T10:00', 'recordLaDecision', { decision: 'MORE_INFORMATION', question: 'v' });
    expect(asked.said.filter((line) => !line.startsWith('N15'))[0]).toBe('N14 more-information COORDINATOR');
    expect(due(asked.state)).toEqual(['question 2026-06-04']);
    expect(chases(asked.state, '2026-06-18T12:00')).toEqual([
      '2026-06-04T08:00 N13 due COORDINATOR',
      '2026-06-11T08:00 N13 +5WD COORDINATOR',
      '2026-06-18T08:00 N13 +10WD COORDINATOR',
    ]);
    const answered = give(asked.state, '2026-06-05T10:00', 'answerLaQuestion', { answer: 'v' }, { by: 'REFERRER' });
    expect(due(answered.state)).toEqual(['decision 2026-06-10']);
    expect(chases(answered.state, '2026-06-12T12:00').map((line) => line.slice(0, 10))).toEqual([
      '2026-06-10',
      '2026-06-12',
      '2026-06-12',
      '2026-06-12',
    ]);
    expect(give(answered.state, '2026-06-05T11:00', 'answerLaQuestion', { answer: 'v' }).refused).toBe('NO_QUESTION');
  });
  it('given a notifier who is not the coordinator, then word of the question reaches that person too', () => {
    const told = give(begun(), '2026-06-01T10:00', 'notifyLocalAuthority', GROUNDS, { by: 'REFERRER' });
    expect(give(told.state, '2026-06-02T10:00', 'recordLaDecision', { decision: 'MORE_INFORMATION' }).said).toContain(
      'N14 more-information REFERRER',
    );
  });
  it('given a new notification, then the clock begins afresh', () => {
    const again = give(notified().state, '2026-06-05T10:00', 'notifyLocalAuthority', GROUNDS);
    expect(due(again.state)).toEqual(['acknowledgement 2026-06-08', 'decision 2026-06-10']);
    expect(chases(again.state, '2026-06-09T12:00')).toEqual(['2026-06-09T08:00 N13 ack+1WD LA_CONTACT']);
  });
  it('given a notification of days ago, then what has passed is one message to all of its people', () => {
    const late = give(begun(), '2026-06-05T10:00', 'notifyLocalAuthority', GROUNDS, { occurredOn: '2026-06-01' });
    expect(late.heard.filter((line) => line.includes('catch-up'))).toEqual([
      '2026-06-05T09:00 N13 catch-up LA_CONTACT',
      '2026-06-05T09:00 N13 catch-up LA_TEAM_MANAGER',
    ]);
  });
  it('given a clock that is watched from inside, then every chase goes to the coordinator, to ring', () => {
    const internal: ProtocolProfile = { ...oxfordshire, laClock: { value: 'INTERNAL', source: 'D', cite: 'local default' } };
    const told = give(begun(), '2026-06-01T10:00', 'notifyLocalAuthority', GROUNDS, { profile: internal });
    const waited = wait(told.state, '2026-06-15T12:00', internal);
    expect(waited.heard.filter((line) => line.includes(' N13 '))).toEqual([
      '2026-06-03T08:00 N13 ack+1WD COORDINATOR',
      '2026-06-04T08:00 N13 3WD COORDINATOR',
      '2026-06-08T08:00 N13 5WD COORDINATOR',
      '2026-06-15T08:00 N13 +10WD COORDINATOR',
    ]);
    expect(new Set(waited.said.filter((line) => line.startsWith('N13')))).toEqual(new Set(['N13 ring COORDINATOR']));
  });
  it('given a closure is proposed, then the chases go on', () => {
    const review = { on: '2026-07-13', agreedOn: '2026-06-01', lapseDecision: null };
    const closing = give(notified({ review }).state, '2026-06-01T11:00', 'proposeClosure', { code: 'MOVED_AREA', reason: 'v' });
    expect(due(closing.state)).toEqual(['acknowledgement 2026-06-02', 'decision 2026-06-04']);
    expect(chases(closing.state, '2026-06-03T12:00')).toEqual(['2026-06-03T08:00 N13 ack+1WD LA_CONTACT']);
  });
  it.each(['recordLaAcknowledgement', 'recordLaDecision'] as const)('given no notification, then %s is refused', (command) => {
    expect(give(begun(), '2026-06-02T10:00', command, { decision: 'OTHER_STEPS' }).refused).toBe('NOT_NOTIFIED');
    expect(give(notified().state, '2026-06-02T10:00', command, { decision: 'OTHER_STEPS' }, { occurredOn: '2026-05-29' }).refused).toBe(
      'ANSWER_BEFORE_QUESTION',
    );
  });
});

describe('a lapsed review', () => {
  const review = { on: '2026-05-20', agreedOn: '2026-04-08', lapseDecision: null };
  const flags: CaseState['flags'] = [{ flag: 'REVIEW_LAPSED', clock: 'T-REVIEW', key: 'review:1', at: 0 }];
  const lapsed = () => ({
    ...begun({ review, flags }),
    obligations: lapsedCase().obligations.map((one) => ({ ...one, passed: ['+1WD', '+5WD'] })),
  });
  it('given the local authority is notified, then that is the decision to escalate', () => {
    const told = give(lapsed(), '2026-06-01T10:00', 'notifyLocalAuthority', GROUNDS);
    expect([told.refused, told.state.review?.lapseDecision]).toEqual([null, 'ESCALATE']);
  });
  it('given the decision to escalate alone, then the record asks for the notification, which closes the gap', () => {
    const decided = give(lapsed(), '2026-06-01T10:00', 'decideLapsedReview', { decision: 'ESCALATE', reason: 'v' });
    expect(decided.state.gaps.map((gap) => gap.item)).toEqual(['LA_NOTIFICATION']);
    const told = give(decided.state, '2026-06-01T11:00', 'notifyLocalAuthority', GROUNDS);
    expect(told.state.gaps).toEqual([]);
  });
});
