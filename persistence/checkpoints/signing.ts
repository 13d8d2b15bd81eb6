import { sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Checkpoint, CheckpointBody } from '../contract';
import { canonicalJson, sha256 } from '../hash';
import { keyIdOf } from './keys';

/** The name under which the whole record is checkpointed. */
export const WHOLE_RECORD = '*';

/** Signs what a checkpoint says. */
export function signCheckpoint(body: CheckpointBody, key: KeyObject): Checkpoint {
  const named = { ...body, keyId: keyIdOf(key) };
  return { ...named, signature: sign(null, Buffer.from(canonicalJson(named)), key).toString('base64') };
}

/** True where the checkpoint is as it was signed with one of these keys (private or public). */
export function isGenuine({ signature, ...named }: Checkpoint, keys: readonly KeyObject[]): boolean {
  const key = keys.find((one) => keyIdOf(one) === named.keyId);
  return key !== undefined && verify(null, Buffer.from(canonicalJson(named)), key, Buffer.from(signature, 'base64'));
}

/** What the next checkpoint of the same case names as its predecessor. */
export const digestOf = (checkpoint: Checkpoint): string => sha256(canonicalJson(checkpoint));

/** The head of the whole record: a hash over every case's reference, seq and head. `heads` is ordered by reference. */
export const headOfAll = (heads: readonly (readonly [ref: string, seq: number, head: string])[]): string => sha256(canonicalJson(heads));
