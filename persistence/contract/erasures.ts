import type { ErasureReason } from '../../domain';

/** What of a case is erased: all of its content, or only what tells about somebody other than the person. */
export type ErasedPart = 'ALL' | 'THIRD_PARTY';

/** A key that was destroyed, by what it was: never the key itself. */
export interface DestroyedKey {
  /** Its document in the key database. */
  readonly id: string;
  /** SHA-256 of its wrapped form. */
  readonly wrappedSha256: string;
}

/** What says that the content of a case was erased, by whom and why. Nothing in it tells about the person. */
export interface ErasureCertificate {
  readonly schema: 1;
  readonly ref: string;
  readonly part: ErasedPart;
  readonly reason: ErasureReason;
  /** Who did it and who authorised it, by directory id. */
  readonly by: string;
  readonly authorisedBy: string;
  /** UTC instant in ISO form. */
  readonly at: string;
  /** The head of the case's hash chain, which still verifies. */
  readonly commitHead: { readonly seq: number; readonly hash: string } | null;
  readonly keys: readonly DestroyedKey[];
  /** How many sealed entries can no longer be read, and what was removed beside them. */
  readonly entries: number;
  readonly blindIndexRows: number;
  readonly drafts: number;
  /** SHA-256 over the canonical JSON of everything above. */
  readonly digest: string;
}

/** An erasure: from the moment it is noted nothing can be written under its keys. */
export interface Erasure {
  readonly ref: string;
  readonly part: ErasedPart;
  /** Epoch ms. */
  readonly at: number;
  readonly by: string;
  readonly authorisedBy: string;
  readonly reason: ErasureReason;
  readonly keys: readonly DestroyedKey[];
  /** null until everything is destroyed. */
  readonly certificate: ErasureCertificate | null;
}

/** The list of erasures. It is kept for good, and applied again to whatever a restored backup brings back. */
export interface ErasureRepository {
  /** True once the content of a case, or what it tells about somebody else, is erased or being erased. */
  isErased(ref: string, about?: 'PERSON' | 'THIRD_PARTY'): Promise<boolean>;
  find(ref: string, part: ErasedPart): Promise<Erasure | null>;
  list(): Promise<readonly Erasure[]>;
}

/** What an erasure asks for. `at` in epoch ms. */
export type ErasureRequest = Pick<Erasure, 'ref' | 'part' | 'at' | 'by' | 'authorisedBy' | 'reason'>;

/** What an erasure destroys, or has destroyed again. */
export interface Traces {
  readonly keys: readonly DestroyedKey[];
  readonly entries: number;
  readonly blindIndexRows: number;
  readonly drafts: number;
}

/** Destroys what lets the content of a case be read. For operations alone: whether it may be done is asked before. */
export interface Eraser {
  /** What would be destroyed. */
  preview(ref: string, part: ErasedPart): Promise<Traces>;
  /** Does it; one that broke off goes on, one that is done gives its certificate. */
  erase(request: ErasureRequest): Promise<ErasureCertificate>;
  /** What a restored backup has brought back of everything that was erased, and destroys it where asked. `known` adds erasures that the backup has lost. */
  reapply(options: {
    readonly now: boolean;
    readonly known: readonly ErasureCertificate[];
  }): Promise<readonly (Traces & Pick<Erasure, 'ref' | 'part'>)[]>;
}
