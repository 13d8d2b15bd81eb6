import { describe, expect, it } from '@jest/globals';
import { sightOf } from '../../../domain';
import type { ScriptStep } from '../../../domain';
import { COORDINATOR, HOUSING, lived, onChallenge, raised, RAISER, TRUST, withPlan } from '../../support/challenges';
import { refusals, spoken, step } from '../../support/story';

const after = (...steps: readonly ScriptStep[]) => [...withPlan, raised(), ...steps];
const refused = (...steps: readonly ScriptStep[]) => refusals(lived(after(...steps), '2026-11-30').entries);
const messages = (until: string, ...steps: readonly ScriptStep[]) => spoken(lived(after(...steps), until).entries, 'T-CHALLENGE');
const advance = (at: string, actor?: string) => onChallenge(at, 'advanceChallenge', { reason: 'synthetic' }, actor);
const answer = (at: string, actor: string) => onChallenge(at, 'respondChallenge', { text: 'synthetic' }, actor);
const hold = (at: string, until: string) => onChallenge(at, 'holdChallenge', { until, reason: 'synthetic' });
const resolve = (at: string, outcome = 'RESOLVED_ACTION_AGREED', actor?: string) => onChallenge(at, 'resolveChallenge', { outcome }, actor);

describe('the stage of a challenge is by the clock', () => {
  it('given the first stage has expired at midnight, when its former holder answers at 07:00, then it is for the next holders', () => {
    expect(refused(answer('2026-08-28T07:00', `simulated-lead-${TRUST}`))).toEqual(['NOT_STAGE_HOLDER']);
    expect(refused(answer('2026-08-28T07:00', `simulated-manager-${TRUST}`))).toEqual([]);
  });
  it('given the last minute of its due day, then the first holder still answers', () => {
    expect(refused(answer('2026-08-27T23:59', `simulated-lead-${TRUST}`))).toEqual([]);
  });
  it('given a command between midnight and nine, then the next holders are told all the same, once', () => {
    const note = step('2026-08-28T07:00', 'setReviewDate', { reviewOn: '2026-09-24', reason: 'synthetic' });
    expect(messages('2026-09-02', note)).toEqual([
      '2026-08-27T08:00:00Z due LEAD_WORKER+RAISER',
      '2026-08-28T08:00:00Z stage2-open RESPONSIBLE_MANAGER+RAISER',
      '2026-09-02T08:00:00Z due RESPONSIBLE_MANAGER+RAISER',
    ]);
  });
  it.each([
    ['the first', '2026-08-26T10:00', `simulated-lead-${TRUST}`],
    ['the second, for the challenged service', '2026-09-01T10:00', `simulated-manager-${TRUST}`],
    ['the second, for the raiser’s', '2026-09-01T10:00', `simulated-manager-${HOUSING}`],
    ['the third', '2026-09-08T10:00', `simulated-safeguarding-${TRUST}`],
    ['the third, for the raiser’s', '2026-09-30T10:00', `simulated-safeguarding-${HOUSING}`],
  ])('%s is answered by its holder', (_what, at, holder) => {
    expect(refused(answer(at, holder))).toEqual([]);
  });
  it('given it is entered a week late with its real day, then it stands where it would have stood, without a message of what has passed', () => {
    const late = raised('2026-08-31T23:00', { occurredOn: '2026-08-24' });
    const { entries } = lived([...withPlan, late], '2026-09-01');
    expect(entries.filter((one) => one.notice === 'N15').map((one) => `${one.at} ${one.threshold ?? '-'} ${one.to.join('+')}`)).toEqual([
      '2026-09-01T07:00:00Z - LEAD_WORKER+RAISER',
      '2026-09-01T08:00:00Z due RESPONSIBLE_MANAGER+RAISER',
    ]);
  });
});

