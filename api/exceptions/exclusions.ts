import { excluding } from '../../domain';
import type { Actor, CaseState, Exclusion, ExclusionProblem } from '../../domain';
import type { StoredExclusion } from '../../persistence';
import type { Seen } from '../access';
import { toActor } from '../middleware/asker';
import type { ApiDeps } from '../deps';
import { notFound, Problem } from '../problem';
import type { ExclusionBody } from '../schemas/access';

/** The id of the exclusion that a request makes: the same for each of its retries. */
export const exclusionIdOf = (commandId: string): string => `x-${commandId.slice(0, 26)}`;

/** Excludes somebody from a case. @throws Problem 403 or 422 */
export async function exclude(deps: ApiDeps, { view, reader }: Seen, body: ExclusionBody, commandId: string): Promise<string> {
  const who = await namedBy(deps, body);
  const { ref, state } = view;
  const asked = { who, by: reader.who, reason: body.reason, keepers: await keepersOf(deps, state, reader.who) };
  const found = excluding(state, asked, reader.context);
  if ('problem' in found) throw refused(found.problem);
  const { vault, exceptions } = deps.repositories;
  const reason = await vault.put({ ref, field: 'access.exclusion', text: body.reason, commandId, now: deps.wallClock() });
  const id = exclusionIdOf(commandId);
  await exceptions.exclude(ref, id, { ...found.excluded, reason });
  return id;
}

/** Ends an exclusion. @throws Problem 404 for one that this case does not have */
export async function endExclusion(deps: ApiDeps, { view, reader }: Seen, id: string): Promise<void> {
  const found = (await deps.repositories.exceptions.of(view.ref)).exclusions.find((one) => one.id === id);
  if (!found) throw notFound();
  if (found.ended === null) await deps.repositories.exceptions.endExclusion(view.ref, id, reader.who.person, deps.wallClock());
}

/** The exclusions of a case, ended ones included, oldest first; reasons are references into the vault. */
export const exclusionsOf = async (deps: ApiDeps, ref: string): Promise<readonly StoredExclusion[]> =>
  (await deps.repositories.exceptions.of(ref)).exclusions;

async function namedBy({ repositories: { directory } }: ApiDeps, body: ExclusionBody): Promise<Exclusion['who']> {
  const known = 'person' in body ? await directory.person(body.person) : await directory.service(body.service);
  if (known) return 'person' in body ? { person: body.person } : { service: body.service };
  const detail = 'Whoever is named here is not in the directory: check the id.';
  throw new Problem(422, 'person' in body ? 'UNKNOWN_PERSON' : 'UNKNOWN_SERVICE', detail, {
    errors: [{ pointer: 'person' in body ? '/person' : '/service', detail }],
  });
}

// Whoever may keep the access now: holders, who stands in for them, and who asks.
async function keepersOf({ repositories }: ApiDeps, { holders, involvement }: CaseState, asker: Actor): Promise<readonly Actor[]> {
  const { COORDINATOR, CONVENER_MANAGER, INFORMATION_GOVERNANCE_LEAD } = holders;
  const deputies = involvement.absences.map((one) => one.deputy);
  const ids = [COORDINATOR, CONVENER_MANAGER, INFORMATION_GOVERNANCE_LEAD, asker.person, ...deputies].filter(
    (id) => typeof id === 'string',
  );
  const found = await Promise.all([...new Set(ids)].map((id) => repositories.directory.person(id)));
  return found.flatMap((person) => (person?.active === true ? [toActor(person)] : []));
}

const SAID: Readonly<Record<ExclusionProblem, readonly [status: number, code: string, detail: string]>> = {
  NOT_YOURS: [403, 'NOT_PERMITTED', 'The coordinator and the information-governance lead of the case exclude somebody: ask there.'],
  REASON_MISSING: [422, 'REASON_MISSING', 'Say why: an exclusion is looked at again by others.'],
  WATCHES_OVER_ACCESS: [
    422,
    'WATCHES_OVER_ACCESS',
    'The information-governance lead watches over the access to this case: only that lead can step aside.',
  ],
  NOBODY_LEFT: [
    422,
    'NOBODY_LEFT',
    'Nobody would be left who could end this exclusion: first name another coordinator or information-governance lead.',
  ],
};

function refused(problem: ExclusionProblem): Problem {
  const [status, code, detail] = SAID[problem];
  return new Problem(status, code, detail);
}
