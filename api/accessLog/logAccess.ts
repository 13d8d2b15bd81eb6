import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { AccessKind, AccessRow } from '../../persistence';
import { isReference } from '../commands/reference';
import type { ApiDeps } from '../deps';
import { loggedPath } from '../loggedPath';
import { askerOf } from '../middleware/asker';

/** What is logged of one look; nothing of the case's content. */
type Look = Pick<AccessRow, 'ref' | 'sight' | 'through'> & { readonly status?: number };

const REFUSED: readonly number[] = [403, 404];

/** Writes that somebody reads a case, once for a request; a command is on record by its own entry. @throws when it cannot be written */
export async function logRead(deps: ApiDeps, request: Request, response: Response, look: Look): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') await logAccess(deps, request, response, 'READ', look);
}

/** Writes that somebody was refused who asked for what has the form of a reference. @throws when it cannot be written */
export async function logRefusal(deps: ApiDeps, request: Request, response: Response, status: number): Promise<void> {
  const [, ref = ''] = /^\/v1\/cases\/([^/?]+)/.exec(request.originalUrl) ?? [];
  if (!REFUSED.includes(status) || !isReference(ref) || response.locals['asker'] === undefined) return;
  await logAccess(deps, request, response, 'REFUSED', { ref, sight: null, through: null, status });
}

/** Writes one row for a request; what it did first is what stands. @throws when it cannot be written */
export async function logAccess(
  { repositories, wallClock }: ApiDeps,
  request: Request,
  response: Response,
  kind: AccessKind,
  { ref, sight, through, status }: Look,
): Promise<void> {
  if (response.locals['accessLogged'] === true) return;
  const { actor, client } = askerOf(response);
  await repositories.accessLog.add({
    id: randomUUID(),
    at: wallClock(),
    kind,
    ref,
    route: `${request.method} ${loggedPath(request.originalUrl).replace(ref, ':ref')}`,
    person: actor.person,
    client: client?.id ?? null,
    service: actor.service ?? null,
    organisation: actor.organisation ?? null,
    sight,
    through,
    status: status ?? null,
    correlationId: typeof request.id === 'string' ? request.id : '',
  });
  response.locals['accessLogged'] = true;
}
