import { applyCommit, holderOf } from '../domain';
import type { CaseState } from '../domain';
import { actsOf, hasActs, isAlwaysNoted, isWithin } from '../domain/record';
import type { Disclosure, DisclosureRecipient } from '../domain/record';
import { actId } from '../persistence';
import type { Repositories } from '../persistence';
import type { CommitDraft } from './contract';

type Stores = Pick<Repositories, 'commits' | 'directory' | 'disclosures'>;

/**
 * Notes whom the given steps sent something of the case. Rows follow from the commits and stand under the entry and the recipient, so that doing
 * it again, or for a whole case anew, adds what is missing and changes nothing. Where a recipient works is asked once, at the first writing.
 */
export async function noteDisclosures(
  { repositories }: { readonly repositories: Stores },
  ref: string,
  drafts: readonly CommitDraft[],
  training: boolean,
): Promise<void> {
  const seqs = drafts.filter(hasActs).map(({ seq }) => seq);
  if (seqs.length === 0) return;
  let state: CaseState | null = null;
  for (const commit of await repositories.commits.list(ref)) {
    state = applyCommit(state, commit);
    if (!seqs.includes(commit.seq)) continue;
    const rows = await noted(repositories, actsOf(commit, state), state);
    await repositories.disclosures.add(rows.map((row) => ({ ...row, id: actId(ref, row), ref, training })));
  }
}

async function noted({ directory }: Stores, acts: readonly Disclosure[], state: CaseState): Promise<readonly Disclosure[]> {
  const host = await organisationOf(directory, holderOf(state, { role: 'COORDINATOR' }));
  const rows: Disclosure[] = [];
  for (const row of acts) {
    const recipient = await placed(directory, row.recipient);
    if (isAlwaysNoted(row.kind) || !isWithin(host, recipient.organisation)) rows.push({ ...row, recipient });
  }
  return rows;
}

async function placed(directory: Stores['directory'], recipient: DisclosureRecipient): Promise<DisclosureRecipient> {
  if (recipient.service !== null) return { ...recipient, organisation: (await directory.service(recipient.service))?.organisation ?? null };
  return { ...recipient, organisation: await organisationOf(directory, recipient.person) };
}

const organisationOf = async (directory: Stores['directory'], person: string | null): Promise<string | null> =>
  person === null ? null : ((await directory.person(person))?.organisation ?? null);
