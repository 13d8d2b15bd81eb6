/** A captured mail. */
export interface CapturedMail {
  readonly id: string;
  readonly receivedAt: string;
  readonly date: string | null;
  readonly from: string;
  readonly to: string;
  /** Everyone in the envelope: one person per message. */
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The reference of the case that a mail is about; undefined for a mail that is about none. */
export const refOfMail = ({ headers, subject }: CapturedMail): string | undefined =>
  headers['x-marm-ref'] ?? /\bref ([A-Z0-9-]+)$/.exec(subject)?.[1];

/** True for a mail about a case; a morning list is about several. */
export const isAbout = (mail: CapturedMail, ref: string): boolean => (refOfMail(mail) ?? '').split(/,\s*/).includes(ref);
