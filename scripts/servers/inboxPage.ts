import { formatShort, londonDateOf, londonTimeOf } from '../../domain';
import { refOfMail } from './capturedMail';
import type { CapturedMail } from './capturedMail';
import { escape, page } from './inboxLayout';

/** What a person looks for; an empty part looks for everything. */
export interface InboxQuery {
  readonly ref: string;
  readonly to: string;
}

const PER_PAGE = 100;

/** Of a mail: the Date header in London time; for a training case that is its own clock. */
function london(iso: string): string {
  const at = Date.parse(iso);
  // A sender may write anything into its Date header.
  return Number.isNaN(at) ? iso : `${formatShort(londonDateOf(at))} ${londonTimeOf(at)}`;
}
const sentAt = (mail: CapturedMail): string => london(mail.date ?? mail.receivedAt);

const address = (query: Partial<InboxQuery>, n = 1): string => {
  const given = Object.entries({ ...query, page: n === 1 ? '' : String(n) }).filter(([, value]) => value !== '');
  return `/?${new URLSearchParams(given).toString()}`;
};
const link = (to: string, text: string): string => `<a href="${escape(to)}">${escape(text)}</a>`;

/** The captured mails that fit a search, newest first. */
export function inboxPage(found: readonly CapturedMail[], query: InboxQuery, wanted: number): string {
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const n = Math.min(wanted, pages);
  const shown = [...found].reverse().slice((n - 1) * PER_PAGE, n * PER_PAGE);
  return page(
    'Inbox',
    `<p>Every mail that the engine sent here. Nothing has left this machine.</p>
${searchForm(query)}
<p role="status">${summary(found.length, query)}</p>
${shown.length === 0 ? '' : list(shown)}
${pages > 1 ? pager(n, pages, query) : ''}`,
  );
}

function summary(count: number, { ref, to }: InboxQuery): string {
  const about = [...(ref === '' ? [] : [`of case ${ref}`]), ...(to === '' ? [] : [`to ${to}`])].join(' ');
  const what = `${count} ${count === 1 ? 'message' : 'messages'} ${about}`.trim();
  return about === '' ? escape(what) : `${escape(what)}. ${link('/', 'Show all messages')}`;
}

const searchForm = ({ ref, to }: InboxQuery): string => `<form role="search" action="/" method="get">
<div><label for="ref">Case reference</label><input id="ref" name="ref" value="${escape(ref)}" autocomplete="off" spellcheck="false"></div>
<div><label for="to">Address</label><input id="to" name="to" value="${escape(to)}" autocomplete="off" spellcheck="false"></div>
<button type="submit">Search</button>
</form>`;

const list = (
  mails: readonly CapturedMail[],
): string => `<table><caption>Messages, newest first; a training case is told by its own clock</caption>
<thead><tr><th scope="col">Sent (London)</th><th scope="col">To</th><th scope="col">Subject</th><th scope="col">Case</th></tr></thead>
<tbody>${mails.map(row).join('\n')}</tbody></table>`;

function row(mail: CapturedMail): string {
  const ref = refOfMail(mail);
  const subject = link(`/messages/${encodeURIComponent(mail.id)}`, mail.subject === '' ? '(no subject)' : mail.subject);
  return `<tr><td class="when">${escape(sentAt(mail))}</td><td>${link(address({ to: mail.to }), mail.to)}</td><td>${subject}</td><td class="ref">${ref === undefined ? '' : link(address({ ref }), ref)}</td></tr>`;
}

function pager(n: number, pages: number, query: InboxQuery): string {
  const newer = n > 1 ? link(address(query, n - 1), 'Newer messages') : '';
  const older = n < pages ? link(address(query, n + 1), 'Older messages') : '';
  return `<nav aria-label="Pages">${newer} Page ${n} of ${pages} ${older}</nav>`;
}

/** One mail: its headers and its text. */
export function messagePage(mail: CapturedMail): string {
  const ref = refOfMail(mail);
  const headers = [
    ['From', mail.from],
    ['To', mail.to],
    ['Sent (London)', sentAt(mail)],
    ['Received (London)', london(mail.receivedAt)],
    ['Message-ID', mail.messageId],
    ...Object.entries(mail.headers).map(([name, value]) => [name.replace(/(^|-)[a-z]/g, (part) => part.toUpperCase()), value]),
  ];
  const rows = headers.map(([name = '', value = '']) => `<div><dt>${escape(name)}</dt><dd>${escape(value)}</dd></div>`).join('\n');
  const back = [link('/', 'All messages'), ...(ref === undefined ? [] : [link(address({ ref }), `All messages of case ${ref}`)])];
  return page(
    mail.subject === '' ? '(no subject)' : mail.subject,
    `<nav aria-label="Back">${back.join(' · ')}</nav>
<section aria-labelledby="headers"><h2 id="headers">Headers</h2><dl>${rows}</dl></section>
<section aria-labelledby="text"><h2 id="text">Text</h2><pre>${escape(mail.text)}</pre></section>`,
  );
}

/** The page for an address that leads nowhere. */
export const lostPage = (): string => page('There is no such message', `<p>${link('/', 'All messages')}</p>`);
