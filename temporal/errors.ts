import {
  isGrpcDeadlineError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { REFUSALS } from '../domain';
import type { Refusal } from '../domain';
import { SHELL_REFUSALS } from '../workflows/messages';
import type { ShellRefusal } from '../workflows/messages';

/** What a failed update means for who asked. */
export type UpdateFailure =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'shell'; readonly code: ShellRefusal }
  | { readonly kind: 'repeat' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unknown-outcome' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'bug'; readonly error: unknown };

/** Reads an error of an update call; the order matters. */
export function toUpdateFailure(error: unknown): UpdateFailure {
  if (error instanceof WorkflowUpdateFailedError) return fromFailure(error.cause, error);
  if (error instanceof WorkflowNotFoundError) return { kind: 'gone' };
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isGrpcDeadlineError(error)) return { kind: 'unknown-outcome' };
  if (error instanceof ServiceError) return fromService(error);
  return { kind: 'bug', error };
}

function fromFailure(cause: unknown, error: unknown): UpdateFailure {
  if (!(cause instanceof ApplicationFailure)) return { kind: 'bug', error };
  const type = cause.type ?? '';
  if (SHELL_REFUSALS.some((one) => one === type)) return { kind: 'shell', code: type as ShellRefusal };
  if (type === 'AcceptedUpdateCompletedWorkflow' || type === 'UnprocessedUpdate') return { kind: 'repeat' };
  if (!Object.hasOwn(REFUSALS, type)) return { kind: 'bug', error };
  const detail = cause.details?.[0] as Refusal | undefined;
  return { kind: 'refused', refusal: detail ?? { code: type as Refusal['code'], message: cause.message } };
}

function fromService(error: ServiceError): UpdateFailure {
  const cause: unknown = error.cause;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? Number(cause.code) : -1;
  const text = `${error.message} ${cause instanceof Error ? cause.message : ''}`;
  if (code === 8) return /workflow is closing/i.test(text) ? { kind: 'repeat' } : { kind: 'busy' };
  if (code === 1 || code === 4) return { kind: 'unknown-outcome' };
  return code === 14 || code === 9 ? { kind: 'unavailable' } : { kind: 'bug', error };
}
