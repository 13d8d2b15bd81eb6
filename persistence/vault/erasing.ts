import type { DestroyedKey, ErasedPart, Erasure, Eraser, ErasureCertificate, ErasureRequest, Traces } from '../contract';
import { canonicalJson, sha256 } from '../hash';
import type { CommitDoc, DataKeyDoc, ErasureDoc, Models, VaultDoc } from '../models';
import { createErasureRepository, erasureDocOf } from '../repositories/erasureRepository';
import { keyDocOf } from './dataKeys';

type Stores = Pick<Models, 'vault' | 'caseKeys' | 'draftKeys' | 'drafts' | 'blindIndex' | 'erasures' | 'commits'>;

/** Erasure by destruction of keys. Commits hold references and codes only and stay as they are, so that their chain still verifies. */
export function createEraser(stores: Stores): Eraser {
  const erasures = createErasureRepository(stores);
  return {
    preview: (ref, part) => tracesOf(stores, ref, part),
    async erase(request) {
      const known = await erasures.find(request.ref, request.part);
      if (known?.certificate) return known.certificate;
      const erasure = known ?? (await begin(stores, request));
      const traces = await tracesOf(stores, erasure.ref, erasure.part);
      await destroy(stores, erasure.ref, erasure.part);
      return complete(stores, erasure, traces);
    },
    async reapply({ now, known }) {
      known.forEach(checkSound);
      if (now) for (const certificate of known) await takeIn(stores, certificate);
      const listed = await erasures.list();
      const all = distinct([...listed, ...known]);
      const brought: (Traces & Pick<Erasure, 'ref' | 'part'>)[] = [];
      for (const { ref, part } of all) brought.push({ ref, part, ...(await tracesOf(stores, ref, part)) });
      const found = brought.filter(({ keys, blindIndexRows, drafts }) => keys.length + blindIndexRows + drafts > 0);
      if (now) for (const { ref, part } of found) await destroy(stores, ref, part);
      return found;
    },
  };
}

const distinct = (all: readonly Pick<Erasure, 'ref' | 'part'>[]) => [
  ...new Map(all.map((one) => [`${one.ref}|${one.part}`, one])).values(),
];

const keyDocsOf = (ref: string, part: ErasedPart): readonly string[] =>
  part === 'ALL' ? [keyDocOf('case-key', ref), keyDocOf('third-party-key', ref)] : [keyDocOf('third-party-key', ref)];

// What of a case can still be read, or found by.
async function tracesOf(stores: Stores, ref: string, part: ErasedPart): Promise<Traces> {
  const keys = await stores.caseKeys.find({ _id: { $in: [...keyDocsOf(ref, part)] } }).lean<DataKeyDoc[]>();
  const about = part === 'ALL' ? {} : { about: 'THIRD_PARTY' };
  return {
    keys: keys.map(fingerprintOf),
    entries: await stores.vault.countDocuments({ ref, ...about } as Partial<VaultDoc>),
    blindIndexRows: part === 'ALL' ? await stores.blindIndex.countDocuments({ ref }) : 0,
    drafts: part === 'ALL' ? (await draftsOf(stores, ref)).length : 0,
  };
}

const fingerprintOf = ({ _id, kek, iv, tag, wrapped }: DataKeyDoc): DestroyedKey => ({
  id: _id,
  wrappedSha256: sha256(canonicalJson({ kek, iv, tag, wrapped })),
});

// A draft that became this case and was not cleared away: it is still marked with the command that opened the case.
async function draftsOf({ commits, drafts }: Stores, ref: string): Promise<readonly string[]> {
  const first = await commits.findById(`${ref}:1`).lean<CommitDoc>();
  if (first?.commandId == null) return [];
  const found = await drafts.find({ sendingAs: first.commandId }).select({ _id: 1 }).lean<{ _id: string }[]>();
  return found.map(({ _id }) => _id);
}

// Noted before anything is destroyed: from now on no key of it is made again.
async function begin(stores: Stores, request: ErasureRequest): Promise<Erasure> {
  const { keys } = await tracesOf(stores, request.ref, request.part);
  return note(stores, { ...request, keys, certificate: null });
}

async function note({ erasures }: Stores, erasure: Erasure): Promise<Erasure> {
  const _id = erasureDocOf(erasure.ref, erasure.part);
  await erasures.updateOne({ _id }, { $setOnInsert: erasure }, { upsert: true });
  const noted = await erasures.findById(_id).lean<ErasureDoc>();
  return noted ?? erasure;
}

async function destroy(stores: Stores, ref: string, part: ErasedPart): Promise<void> {
  await stores.caseKeys.deleteMany({ _id: { $in: [...keyDocsOf(ref, part)] } });
  if (part !== 'ALL') return;
  await stores.blindIndex.deleteMany({ ref });
  const drafts = [...(await draftsOf(stores, ref))];
  await stores.draftKeys.deleteMany({ _id: { $in: drafts } });
  await stores.drafts.deleteMany({ _id: { $in: drafts } });
}

async function complete(stores: Stores, erasure: Erasure, traces: Traces): Promise<ErasureCertificate> {
  const left = await tracesOf(stores, erasure.ref, erasure.part);
  if (left.keys.length + left.blindIndexRows + left.drafts > 0) throw new Error('something of the case can still be read: erase it again');
  const head = await stores.commits.findOne({ ref: erasure.ref }).sort({ ref: -1, seq: -1 }).lean<CommitDoc>();
  const { ref, part, reason, by, authorisedBy, keys } = erasure;
  const content = {
    schema: 1 as const,
    ...{ ref, part, reason, by, authorisedBy },
    at: new Date(erasure.at).toISOString(),
    commitHead: head && { seq: head.seq, hash: head.hash },
    keys,
    entries: traces.entries,
    blindIndexRows: traces.blindIndexRows,
    drafts: traces.drafts,
  };
  const certificate = { ...content, digest: sha256(canonicalJson(content)) };
  await stores.erasures.updateOne({ _id: erasureDocOf(ref, part) }, { $set: { certificate } });
  return certificate;
}

// An erasure that the restored database has forgotten counts again.
async function takeIn(stores: Stores, certificate: ErasureCertificate): Promise<void> {
  const { ref, part, reason, by, authorisedBy, keys, at } = certificate;
  await note(stores, { ref, part, reason, by, authorisedBy, keys, at: Date.parse(at), certificate });
}

function checkSound({ digest, ...content }: ErasureCertificate): void {
  if (sha256(canonicalJson(content)) !== digest)
    throw new Error(`The certificate of ${content.ref} is not what was written: its digest differs. Nothing was done.`);
}
