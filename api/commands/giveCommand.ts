import { mayGive } from '../../domain';
import type { CaseState, CommandName, Draft } from '../../domain';
import type { Outcome } from '../../temporal';
import type { ApiDeps } from '../deps';
import { Problem } from '../problem';
import type { CommandBody } from '../schemas/requests';
import { namedServices, serviceHolders } from './holders';
import { toVault } from './vaulting';

interface Given {
  readonly ref: string;
  readonly state: CaseState;
  readonly actor: string;
  readonly command: CommandName;
  readonly commandId: string;
  readonly body: CommandBody;
  readonly expectedSeq: number | undefined;
}

/** Gives a command to a case. Checks form and access; what depends on time or state is the workflow's to decide. */
export async function giveCommand(deps: ApiDeps, given: Given): Promise<Outcome> {
  const { ref, state, actor, command, commandId, body, expectedSeq } = given;
  if (!mayGive(state, actor, command))
    throw new Problem(403, 'NOT_PERMITTED', 'Your roles on this case do not allow this. See GET /v1/cases/{ref}/commands.');
  const { vault, directory } = deps.repositories;
  await checkServices(deps, body.data);
  const data = await toVault({ vault, ref, commandId, now: deps.wallClock() }, command, body.data as object);
  const holders = await serviceHolders(directory, body.data);
  const { data: _data, ...circumstances } = body;
  const draft = {
    type: command,
    id: commandId,
    actor,
    data,
    ...(holders.length === 0 ? {} : { holders }),
    ...Object.fromEntries(Object.entries(circumstances).filter(([, value]) => value !== undefined)),
    ...(expectedSeq === undefined ? {} : { expectedSeq }),
  } as Draft;
  return deps.gateway.command(ref, draft);
}

async function checkServices({ repositories }: ApiDeps, data: unknown): Promise<void> {
  for (const service of namedServices(data)) {
    if ((await repositories.directory.service(service)) === null)
      throw new Problem(422, 'UNKNOWN_SERVICE', 'A service is not in the directory: check its id.', {
        errors: [{ pointer: '/data', detail: 'Unknown service.' }],
      });
  }
}
