import { createTransport } from 'nodemailer';
import type { MailChannel, OutgoingMail, SendResult } from './channel';

/** Mail over SMTP, pooled; one recipient per message. `from` is 'Name <address>'. */
export function createSmtpChannel(url: string, from: string): MailChannel {
  const sender = parseFrom(from);
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  return {
    async send(mail) {
      try {
        const sent = (await transport.sendMail(toMessage(mail, sender))) as { response?: string };
        return { kind: 'sent', response: (sent.response ?? '').slice(0, 200) };
      } catch (error) {
        return toResult(error);
      }
    },
    verify: async () => {
      try {
        await transport.verify();
        return true;
      } catch {
        return false;
      }
    },
    close: () => {
      transport.close();
    },
  };
}

const toMessage = (mail: OutgoingMail, sender: { name: string; address: string }) => ({
  from: sender,
  to: { name: '', address: mail.to },
  envelope: { from: sender.address, to: [mail.to] },
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  messageId: mail.messageId,
  headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
  ...(mail.replyTo === null ? {} : { replyTo: { name: '', address: mail.replyTo } }),
  ...(mail.date === null ? {} : { date: new Date(mail.date) }),
});

// A code of the 500s is a final answer; everything else, the connection included, is worth another try.
function toResult(error: unknown): SendResult {
  const code = typeof error === 'object' && error !== null && 'responseCode' in error ? Number(error.responseCode) : 0;
  return { kind: code >= 500 && code < 600 ? 'refused' : 'later', response: code === 0 ? 'no answer' : String(code) };
}

/** Splits 'Name <address>'; a bare address has no name. */
export function parseFrom(from: string): { readonly name: string; readonly address: string } {
  const [, name, address] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  return name === undefined || address === undefined ? { name: '', address: from.trim() } : { name, address };
}
