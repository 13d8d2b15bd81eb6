import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { eventually } from '../support/eventually';
import { openCase } from '../support/liveCase';
import type { ActivityDeps } from '../../activities';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

let down = false;
// A record that cannot be written while it is told so.
const withFailingRecord = (deps: ActivityDeps): ActivityDeps => {
  const { repositories } = deps;
  const insert: typeof repositories.commits.insert = (commit) =>
    down ? Promise.reject(new Error('the record cannot be written')) : repositories.commits.insert(commit);
  return { ...deps, repositories: { ...repositories, commits: { ...repositories.commits, insert } } };
};

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench({ adapt: withFailingRecord });
});
afterAll(() => bench.close());

const note = (n: number) => ({ id: `action-${n}`, text: 'synthetic', service: 'svc-fire-safety', dueOn: '2026-04-20' });

it('given the record fails for a while, then twenty commands are answered, the next is refused, and all are recorded once afterwards', async () => {
  const one = await openCase(bench, { clock: '2026-03-26T15:20' });
  down = true;
  for (let n = 1; n <= 20; n += 1) expect(await one.update('addAction', note(n), { id: `c-${n}` })).toEqual({ seq: n + 1 });
  const failure: unknown = await one.update('addAction', note(21), { id: 'c-21' }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(WorkflowUpdateFailedError);
  expect(failure).toMatchObject({ cause: { type: 'RECORD_BACKLOG' } });
  expect(await one.give('addAction', note(21), { id: 'c-21' })).toEqual({ kind: 'shell', code: 'RECORD_BACKLOG' });
  expect(await one.commits()).toHaveLength(1);

  down = false;
  await eventually(async () => (await one.state()).queued === 0);
  expect(await one.must('addAction', note(21), { id: 'c-21' })).toBe(22);
  const commits = await one.commits();
  expect(commits.map((commit) => commit.seq)).toEqual(Array.from({ length: 22 }, (_, at) => at + 1));
  expect(commits.slice(1).map((commit) => commit.commandId)).toEqual(Array.from({ length: 21 }, (_, at) => `c-${at + 1}`));
  expect(commits.every((commit, at) => at === 0 || commit.prevHash === commits[at - 1]?.hash)).toBe(true);
});
