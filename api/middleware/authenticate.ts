import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { jwtVerify } from 'jose';
import type { ApiDeps } from '../deps';
import { Problem } from '../problem';

const LONGEST_TOKEN = 8_192;

/** Checks the bearer token (fixed algorithm, issuer, audience, type) and that the person is active in the directory; roles never come from the token. */
export function authenticate(deps: ApiDeps): RequestHandler {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const subject = await verify(deps, request.get('authorization') ?? '');
    const person = await deps.repositories.directory.person(subject);
    if (person?.active !== true) throw unauthenticated();
    response.locals['person'] = person.id;
    next();
  };
}

/** The person who asks; set by `authenticate`. */
export const personOf = (response: Response): string => String(response.locals['person']);

async function verify(deps: ApiDeps, header: string): Promise<string> {
  const [, token] = /^Bearer ([\w.~+/=-]+)$/.exec(header) ?? [];
  if (token === undefined || token.length > LONGEST_TOKEN) throw unauthenticated();
  try {
    const { payload } = await jwtVerify(token, deps.keys, {
      algorithms: ['ES256', 'RS256'],
      issuer: deps.issuer,
      audience: deps.settings.oidcAudience,
      typ: 'at+jwt',
      clockTolerance: 60,
      requiredClaims: ['sub', 'exp'],
    });
    if (payload.sub !== undefined && /^[A-Za-z0-9-]{1,64}$/.test(payload.sub)) return payload.sub;
  } catch {
    // Why a token fails is nobody's business but the log's of the issuer.
  }
  throw unauthenticated();
}

const unauthenticated = (): Problem =>
  new Problem(401, 'UNAUTHENTICATED', 'Send a valid access token as Authorization: Bearer. For the embedded mode: marm token --as PERSON.');
