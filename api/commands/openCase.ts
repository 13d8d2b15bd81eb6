import { isOpen, findProfile, isUnder18, londonDateOf, nextOpening, toIso, contextOf } from '../../domain';
import type { CommandData, Draft, ProtocolProfile } from '../../domain';
import type { Outcome } from '../../temporal';
import { mayOpen } from '../access';
import type { ApiDeps } from '../deps';
import type { Begun } from '../middleware/idempotency';
import { Problem } from '../problem';
import type { Opening } from '../schemas/requests';
import { firstHolders, namedHolders } from './holders';
import { indexIdentifiers } from './identifiers';
import { checkNamed, namedIn } from './named';
import { newReference } from './reference';
import { toVault } from './vaulting';

const FARTHEST_MS = 10 * 366 * 86_400_000;

/** Opens a case: reserves its reference, puts the narrative into the vault, and starts its workflow with the first command. */
export async function openCase(deps: ApiDeps, actor: string, opening: Opening, begun: Begun): Promise<{ outcome: Outcome; ref: string }> {
  const profile = findProfile(opening.profile);
  if (!profile || !mayOpen(actor, opening.command)) throw new Problem(422, 'UNKNOWN_PROFILE', 'There is no such locality.');
  const offsetMs = clockOffset(deps, opening);
  const ref = begun.ref ?? (await reserve(deps, begun.commandId));
  const first = await firstCommand(deps, actor, opening, begun.commandId, ref, profile);
  const outcome = await deps.gateway.create({
    schemaVersion: 1,
    ref,
    locality: profile.id,
    profile: { id: profile.id, version: profile.version },
    first,
    training: opening.training !== undefined,
    offsetMs,
    spreadMs: opening.training === undefined ? deps.settings.spreadMs : 0,
  });
  await indexIdentifiers(deps.repositories.blindIndex, ref, { type: opening.command, data: opening.data as object }, outcome);
  return { outcome, ref };
}

async function firstCommand(
  deps: ApiDeps,
  actor: string,
  opening: Opening,
  commandId: string,
  ref: string,
  profile: ProtocolProfile,
): Promise<Draft> {
  const { vault, directory } = deps.repositories;
  await checkNamed(directory, opening.command, opening.data as object);
  const now = deps.wallClock();
  const today = londonDateOf(opening.training?.clock ?? now);
  const data = await toVault({ vault, ref, commandId, now, today }, opening.command, opening.data as object);
  const { occurredOn, informant, source } = opening;
  const named = await namedHolders(directory, namedIn(opening.command, opening.data as object));
  const first = await firstHolders(directory, profile, actor, { under18: isUnder18(bornOnOf(opening.data), today) });
  const holders = [...first, ...named];
  return {
    type: opening.command,
    id: commandId,
    actor,
    data,
    holders,
    ...(occurredOn === undefined ? {} : { occurredOn }),
    ...(informant === undefined ? {} : { informant }),
    ...(source === undefined ? {} : { source }),
  } as Draft;
}

const bornOnOf = (data: unknown): string | undefined => (data as CommandData<'submitReferral'>).person?.bornOn;

// A training case lives on its own clock: how far it is from ours.
function clockOffset({ settings, wallClock }: ApiDeps, { training }: Opening): number {
  if (training === undefined) return 0;
  if (!settings.training) throw new Problem(422, 'TRAINING_OFF', 'Training cases are switched off here: leave training out.');
  const offsetMs = training.clock - wallClock();
  if (Math.abs(offsetMs) > FARTHEST_MS)
    throw new Problem(422, 'CLOCK_TOO_FAR', 'A training clock may stand at most ten years from today: choose a nearer day.', {
      errors: [{ pointer: '/training/clock', detail: 'Choose a nearer day.' }],
    });
  return offsetMs;
}

async function reserve(deps: ApiDeps, commandId: string): Promise<string> {
  for (let tries = 0; tries < 20; tries += 1) {
    const reserved = await deps.repositories.requests.reserve(commandId, newReference());
    if ('ref' in reserved) return reserved.ref;
  }
  throw new Problem(503, 'UNAVAILABLE', 'No reference could be given just now: try again with the same Idempotency-Key.', {
    retryAfterS: 1,
  });
}

/** What the referrer is told at once, at any hour. */
export async function receiptText(deps: ApiDeps, ref: string): Promise<readonly string[]> {
  const view = await deps.repositories.cases.find(ref);
  const profile = view && findProfile(view.state.profile.id, view.state.profile.version);
  const { calendar } = view && profile ? contextOf(view.state, profile) : { calendar: undefined };
  const readLater =
    view && calendar && !isOpen(view.state.lastAt, calendar)
      ? [`It will be read from ${toIso(nextOpening(view.state.lastAt, calendar))}.`, profile?.outOfHoursLine.value ?? '']
      : [];
  return ['Received. If someone is in immediate danger call 999: MARM is not an emergency route.', ...readLater];
}