describe('advancing by hand', () => {
  it('counts the next stage from its own date', () => {
    expect(messages('2026-08-31', advance('2026-08-25T15:00'))).toEqual(['2026-08-28T08:00:00Z due RESPONSIBLE_MANAGER+RAISER']);
  });
  it('is for the raiser and the coordinator only', () => {
    expect(refused(advance('2026-08-25T15:00', COORDINATOR))).toEqual([]);
    expect(refused(advance('2026-08-25T15:00', `simulated-lead-${TRUST}`))).toEqual(['NOT_YOUR_CHALLENGE']);
  });
  it('cannot be dated back before the stage, nor go beyond the fourth', () => {
    expect(refused({ ...advance('2026-08-26T15:00'), occurredOn: '2026-08-24' })).toEqual(['BEFORE_THE_STAGE']);
    expect(refused(advance('2026-08-25T11:00'), advance('2026-08-25T12:00'), advance('2026-08-25T13:00'))).toEqual([]);
    expect(
      refused(advance('2026-08-25T11:00'), advance('2026-08-25T12:00'), advance('2026-08-25T13:00'), advance('2026-08-25T14:00')),
    ).toEqual(['LAST_STAGE']);
  });
  it('to the fourth tells the Board’s Chair, whose silence is told to the coordinator’s manager and repeats', () => {
    const lines = messages('2026-10-02', advance('2026-09-10T11:00')).slice(-3);
    expect(lines).toEqual([
      '2026-09-24T08:00:00Z due BOARD_CHAIR+RAISER',
      '2026-09-25T08:00:00Z +1WD BOARD_CHAIR+COORDINATOR_MANAGER',
      '2026-10-02T08:00:00Z +6WD BOARD_CHAIR+RAISER+COORDINATOR_MANAGER',
    ]);
  });
});

describe('putting off', () => {
  const asked = ['2026-09-10T08:00:00Z +1WD RAISER+COORDINATOR'];
  it('is possible only once the third stage has expired, to a working day at most ten ahead', () => {
    expect(refused(hold('2026-09-09T10:00', '2026-09-15'))).toEqual(['STAGE_NOT_EXPIRED']);
    expect(refused(hold('2026-09-10T10:00', '2026-09-25'))).toEqual(['HOLD_DAY_NOT_POSSIBLE']);
    expect(refused(hold('2026-09-10T10:00', '2026-09-12'))).toEqual(['HOLD_DAY_NOT_POSSIBLE']);
    expect(refused(hold('2026-09-10T10:00', '2026-09-10'))).toEqual(['HOLD_DAY_NOT_POSSIBLE']);
    expect(refused(hold('2026-09-10T10:00', '2026-09-24'))).toEqual([]);
  });
  it('is an overdue deadline that is known, and is told as that beside the challenge’s own entry', () => {
    const { state } = lived(after(hold('2026-09-10T10:00', '2026-09-22')), '2026-09-10');
    expect(state.obligations.find(({ clock }) => clock === 'T-CHALLENGE')).toMatchObject({
      key: 'challenge:c1/stage3',
      quietUntil: '2026-09-22',
    });
  });
  it('a second time moves the day on, and going on to the fourth stage ends it', () => {
    const twice = [hold('2026-09-10T10:00', '2026-09-15'), hold('2026-09-15T08:00', '2026-09-21')];
    expect(messages('2026-09-21', ...twice).slice(6)).toEqual(['2026-09-21T08:00:00Z +8WD SAFEGUARDING_LEAD+RAISER+COORDINATOR']);
    const { state } = lived(after(...twice, advance('2026-09-16T10:00')), '2026-09-16');
    expect(state.obligations.filter(({ clock }) => clock === 'T-CHALLENGE').map(({ key, quietUntil }) => [key, quietUntil])).toEqual([
      ['challenge:c1/stage4', undefined],
    ]);
  });
  it('silences the repeats until that day, whose message has its own number, then every five working days', () => {
    expect(messages('2026-10-02', hold('2026-09-10T10:00', '2026-09-22')).slice(5)).toEqual([
      ...asked,
      '2026-09-22T08:00:00Z +9WD SAFEGUARDING_LEAD+RAISER+COORDINATOR',
      '2026-09-29T08:00:00Z +14WD SAFEGUARDING_LEAD+RAISER+COORDINATOR',
    ]);
  });
  it('to a day before the next repeat brings that forward', () => {
    expect(messages('2026-09-22', hold('2026-09-10T10:00', '2026-09-15')).slice(5)).toEqual([
      ...asked,
      '2026-09-15T08:00:00Z +4WD SAFEGUARDING_LEAD+RAISER+COORDINATOR',
      '2026-09-22T08:00:00Z +9WD SAFEGUARDING_LEAD+RAISER+COORDINATOR',
    ]);
  });
});

