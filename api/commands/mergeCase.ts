import { handingOver, londonDateOf, STAGES_OF } from '../../domain';
import type { CommandData, Draft } from '../../domain';
import type { CaseView } from '../../persistence';
import type { Outcome } from '../../temporal';
import { readerNow } from '../access';
import type { ApiDeps } from '../deps';
import { commandIdOf } from '../middleware/idempotency';
import { Problem } from '../problem';
import { RETRACTED } from '../timeline/entries';
import { mendingOf } from '../timeline/mended';
import { asCorrected } from '../timeline/standing';
import { checkAccess, giveCommand } from './giveCommand';
import type { Given } from './giveCommand';
import { isReference } from './reference';
import { fromVault, toVault } from './vaulting';

/**
 * Merges a case into another one: first that one takes over what is open, then this one ends. Each of the two is done once for one
 * Idempotency-Key, so that a retry completes what was left half done.
 */
export async function mergeCase(deps: ApiDeps, given: Given): Promise<Outcome> {
  await checkAccess(deps, given);
  if (!isStillToDo(given)) return giveCommand(deps, given);
  const data = given.body.data as CommandData<'mergeInto'>;
  const target = await targetOf(deps, given, data);
  const taken = await deps.gateway.command(target.ref, await takeOver(deps, given, data));
  if (taken.kind === 'accepted') return giveCommand(deps, given);
  // Its outcome stands with the other case: the same request may simply be repeated.
  return taken.kind === 'pending' ? { kind: 'unavailable' } : taken;
}

// What the rules will refuse, or have recorded already, is left to them: nothing may be carried over for it.
const isStillToDo = ({ state, expectedSeq }: Given): boolean =>
  state.stage !== null && STAGES_OF.mergeInto.includes(state.stage) && (expectedSeq === undefined || expectedSeq === state.seq);

async function targetOf(
  deps: ApiDeps,
  { ref, state, actor }: Given,
  { into, otherCoordinator }: CommandData<'mergeInto'>,
): Promise<CaseView> {
  const [own, target] = await Promise.all([find(deps, ref), find(deps, into)]);
  // Who must not know of the other case does not learn of it here either.
  const hidden = target !== null && (await readerNow(deps, into, actor))?.isExcluded !== false;
  if (!target || hidden || into === ref || target.state.locality !== state.locality || target.training !== own?.training)
    throw wrongField('UNKNOWN_CASE', '/data/into', 'There is no other case with this reference that this one could be merged into.');
  if (target.state.holders.COORDINATOR !== otherCoordinator)
    throw wrongField('AGREEMENT_MISSING', '/data/otherCoordinator', 'Name the coordinator of the other case, who has to agree.');
  return target;
}

const find = (deps: ApiDeps, ref: string): Promise<CaseView | null> =>
  isReference(ref) ? deps.repositories.cases.find(ref) : Promise.resolve(null);

const wrongField = (code: string, pointer: string, detail: string): Problem =>
  new Problem(422, code, detail, { errors: [{ pointer, detail }] });

// The command under which the other case takes over. Its id follows from the merging's own; narrative moves from vault to vault.
async function takeOver(deps: ApiDeps, { ref, state, actor, commandId }: Given, data: CommandData<'mergeInto'>): Promise<Draft> {
  const { commits, vault } = deps.repositories;
  const mending = mendingOf(await commits.list(ref));
  const id = commandIdOf(actor, `takeOverCase ${data.into}`, commandId);
  const handed = { from: ref, agreedBy: data.otherCoordinator, ...handingOver(state) };
  const told = (await fromVault(vault, ref, asCorrected(handed, mending), { refs: mending.hiddenRefs, instead: RETRACTED })) as object;
  const now = deps.wallClock();
  const place = { vault, ref: data.into, commandId: id, now, today: londonDateOf(now) };
  return { type: 'takeOverCase', id, actor, data: await toVault(place, 'takeOverCase', told) } as Draft;
}
