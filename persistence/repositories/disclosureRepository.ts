import { londonDateOf } from '../../domain';
import type { Disclosure } from '../../domain/record/disclosure';
import type { DisclosureRepository, StoredDisclosure } from '../contract';
import { sha256 } from '../hash';
import type { DisclosureDoc, Models } from '../models';
import { isDuplicateKey } from './duplicate';

const fromDoc = ({ _id, ...row }: DisclosureDoc): StoredDisclosure => ({ id: _id, ...row });

/** The account of disclosures. A row is written once under its id; nothing changes it or takes it away. */
export function createDisclosureRepository({ disclosures }: Pick<Models, 'disclosures'>): DisclosureRepository {
  const insert = async ({ id, ...row }: StoredDisclosure): Promise<void> => {
    try {
      await disclosures.insert({ _id: id, ...row });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  };
  return {
    async add(rows) {
      for (const row of rows) await insert(row);
    },
    async list(refs) {
      const found: StoredDisclosure[] = [];
      for (const ref of refs) {
        const docs = await disclosures.find({ ref }).sort({ at: 1, _id: 1 }).lean<DisclosureDoc[]>();
        found.push(...docs.map(fromDoc));
      }
      return found.sort((a, b) => a.at - b.at);
    },
  };
}

/**
 * The id of a look: the same person, entry, address and parts on one London day are one look. Reading a page twice tells nobody more than
 * once; another entry, another part or another day does.
 */
export const lookId = (ref: string, { seq, kind, recipient, at, parts }: Disclosure): string =>
  `${ref}:${seq}:${kind}:${recipient.person ?? '-'}:${londonDateOf(at)}:${sha256(parts.join('|')).slice(0, 16)}`;

/** The id of what an entry sent to one recipient: folding the entry again gives the same. */
export const actId = (ref: string, { seq, kind, recipient }: Disclosure): string =>
  `${ref}:${seq}:${kind}:${recipient.service ?? recipient.person ?? recipient.body ?? '-'}`;
