import { createHmac } from 'node:crypto';
import type { Identifier } from '../../domain';
import type { BlindIndex, Match } from '../contract';
import type { BlindIndexDoc, Models } from '../models';

const MOST = 100;

/** The keyed hash of an identifier: HMAC-SHA-256, with the kind in it, so that one number of two kinds gives two hashes. */
export const blindHash = (key: Buffer, kind: Identifier, value: string): string =>
  createHmac('sha256', key).update(`marm|${kind}|${value}`).digest('hex');

/** Cases by the keyed hash of an identifier. */
export function createBlindIndex({ blindIndex }: Pick<Models, 'blindIndex'>, key: Buffer): BlindIndex {
  const rowsWith = (kind: Identifier, hash: string): Promise<BlindIndexDoc[]> =>
    blindIndex.find({ kind, hash }).limit(MOST).lean<BlindIndexDoc[]>();
  return {
    async put({ ref, kind, value }) {
      await blindIndex.updateOne({ _id: `${ref}|${kind}` }, { $set: { ref, kind, hash: blindHash(key, kind, value) } }, { upsert: true });
    },
    async find(kind, value) {
      return (await rowsWith(kind, blindHash(key, kind, value))).map(({ ref }) => ref);
    },
    async matches(ref) {
      const own = await blindIndex.find({ ref }).lean<BlindIndexDoc[]>();
      const found = await Promise.all(own.map(({ kind, hash }) => rowsWith(kind, hash)));
      return found.flat().flatMap((row): readonly Match[] => (row.ref === ref ? [] : [{ ref: row.ref, kind: row.kind }]));
    },
  };
}
