import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { readChange } from '../../../cli/whatIf/readChange';
import { addWhatIfCommand } from '../../../cli/whatIf/whatIfCommand';
import { findProfile } from '../../../domain';
import { drop, put } from '../../support/jsonEdit';
import type { Edit } from '../../support/jsonEdit';
import { REFERRAL, step, TRIAGED } from '../../support/story';

const folder = mkdtempSync(join(tmpdir(), 'marm-what-if-'));
function file(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
}
function profileFile(name: string, ...edits: readonly Edit[]): string {
  const copy = structuredClone(findProfile('oxfordshire')!);
  for (const edit of edits) edit(copy);
  return file(name, copy);
}

describe('given what is to change', () => {
  it('when it is a file of days, then they are read', () => {
    expect(readChange({ holidays: file('days.json', ['2026-12-24']) })).toEqual({ kind: 'HOLIDAYS', closedOn: ['2026-12-24'] });
  });
  it('when it is a profile as it is shown, then it is read and found sound', () => {
    expect(readChange({ profile: profileFile('sound.json') })).toEqual({ kind: 'PROFILE', profile: findProfile('oxfordshire') });
  });
  it('when it is a pace, then it is one of the three', () => {
    expect(readChange({ pace: 'IMMEDIATE' })).toEqual({ kind: 'PACE', pace: 'IMMEDIATE' });
    expect(() => readChange({ pace: 'FAST' })).toThrow('--pace: there is no FAST. Give one of STANDARD, EXPEDITED, IMMEDIATE.');
  });
  it.each([
    ['nothing', {}],
    ['two things', { pace: 'IMMEDIATE', holidays: 'x.json' }],
  ])('when it is %s, then it asks for one', (_what, options) => {
    expect(() => readChange(options)).toThrow('one of --profile FILE, --holidays FILE or --pace');
  });
});

describe('given a file with a mistake, then it is named with the place and what to do', () => {
  it.each([
    ['a day that does not exist', ['2026-12-24', '2026-02-30'], '/1: "2026-02-30" is no day. Give one such as'],
    ['a number', [20261224], '/0: 20261224 is no day'],
    ['no day at all', [], ': the list is empty'],
    ['no list', { days: [] }, ': this is not a JSON list'],
  ])('%s in a list of days', (name, value, message) => {
    const path = file(`${name.replaceAll(' ', '-')}.json`, value);
    expect(() => readChange({ holidays: path })).toThrow(`${path}${message}`);
  });
  it('a file of days that is not there', () => {
    expect(() => readChange({ holidays: 'nowhere.json' })).toThrow('nowhere.json: the file cannot be read.');
  });
  it.each([
    ['a value that is missing', drop('/triage'), '/triage: This value is missing.'],
    ['a value without a source', put('/triage', true), '/triage: Give {"value"'],
    ['a value of another kind', put('/requiredRoles/value', 'COORDINATOR'), '/requiredRoles: Give {"value"'],
    ['timers that are none', put('/timers', []), '/timers: Give the timers by clock.'],
    ['a timer that is none', put('/timers/T-MEET', 3), '/timers/T-MEET: Give "due" and "ladders"'],
    ['a rule that is none', put('/timers/T-MEET/due/STANDARD', 14), '/timers/T-MEET/due/STANDARD: Give {"value"'],
    ['a ladder that is none', put('/timers/T-MEET/ladders/STANDARD', {}), '/timers/T-MEET/ladders/STANDARD: Give a list'],
    ['a step at no time', put('/timers/T-MEET/ladders/STANDARD/0/at', 'soon'), '/timers/T-MEET/ladders/STANDARD/0: Give "at"'],
    [
      'a message without a text',
      put('/timers/T-MEET/ladders/STANDARD/0/notice', 'N99'),
      '/timers/T-MEET/ladders/STANDARD/0: There is no text',
    ],
    [
      'a role that is none',
      put('/timers/T-MEET/ladders/STANDARD/0/to', ['MAYOR']),
      '/timers/T-MEET/ladders/STANDARD/0/to/0: The role table',
    ],
  ])('%s in a profile', (name, edit, message) => {
    const path = profileFile(`${name.replaceAll(' ', '-')}.json`, edit);
    expect(() => readChange({ profile: path })).toThrow(`${path}${message}`);
  });
});

describe('given a script of a case', () => {
  const script = file('script.json', {
    profile: 'oxfordshire',
    until: '2026-12-31',
    steps: [step('2026-12-14T10:00', 'submitReferral', REFERRAL), step('2026-12-15T10:00', 'decideTriage', TRIAGED)],
  });
  async function marm(...args: readonly string[]): Promise<string> {
    const said: string[] = [];
    const spy = jest.spyOn(console, 'log').mockImplementation((line: string) => {
      said.push(line);
    });
    const program = new Command('marm');
    addWhatIfCommand(program);
    try {
      await program.parseAsync(['node', 'marm', 'what-if', ...args]);
    } finally {
      spy.mockRestore();
    }
    return stripVTControlCharacters(said.join('\n'));
  }

  it('when another pace is tried, then --json gives the dates and messages that would change', async () => {
    const found = JSON.parse(await marm('--script', script, '--pace', 'EXPEDITED', '--json')) as Record<string, unknown>;
    expect(found['deadlines']).toEqual([{ clock: 'T-MEET', key: 'meeting:1', from: '2026-12-28', to: '2026-12-21' }]);
    expect(Object.keys(found['messages'] as object).sort()).toEqual(['gone', 'moved', 'new']);
  });
  it('then people get a table', async () => {
    const text = await marm('--script', script, '--holidays', file('eve.json', ['2026-12-24']));
    expect(text).toMatch(/Dates\nNothing\.\n/);
    expect(text).toMatch(/moved.*N05.*T-MEET.*meeting:1.*-1WD.*COORDINATOR.*Wed 23 Dec 2026 09:00.*Tue 22 Dec 2026 09:00/);
  });
  it.each([
    ['no case is named', ['--pace', 'EXPEDITED'], 'Name one case'],
    ['two cases are named', ['2222-22', '--script', script, '--pace', 'EXPEDITED'], 'Name one case'],
    ['the number of days is none', ['--script', script, '--pace', 'EXPEDITED', '--days', 'many'], '--days: give a whole number'],
    [
      'the script begins no case',
      ['--script', file('empty.json', { profile: 'dorset', until: '2026-12-31', steps: [] }), '--pace', 'EXPEDITED'],
      '/steps: no case begins here',
    ],
  ])('when %s, then it says what to give', async (_what, args, message) => {
    await expect(marm(...args)).rejects.toThrow(message);
  });
});