describe('the end of a challenge', () => {
  it('given it is withdrawn, then nothing more is said and it cannot be moved', () => {
    const withdrawn = onChallenge('2026-08-26T10:00', 'withdrawChallenge', { reason: 'synthetic' });
    expect(messages('2026-10-31', withdrawn)).toEqual([]);
    expect(lived(after(withdrawn), '2026-08-26').state.challenges[0]).toMatchObject({ status: 'ENDED', outcome: 'WITHDRAWN' });
    expect(refused(withdrawn, resolve('2026-08-26T11:00'))).toEqual(['CHALLENGE_NOT_OPEN']);
  });
  it('is unresolved only at the last stage, where the Board’s Chair may say so', () => {
    expect(refused(resolve('2026-09-08T10:00', 'UNRESOLVED_AT_BOARD'))).toEqual(['NOT_AT_BOARD']);
    expect(refused(advance('2026-09-10T11:00'), resolve('2026-09-28T10:00', 'UNRESOLVED_AT_BOARD', 'simulated-board_chair'))).toEqual([]);
  });
  it('is not for the service that is challenged to declare', () => {
    expect(refused(resolve('2026-08-26T10:00', 'RESOLVED_POSITION_ACCEPTED', `simulated-lead-${TRUST}`))).toEqual(['NOT_YOUR_CHALLENGE']);
  });
});

describe('raising', () => {
  const raise = (data: object, actor = RAISER): ScriptStep =>
    step('2026-08-25T11:00', 'raiseChallenge', { id: 'c2', service: TRUST, text: 'synthetic', ...data }, { actor });
  it.each([
    ['a service that takes no part', { service: 'svc-nowhere' }, 'SERVICE_NOT_ON_CASE'],
    ['an action that is not there', { action: 'none' }, 'UNKNOWN_ACTION'],
    ['an id that is taken', { id: 'c1' }, 'DUPLICATE_CHALLENGE'],
    ['a teller for nobody', { toldBy: 'p-any' }, 'REASON_MISSING'],
  ])('given %s, then it is refused', (_what, data, code) => {
    expect(refused(raise(data))).toEqual([code]);
  });
  it('on a Saturday is told at 08:00 on Monday, and counts from the Saturday', () => {
    const { entries } = lived([...withPlan, raised('2026-08-22T12:00')], '2026-08-25');
    expect(entries.filter((one) => one.notice === 'N15').map((one) => `${one.at} ${one.threshold ?? '-'}`)).toEqual([
      '2026-08-24T07:00:00Z -',
      '2026-08-25T08:00:00Z due',
    ]);
  });
  it('never stops another clock', () => {
    const without = lived(withPlan, '2026-12-31').entries.filter((one) => one.kind !== 'command');
    const withOne = lived(after(), '2026-12-31').entries.filter((one) => one.kind !== 'command' && one.notice !== 'N15');
    expect(withOne).toEqual(without);
  });
});

describe('a draft', () => {
  const action = (id: string) => step('2026-08-13T11:00', 'addAction', { id, text: 'synthetic', service: TRUST, dueOn: '2026-08-14' });
  const stalled = [...withPlan, action('one'), action('two')];
  const onDraft = (at: string, command: string, data: object = {}) => step(at, command, { challenge: 'draft-1', ...data });
  const drafts = (steps: readonly ScriptStep[], until: string) =>
    lived(steps, until).state.challenges.filter((one) => one.id.startsWith('draft'));
  // 10 working days after 14 August are 28 August.
  it('given two actions of one service that stall on the same morning, then one challenge is drafted', () => {
    expect(drafts(stalled, '2026-08-27')).toEqual([]);
    expect(drafts(stalled, '2026-08-28')).toMatchObject([{ service: TRUST, action: 'one', status: 'DRAFT' }]);
  });
  it('given the service is challenged already, then none is drafted; given it is by then settled, then one is', () => {
    expect(drafts([...stalled, raised()], '2026-08-28')).toEqual([]);
    expect(drafts([...stalled, raised(), resolve('2026-08-26T10:00')], '2026-08-28')).toHaveLength(1);
  });
  it('is issued or dismissed once, and is no challenge until then', () => {
    const dismissed = onDraft('2026-08-28T10:00', 'dismissChallenge', { reason: 'synthetic' });
    expect(refusals(lived([...stalled, dismissed, onDraft('2026-08-28T11:00', 'issueChallenge')], '2026-08-28').entries)).toEqual([
      'NOT_A_DRAFT',
    ]);
    expect(refusals(lived([...stalled, onDraft('2026-08-28T10:00', 'withdrawChallenge', { reason: 'x' })], '2026-08-28').entries)).toEqual([
      'CHALLENGE_NOT_OPEN',
    ]);
    expect(refusals(lived([...stalled, onDraft('2026-08-28T08:00', 'issueChallenge')], '2026-08-28').entries)).toEqual([
      'UNKNOWN_CHALLENGE',
    ]);
  });
});

