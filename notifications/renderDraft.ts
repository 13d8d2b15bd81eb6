import { formatLong } from '../domain';
import type { DraftLabel, LondonDate } from '../domain';
import { toHtml } from './html';
import type { RenderedMail } from './render';

export interface DraftMailRequest {
  readonly label: DraftLabel;
  readonly draft: string;
  /** The London day on which it was saved last. */
  readonly savedOn: LondonDate;
  /** Named to the manager only: the member of staff who keeps the draft. */
  readonly author: string;
  readonly toManager: boolean;
  readonly publicUrl: string;
}

const NOT_SENT = 'NOT SENT: nobody has been told.';
const SAFETY = ['Do not reply with information about a person.', 'If someone is in immediate danger call 999.'] as const;

/** The message about a referral or call that was saved and not sent: fixed words and a date, nothing of its content. */
export function renderDraft(request: DraftMailRequest): RenderedMail {
  const paragraphs = [...wordsFor(request), 'This ends when the draft is sent or deleted.', ...SAFETY];
  return { subject: 'MARM draft is not sent', text: `${paragraphs.join('\n\n')}\n`, html: toHtml([{ paragraphs }]) };
}

function wordsFor({ label, draft, savedOn, author, toManager, publicUrl }: DraftMailRequest): readonly string[] {
  const since = formatLong(savedOn);
  if (toManager)
    return [
      `${author}, whom you manage, has kept a MARM draft since ${since}. ${NOT_SENT}`,
      'You cannot see it. Ask for it to be sent or deleted today; if its author is away, make the referral anew.',
    ];
  const link = `${publicUrl}/drafts/${draft}`;
  return label === '+28d'
    ? [`You have kept a MARM draft since ${since}. ${NOT_SENT}`, 'If it is no longer needed, delete it; otherwise send it now.', link]
    : [`You saved a MARM draft on ${since}. ${NOT_SENT}`, 'Complete it and send it now, or delete it.', link];
}
