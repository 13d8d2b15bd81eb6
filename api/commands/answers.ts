import { REFUSALS } from '../../domain';
import type { Outcome } from '../../temporal';
import { notFound, Problem } from '../problem';

/** The answer to a command that is recorded, or whose record is still awaited. */
export interface CommandAnswer {
  readonly status: 200 | 201 | 202;
  readonly ref: string;
  readonly commandId: string;
  readonly seq: number | null;
}

/** What an outcome means in HTTP. @throws Problem for everything that is not done or under way */
export function toAnswer(outcome: Outcome, ref: string, commandId: string, done: 200 | 201): CommandAnswer {
  switch (outcome.kind) {
    case 'accepted':
      return { status: done, ref, commandId, seq: outcome.seq };
    case 'pending':
      return { status: 202, ref, commandId, seq: null };
    case 'refused': {
      const { code, message, field, rule } = outcome.refusal;
      throw new Problem(REFUSALS[code], code, message, {
        ...(field === undefined ? {} : { errors: [{ pointer: `/data${field}`, detail: message }] }),
        ...(rule === undefined ? {} : { rule }),
      });
    }
    case 'shell':
      throw shut(outcome.code);
    case 'busy':
      throw new Problem(429, 'BUSY', 'The case is busy: try again in a moment, with the same Idempotency-Key.', { retryAfterS: 1 });
    case 'unavailable':
      throw new Problem(503, 'UNAVAILABLE', 'The engine cannot take this just now: try again with the same Idempotency-Key.', {
        retryAfterS: 5,
      });
    case 'not-found':
      throw notFound();
  }
}

function shut(code: Extract<Outcome, { kind: 'shell' }>['code']): Problem {
  if (code === 'CASE_HELD') return new Problem(503, code, 'The case is held until operations have looked at it. Nothing was recorded.');
  if (code === 'BUSY')
    return new Problem(429, code, 'The case is busy: try again in a moment, with the same Idempotency-Key.', { retryAfterS: 1 });
  return new Problem(503, code, 'The record cannot be written just now: try again with the same Idempotency-Key.', { retryAfterS: 5 });
}
