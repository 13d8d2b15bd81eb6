import type { Request, Response } from 'express';
import {
  accessOf,
  allowedCommands,
  isExcluded,
  isOwnService,
  keepsAccess,
  mayGive,
  referrersOf,
  seesRetracted,
  seesStatus,
} from '../domain';
import type { Access, AccessContext, Actor, Client, CommandName, CommandPermission, ProtocolProfile, Sight, Who } from '../domain';
import type { CaseExceptions, CaseView } from '../persistence';
import { logRead } from './accessLog/logAccess';
import { isReference } from './commands/reference';
import type { ApiDeps } from './deps';
import { askerOf, toActor } from './middleware/asker';
import { notFound, Problem } from './problem';

/**
 * What somebody may see and do on one case. The only way to ask the rules of access here: it never leaves out exclusions and looks without
 * a role, which a question without them would.
 */
export interface Reader extends Access {
  readonly who: Actor;
  readonly context: AccessContext;
  /** True for whoever may read what was retracted. */
  readonly seesRetracted: boolean;
  /** True for who keeps the access: reads who looked, and says who must not. */
  readonly keepsAccess: boolean;
  readonly isExcluded: boolean;
  /** Every command with allowed, or the reason why not. */
  allowed(profile: ProtocolProfile): readonly CommandPermission[];
  mayGive(command: CommandName): boolean;
  /** True unless somebody who speaks for the own service names another one. */
  isOwnService(command: CommandName, data: Readonly<Record<string, unknown>>): boolean;
}

/** The case of a request and what the asking person sees of it. */
export interface Seen {
  readonly view: CaseView;
  readonly sight: Exclude<Sight, 'NOTHING'>;
  readonly reader: Reader;
}

/**
 * The case of a request and what the asking person sees of it, with any sight or with one of those given. A read stands in the access log
 * before it is answered. @throws Problem 404, the same for unknown and forbidden; whatever the log throws
 */
export async function knownCase(deps: ApiDeps, request: Request, response: Response, sights?: readonly Sight[]): Promise<Seen> {
  const { view, sight, reader } = await found(deps, request, response);
  if (sight === 'NOTHING' || sights?.includes(sight) === false) throw notFound();
  await logRead(deps, request, response, { ref: view.ref, ...reader });
  return { view, sight, reader };
}

/** The case of a request, for somebody who may see its content. @throws Problem 404, the same for unknown and forbidden */
export async function visibleCase(deps: ApiDeps, request: Request, response: Response): Promise<CaseView> {
  return (await knownCase(deps, request, response, ['CASE'])).view;
}

/** The case of a request, for who keeps the access to it. @throws Problem 404, or 403 for somebody else who knows of the case */
export async function keptCase(deps: ApiDeps, request: Request, response: Response): Promise<Seen> {
  const { view, sight, reader } = await found(deps, request, response);
  if (sight === 'NOTHING') throw notFound();
  if (!reader.keepsAccess)
    throw new Problem(403, 'NOT_PERMITTED', 'This is for the coordinator and the information-governance lead of the case: ask there.');
  await logRead(deps, request, response, { ref: view.ref, ...reader });
  return { view, sight, reader };
}

/** A case by its reference alone, for who asks to look at it without a role. @throws Problem 404 where there is none */
export const accessOfCase = async (deps: ApiDeps, request: Request, response: Response): Promise<Pick<Seen, 'view' | 'reader'>> =>
  found(deps, request, response);

/** The case of a request as a partner system sees it. @throws Problem 404, the same for unknown and not its own; whatever the log throws */
export async function clientCase(deps: ApiDeps, request: Request, response: Response, client: Client): Promise<CaseView> {
  const ref = String(request.params['ref']);
  const { cases, directory, exceptions } = deps.repositories;
  const view = isReference(ref) ? await cases.find(ref) : null;
  if (!view) throw notFound();
  const people = await Promise.all(referrersOf(view.state).map((id) => directory.person(id)));
  const referrers = people.flatMap((person) => (person?.active === true ? [toActor(person)] : []));
  const context = contextOf(await exceptions.of(ref), deps.wallClock());
  if (!seesStatus(view.state, client, referrers, context)) throw notFound();
  await logRead(deps, request, response, { ref, sight: 'STATUS', through: 'CLIENT' });
  return view;
}

// The case that a person names, and what that person sees of it, be it nothing.
async function found(deps: ApiDeps, request: Request, response: Response) {
  const { actor, client } = askerOf(response);
  const ref = String(request.params['ref']);
  const view = client === null && isReference(ref) ? await deps.repositories.cases.find(ref) : null;
  if (!view) throw notFound();
  const reader = await readerOf(deps, view, actor);
  return { view, sight: reader.sight, reader };
}

/** What somebody may see and do on a case now. */
export const readerOf = async (deps: ApiDeps, view: CaseView, who: Actor): Promise<Reader> =>
  toReader(view, who, contextOf(await deps.repositories.exceptions.of(view.ref), deps.wallClock()));

/** The same for a person as the directory has them now; null for somebody who has left it, and where there is no such case. */
export async function readerNow(deps: ApiDeps, ref: string, person: string): Promise<Reader | null> {
  const [found, view] = await Promise.all([deps.repositories.directory.person(person), deps.repositories.cases.find(ref)]);
  return found?.active === true && view ? readerOf(deps, view, toActor(found)) : null;
}

/** The same for many cases at once, in their order. */
export async function readersOf(deps: ApiDeps, views: readonly CaseView[], who: Actor): Promise<readonly Reader[]> {
  const all = await deps.repositories.exceptions.ofAll(views.map(({ ref }) => ref));
  const none: CaseExceptions = { exclusions: [], breakGlass: [] };
  return views.map((view) => toReader(view, who, contextOf(all.get(view.ref) ?? none, deps.wallClock())));
}

/** True for who may open a case: any agency’s user. */
export const mayOpen = (who: Who, command: CommandName): boolean => mayGive(null, who, command);

const contextOf = ({ exclusions, breakGlass }: CaseExceptions, at: number): AccessContext => ({
  at,
  exclusions: exclusions.filter(({ ended }) => ended === null),
  breakGlass,
});

const toReader = ({ state }: CaseView, who: Actor, context: AccessContext): Reader => ({
  ...accessOf(state, who, context),
  who,
  context,
  seesRetracted: seesRetracted(state, who, context),
  keepsAccess: keepsAccess(state, who, context),
  isExcluded: isExcluded(state, who, context),
  allowed: (profile) => allowedCommands(state, who, profile, context),
  mayGive: (command) => mayGive(state, who, command, context),
  isOwnService: (command, data) => isOwnService(state, who, command, data),
});
