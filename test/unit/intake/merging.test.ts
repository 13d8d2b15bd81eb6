import { describe, expect, it } from '@jest/globals';
import { handingOver, holderOf, noticesOf, rolesOf, simulate, sightOf, takeStep, findProfile, fromIso } from '../../../domain';
import type { CaseState, Draft, ScriptStep } from '../../../domain';
import { flags, play, REFERRAL, refusals, spoken, step, TRIAGED } from '../../support/story';

const received = (at: string) => step(at, 'submitReferral', REFERRAL);
const invite = (at: string, on: string, service: string) => step(at, 'scheduleMeeting', { on, mode: 'ONLINE', services: [{ service }] });
const act = (at: string, service: string, more: object = {}) =>
  step(at, 'addAction', { id: 'visit', text: 'synthetic', service, dueOn: '2026-05-01', ...more });

function stateAfter(steps: readonly ScriptStep[], until: string): CaseState {
  const result = simulate({ profile: 'oxfordshire', until, steps });
  if ('problems' in result || !result.state) throw new Error(JSON.stringify(result));
  return result.state;
}

/** The case that ends: received on 20 March, with a service and an action of its own. */
const OTHER = stateAfter(
  [received('2026-03-20T10:00'), invite('2026-03-23T10:00', '2026-04-08', 'svc-b'), act('2026-03-24T10:00', 'svc-b')],
  '2026-03-31',
);
const HANDED = {
  from: 'M3TV-8C',
  agreedBy: 'simulated-coordinator',
  ...handingOver(OTHER),
  referrers: [{ person: 'p-other-referrer' }],
  consent: { position: 'REFUSED', grounds: 'RISK_TO_OTHERS' },
};
const taken = (at: string, more: object = {}) => step(at, 'takeOverCase', { ...HANDED, ...more });
const merged = (at: string) => step(at, 'mergeInto', { into: 'K7QF-2M', reason: 'synthetic', otherCoordinator: 'p-other' });

/** The case that goes on: received on 26 March. */
const own = received('2026-03-26T15:20');

describe('given a case that takes over one received six days before it', () => {
  const state = stateAfter([own, taken('2026-04-01T10:00')], '2026-04-01');

  it('then the earliest receipt governs the aim: 3 April, not 9 April', () => {
    expect(state.obligations.find((one) => one.clock === 'T-MEET')).toMatchObject({ anchorOn: '2026-03-20', dueOn: '2026-04-03' });
    expect(spoken(play([own, taken('2026-04-01T10:00')], '2026-04-07'), 'T-MEET')).toEqual([
      '2026-03-31T08:00:00Z -5WD COORDINATOR',
      '2026-04-01T09:00:00Z catch-up COORDINATOR+TRIAGE_PARTNER+COORDINATOR_MANAGER',
      '2026-04-07T08:00:00Z +1WD COORDINATOR+COORDINATOR_MANAGER',
    ]);
  });
  it('then triage still counts from the own receipt', () => {
    expect(state.obligations.find((one) => one.clock === 'T-TRIAGE')?.anchorOn).toBe('2026-03-26');
  });
  it('then the other case’s services, people and open actions are here, the action with the reference from which it came', () => {
    expect(state.services).toEqual([
      { service: 'svc-b', leadWorker: 'simulated-lead-svc-b', responsibleManager: 'simulated-manager-svc-b' },
    ]);
    expect(state.actions).toMatchObject([{ id: 'M3TV-8C-visit', service: 'svc-b', agreedOn: '2026-03-24', dueOn: '2026-05-01' }]);
  });
  it('then its referrer follows this case, and its consent stands apart from the one here', () => {
    expect([rolesOf(state, 'p-other-referrer'), sightOf(state, 'p-other-referrer')]).toEqual([[{ role: 'REFERRER' }], 'CASE']);
    expect(state.origin.takenOver).toEqual([
      {
        from: 'M3TV-8C',
        on: '2026-04-01',
        receivedOn: '2026-03-20',
        referrers: ['p-other-referrer'],
        consent: { position: 'REFUSED', grounds: 'RISK_TO_OTHERS' },
      },
    ]);
  });
  it('then both referrers hear of the outcome of triage', () => {
    const at = fromIso('2026-04-01T12:00:00Z')!;
    const draft = { type: 'decideTriage', id: 'c', actor: 'simulated-coordinator', data: TRIAGED } as unknown as Draft;
    const taken = takeStep(state, findProfile('oxfordshire')!, at, draft);
    const told = 'refusal' in taken ? [] : noticesOf(taken.decided, taken.state).filter((one) => one.notice === 'N04');
    expect(told.map((one) => one.person)).toEqual(['simulated-referrer', 'simulated-referring_manager', 'p-other-referrer']);
  });
  it('then taking it over once more adds nothing twice', () => {
    const twice = stateAfter([own, taken('2026-04-01T10:00'), taken('2026-04-01T10:05')], '2026-04-01');
    expect([twice.actions.length, twice.origin.takenOver.length]).toEqual([1, 1]);
  });
});

