import type { Answer, Caller } from './api';
import { referral } from './api';

/** A draft as a list shows it. */
export interface DraftItem {
  readonly id: string;
  readonly status: string;
  readonly profile: string;
  readonly command: string;
  readonly version: number;
  readonly lastSavedAt: string;
}

/** A draft as its author reads it. */
export interface DraftBody extends DraftItem {
  readonly data: Readonly<Record<string, unknown>>;
  readonly missing: readonly { readonly pointer: string; readonly detail: string }[];
}

export const NOT_SENT = 'NOT SENT: nobody has been told';

/** A referral that lacks nothing, as a draft. */
export const wholeDraft = (more: object = {}): object => referral(undefined, more);

/** A referral of which only a part is written. */
export const partDraft = (data: object = { risks: 'Synthetic: blocked exits.' }): object => ({
  profile: 'oxfordshire',
  command: 'submitReferral',
  data,
});

/** On a training clock, so that no test's case runs in real time. */
export const TRAINING = { training: { clock: '2026-03-26T15:20' } };

/** Saves a draft and gives its id. @throws Error when it is not saved */
export async function saveDraft(caller: Caller, body: object): Promise<string> {
  const saved: Answer<DraftItem> = await caller.post('/v1/drafts', body);
  if (saved.status !== 201) throw new Error(`not saved: ${saved.status} ${JSON.stringify(saved.body)}`);
  return saved.body.id;
}

/** The drafts of a person. */
export const draftsOf = async (caller: Caller): Promise<readonly DraftItem[]> =>
  (await caller.get<{ drafts: readonly DraftItem[] }>('/v1/drafts')).body.drafts;
