import { fromIso, formatShort, londonDateOf, londonTimeOf } from '../../domain';
import type { CapturedMail } from './capture';

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `body{font:16px/1.5 arial,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#0b0c0c}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.5rem;border-bottom:1px solid #b1b4b6;vertical-align:top}pre{white-space:pre-wrap;font:inherit}a{color:#1d70b8}`;

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(title)}</title><style>${STYLE}</style></head><body><main><h1>${escape(title)}</h1>${body}</main></body></html>`;

/** Of a mail: the Date header in London time; for a training case that is its own clock. */
function sentAt(mail: CapturedMail): string {
  const at = fromIso(new Date(mail.date ?? mail.receivedAt).toISOString());
  return at === undefined ? '' : `${formatShort(londonDateOf(at))} ${londonTimeOf(at)}`;
}

/** All captured mails, newest first. */
export function inboxPage(messages: readonly CapturedMail[]): string {
  const rows = [...messages]
    .reverse()
    .map(
      (mail) =>
        `<tr><td>${escape(sentAt(mail))}</td><td>${escape(mail.to)}</td><td><a href="/messages/${encodeURIComponent(mail.id)}">${escape(mail.subject)}</a></td></tr>`,
    );
  const table = `<table><thead><tr><th scope="col">Sent (London)</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return page('Captured mail', `<p>${messages.length} messages. Nothing here has left this machine.</p>${table}`);
}

/** One mail. */
export const messagePage = (mail: CapturedMail): string =>
  page(
    mail.subject,
    `<p>To ${escape(mail.to)}<br>Sent ${escape(sentAt(mail))}<br>Message-ID ${escape(mail.messageId)}</p><pre>${escape(mail.text)}</pre><p><a href="/">All messages</a></p>`,
  );
