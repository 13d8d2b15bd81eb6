/** One message to one address. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly replyTo: string | null;
  /** The case's own instant, for training cases; the channel's own time otherwise. */
  readonly date: number | null;
  /** Codes only. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What became of a message: accepted, refused for good, or to be tried again. */
export type SendResult = { readonly kind: 'sent' | 'refused' | 'later'; readonly response: string };

/** A way by which messages leave. */
export interface MailChannel {
  send(mail: OutgoingMail): Promise<SendResult>;
  verify(): Promise<boolean>;
  close(): void;
}
