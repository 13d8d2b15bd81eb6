import { describe, expect, it } from '@jest/globals';
import { excluding, keepsAccess, mayClientSend, NO_EXCEPTIONS, seesStatus } from '../../../domain';
import type { AccessContext, Actor, CaseState, Client, Exclusion } from '../../../domain';
import { holder, roleCase, SERVICE } from '../../support/roleCase';

const COORDINATOR: Actor = { person: holder('COORDINATOR'), service: 'svc-office' };
const GOVERNANCE: Actor = { person: holder('INFORMATION_GOVERNANCE_LEAD') };
const AT = 1_000;

const out = (...who: readonly Exclusion['who'][]): AccessContext => ({
  ...NO_EXCEPTIONS,
  at: AT,
  exclusions: who.map((one) => ({ who: one, by: 'p-x', reason: 'v-reason', at: AT })),
});

describe('who keeps the access to a case', () => {
  it.each([
    ['the coordinator', COORDINATOR, true],
    ['the information-governance lead', GOVERNANCE, true],
    ['the Chair', { person: holder('CHAIR') }, false],
    ['a lead worker', { person: holder('LEAD_WORKER'), service: SERVICE }, false],
    ['the coordinator’s manager', { person: holder('COORDINATOR_MANAGER') }, false],
    ['somebody without a role', { person: 'p-nobody' }, false],
  ])('%s: %p', (_what, who, keeps) => {
    expect(keepsAccess(roleCase(), who, NO_EXCEPTIONS)).toBe(keeps);
  });
  it('the hosting manager, while nobody coordinates', () => {
    const { COORDINATOR: _gone, ...holders } = roleCase().holders;
    expect(keepsAccess(roleCase({ holders }), holder('CONVENER_MANAGER'), NO_EXCEPTIONS)).toBe(true);
    expect(keepsAccess(roleCase(), holder('CONVENER_MANAGER'), NO_EXCEPTIONS)).toBe(false);
  });
  it('nobody who is excluded, and nobody by a look without a role', () => {
    expect(keepsAccess(roleCase(), COORDINATOR, out({ person: COORDINATOR.person }))).toBe(false);
    const look = { person: 'p-duty', reason: 'v-x', from: 0, until: AT + 1 };
    expect(keepsAccess(roleCase(), 'p-duty', { ...out(), breakGlass: [look] })).toBe(false);
  });
});

const ask = (who: Exclusion['who'], by: Actor = COORDINATOR, access = out(), keepers = [COORDINATOR, GOVERNANCE]) =>
  excluding(roleCase(), { who, by, reason: 'A relative.', keepers }, access);

describe('given somebody who must not see a case', () => {
  it('when the coordinator or the governance lead says so, then that is recorded with who, why and when', () => {
    const who = { person: 'p-lent' };
    expect(ask(who)).toEqual({ excluded: { who, by: COORDINATOR.person, reason: 'A relative.', at: AT } });
    expect(ask({ service: SERVICE }, GOVERNANCE)).toHaveProperty('excluded');
  });
  it('when anybody else says so, or nobody says why, then it is not', () => {
    expect(ask({ person: 'p-lent' }, { person: holder('CHAIR') })).toEqual({ problem: 'NOT_YOURS' });
    expect(excluding(roleCase(), { who: { person: 'p-lent' }, by: COORDINATOR, reason: ' ', keepers: [COORDINATOR] }, out())).toEqual({
      problem: 'REASON_MISSING',
    });
  });
  it('when it is the governance lead, then only that lead can step aside, be it by name or by service', () => {
    expect(ask({ person: GOVERNANCE.person })).toEqual({ problem: 'WATCHES_OVER_ACCESS' });
    const withService: Actor = { ...GOVERNANCE, service: 'svc-governance' };
    expect(ask({ service: 'svc-governance' }, COORDINATOR, out(), [COORDINATOR, withService])).toEqual({ problem: 'WATCHES_OVER_ACCESS' });
    expect(ask({ person: GOVERNANCE.person }, GOVERNANCE)).toHaveProperty('excluded');
  });
  it('when it is the coordinator, then that is possible, by the own hand too, as long as somebody is left', () => {
    expect(ask({ person: COORDINATOR.person }, GOVERNANCE)).toHaveProperty('excluded');
    expect(ask({ service: 'svc-office' }, COORDINATOR)).toHaveProperty('excluded');
    expect(ask({ person: COORDINATOR.person }, COORDINATOR, out({ person: GOVERNANCE.person }))).toEqual({ problem: 'NOBODY_LEFT' });
    expect(ask({ person: COORDINATOR.person }, COORDINATOR, out(), [COORDINATOR])).toEqual({ problem: 'NOBODY_LEFT' });
  });
});

const CLIENT: Client = {
  id: 'client-x',
  organisation: 'org-x',
  service: 'svc-referring',
  scopes: ['referrals:write', 'cases:read-own'],
  actsFor: 'p-answers',
};
const REFERRER: Actor = { person: holder('REFERRER'), service: 'svc-referring' };
const sees = (client: Client = CLIENT, referrers = [REFERRER], access = out(), state: CaseState = roleCase()): boolean =>
  seesStatus(state, client, referrers, access);

describe('given a partner system', () => {
  it('then it may send referrals and calls, and takes no paper case over', () => {
    expect((['submitReferral', 'submitCall', 'adoptCase', 'publishPlan'] as const).map((one) => mayClientSend(CLIENT, one))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(mayClientSend({ ...CLIENT, scopes: ['cases:read-own'] }, 'submitReferral')).toBe(false);
  });
  it('then it reads how a case stands that its service referred, as long as the referrer sees it', () => {
    expect(sees()).toBe(true);
    expect(sees({ ...CLIENT, scopes: ['referrals:write'] })).toBe(false);
    expect(sees({ ...CLIENT, service: 'svc-other' })).toBe(false);
    expect(sees(CLIENT, [{ person: REFERRER.person, service: 'svc-moved' }])).toBe(false);
    expect(sees(CLIENT, [REFERRER], out({ person: REFERRER.person }))).toBe(false);
    expect(sees(CLIENT, [REFERRER], out({ service: 'svc-referring' }))).toBe(false);
    const { REFERRER: _gone, ...holders } = roleCase().holders;
    expect(sees(CLIENT, [REFERRER], out(), roleCase({ holders }))).toBe(false);
  });
});
