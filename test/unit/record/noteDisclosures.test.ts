import { describe, expect, it } from '@jest/globals';
import { noteDisclosures } from '../../../activities/disclosures';
import type { Commit, Repositories, StoredDisclosure } from '../../../persistence';
import { holder } from '../../support/roleCase';
import { recordOf } from '../../support/steps';

const REF = 'K7QF-2M';
const HOST = 'org-council';

/** Stores in memory: the record of a script, a directory in which one service is the host's own, and rows that are only ever added. */
function stores(more: Readonly<Record<string, string>> = {}) {
  const organisations: Readonly<Record<string, string>> = { 'svc-fire-safety': 'org-fire', 'svc-housing': HOST, ...more };
  const commits = recordOf('s10', '2026-12-31').map((step) => ({ ...step, ref: REF, notices: [], commandId: null })) as unknown as Commit[];
  const rows = new Map<string, StoredDisclosure>();
  const repositories = {
    commits: { list: () => Promise.resolve(commits) },
    directory: {
      person: (id: string) => Promise.resolve(id === holder('COORDINATOR') ? { id, organisation: HOST } : null),
      service: (id: string) => Promise.resolve(organisations[id] === undefined ? null : { id, organisation: organisations[id] }),
    },
    disclosures: {
      add: (added: readonly StoredDisclosure[]) => {
        for (const row of added) if (!rows.has(row.id)) rows.set(row.id, row);
        return Promise.resolve();
      },
    },
  } as unknown as Repositories;
  return { commits, rows, repositories };
}

describe('given a case whose plan goes to its host’s own service and to another organisation', () => {
  it('when its steps are recorded, then the other organisation has one row, the host none', async () => {
    const { commits, rows, repositories } = stores();
    await noteDisclosures({ repositories }, REF, commits, false);
    const plan = [...rows.values()].filter(({ kind }) => kind === 'PLAN');
    expect(plan.map(({ recipient, ref, training }) => [recipient.service, recipient.organisation, ref, training])).toEqual([
      ['svc-fire-safety', 'org-fire', REF, false],
    ]);
  });
  it('when they are recorded one by one, again, or all anew, then the rows are the same', async () => {
    const atOnce = stores();
    await noteDisclosures({ repositories: atOnce.repositories }, REF, atOnce.commits, false);
    const oneByOne = stores();
    for (const commit of [...oneByOne.commits, ...oneByOne.commits])
      await noteDisclosures({ repositories: oneByOne.repositories }, REF, [commit], false);
    expect([...oneByOne.rows.values()]).toEqual([...atOnce.rows.values()]);
    expect(atOnce.rows.size).toBeGreaterThan(0);
  });
  it('when nothing was sent, then nothing is read for it', async () => {
    const { commits, repositories } = stores();
    const unread = { ...repositories, commits: { list: () => Promise.reject(new Error('not needed')) } } as unknown as Repositories;
    await expect(
      noteDisclosures(
        { repositories: unread },
        REF,
        commits.slice(1, 2).map((one) => ({ ...one, events: [] })),
        false,
      ),
    ).resolves.toBeUndefined();
  });
  it('when the directory does not know a recipient, then it counts', async () => {
    const { commits, rows, repositories } = stores({ 'svc-housing': undefined as unknown as string });
    await noteDisclosures({ repositories }, REF, commits, true);
    expect([...rows.values()].map(({ recipient }) => recipient.service)).toContain('svc-housing');
  });
});
