import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { settingRows, START_SETTINGS } from '../../../config';
import { GENERATED } from '../../../scripts/docs';
import { filesUnder } from '../../support/files';

const root = join(__dirname, '..', '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('what is made from the code', () => {
  it.each(GENERATED.map(({ path, text }) => [path, text] as const))(
    '%s is as the code would have it (else: npm run docs)',
    (path, text) => {
      expect(read(path)).toBe(text(read(path)));
    },
  );
});

describe('the settings in the README', () => {
  const known = new Set([...settingRows(), ...START_SETTINGS].map(({ name }) => name));
  const folders = ['activities', 'api', 'cli', 'config', 'notifications', 'persistence', 'scripts', 'temporal', 'worker'];
  const sources = folders.flatMap((folder) => filesUnder(join(root, folder))).filter((file) => file.endsWith('.ts'));
  const used = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:env\[|env\.)['"]?([A-Z][A-Z_]+)/g)].map(([, name]) => name ?? ''),
  );

  it('name every variable of the environment that is read', () => {
    const ours = used.filter((name) => /^(MARM|TEMPORAL|MONGODB|SMTP)_/.test(name));
    expect(ours.length).toBeGreaterThan(5);
    expect([...new Set(ours)].filter((name) => !known.has(name))).toEqual([]);
  });

  it('say of each what it is', () => {
    expect([...settingRows(), ...START_SETTINGS].filter(({ what }) => what === '')).toEqual([]);
  });
});

describe('the drawn lifecycle', () => {
  const drawn = read('docs/generated/lifecycle.md');

  it.each([
    ['[*] --> RECEIVED', 'submitReferral'],
    ['RECEIVED --> REFERRER_CONTACT', 'decideTriage'],
    ['RECORDING --> PLAN_ACTIVE', 'publishPlan'],
  ])('has the step %s by %s in it', (step, command) => {
    const line = drawn.split('\n').find((one) => one.trim().startsWith(`${step}:`));
    expect(line?.split(': ')[1]?.split(', ')).toContain(command);
  });
});
