import { describe, expect, it } from '@jest/globals';
import { endOfDay, findProfile, simulate, whatIf } from '../../../domain';
import type { CaseState, Change, Difference, ProtocolProfile, ScriptStep } from '../../../domain';
import { put } from '../../support/jsonEdit';
import { REFERRAL, step, TRIAGED } from '../../support/story';

const oxfordshire = findProfile('oxfordshire')!;
const received = step('2026-12-14T10:00', 'submitReferral', REFERRAL);
const triaged = step('2026-12-15T10:00', 'decideTriage', TRIAGED);

function stateAfter(steps: readonly ScriptStep[], until: string): CaseState {
  const result = simulate({ profile: 'oxfordshire', until, steps });
  if ('problems' in result || !result.state) throw new Error('the script is not sound');
  return result.state;
}

/** What would change at the end of a day, for the thirty days after it. */
function changes(state: CaseState, on: string, change: Change): Difference {
  const found = whatIf(state, oxfordshire, change, { now: endOfDay(on), until: endOfDay(on) + 30 * 86_400_000 });
  if ('refusal' in found) throw new Error(found.refusal.message);
  return found;
}

const edited = (...edits: readonly ReturnType<typeof put>[]): ProtocolProfile => {
  const copy = structuredClone<ProtocolProfile>(oxfordshire);
  for (const edit of edits) edit(copy);
  return copy;
};

describe('given a case after triage, over Christmas', () => {
  const state = stateAfter([received, triaged], '2026-12-15');
  const meet = ({ messages }: Difference) => ({
    gone: messages.gone.filter((one) => one.clock === 'T-MEET').map((one) => `${one.at} ${one.threshold ?? '-'}`),
    new: messages.new.filter((one) => one.clock === 'T-MEET').map((one) => `${one.at} ${one.threshold ?? '-'}`),
    moved: messages.moved
      .filter(({ from }) => from.clock === 'T-MEET')
      .map(({ from, to }) => `${from.threshold ?? '-'} ${from.at} -> ${to.at}`),
  });

  it('when nothing changes but the day on which it is asked, then nothing is different', () => {
    expect(changes(state, '2026-12-15', { kind: 'PROFILE', profile: oxfordshire })).toEqual({
      deadlines: [],
      messages: { gone: [], new: [], moved: [] },
    });
    expect(changes(state, '2026-12-15', { kind: 'HOLIDAYS', closedOn: ['2027-08-30'] }).messages.moved).toEqual([]);
  });
  it('when 24, 29, 30 and 31 December become days off, then the aim stays and its steps move around them', () => {
    const closedOn = ['2026-12-24', '2026-12-29', '2026-12-30', '2026-12-31'];
    const found = changes(state, '2026-12-15', { kind: 'HOLIDAYS', closedOn });
    expect(found.deadlines.filter((one) => one.clock === 'T-MEET')).toEqual([]);
    // The aim ends on 28 December, a bank holiday: steps before it count from the 24th, then from the 23rd.
    expect(meet(found).moved).toEqual([
      '-5WD 2026-12-17T09:00:00Z -> 2026-12-16T09:00:00Z',
      '-3WD 2026-12-21T09:00:00Z -> 2026-12-18T09:00:00Z',
      '-1WD 2026-12-23T09:00:00Z -> 2026-12-22T09:00:00Z',
      '+1WD 2026-12-29T09:00:00Z -> 2027-01-04T09:00:00Z',
      '+6WD 2027-01-06T09:00:00Z -> 2027-01-11T09:00:00Z',
      // It leaves the thirty days that are looked at, and is not called gone.
      '+11WD 2027-01-13T09:00:00Z -> 2027-01-18T09:00:00Z',
    ]);
    expect(meet(found).gone).toEqual([]);
    expect(state.calendar.localClosureDays).toEqual([]);
  });
  it('when the pace becomes EXPEDITED, then the aim moves forward, and what has passed by then is said at once', () => {
    const found = changes(state, '2026-12-15', { kind: 'PACE', pace: 'EXPEDITED' });
    expect(found.deadlines).toEqual([{ clock: 'T-MEET', key: 'meeting:1', from: '2026-12-28', to: '2026-12-21' }]);
    expect(meet(found).moved).toContain('+1WD 2026-12-29T09:00:00Z -> 2026-12-22T09:00:00Z');
  });
  it('when the locality gives the referrer’s contact a day more, then that date moves and no other', () => {
    const found = changes(state, '2026-12-15', {
      kind: 'PROFILE',
      profile: edited(put('/timers/T-CONTACT/due/-/value', { workingDays: 3 })),
    });
    expect(found.deadlines).toEqual([{ clock: 'T-CONTACT', key: '-', from: '2026-12-17', to: '2026-12-18' }]);
    expect(new Set(found.messages.moved.map(({ from }) => from.clock))).toEqual(new Set(['T-CONTACT']));
  });
  it('when a step is added and another one taken out, then the one is new and the other gone, and nothing moves', () => {
    const ladder = [
      { at: 'due', notice: 'N03', variant: 'contact-due', to: ['COORDINATOR'] },
      { at: '+2WD', notice: 'N03', variant: 'contact-overdue', to: ['COORDINATOR'] },
      { at: '+3WD', notice: 'N03', variant: 'contact-overdue', to: ['COORDINATOR_MANAGER'] },
    ];
    const { messages } = changes(state, '2026-12-15', { kind: 'PROFILE', profile: edited(put('/timers/T-CONTACT/ladders/-', ladder)) });
    expect(messages.gone.map((one) => `${one.at} ${one.threshold ?? '-'}`)).toEqual(['2026-12-18T09:00:00Z +1WD']);
    expect(messages.new.map((one) => `${one.at} ${one.threshold ?? '-'}`)).toEqual(['2026-12-21T09:00:00Z +2WD']);
    expect(messages.moved).toEqual([]);
  });
  it('when the locality gives it thirty days, then that date moves on, however far', () => {
    const found = changes(state, '2026-12-15', {
      kind: 'PROFILE',
      profile: edited(put('/timers/T-CONTACT/due/-/value', { calendarDays: 30 })),
    });
    expect(found.deadlines).toEqual([{ clock: 'T-CONTACT', key: '-', from: '2026-12-17', to: '2027-01-14' }]);
    expect(found.messages.gone).toEqual([]);
  });
  it('when it is asked a week later, then the dates from before it are not told again', () => {
    const found = changes(state, '2026-12-22', { kind: 'HOLIDAYS', closedOn: ['2026-12-24'] });
    const all = [...found.messages.gone, ...found.messages.new, ...found.messages.moved.map(({ to }) => to)];
    expect(all.every((one) => one.at > '2026-12-22')).toBe(true);
  });
});

describe('given a case whose meeting was held', () => {
  const held = step('2026-12-16T15:00', 'completeMeeting', {
    heldOn: '2026-12-16',
    attendance: [{ service: 'svc-a', status: 'ATTENDED', uninvited: true }],
    outcomes: ['PLAN_AGREED'],
    reviewOn: '2027-01-20',
  });
  it('when another pace is tried, then it is refused as the case itself would refuse it', () => {
    const state = stateAfter([received, triaged, held], '2026-12-16');
    const found = whatIf(state, oxfordshire, { kind: 'PACE', pace: 'IMMEDIATE' }, { now: state.lastAt, until: state.lastAt + 1 });
    expect(found).toMatchObject({ refusal: { code: 'WRONG_STAGE' } });
  });
});
