import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { AccessKind, AccessRow } from '../../persistence';
import { isReference } from '../commands/reference';
import type { ApiDeps } from '../deps';
import { loggedPath } from '../loggedPath';
import { askerOf } from '../middleware/asker';
import { Problem } from '../problem';

/** What is logged of one look; nothing of the case's content. */
type Look = Pick<AccessRow, 'ref' | 'sight' | 'through'> & { readonly status?: number };

const REFUSED: readonly number[] = [403, 404];

/** Writes that somebody reads a case, once for a request; a command is on record by its own entry. @throws Problem 503 when it cannot be written */
export async function logRead(deps: ApiDeps, request: Request, response: Response, look: Look): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') await logAccess(deps, request, response, 'READ', look);
}

/** Writes that somebody was refused who asked for what has the form of a reference. @throws Problem 503 when it cannot be written */
export async function logRefusal(deps: ApiDeps, request: Request, response: Response, status: number): Promise<void> {
  const [, ref = ''] = /^\/v1\/cases\/([^/?]+)/.exec(request.originalUrl) ?? [];
  if (!REFUSED.includes(status) || !isReference(ref) || response.locals['asker'] === undefined) return;
  await logAccess(deps, request, response, 'REFUSED', { ref, sight: null, through: null, status });
}

/** Writes one row for a request; what it did first is what stands. @throws Problem 503 when it cannot be written: then nothing is shown */
export async function logAccess(
  { repositories, wallClock, log }: ApiDeps,
  request: Request,
  response: Response,
  kind: AccessKind,
  { ref, sight, through, status }: Look,
): Promise<void> {
  if (response.locals['accessLogged'] === true) return;
  const { actor, client } = askerOf(response);
  const row: AccessRow = {
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
  };
  await repositories.accessLog.add(row).catch((error: unknown) => {
    log.error({ kind: error instanceof Error ? error.name : typeof error }, 'the access log cannot be written');
    throw new Problem(503, 'UNAVAILABLE', 'Who reads a case is kept on record, and that record cannot be written just now: try again.', {
      retryAfterS: 5,
    });
  });
  response.locals['accessLogged'] = true;
}
