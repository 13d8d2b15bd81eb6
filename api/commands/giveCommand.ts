import { londonDateOf } from '../../domain';
import type { CaseState, CommandData, CommandName, Draft } from '../../domain';
import type { Outcome } from '../../temporal';
import { readerNow } from '../access';
import type { ApiDeps } from '../deps';
import { notFound, Problem } from '../problem';
import type { CommandBody } from '../schemas/requests';
import { namedHolders, organisationsOf } from './holders';
import { indexIdentifiers, withStoredForm } from './identifiers';
import { checkNamed, namedIn } from './named';
import { toVault } from './vaulting';

/** A command as it came in, and the case that it is for. */
export interface Given {
  readonly ref: string;
  readonly state: CaseState;
  readonly actor: string;
  readonly command: CommandName;
  readonly commandId: string;
  readonly body: CommandBody;
  readonly expectedSeq: number | undefined;
}

/**
 * Gives a command to a case. Checks form and access; what depends on time or state is the workflow's to decide. Access is checked again at
 * the last moment: who has left, was excluded or lost the role while the command was being made ready no longer gives it.
 */
export async function giveCommand(deps: ApiDeps, given: Given): Promise<Outcome> {
  await checkAccess(deps, given);
  const { ref, actor, command, commandId, body, expectedSeq } = given;
  const { vault, directory, blindIndex } = deps.repositories;
  await checkNamed(directory, command, body.data as object);
  const now = deps.wallClock();
  const told = withStoredForm(command, body.data as object);
  const place = { vault, ref, commandId, now, today: londonDateOf(now), ...correctedBy(given) };
  const data = await toVault(place, command, told);
  const named = namedIn(command, body.data as object);
  const holders = await namedHolders(directory, named);
  // Only a change of roles asks whether somebody works elsewhere.
  const organisations = command === 'assignRole' ? { organisations: await organisationsOf(directory, [actor, ...named.people]) } : {};
  const { data: _data, ...circumstances } = body;
  const draft = {
    type: command,
    id: commandId,
    actor,
    data,
    ...(holders.length === 0 ? {} : { holders }),
    ...organisations,
    ...Object.fromEntries(Object.entries(circumstances).filter(([, value]) => value !== undefined)),
    ...(expectedSeq === undefined ? {} : { expectedSeq }),
  } as Draft;
  await checkAccess(deps, given);
  const outcome = await deps.gateway.command(ref, draft);
  await indexIdentifiers(blindIndex, ref, { type: command, data: told }, outcome);
  return outcome;
}

// The entry and the field that a correction is for.
function correctedBy({ state, command, body }: Given): { corrected?: { fact: CommandName; field: string } } {
  if (command !== 'correctEntry') return {};
  const { seq, field } = body.data as CommandData<'correctEntry'>;
  const fact = state.entries.find((entry) => entry.seq === seq)?.fact;
  return fact === undefined ? {} : { corrected: { fact, field } };
}

/**
 * Checks by directory, record and exceptions as they stand now. @throws Problem 404 for who has left the directory or must not know of the
 * case, 403 for who may not give the command, or not for this service
 */
export async function checkAccess(deps: ApiDeps, { ref, actor, command, body }: Given): Promise<void> {
  const reader = await readerNow(deps, ref, actor);
  if (!reader || reader.isExcluded) throw notFound();
  if (!reader.mayGive(command))
    throw new Problem(403, 'NOT_PERMITTED', 'Your roles on this case do not allow this. See GET /v1/cases/{ref}/commands.');
  if (!reader.isOwnService(command, body.data as Readonly<Record<string, unknown>>))
    throw new Problem(403, 'NOT_YOUR_SERVICE', 'You speak for your own service on this case, not for this one.');
}
