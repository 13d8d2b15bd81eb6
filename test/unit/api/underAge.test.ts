import { describe, expect, it } from '@jest/globals';
import { firstHolders } from '../../../api/commands/holders';
import { toVault } from '../../../api/commands/vaulting';
import { findProfile } from '../../../domain';
import type { Directory, Person, Vault } from '../../../persistence';

const person = (id: string): Person => ({
  id,
  name: id,
  email: null,
  organisation: 'org',
  service: null,
  offices: [],
  manager: null,
  active: true,
});
const directory = {
  person: (id: string) => Promise.resolve(person(id)),
  service: () => Promise.resolve(null),
  officeHolder: (role: string) => Promise.resolve(person(`p-${role}`)),
} as unknown as Directory;
const vault = { put: ({ text }: { text: string }) => Promise.resolve(`v-${text}`) } as unknown as Vault;

describe('the lead of children’s services', () => {
  it.each(['oxfordshire', 'dorset'])('takes part in %s for somebody under 18 only', async (locality) => {
    const roles = async (under18: boolean) =>
      (await firstHolders(directory, findProfile(locality)!, 'p-worker', { under18 })).map(({ role }) => role);
    expect([(await roles(true)).includes('CHILDRENS_LEAD'), (await roles(false)).includes('CHILDRENS_LEAD')]).toEqual([true, false]);
  });
});

describe('a day of birth', () => {
  const sent = async (bornOn: string) =>
    await toVault({ vault, ref: 'K7QF-2M', commandId: 'c', now: 0, today: '2026-09-01' }, 'submitReferral', { person: { bornOn } });
  it('of an adult goes into the vault and only its reference goes on', async () => {
    expect(await sent('2008-09-01')).toEqual({ person: { bornOn: 'v-2008-09-01' } });
  });
  it('of somebody under 18 goes on, because its deadlines need it', async () => {
    expect(await sent('2008-09-02')).toEqual({ person: { bornOn: '2008-09-02' } });
  });
});
