import { breakGlass } from '../../domain';
import type { Actor, BreakGlass, GlassProblem } from '../../domain';
import type { CaseView } from '../../persistence';
import type { Reader } from '../access';
import type { ApiDeps } from '../deps';
import { notFound, Problem } from '../problem';
import type { BreakGlassBody } from '../schemas/access';

/** The id of the look that a request asks for: the same for each of its retries. */
export const lookIdOf = (commandId: string): string => `b-${commandId.slice(0, 26)}`;

/**
 * What would be recorded of a look without a role. Nothing is given yet. @throws Problem 404 for who is excluded, as for a case that is not
 * there; 403 for who does not work for an organisation of the directory; 409 for who sees the case anyway
 */
export async function lookFor(deps: ApiDeps, view: CaseView, reader: Reader, body: BreakGlassBody): Promise<BreakGlass> {
  const asked = breakGlass(view.state, { person: reader.who.person, ...body }, reader.context);
  if (reader.isExcluded) throw notFound();
  if (!(await worksForMember(deps, reader.who)))
    throw new Problem(403, 'NOT_PERMITTED', 'Only people of an organisation in the directory can look at a case without a role on it.');
  if (reader.sight === 'CASE')
    throw new Problem(409, 'NOT_NEEDED', 'You see this case already: read it, and give a command if something is to be done.');
  if ('problem' in asked) throw refused(asked.problem);
  return asked.granted;
}

/** Gives a look: from now on the case is shown to its person, until it ends by itself. */
export async function giveLook(deps: ApiDeps, ref: string, look: BreakGlass, commandId: string): Promise<string> {
  const { vault, exceptions } = deps.repositories;
  const reason = await vault.put({ ref, field: 'access.breakGlass', text: look.reason, commandId, now: deps.wallClock() });
  const id = lookIdOf(commandId);
  await exceptions.breakGlass(ref, id, { ...look, reason });
  return id;
}

const worksForMember = async ({ repositories }: ApiDeps, { organisation }: Actor): Promise<boolean> =>
  organisation !== undefined && (await repositories.directory.organisation(organisation)) !== null;

function refused(problem: GlassProblem): Problem {
  switch (problem) {
    case 'EXCLUDED':
      return notFound();
    case 'REASON_MISSING':
      return new Problem(422, problem, 'Say why you must see this case now: the coordinator reads it.');
    case 'TOO_LONG':
      return new Problem(422, problem, 'Ask for a shorter time; you may ask again.');
  }
}
