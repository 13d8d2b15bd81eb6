import { describe, expect, it } from '@jest/globals';
import { createTextOpener, LEFT_OUT, UNREADABLE } from '../../../api/export/texts';
import { inWords, said } from '../../../api/export/pdf/words';
import { COMMAND_NAMES, COMMANDS, namesThirdParty } from '../../../domain';

const sealed = (n: number): string => `v-${String(n).padStart(32, '0')}`;
const vault = {
  put: () => Promise.reject(new Error('nothing is written')),
  thirdPartyRefs: () => Promise.resolve(new Set<string>()),
  get: (_ref: string, text: string) => {
    if (text === sealed(9)) return Promise.reject(new Error('damaged'));
    return Promise.resolve(text === sealed(8) ? null : `text ${Number(text.slice(2))}`);
  },
};
const opener = (includeThirdParty = false, hidden: readonly string[] = []) =>
  createTextOpener(vault, 'K7QF-2M', { hidden: { refs: new Set(hidden), instead: 'Retracted' }, includeThirdParty });

describe('given sealed texts', () => {
  it('when some cannot be opened, then each says so in its place, and the rest is there', async () => {
    const texts = opener();
    expect(
      await texts.open({ risks: sealed(1), steps: [sealed(8), { note: sealed(9) }], on: '2026-04-08', n: 3 }, 'submitReferral'),
    ).toEqual({
      risks: 'text 1',
      steps: [UNREADABLE, { note: UNREADABLE }],
      on: '2026-04-08',
      n: 3,
    });
    expect(texts.count).toEqual({ unreadable: 2, leftOut: 0 });
  });
  it('when one was retracted, then it stays hidden', async () => {
    expect(await opener(true, [sealed(1)]).open({ risks: sealed(1) }, 'submitReferral')).toEqual({ risks: 'Retracted' });
  });
  it('when they are about others, then they are left out unless asked for, corrected ones too', async () => {
    const mended = { field: 'carers', struck: sealed(1), now: sealed(2), why: sealed(3) };
    expect(await opener().open({ carers: sealed(1), corrections: [mended] }, 'submitReferral')).toEqual({
      carers: LEFT_OUT,
      corrections: [{ field: 'carers', struck: LEFT_OUT, now: LEFT_OUT, why: 'text 3' }],
    });
    expect(await opener(true).open({ carers: sealed(1) }, 'submitReferral')).toEqual({ carers: 'text 1' });
  });
  it('then the name of a representative is about somebody else, and that of the person is not', () => {
    expect([namesThirdParty('recordRepresentative', 'name'), namesThirdParty('submitReferral', 'name')]).toEqual([true, false]);
    const named = COMMAND_NAMES.filter((command) => Object.keys(COMMANDS[command].fields).some((field) => namesThirdParty(command, field)));
    expect(named).toEqual(expect.arrayContaining(['submitReferral', 'amendReferral', 'recordRepresentative', 'recordBestInterests']));
  });
});

describe('given values for people to read', () => {
  it.each([
    ['RISK_TO_OTHERS', 'Risk to others'],
    ['decideTriage', 'Decide triage'],
    ['section42', 'Section 42'],
    ['MARM', 'MARM'],
    ['T-MEET', 'T-MEET'],
  ])('then %s reads %s', (code, words) => {
    expect(inWords(code)).toBe(words);
  });
  it('then ids have names, days and instants are London ones, and nothing is a dash', () => {
    const names = { 'p-x': 'Test Person X' };
    expect([
      said('p-x', names),
      said('2026-04-08', names),
      said('2026-04-08T11:00:00Z', names),
      said(null, names),
      said([], names),
    ]).toEqual(['Test Person X', 'Wed 8 Apr 2026', 'Wed 8 Apr 2026 12:00', '–', '–']);
    expect(said({ firedAt: Date.parse('2026-04-08T11:00:00Z'), answer: 'YES', none: null }, names)).toBe(
      'Fired at: Wed 8 Apr 2026 12:00; Answer: Yes',
    );
    expect(said('A text with CAPITALS in it', names)).toBe('A text with CAPITALS in it');
  });
});
