/** Idempotency of requests. */
export interface StoredRequest {
  readonly commandId: string;
  readonly actor: string;
  readonly route: string;
  readonly bodyHash: string;
  readonly ref: string | null;
  readonly status: number | null;
  readonly code: string | null;
  readonly leasedUntil: number;
}
export interface RequestRepository {
  /** Takes the lease for a command, or tells what stands there: replay a final answer, refuse another body, or wait for the one in flight. */
  begin(request: {
    commandId: string;
    actor: string;
    route: string;
    bodyHash: string;
    now: number;
    leaseMs: number;
  }): Promise<
    | { readonly kind: 'begun'; readonly ref: string | null }
    | { readonly kind: 'replay'; readonly stored: StoredRequest }
    | { readonly kind: 'other-body' }
    | { readonly kind: 'in-flight' }
  >;
  /** Notes the reference reserved for a creation, so that a retry uses the same; returns the one that stands (the first wins); false if the reference is taken by another command. */
  reserve(commandId: string, ref: string): Promise<{ readonly ref: string } | { readonly taken: true }>;
  /** Stores a final 2xx or 4xx and ends the lease. */
  finish(commandId: string, status: number, code: string | null, ref: string | null): Promise<void>;
  /** Ends the lease without an answer (202, 429, 5xx). */
  release(commandId: string): Promise<void>;
  find(commandId: string): Promise<StoredRequest | null>;
}
