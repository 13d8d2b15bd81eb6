import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { workflowBundle } from '../support/bundle';

const MOST_CHARACTERS = 1_800_000;
/** What the SDK itself brings into the sandbox. */
const OF_THE_SDK = ['@temporalio/common', '@temporalio/workflow', 'long', 'ms', 'nexus-rpc'];

let code: string;
let modules: readonly string[];
beforeAll(async () => {
  const bundle = readFileSync(await workflowBundle(), 'utf8');
  code = bundle.slice(0, bundle.lastIndexOf('//# sourceMappingURL'));
  modules = [...code.matchAll(/^\/\*{3}\/ "\.\/([^"]+)"/gm)].map(([, name]) => name ?? '');
});

describe('the bundle of the workflows', () => {
  it('holds no package but those of the SDK', () => {
    const packages = modules.flatMap((name) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []);
    expect([...new Set(packages)].sort()).toEqual(OF_THE_SDK);
  });
  it('holds nothing of ours but the rules and the workflows', () => {
    const folders = modules.filter((name) => !name.startsWith('node_modules/')).map((name) => name.split('/')[0]);
    expect([...new Set(folders)].sort()).toEqual(['domain', 'workflows']);
  });
  it('is small, because each case in memory and each replay pays for it', () => {
    expect(code.length).toBeGreaterThan(500_000);
    expect(code.length).toBeLessThan(MOST_CHARACTERS);
  });
});
