import type { ErasedPart, Erasure, ErasureRepository } from '../contract';
import type { ErasureDoc, Models } from '../models';

/** The document of an erasure. */
export const erasureDocOf = (ref: string, part: ErasedPart): string => `${ref}|${part}`;

const toErasure = ({ _id, ...erasure }: ErasureDoc): Erasure => erasure;

/** The list of erasures. */
export const createErasureRepository = ({ erasures }: Pick<Models, 'erasures'>): ErasureRepository => ({
  async isErased(ref, about = 'PERSON') {
    const parts: readonly ErasedPart[] = about === 'PERSON' ? ['ALL'] : ['ALL', 'THIRD_PARTY'];
    return (await erasures.countDocuments({ _id: { $in: parts.map((part) => erasureDocOf(ref, part)) } })) > 0;
  },
  async find(ref, part) {
    const doc = await erasures.findById(erasureDocOf(ref, part)).lean<ErasureDoc>();
    return doc && toErasure(doc);
  },
  async list() {
    return (await erasures.find().sort({ _id: 1 }).lean<ErasureDoc[]>()).map(toErasure);
  },
});
