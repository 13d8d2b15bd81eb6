import { isAbout, refOfMail } from './capturedMail';
import type { CapturedMail } from './capturedMail';
import { inboxPage, lostPage, messagePage } from './inboxPage';
import type { InboxQuery } from './inboxPage';

interface Answer {
  readonly status: 200 | 400 | 404;
  readonly type: 'text/html' | 'application/json';
  readonly body: string;
}

const html = (body: string, status: Answer['status'] = 200): Answer => ({ status, type: 'text/html', body });
const json = (value: unknown): Answer => ({ status: 200, type: 'application/json', body: JSON.stringify(value) });

/** The answer to a request for the inbox: `/` for people, `/api/messages` for programs, `/messages/{id}` for one mail. */
export function answerInbox(target: string, messages: readonly CapturedMail[]): Answer {
  if (!URL.canParse(target, 'http://inbox')) return html(lostPage(), 400);
  const url = new URL(target, 'http://inbox');
  const query = { ref: asked(url, 'ref'), to: asked(url, 'to') };
  if (url.pathname === '/') return html(inboxPage(like(messages, query), query, pageOf(url)));
  if (url.pathname === '/api/messages') return json(exactly(messages, query));
  const one = messages.find((mail) => url.pathname === `/messages/${mail.id}`);
  return one ? html(messagePage(one)) : html(lostPage(), 404);
}

const asked = (url: URL, name: string): string => (url.searchParams.get(name) ?? '').trim();
const pageOf = (url: URL): number => Math.max(1, Number.parseInt(asked(url, 'page'), 10) || 1);

// A program names what it wants; a person remembers a part of it.
const exactly = (messages: readonly CapturedMail[], { ref, to }: InboxQuery) =>
  messages.filter((mail) => (to === '' || mail.to === to) && (ref === '' || isAbout(mail, ref)));
const like = (messages: readonly CapturedMail[], { ref, to }: InboxQuery) =>
  messages.filter((mail) => has(mail.to, to) && has(refOfMail(mail) ?? '', ref));
const has = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());
