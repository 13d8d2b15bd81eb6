import { describe, expect, it } from '@jest/globals';
import {
  fromIso,
  holderOf,
  isOwnService,
  membersOf,
  mayGive,
  noticesOf,
  rolesOf,
  settle,
  findProfile,
  sightOf,
  simulate,
} from '../../../domain';
import type { CaseState, ScriptStep } from '../../../domain';
import { fold } from '../../../domain';
import { holder, roleCase, SERVICE } from '../../support/roleCase';
import { play, REFERRAL, refusals, step } from '../../support/story';

const received = step('2026-03-26T15:20', 'submitReferral', REFERRAL);
const COORDINATOR = 'simulated-coordinator';
const away = (from: string, until: string, more: object = {}) =>
  step('2026-03-27T10:00', 'setAbsence', { from, until, deputy: 'p-deputy', ...more }, { actor: COORDINATOR });

function stateAfter(steps: readonly ScriptStep[], until: string): CaseState {
  const result = simulate({ profile: 'oxfordshire', until, steps });
  if ('problems' in result || !result.state) throw new Error(JSON.stringify(result));
  return result.state;
}

/** To whom the messages of T-TRIAGE and T-MEET to the coordinator go, by day. */
function toCoordinator(steps: readonly ScriptStep[], until: string): readonly string[] {
  let state = stateAfter(steps, '2026-03-27');
  const found: string[] = [];
  for (const day of ['2026-03-30', '2026-03-31', '2026-04-02', '2026-04-08'].filter((one) => one <= until)) {
    const events = settle(state, findProfile('oxfordshire')!, fromIso(`${day}T09:00:00Z`)!);
    state = fold(state, events);
    found.push(
      ...noticesOf(events, state)
        .filter((one) => one.to.role === 'COORDINATOR')
        .map((one) => `${day} ${one.person ?? ''}`),
    );
  }
  return found;
}

describe('given a coordinator who is away from Tuesday 31 March to Thursday 2 April', () => {
  const steps = [received, away('2026-03-31', '2026-04-02')];

  it('then messages of these days, the last included, go to the deputy, and those before and after to the coordinator', () => {
    expect(toCoordinator(steps, '2026-04-08')).toEqual([
      `2026-03-30 ${COORDINATOR}`,
      '2026-03-31 p-deputy',
      '2026-04-02 p-deputy',
      `2026-04-08 ${COORDINATOR}`,
    ]);
  });
  it('then the deputy sees the case and acts as the coordinator from the day on which it is known, to the last day', () => {
    const before = stateAfter(steps, '2026-03-27');
    expect([sightOf(before, 'p-deputy'), mayGive(before, 'p-deputy', 'decideTriage')]).toEqual(['CASE', true]);
    expect(membersOf(before)).toContain('p-deputy');
    const after = stateAfter([...steps, step('2026-04-03T10:00', 'amendReferral', { carers: 'synthetic' })], '2026-04-03');
    expect([sightOf(after, 'p-deputy'), rolesOf(after, 'p-deputy')]).toEqual(['NOTHING', []]);
  });
  it('then the coordinator goes on being the coordinator', () => {
    expect(rolesOf(stateAfter(steps, '2026-04-01'), COORDINATOR).map(({ role }) => role)).toContain('COORDINATOR');
  });
  it('when another absence is set, then it takes the place of the first', () => {
    const moved = { ...away('2026-04-20', '2026-04-24'), at: '2026-03-27T11:00' };
    expect(toCoordinator([...steps, moved], '2026-03-31')).toEqual([`2026-03-30 ${COORDINATOR}`, `2026-03-31 ${COORDINATOR}`]);
  });
});

describe('whoever does an action and is away', () => {
  it('has the messages about it sent to the deputy', () => {
    const absences = [{ person: 'p-lent', from: '2026-03-26', until: '2026-03-27', deputy: 'p-deputy' }];
    const state = roleCase({ involvement: { ...roleCase().involvement, absences } });
    expect(holderOf(state, { role: 'LEAD_WORKER', service: 'svc-other', person: 'p-lent' })).toBe('p-deputy');
  });
});

describe('an absence is refused', () => {
  it.each([
    ['that ends before it begins', away('2026-04-02', '2026-04-01'), 'ABSENCE_UNCLEAR'],
    ['that has passed', away('2026-03-20', '2026-03-26'), 'ABSENCE_UNCLEAR'],
    ['with oneself as the deputy', away('2026-03-31', '2026-04-02', { deputy: COORDINATOR }), 'ABSENCE_UNCLEAR'],
    ['of somebody without a role', away('2026-03-31', '2026-04-02', { person: 'p-nobody' }), 'PERSON_NOT_ON_CASE'],
    ['that never ends', away('2026-03-31', '2046-04-02'), 'DATE_TOO_FAR'],
  ])('%s', (_what, wrong, code) => {
    expect(refusals(play([received, wrong], '2026-03-27'))).toEqual([code]);
  });
});

describe('who says that somebody is away', () => {
  const may = (person: string, data: object): boolean =>
    isOwnService(roleCase(), person, 'setAbsence', data as Readonly<Record<string, unknown>>);
  it.each([
    ['everybody for themselves', holder('LEAD_WORKER'), {}, true],
    ['everybody for themselves, by name', holder('LEAD_WORKER'), { person: holder('LEAD_WORKER') }, true],
    ['a lead worker not for the manager', holder('LEAD_WORKER'), { person: holder('RESPONSIBLE_MANAGER') }, false],
    ['a responsible manager for the own lead worker', holder('RESPONSIBLE_MANAGER'), { person: holder('LEAD_WORKER') }, true],
    ['a responsible manager not for that of another service', holder('RESPONSIBLE_MANAGER'), { person: 'p-other-lead' }, false],
    ['a Chair not for the coordinator', holder('CHAIR'), { person: holder('COORDINATOR') }, false],
    ['the coordinator for anybody', holder('COORDINATOR'), { person: 'p-other-lead' }, true],
  ])('%s', (_what, person, data, allowed) => {
    expect([may(person, data), SERVICE]).toEqual([allowed, SERVICE]);
  });
});
