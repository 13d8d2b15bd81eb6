import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';
import { BadCursorError, KeysUnavailableError, VaultCorruptError, VaultErasedError } from '../../persistence';
import { NotReachedError } from '../../temporal';
import { logRefusal } from '../accessLog/logAccess';
import type { ApiDeps } from '../deps';
import { notFound, Problem, writeProblem } from '../problem';

const METHODS = ['GET', 'HEAD', 'POST'];
const OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override'];
const METHODS_OF_A_DRAFT = ['GET', 'HEAD', 'PUT', 'DELETE'];

/** Only the methods that are offered, and none in the disguise of another: a draft can be replaced and deleted, nothing else can. */
export function checkMethod(request: Request, _response: Response, next: NextFunction): void {
  const offered = /^\/v1\/drafts\/[^/]+\/?$/.test(request.path) ? METHODS_OF_A_DRAFT : METHODS;
  if (!offered.includes(request.method) || OVERRIDES.some((name) => request.get(name) !== undefined))
    throw new Problem(405, 'METHOD_NOT_ALLOWED', `Use ${offered.join(', ')}.`);
  next();
}

/** For addresses that lead nowhere. */
export function unknownRoute(): never {
  throw notFound();
}

/**
 * Writes every error once, as a problem; nothing of its text but our own leaves the process. A refusal stands in the access log before it is
 * told; when it cannot be written, the answer is that the record cannot be reached.
 */
export const errors =
  (deps: ApiDeps): ErrorRequestHandler =>
  async (error: unknown, request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const refused = toProblem(error);
    const problem = await logRefusal(deps, request, response, refused.status).then(() => refused, toProblem);
    if (problem.status >= 500)
      deps.log.error(
        { code: problem.code, kind: error instanceof Error ? error.name : typeof error, method: request.method },
        'request failed',
      );
    writeProblem(response, problem);
  };

function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof NotReachedError)
    return new Problem(503, 'NOT_REACHED_YET', 'The case is still on its way to that time: look at its clock, then ask again.', {
      retryAfterS: 5,
    });
  if (error instanceof BadCursorError) return new Problem(400, 'INVALID_REQUEST', error.message);
  const sealed = ofTheVault(error);
  if (sealed) return sealed;
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  if (status === 413) return new Problem(413, 'TOO_LARGE', 'Send at most 100 kB.');
  if (status === 415) return new Problem(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send plain JSON, without Content-Encoding.');
  if (status >= 400 && status < 500) return new Problem(400, 'INVALID_REQUEST', 'The request cannot be read.');
  if (error instanceof Error && /^Mongo|ServerSelection|ServiceError/.test(error.name))
    return new Problem(503, 'UNAVAILABLE', 'The record cannot be reached just now: try again with the same Idempotency-Key.', {
      retryAfterS: 5,
    });
  return new Problem(500, 'INTERNAL', 'Something went wrong on our side. Try again with the same Idempotency-Key.');
}

function ofTheVault(error: unknown): Problem | null {
  if (error instanceof KeysUnavailableError)
    return new Problem(
      503,
      'KEYS_UNAVAILABLE',
      'What is confidential cannot be sealed or opened just now: try again with the same Idempotency-Key.',
      {
        retryAfterS: 30,
      },
    );
  if (error instanceof VaultErasedError)
    return new Problem(409, 'CASE_ERASED', 'The content of this case has been erased: nothing can be added to it.');
  if (error instanceof VaultCorruptError)
    return new Problem(503, 'UNREADABLE', 'What is confidential here does not open. Operations must look at it; nothing was recorded.');
  return null;
}
