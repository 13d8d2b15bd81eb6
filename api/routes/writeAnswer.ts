import type { Response } from 'express';
import type { StoredRequest } from '../../persistence';
import type { CommandAnswer } from '../commands/answers';
import type { ApiDeps } from '../deps';
import { Problem } from '../problem';

/** What became of a request that was done before. @throws Problem with its code if it was refused then */
export async function replayed(deps: ApiDeps, stored: StoredRequest, response: Response): Promise<CommandAnswer> {
  response.set('Idempotency-Replayed', 'true');
  const { status, ref, commandId, code } = stored;
  if (ref === null || status === null || code !== null) {
    throw new Problem(status ?? 409, code ?? 'REFUSED', 'This request was refused before; for another try use a new Idempotency-Key.');
  }
  const commit = await deps.repositories.commits.findByCommand(ref, commandId);
  return { status: status === 201 ? 201 : 200, ref, commandId, seq: commit?.seq ?? null };
}

/** The entry number that `If-Match` takes. */
export const entityTag = (seq: number): string => `"${seq}"`;

/** Writes the answer to a command: done, or under way with the address where its outcome will stand. */
export function writeAnswer(response: Response, { status, ref, commandId, seq }: CommandAnswer, more: object): void {
  const self = `/v1/cases/${ref}`;
  const outcome = `${self}/commands/${commandId}`;
  if (seq !== null) response.set('ETag', entityTag(seq));
  response
    .status(status)
    .location(status === 202 ? outcome : self)
    .json({ ref, seq, commandId, ...more, links: { self, outcome, commands: `${self}/commands`, clocks: `${self}/clocks` } });
}
