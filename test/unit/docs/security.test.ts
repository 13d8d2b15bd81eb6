import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = resolve(__dirname, '..', '..', '..');
const proofs = JSON.parse(readFileSync(join(ROOT, 'test', 'security.json'), 'utf8')) as readonly {
  readonly id: string;
  readonly proves: string;
  readonly files: readonly string[];
}[];

describe('given the table of what proves security', () => {
  it.each(proofs.map((one) => [one.id, one] as const))('then %s says what it proves, and its tests are there', (id, { proves, files }) => {
    expect(id).toMatch(/^S\d\d$/);
    expect(proves).toMatch(/^[A-Z].{20,}\.$/);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !/^test\/(unit|workflow|integration|e2e)\/.*\.test\.ts$/.test(file))).toEqual([]);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });
  it('then each number stands once, in order', () => {
    const ids = proofs.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});
