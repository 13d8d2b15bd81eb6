import type { BreakGlass, Exclusion } from '../../domain/access/exceptions';

/** An exclusion as stored: its reason is a reference into the vault. Whoever ended it stands beside it, and it stays. */
export interface StoredExclusion extends Exclusion {
  readonly id: string;
  readonly ended: { readonly by: string; readonly at: number } | null;
}

/** A look without a role as stored: its reason is a reference into the vault. */
export interface StoredBreakGlass extends BreakGlass {
  readonly id: string;
}

/** Everything that was ever recorded of who may see a case beside its roles, oldest first. */
export interface CaseExceptions {
  readonly exclusions: readonly StoredExclusion[];
  readonly breakGlass: readonly StoredBreakGlass[];
}

/**
 * What the access layer knows of cases beside their roles. Insert-only: an exclusion ends by a fact of its own. Times are wall clock in
 * epoch ms: who may look is a matter of today, also for a case on a training clock.
 */
export interface ExceptionRepository {
  of(ref: string): Promise<CaseExceptions>;
  /** The same for several cases at once; a case without any has none here. */
  ofAll(refs: readonly string[]): Promise<ReadonlyMap<string, CaseExceptions>>;
  /** Records an exclusion once per id. */
  exclude(ref: string, id: string, exclusion: Exclusion): Promise<void>;
  /** Ends an exclusion; a second end changes nothing. */
  endExclusion(ref: string, id: string, by: string, at: number): Promise<void>;
  /** Records a look without a role once per id. */
  breakGlass(ref: string, id: string, look: BreakGlass): Promise<void>;
}