describe('given a case whose challenge has not ended, merged into another one', () => {
  const raised = (id: string, more: object = {}) =>
    step('2026-03-27T17:00', 'raiseChallenge', { id, service: 'svc-b', text: 'synthetic', ...more });
  const there = stateAfter(
    [
      received('2026-03-20T10:00'),
      invite('2026-03-23T10:00', '2026-04-08', 'svc-b'),
      act('2026-03-24T10:00', 'svc-b'),
      raised('refused-visit', { action: 'visit', onBehalfOf: 'FAMILY' }),
      raised('settled'),
      step('2026-03-30T10:00', 'withdrawChallenge', { challenge: 'settled', reason: 'synthetic' }),
    ],
    '2026-03-31',
  );
  const handed = { ...HANDED, ...handingOver(there) };
  const steps = [own, step('2026-03-31T10:00', 'takeOverCase', handed)];
  const here = stateAfter(steps, '2026-03-31');

  it('then it goes on there in its stage, about the same action, and what had ended stays behind', () => {
    expect(here.challenges).toEqual([
      {
        ...there.challenges[0],
        id: 'M3TV-8C-refused-visit',
        action: 'M3TV-8C-visit',
        begun: { number: 1, on: '2026-03-27', at: fromIso('2026-03-27T17:00:00Z'), critical: false },
      },
    ]);
  });
  it('then its deadline is the one that it had', () => {
    const deadline = (state: CaseState, key: string) => state.obligations.find((one) => one.key === key);
    const { dueOn, anchorOn } = deadline(there, 'challenge:refused-visit/stage1')!;
    expect(deadline(here, 'challenge:M3TV-8C-refused-visit/stage1')).toMatchObject({ dueOn, anchorOn });
  });
  it('then a draft stays a draft, and one about an action that has ended is about none', () => {
    const { begun: _begun, text: _text, ...draft } = handed.challenges![0]!;
    const state = stateAfter(
      [own, step('2026-03-31T10:00', 'takeOverCase', { ...handed, actions: [], challenges: [draft] })],
      '2026-03-31',
    );
    expect(state.challenges).toMatchObject([{ status: 'DRAFT', begun: null, textRef: null, action: null }]);
  });
  it('then taking it over once more adds no second one', () => {
    expect(stateAfter([...steps, step('2026-03-31T10:05', 'takeOverCase', handed)], '2026-03-31').challenges).toHaveLength(1);
  });
});

describe('given a case that takes over a later one', () => {
  it('then its own receipt goes on governing the aim', () => {
    const state = stateAfter([own, taken('2026-04-01T10:00', { receivedOn: '2026-03-30' })], '2026-04-01');
    expect(state.obligations.find((one) => one.clock === 'T-MEET')?.dueOn).toBe('2026-04-09');
  });
});

describe('given a service on both cases', () => {
  it('then it keeps the people that it has here', () => {
    const there = { services: [{ service: 'svc-b', leadWorker: 'p-there' }], actions: [] };
    const state = stateAfter([own, invite('2026-03-27T10:00', '2026-04-08', 'svc-b'), taken('2026-04-01T10:00', there)], '2026-04-01');
    expect(holderOf(state, { role: 'LEAD_WORKER', service: 'svc-b' })).toBe('simulated-lead-svc-b');
  });
});

describe('given services that had the plan of the other case', () => {
  it('then they get the next version of the plan here, though they take no part any more', () => {
    const met = step('2026-04-08T12:00', 'completeMeeting', {
      heldOn: '2026-04-08',
      attendance: [{ service: 'svc-a', status: 'ATTENDED', uninvited: true }],
      outcomes: ['PLAN_AGREED'],
      reviewOn: '2026-05-20',
    });
    const there = { services: [], actions: [], recipients: [{ service: 'svc-gone' }] };
    const state = stateAfter([own, taken('2026-04-01T10:00', there), met, step('2026-04-09T10:00', 'publishPlan', {})], '2026-04-09');
    expect(state.plan?.recipients).toEqual(['svc-a', 'svc-gone']);
  });
});

describe('given a case that is merged into another one', () => {
  const steps = [own, act('2026-03-27T10:00', 'svc-a'), merged('2026-04-01T10:00')];

  it('then it ends with a pointer, and nothing more is said of it', () => {
    const state = stateAfter(steps, '2026-06-30');
    expect([state.stage, state.origin.mergedInto, state.endedOn, state.obligations]).toEqual(['MERGED', 'K7QF-2M', '2026-04-01', []]);
    const entries = play(steps, '2026-06-30');
    expect(entries.filter((one) => one.kind === 'notice' && one.at > '2026-04-01T09:00:00Z')).toEqual([]);
    expect(flags(entries)).toEqual([]);
  });
  it('then it can neither be merged again nor reinstated', () => {
    const again = [merged('2026-04-01T11:00'), step('2026-04-01T11:00', 'reinstateReferral', { reason: 'synthetic' })];
    expect(refusals(play([...steps, ...again], '2026-04-01'))).toEqual(['WRONG_STAGE', 'WRONG_STAGE']);
  });
});

describe('what a case hands over', () => {
  it('is what is open, in codes, dates and ids', () => {
    const ended = stateAfter(
      [own, act('2026-03-27T10:00', 'svc-a'), step('2026-03-30T10:00', 'completeAction', { action: 'visit' })],
      '2026-03-30',
    );
    expect(handingOver(ended)).toEqual({
      challenges: [],
      receivedOn: '2026-03-26',
      consent: { position: 'GIVEN' },
      referrers: [{ person: 'simulated-referrer' }],
      services: [{ service: 'svc-a', leadWorker: 'simulated-lead-svc-a', responsibleManager: 'simulated-manager-svc-a' }],
      recipients: [],
      actions: [],
    });
  });
});
