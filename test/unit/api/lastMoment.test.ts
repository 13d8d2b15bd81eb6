import { describe, expect, it } from '@jest/globals';
import { giveCommand } from '../../../api/commands/giveCommand';
import type { ApiDeps } from '../../../api/deps';
import { Problem } from '../../../api/problem';
import type { CaseState } from '../../../domain';
import type { CaseExceptions } from '../../../persistence';
import { holder, roleCase } from '../../support/roleCase';

const ACTOR = holder('COORDINATOR');

/** What can change between the first look at a command and its way to the case. */
interface World {
  active: boolean;
  state: CaseState;
  exceptions: CaseExceptions;
}

/** The API's parts around `giveCommand`; while its text is put away, `meanwhile` happens. */
function parts(meanwhile: (world: World) => void): { readonly deps: ApiDeps; readonly given: string[] } {
  const world: World = { active: true, state: roleCase(), exceptions: { exclusions: [], breakGlass: [] } };
  const given: string[] = [];
  const deps = {
    repositories: {
      directory: { person: (id: string) => Promise.resolve({ id, service: null, organisation: 'org', active: world.active }) },
      cases: { find: () => Promise.resolve({ ref: 'K7QF-2M', state: world.state }) },
      exceptions: { of: () => Promise.resolve(world.exceptions) },
      vault: {
        put: () => {
          meanwhile(world);
          return Promise.resolve('v-text');
        },
      },
    },
    gateway: {
      command: (_ref: string, { type }: { type: string }) => {
        given.push(type);
        return Promise.resolve({ kind: 'accepted', seq: 2 });
      },
    },
    wallClock: () => 1_000,
  } as unknown as ApiDeps;
  return { deps, given };
}

async function given(meanwhile: (world: World) => void): Promise<{ readonly status: number; readonly reached: readonly string[] }> {
  const { deps, given: reached } = parts(meanwhile);
  const body = { data: { tier: 'HIGH', reason: 'Synthetic.' } };
  const command = {
    ref: 'K7QF-2M',
    state: roleCase(),
    actor: ACTOR,
    command: 'setRiskTier',
    commandId: 'c',
    body,
    expectedSeq: undefined,
  } as const;
  const status = await giveCommand(deps, command).then(
    () => 200,
    (error: unknown) => (error instanceof Problem ? error.status : 500),
  );
  return { status, reached };
}

describe('given a command that is being made ready', () => {
  it('when nothing changes, then it reaches the case', async () => {
    expect(await given(() => undefined)).toEqual({ status: 200, reached: ['setRiskTier'] });
  });
  it.each<readonly [string, number, (world: World) => void]>([
    ['its giver leaves the directory', 404, (world) => (world.active = false)],
    ['its giver is excluded', 404, (world) => (world.exceptions = excluding(ACTOR))],
    ['its giver loses the role', 403, (world) => (world.state = roleCase({ holders: { CHAIR: 'p-other' } }))],
  ])('when %s meanwhile, then it never reaches the case', async (_what, status, meanwhile) => {
    expect(await given(meanwhile)).toEqual({ status, reached: [] });
  });
});

const excluding = (person: string): CaseExceptions => ({
  exclusions: [{ id: 'x-1', who: { person }, by: 'p-x', reason: 'v-reason', at: 1, ended: null }],
  breakGlass: [],
});
