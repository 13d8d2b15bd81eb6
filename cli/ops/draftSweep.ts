import { ENGLAND_AND_WALES, dueDraftReminder, findProfile, londonDateOf, withClosureDays } from '../../domain';
import { connectMongo, waitingDraftsOf } from '../../persistence';
import type { WaitingDraft } from '../../persistence';
import { startDraftSweep } from '../../temporal';
import type { Servers } from '../addresses';
import { trigger } from './trigger';

const MOST_DRAFTS = 2_000;

/** A reminder that the sweep would send now. */
export interface DraftLine {
  readonly draft: string;
  readonly author: string;
  readonly savedOn: string;
  readonly reminder: string;
  readonly to: string;
}

/** What the draft sweep would send now; nothing is sent. */
export async function previewSweep({ mongo }: Servers): Promise<readonly DraftLine[]> {
  const connection = await connectMongo(mongo);
  try {
    const now = Date.now();
    return (await waitingDraftsOf(connection)(now, MOST_DRAFTS)).flatMap((draft) => linesOf(draft, now));
  } finally {
    await connection.close();
  }
}

function linesOf(draft: WaitingDraft, now: number): readonly DraftLine[] {
  const profile = findProfile(draft.profile);
  const reminder = dueDraftReminder(draft, now, profile ? withClosureDays(profile.localClosureDays) : ENGLAND_AND_WALES);
  const { id, author, lastSavedAt } = draft;
  return reminder ? [{ draft: id, author, savedOn: londonDateOf(lastSavedAt), reminder: reminder.label, to: reminder.to }] : [];
}

/** Has the sweep run now. @throws CliError where no worker has made its schedule yet */
export const runSweep = (servers: Servers): Promise<void> => trigger(servers, startDraftSweep);
