import type { BreakGlass, Exclusion } from '../../domain';
import type { CaseExceptions, ExceptionRepository } from '../contract';
import { isDuplicateKey } from './duplicate';
import type { ExceptionDoc, Models } from '../models';

const NONE: CaseExceptions = { exclusions: [], breakGlass: [] };

/** Exclusions, their ends, and looks without a role: one insert per fact, folded when they are read. */
export function createExceptionRepository({ accessExceptions }: Pick<Models, 'accessExceptions'>): ExceptionRepository {
  const ofAll = async (refs: readonly string[]): Promise<ReadonlyMap<string, CaseExceptions>> => {
    const docs = await accessExceptions
      .find({ ref: { $in: [...refs] } })
      .sort({ at: 1, _id: 1 })
      .lean<ExceptionDoc[]>();
    return new Map(refs.map((ref) => [ref, folded(docs.filter((one) => one.ref === ref))]));
  };
  const insertOnce = async (doc: ExceptionDoc): Promise<void> => {
    try {
      await accessExceptions.insert(doc);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  };
  return {
    ofAll,
    of: async (ref) => (await ofAll([ref])).get(ref) ?? NONE,
    exclude: (ref, id, exclusion) => insertOnce({ _id: id, ref, kind: 'EXCLUSION', at: exclusion.at, exclusion }),
    endExclusion: (ref, id, by, at) => insertOnce({ _id: `${id}:end`, ref, kind: 'END', at, by, of: id }),
    breakGlass: (ref, id, look) => insertOnce({ _id: id, ref, kind: 'BREAK_GLASS', at: look.from, look }),
  };
}

function folded(docs: readonly ExceptionDoc[]): CaseExceptions {
  const ends = new Map(docs.flatMap((doc) => (doc.kind === 'END' ? [[doc.of, { by: doc.by, at: doc.at }] as const] : [])));
  return {
    exclusions: docs.flatMap((doc) =>
      doc.kind === 'EXCLUSION' ? [{ ...withId(doc, doc.exclusion), ended: ends.get(doc._id) ?? null }] : [],
    ),
    breakGlass: docs.flatMap((doc) => (doc.kind === 'BREAK_GLASS' ? [withId(doc, doc.look)] : [])),
  };
}

const withId = <T extends Exclusion | BreakGlass>({ _id }: ExceptionDoc, fact: T): T & { readonly id: string } => ({ ...fact, id: _id });
