import { describe, expect, it } from '@jest/globals';
import { CASE_ROLES, DIRECTORY_DEEDS, mayInDirectory, sightOf } from '../../../domain';
import type { About, DirectoryDeed, Person } from '../../../domain';
import { administrator, organisation, person, service } from '../../support/books';
import { roleCase } from '../../support/roleCase';

/** Who asks about a person of org-council. */
const ASKING: readonly (readonly [who: string, actor: Person])[] = [
  ['its administrator', administrator()],
  ['the organisation’s manager', person('p-org-manager')],
  ['the service’s manager', person('p-service-manager')],
  ['the line manager', person('p-line-manager')],
  ['the person', person('p-one')],
  ['a colleague', person('p-colleague')],
  ['an administrator of another locality', administrator('p-far', { offices: [{ role: 'DIRECTORY_ADMIN', locality: 'dorset' }] })],
  ['a holder of another office', person('p-officer', { offices: [{ role: 'COORDINATOR', locality: 'oxfordshire' }] })],
];
const ABOUT: About = {
  locality: 'oxfordshire',
  organisation: organisation('org-council', { manager: 'p-org-manager' }),
  service: service('svc-one', { responsibleManager: 'p-service-manager' }),
  person: person('p-one', { manager: 'p-line-manager' }),
};

// One letter for each who asks, in the order above. Written by hand: not to be worked out from the table of rights.
const MAY: Readonly<Record<DirectoryDeed, string>> = {
  //                      a o s l p c f h
  READ_NAMES: /*       */ 'x x x x x x x x',
  READ_CONTACT: /*     */ 'x x x x x . . .',
  READ_HISTORY: /*     */ 'x . . . . . . .',
  ADD_ORGANISATION: /* */ 'x . . . . . . .',
  CHANGE_ORGANISATION: 'x . . . . . . .',
  CHANGE_SERVICE: /*   */ 'x x . . . . . .',
  ADD_PERSON: /*       */ 'x x . . . . . .',
  CHANGE_PERSON: /*    */ 'x x . . . . . .',
  GIVE_OFFICE: /*      */ 'x . . . . . . .',
  SET_ABSENCE: /*      */ 'x x x x x . . .',
  RECORD_LEAVING: /*   */ 'x x . . . . . .',
  HAND_OVER: /*        */ 'x x . . . . . .',
  IMPORT: /*           */ 'x . . . . . . .',
  EXPORT: /*           */ 'x . . . . . . .',
};

describe('who may do what with the directory', () => {
  it.each(DIRECTORY_DEEDS)('%s', (deed) => {
    const answer = ASKING.map(([, actor]) => (mayInDirectory(actor, deed, ABOUT) ? 'x' : '.')).join(' ');
    expect(answer).toBe(MAY[deed]);
  });
  it('what several localities share is kept by the administrator of any', () => {
    const police = { locality: null, organisation: organisation('org-police', { locality: null }) };
    expect(mayInDirectory(administrator(), 'CHANGE_PERSON', police)).toBe(true);
    expect(mayInDirectory(person('p-colleague'), 'CHANGE_PERSON', police)).toBe(false);
  });
  it('a manager who has moved to another organisation keeps the old one no longer', () => {
    const moved = person('p-org-manager', { organisation: 'org-other' });
    expect(mayInDirectory(moved, 'CHANGE_PERSON', ABOUT)).toBe(false);
  });
  it('the office is no role of a case, and shows nothing of one', () => {
    expect(CASE_ROLES).not.toContain('DIRECTORY_ADMIN');
    expect(sightOf(roleCase(), 'p-admin')).toBe('NOTHING');
  });
});
