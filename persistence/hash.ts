import { createHash } from 'node:crypto';
import type { CommitDraft } from '../activities/contract';

/** JSON with sorted keys and without undefined fields, so that the same content always has the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`).join(',')}}`;
}

/** SHA-256 in hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash of a commit: over its content, its case and the hash of the one before it. */
export const hashCommit = (draft: CommitDraft, ref: string, prevHash: string): string => sha256(canonicalJson({ ...draft, ref, prevHash }));
