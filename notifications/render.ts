import { formatLong } from '../domain';
import type { Notice } from '../domain';
import { toHtml } from './html';
import { textOf } from './texts';
import { DEFAULT_WORDS, WORDS } from './words';

export interface RenderRequest {
  readonly notice: Notice;
  readonly ref: string;
  readonly locality: string;
  readonly training: boolean;
  /** Address of the service, without a slash at the end. */
  readonly publicUrl: string;
  /** Mailbox for questions; null if the coordinator has none. */
  readonly questions: string | null;
}

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The message of a notice: fixed words, the due date as the only fact of the case, and a link that needs sign-in. */
export function renderMail({ notice, ref, locality, training, publicUrl, questions }: RenderRequest): RenderedMail {
  const words = WORDS[locality] ?? DEFAULT_WORDS;
  const text = textOf(notice.notice, notice.variant);
  const due = notice.dueOn === undefined ? 'the date agreed' : formatLong(notice.dueOn);
  const paragraphs = [
    text.why(words, due),
    text.now(words),
    `${publicUrl}/cases/${ref}`,
    text.ends(words),
    'Do not reply with information about a person.',
    ...(questions === null ? [] : [`Questions: ${questions}`]),
    'If someone is in immediate danger call 999.',
  ];
  const subject = `${training ? '[TRAINING] ' : ''}${text.subject} - ref ${ref}`;
  return { subject, text: `${paragraphs.join('\n\n')}\n`, html: toHtml([{ paragraphs }]) };
}
