import type { NextFunction, Request, Response } from 'express';
import type { Scope } from '../../domain';
import { Problem } from '../problem';
import { askerOf } from './asker';

/** The addresses of partner systems; every other one is for people. */
const FOR_SYSTEMS: readonly { readonly methods: readonly string[]; readonly path: RegExp; readonly scope: Scope }[] = [
  { methods: ['POST'], path: /^\/cases\/?$/, scope: 'referrals:write' },
  { methods: ['GET', 'HEAD'], path: /^\/cases\/[^/]+\/?$/, scope: 'cases:read-own' },
];

/** Lets a partner system go only where it is registered to; people pass. @throws Problem 403 */
export function checkScope(request: Request, response: Response, next: NextFunction): void {
  const { client } = askerOf(response);
  const offered = FOR_SYSTEMS.filter(({ methods, path }) => methods.includes(request.method) && path.test(request.path));
  if (client !== null && !offered.some(({ scope }) => client.scopes.includes(scope)))
    throw new Problem(403, 'OUT_OF_SCOPE', 'This system may send referrals and read how they stand, as far as it is registered for that.');
  next();
}
