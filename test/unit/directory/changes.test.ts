import { describe, expect, it } from '@jest/globals';
import {
  addPerson,
  changePerson,
  firstAdministrator,
  leave,
  portfolioOf,
  saveService,
  setAbsences,
  setOffices,
  stillNamed,
} from '../../../domain';
import type { DirectoryDecision, Person } from '../../../domain';
import { administrator, booksOf, organisation, person, service } from '../../support/books';
import { holder, roleCase, SERVICE } from '../../support/roleCase';

const TODAY = '2026-08-05';
const codeOf = (decision: DirectoryDecision): string => ('refusal' in decision ? decision.refusal.code : 'CHANGED');
const peopleAfter = (decision: DirectoryDecision): readonly Person[] =>
  'changes' in decision ? decision.changes.people.map(({ after }) => after) : [];

const COUNCIL = organisation('org-council', { services: [service('svc-one', { leadWorker: 'p-a', responsibleManager: 'p-m' })] });
const OTHER = organisation('org-other', { services: [service('svc-far')] });
const all = [
  person('p-a', { manager: 'p-m' }),
  person('p-b'),
  person('p-m'),
  administrator(),
  person('p-far', { organisation: 'org-other' }),
];
const books = booksOf(all, [COUNCIL, OTHER]);
const [A] = all as [Person];

describe('a new person', () => {
  const data = { name: 'Test New', email: null, telephone: null, organisation: 'org-council', service: 'svc-one', manager: 'p-m' };
  it.each([
    ['is added', 'p-new', {}, 'CHANGED'],
    ['of an id that is taken', 'p-a', {}, 'PERSON_EXISTS'],
    ['of an organisation that is not there', 'p-new', { organisation: 'org-none' }, 'UNKNOWN_ORGANISATION'],
    ['of a service of another organisation', 'p-new', { service: 'svc-far' }, 'UNKNOWN_SERVICE'],
    ['with an unknown manager', 'p-new', { manager: 'p-none' }, 'UNKNOWN_PERSON'],
    ['as the own manager', 'p-new', { manager: 'p-new' }, 'MANAGER_UNCLEAR'],
  ])('%s', (_what, id, more, code) => {
    expect(codeOf(addPerson(books, id, { ...data, ...more }))).toBe(code);
  });
});

describe('a changed person', () => {
  it('what is the same changes nothing', () => {
    expect(changePerson(books, A, { name: A.name, manager: 'p-m' }, TODAY)).toEqual({ changes: { people: [], organisations: [] } });
  });
  it('null takes away, and what is not named stays', () => {
    const with1 = { ...A, telephone: '01632 960100' };
    expect(peopleAfter(changePerson(books, with1, { telephone: null }, TODAY))).toEqual([A]);
    expect(peopleAfter(changePerson(books, with1, { email: null }, TODAY))).toEqual([{ ...with1, email: null }]);
  });
  it('who comes back leaves no longer', () => {
    const gone = { ...A, active: false, leaving: { on: '2026-07-31', to: null } };
    expect(peopleAfter(changePerson(books, gone, { active: true }, TODAY))).toEqual([A]);
  });
  it('the last administrator cannot be made inactive, one of two can', () => {
    const two = booksOf([...all, administrator('p-second')], [COUNCIL, OTHER]);
    expect(codeOf(changePerson(books, administrator(), { active: false }, TODAY))).toBe('LAST_ADMINISTRATOR');
    expect(codeOf(changePerson(two, administrator(), { active: false }, TODAY))).toBe('CHANGED');
  });
});

describe('offices', () => {
  const coordinator = { role: 'COORDINATOR', locality: 'oxfordshire' } as const;
  it('one that somebody else holds moves in the same change', () => {
    const held = booksOf([...all, person('p-old', { offices: [coordinator] })], [COUNCIL]);
    const after = peopleAfter(setOffices(held, A, [coordinator], 'p-admin', TODAY));
    expect(after.map(({ id, offices }) => [id, offices.length])).toEqual([
      ['p-a', 1],
      ['p-old', 0],
    ]);
  });
  it('several may keep the directory', () => {
    const after = peopleAfter(setOffices(books, A, administrator().offices, 'p-admin', TODAY));
    expect(after.map(({ id }) => id)).toEqual(['p-a']);
  });
  it.each([
    ['nobody gives one to themselves', administrator(), [coordinator, ...administrator().offices], 'OWN_OFFICE'],
    ['the last administrator keeps it', administrator(), [], 'LAST_ADMINISTRATOR'],
    ['not to somebody who has left', { ...A, active: false }, [coordinator], 'PERSON_HAS_LEFT'],
    ['not of a locality that is not there', A, [{ role: 'COORDINATOR', locality: 'nowhere' }], 'UNKNOWN_LOCALITY'],
    ['not twice', A, [coordinator, coordinator], 'OFFICE_UNCLEAR'],
  ] as const)('%s', (_what, who, offices, code) => {
    expect(codeOf(setOffices(books, who, offices, 'p-admin', TODAY))).toBe(code);
  });
});