describe('a case that closes while it is challenged', () => {
  const closing = step('2026-08-25T12:00', 'proposeClosure', {
    code: 'RISK_REMOVED',
    reason: 'synthetic',
    riskOutcome: 'REMOVED',
  });
  const closed = (data: ScriptStep['data']): readonly ScriptStep[] => {
    const opened = lived([...after(), closing], '2026-08-25').state;
    const gaps = opened.gaps.map((gap) => step('2026-08-25T13:00', 'closeGap', { gap: gap.id, entry: 'synthetic' }));
    const answers = opened.services.map(({ service }) => step('2026-08-25T14:00', 'answerClosure', { service }));
    return [closing, ...gaps, ...answers, step('2026-08-26T10:00', 'confirmClosure', data)];
  };
  it('keeps its clock while the closure is proposed', () => {
    expect(messages('2026-08-28', closing)).toEqual([
      '2026-08-27T08:00:00Z due LEAD_WORKER+RAISER',
      '2026-08-28T08:00:00Z stage2-open RESPONSIBLE_MANAGER+RAISER',
    ]);
  });
  it('given nobody carries it on, then its clock stops', () => {
    expect(lived(after(...closed({})), '2026-08-26').state.stage).toBe('CLOSED');
    expect(messages('2026-10-31', ...closed({}))).toEqual([]);
    expect(refused(...closed({}), resolve('2026-08-27T10:00'))).toEqual(['CHALLENGE_NOT_OPEN']);
  });
  it('given somebody is named who carries it on, then it runs on, and that person may settle it', () => {
    const carried = closed({ carried: [{ clock: 'T-CHALLENGE', key: 'challenge:c1/stage1', owner: 'p-owner' }] });
    expect(messages('2026-08-28', ...carried)).toHaveLength(2);
    expect(refused(...carried, resolve('2026-09-01T10:00', 'RESOLVED_ACTION_AGREED', 'p-owner'))).toEqual([]);
  });
});

describe('a raiser who has left', () => {
  it('is a message that did not arrive, never a role to fill', () => {
    const failed = step('2026-08-25T11:00', 'recordDeliveryFailure', {
      rows: [{ seq: 6, n: 1, reason: 'NO_HOLDER', role: 'RAISER', notice: 'N15' }],
    });
    const { state, entries } = lived(after(failed), '2026-08-28');
    expect(state.vacancies).toEqual([]);
    expect(state.flags.map((one) => one.flag)).toEqual(['DELIVERY_FAILED']);
    expect(entries.filter((one) => one.notice === 'N17' || one.notice === 'N20').map((one) => one.notice)).toEqual(['N20']);
  });
});

describe('what a safeguarding lead sees', () => {
  const sight = (until: string, person: string) => sightOf(lived(after(), until).state, person);
  it('is the case while the third stage of a challenge is in the lead’s hands, and before that only its reference', () => {
    const lead = `simulated-safeguarding-${TRUST}`;
    expect(sight('2026-09-02', lead)).toBe('REFERENCE');
    expect(sight('2026-09-03', lead)).toBe('CASE');
    expect(sightOf(lived(after(resolve('2026-09-07T10:00')), '2026-09-07').state, lead)).toBe('REFERENCE');
  });
});
