import { describe, expect, it } from '@jest/globals';
import { ERASED, fromVault, toVault, UNREADABLE } from '../../../api/commands/vaulting';
import { isThirdParty } from '../../../domain';
import { VaultCorruptError, VaultErasedError } from '../../../persistence';
import type { Vault, VaultEntry } from '../../../persistence';

const put: VaultEntry[] = [];
const vault = {
  put: (entry: VaultEntry) => {
    put.push(entry);
    return Promise.resolve('v-1');
  },
} as unknown as Vault;
const place = { vault, ref: 'K7QF-2M', commandId: 'c', now: 0, today: '2026-11-25' } as const;

async function stored(
  ...[command, data, corrected]: [Parameters<typeof toVault>[1], object, { fact: 'recordRepresentative'; field: string }?]
) {
  put.length = 0;
  await toVault({ ...place, ...(corrected === undefined ? {} : { corrected }) }, command, data);
  return put.map(({ field, about, text }) => [field, about, text]);
}

describe('what tells about somebody other than the person', () => {
  it.each([
    ['submitReferral.household', true],
    ['submitCall.carers', true],
    ['amendReferral.personCausingHarm', true],
    ['adoptCase.household', true],
    ['recordRepresentative.name', true],
    ['recordBestInterests.consulted', true],
    ['submitReferral.risks', false],
    ['submitReferral.person.name', false],
    ['completeMeeting.actions.0.text', false],
    ['noCommand.household', false],
    ['submitReferral', false],
  ])('%s: %s', (path, is) => {
    expect(isThirdParty(path)).toBe(is);
  });
  it('goes into the vault under a key of its own, everything else under the person’s', async () => {
    const data = { risks: 'risk', household: 'a brother', person: { name: 'N', nhsNumber: '9990000018', uprn: '1' } };
    expect(await stored('submitReferral', data)).toEqual([
      ['submitReferral.risks', 'PERSON', 'risk'],
      ['submitReferral.household', 'THIRD_PARTY', 'a brother'],
      ['submitReferral.person.name', 'PERSON', 'N'],
      ['submitReferral.person.nhsNumber', 'PERSON', '9990000018'],
      ['submitReferral.person.uprn', 'PERSON', '1'],
    ]);
  });
  it('stays apart when it is corrected', async () => {
    const correction = { seq: 3, field: 'name', text: 'the son', reason: 'misheard' };
    expect(await stored('correctEntry', correction, { fact: 'recordRepresentative', field: 'name' })).toEqual([
      ['correctEntry.text', 'THIRD_PARTY', 'the son'],
      ['correctEntry.reason', 'PERSON', 'misheard'],
    ]);
  });
});

describe('given a case of which one entry does not open and one was erased', () => {
  const ref = (n: number): string => `v-${String(n).repeat(32)}`;
  const reading = {
    get: (_case: string, name: string) => {
      if (name === ref(1)) return Promise.reject(new VaultCorruptError('ENTRY', 'it does not open'));
      if (name === ref(2)) return Promise.reject(new VaultErasedError('it was erased'));
      return name === ref(4) ? Promise.reject(new Error('the database is away')) : Promise.resolve('9990000018');
    },
  } as unknown as Vault;
  it('then both say so, and the rest is readable', async () => {
    expect(await fromVault(reading, 'R', { a: ref(1), b: [ref(2)], c: ref(3), nhsNumber: ref(3) })).toEqual({
      a: UNREADABLE,
      b: [ERASED],
      c: '9990000018',
      nhsNumber: '999 000 0018',
    });
  });
  it('then another failure is not taken for either', async () => {
    await expect(fromVault(reading, 'R', { a: ref(4) })).rejects.toThrow('the database is away');
  });
});