describe('absences', () => {
  const period = (from: string, to: string, standsIn: string | null = 'p-b') => ({ from, to, standsIn });
  it.each([
    ['two periods', [period('2026-08-10', '2026-08-14'), period('2026-09-01', '2026-09-01', null)], 'CHANGED'],
    ['the last day before the first', [period('2026-08-14', '2026-08-10')], 'ABSENCE_UNCLEAR'],
    ['a day in two periods', [period('2026-08-10', '2026-08-14'), period('2026-08-14', '2026-08-20')], 'ABSENCE_UNCLEAR'],
    ['in three years', [period('2026-08-10', '2029-08-14')], 'ABSENCE_UNCLEAR'],
    ['standing in for oneself', [period('2026-08-10', '2026-08-14', 'p-a')], 'ABSENCE_UNCLEAR'],
    ['a stranger stands in', [period('2026-08-10', '2026-08-14', 'p-none')], 'ABSENCE_UNCLEAR'],
  ])('%s', (_what, periods, code) => {
    expect(codeOf(setAbsences(books, A, periods, TODAY))).toBe(code);
  });
  it('what has ended is dropped, and none at all leaves no field', () => {
    const kept = peopleAfter(setAbsences(books, A, [period('2026-07-01', '2026-07-02'), period('2026-08-10', '2026-08-14')], TODAY));
    expect(kept[0]?.absences).toEqual([period('2026-08-10', '2026-08-14')]);
    expect(peopleAfter(setAbsences(books, kept[0] ?? A, [], TODAY))).toEqual([A]);
  });
});

describe('somebody who leaves', () => {
  const leaves = (more: object = {}) => leave(books, A, { on: TODAY, handOverTo: 'p-b', ...more }, 'p-admin', TODAY);
  it('has a last day and a successor, whom the own services name in their place', () => {
    const decision = leaves();
    expect(peopleAfter(decision)).toEqual([{ ...A, leaving: { on: TODAY, to: 'p-b' } }]);
    expect('changes' in decision && decision.changes.organisations[0]?.after.services[0]?.leadWorker).toBe('p-b');
  });
  it('no service is spoken for by another organisation', () => {
    const decision = leaves({ handOverTo: 'p-far' });
    expect('changes' in decision && decision.changes.organisations).toEqual([]);
  });
  it.each([
    ['to nobody', { handOverTo: null }, 'CHANGED'],
    ['to themselves', { handOverTo: 'p-a' }, 'LEAVING_UNCLEAR'],
    ['to a stranger', { handOverTo: 'p-none' }, 'UNKNOWN_PERSON'],
    ['in two years', { on: '2028-08-05' }, 'LEAVING_UNCLEAR'],
  ])('%s', (_what, more, code) => {
    expect(codeOf(leaves(more))).toBe(code);
  });
  it('nobody takes themselves out', () => {
    expect(codeOf(leave(books, A, { on: TODAY, handOverTo: null }, 'p-a', TODAY))).toBe('OWN_LEAVING');
  });
  it('the directory tells where it still names them', () => {
    expect(stillNamed(books, 'p-m')).toEqual({ services: ['svc-one'], offices: [], manages: ['p-a'] });
  });
});

describe('services', () => {
  it('what is not named stays', () => {
    const decision = saveService(books, COUNCIL, 'svc-one', { leadWorker: 'p-b' }, 'CHANGED');
    expect('changes' in decision && decision.changes.organisations[0]?.after.services).toEqual([
      service('svc-one', { leadWorker: 'p-b', responsibleManager: 'p-m' }),
    ]);
  });
  it('an id is used once in all organisations', () => {
    expect(codeOf(saveService(books, OTHER, 'svc-one', { name: 'Test' }, 'NEW'))).toBe('SERVICE_EXISTS');
  });
  it('only people of the directory speak for one', () => {
    expect(codeOf(saveService(books, COUNCIL, 'svc-one', { responsibleManager: 'p-none' }, 'CHANGED'))).toBe('UNKNOWN_PERSON');
  });
});

describe('what somebody leaves open on a case', () => {
  it('roles of the case, roles of services, and actions that name them', () => {
    expect(portfolioOf(roleCase(), holder('COORDINATOR')).roles).toEqual([{ role: 'COORDINATOR' }]);
    expect(portfolioOf(roleCase(), holder('LEAD_WORKER')).roles).toEqual([{ role: 'LEAD_WORKER', service: SERVICE }]);
    expect(portfolioOf(roleCase(), 'p-lent')).toEqual({ roles: [], actions: [{ action: 'lent', service: 'svc-other' }] });
  });
  it('nothing on a case that has ended, and nothing of somebody else', () => {
    expect(portfolioOf(roleCase({ stage: 'CLOSED' }), holder('COORDINATOR'))).toEqual({ roles: [], actions: [] });
    expect(portfolioOf(roleCase(), 'p-nobody')).toEqual({ roles: [], actions: [] });
  });
});

describe('the first administrator of a locality', () => {
  const first = { id: 'p-new', locality: 'dorset', name: 'Test New', organisation: 'org-new' };
  it('is added with the organisation where both are new', () => {
    const decision = firstAdministrator(books, first, TODAY);
    expect(peopleAfter(decision)).toMatchObject([{ id: 'p-new', offices: [{ role: 'DIRECTORY_ADMIN', locality: 'dorset' }] }]);
    expect('changes' in decision && decision.changes.organisations).toMatchObject([{ before: null, after: { id: 'org-new' } }]);
  });
  it('may be somebody of the directory, also one who had left', () => {
    const back = booksOf([{ ...A, active: false, leaving: { on: '2026-07-31', to: null } }], [COUNCIL]);
    expect(peopleAfter(firstAdministrator(back, { ...first, id: 'p-a' }, TODAY))).toEqual([
      { ...A, offices: [{ role: 'DIRECTORY_ADMIN', locality: 'dorset' }] },
    ]);
  });
  it.each([
    ['where somebody keeps it already', { locality: 'oxfordshire' }, 'ADMINISTRATOR_EXISTS'],
    ['of a locality that is not there', { locality: 'nowhere' }, 'UNKNOWN_LOCALITY'],
    ['somebody new without a name', { name: null }, 'UNKNOWN_PERSON'],
    ['somebody new without an organisation', { organisation: null }, 'UNKNOWN_PERSON'],
  ])('%s: refused', (_what, more, code) => {
    expect(codeOf(firstAdministrator(books, { ...first, ...more }, TODAY))).toBe(code);
  });
});
