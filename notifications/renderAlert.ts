import type { Role } from '../domain';
import { toHtml } from './html';
import type { RenderedMail } from './render';

interface AlertRequest {
  readonly ref: string;
  readonly training: boolean;
  /** Address of the service, without a slash at the end. */
  readonly publicUrl: string;
  readonly role: Role;
}

const WHY: Readonly<Partial<Record<Role, string>>> = {
  COORDINATOR: 'You get this because you coordinate a case: somebody looks at it without a role on it, and has given a reason.',
  INFORMATION_GOVERNANCE_LEAD:
    'You get this because you watch over the access to a case: somebody looks at it without a role on it, and has given a reason.',
};

/** The message that somebody looks at a case without a role on it: fixed words, neither who nor why, and a link that needs sign-in. */
export function renderAlert({ ref, training, publicUrl, role }: AlertRequest): RenderedMail {
  const paragraphs = [
    WHY[role] ?? 'Somebody looks at a case without a role on it, and has given a reason.',
    'Sign in to see who, why and until when. Ring them if the reason does not satisfy you; if they must not see this case, exclude them.',
    `${publicUrl}/cases/${ref}`,
    'The look ends by itself, after some hours, and changes nothing on the case. This is a single message.',
    'Do not reply with information about a person.',
    'If someone is in immediate danger call 999.',
  ];
  const subject = `${training ? '[TRAINING] ' : ''}MARM case needs your attention - ref ${ref}`;
  return { subject, text: `${paragraphs.join('\n\n')}\n`, html: toHtml([{ paragraphs }]) };
}
