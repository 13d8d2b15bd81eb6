import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { contract } from '../../../api/contract';
import { COMMANDS, PROFILES } from '../../../domain';
import { TEXTS } from '../../../notifications/texts';

const root = join(__dirname, '..', '..', '..');
const page = readFileSync(join(root, 'docs', 'requirements.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /^\| R\d+ /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

const HOW_MANY = 86;
const filesIn = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);

describe('the table of requirements', () => {
  it('has each of them once, in order', () => {
    expect(rows.map(([, nr]) => nr)).toEqual(Array.from({ length: HOW_MANY }, (_, n) => `R${n + 1}`));
  });
  it('says of each what is asked, by which paragraph, where it is, and what proves it or why nothing does', () => {
    expect(rows.filter((cells) => cells.length !== 8 || cells.slice(1, 7).some((cell) => cell === '')).map(([, nr]) => nr)).toEqual([]);
    expect(rows.filter(([, , , , source = '']) => !/\b00[01] /.test(source)).map(([, nr]) => nr)).toEqual([]);
  });
  it('names only files that are there', () => {
    const named = rows.flatMap(([, nr = '', , , , where = '', proof = '']) =>
      [...filesIn(where), ...filesIn(proof)].map((path) => `${nr} ${path}`),
    );
    expect(named.length).toBeGreaterThan(HOW_MANY);
    expect(named.filter((one) => !existsSync(join(root, one.split(' ')[1] ?? '')))).toEqual([]);
  });
  it('names for each requirement a place in code, data or pages', () => {
    expect(rows.filter(([, , , , , where = '']) => filesIn(where).length === 0).map(([, nr]) => nr)).toEqual([]);
  });
});

describe('what people read', () => {
  it.each([
    ['messages', TEXTS],
    ['commands', COMMANDS],
    ['protocols', PROFILES],
    ['the contract of the API', contract()],
  ])('%s never call MARM a statutory duty', (_what, read) => {
    const text = JSON.stringify(read, (_name, value: unknown) => (typeof value === 'function' ? value.toString() : value));
    expect(text.length).toBeGreaterThan(1_000);
    expect(text.replaceAll('not a statutory duty', '')).not.toMatch(/statutory (duty|process|power|meeting)/i);
  });
});
