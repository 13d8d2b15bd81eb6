import type { CapturedMail } from '../../scripts/servers';

/** The captured mails about one case, in the order in which they came. */
export async function mailsAbout({ inbox }: { readonly inbox: string }, ref: string): Promise<readonly CapturedMail[]> {
  const response = await fetch(`${inbox}/api/messages?ref=${encodeURIComponent(ref)}`);
  return (await response.json()) as readonly CapturedMail[];
}

/** Message-IDs that came more than once. */
export const sentTwice = (mails: readonly CapturedMail[]): readonly string[] =>
  mails.map((mail) => mail.messageId).filter((id, at, all) => all.indexOf(id) !== at);
