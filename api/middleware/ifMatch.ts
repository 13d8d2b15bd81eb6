import type { Request } from 'express';
import { Problem } from '../problem';

/** The entry number or version that `If-Match` names; undefined without the header. @throws Problem 400 when it is none */
export function ifMatch<Params>(request: Request<Params>): number | undefined {
  const header = request.get('if-match');
  if (header === undefined) return undefined;
  const [, seq] = /^"(\d{1,9})"$/.exec(header) ?? [];
  if (seq === undefined) throw new Problem(400, 'INVALID_REQUEST', 'If-Match must be the entry number in quotes, such as "7".');
  return Number(seq);
}
