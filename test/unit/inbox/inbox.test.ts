import { describe, expect, it } from '@jest/globals';
import type { CapturedMail } from '../../../scripts/servers/capturedMail';
import { answerInbox } from '../../../scripts/servers/inboxAnswer';

const mail = (id: string, more: Partial<CapturedMail> = {}): CapturedMail => ({
  id,
  receivedAt: '2026-04-01T09:00:00.000Z',
  date: '2026-03-31T08:00:00.000Z',
  from: 'no-reply@marm.example',
  to: 'officer@council.example',
  recipients: ['officer@council.example'],
  subject: 'MARM meeting not booked - ref AAAA-AA',
  messageId: '<1@marm.example>',
  text: 'Sign in to book it.\n',
  headers: { 'x-marm-ref': 'AAAA-AA', 'x-marm-notice': 'N05' },
  ...more,
});
const OTHER = mail('2', {
  to: 'lead@fire.example',
  subject: 'MARM receipt - ref BBBB-BB',
  headers: { 'x-marm-ref': 'BBBB-BB' },
});

const idsIn = (body: string): readonly (string | undefined)[] => [...body.matchAll(/href="\/messages\/(\w+)"/g)].map(([, id]) => id);
const idsOf = (body: string): readonly string[] => (JSON.parse(body) as readonly CapturedMail[]).map((one) => one.id);

describe('the inbox for people', () => {
  it('lists every mail, newest first, with its time in London', () => {
    const { status, body } = answerInbox('/', [mail('1'), OTHER]);
    expect(status).toBe(200);
    expect(idsIn(body)).toEqual(['2', '1']);
    expect(body).toContain('Tue 31 Mar 2026 09:00');
  });

  it.each([
    ['a part of the reference, in any case', '/?ref=bbbb', ['2']],
    ['a part of the address', '/?to=Council', ['1']],
    ['both, which must fit together', '/?ref=BBBB-BB&to=council', []],
    ['spaces around what was pasted', '/?ref=%20AAAA-AA%20', ['1']],
  ])('finds by %s', (_what, target, ids) => {
    expect(idsIn(answerInbox(target, [mail('1'), OTHER]).body)).toEqual(ids);
  });

  it('shows a hundred at a time and leads on to the older ones', () => {
    const many = Array.from({ length: 130 }, (_one, n) => mail(String(n + 1)));
    expect(idsIn(answerInbox('/', many).body)).toHaveLength(100);
    expect(answerInbox('/', many).body).toContain('href="/?page=2"');
    expect(idsIn(answerInbox('/?page=2', many).body)).toHaveLength(30);
    expect(idsIn(answerInbox('/?page=99', many).body)).toHaveLength(30);
  });

  it('opens a mail with its headers and its text', () => {
    const { body } = answerInbox('/messages/1', [mail('1')]);
    for (const part of ['X-Marm-Notice', 'N05', '&#60;1@marm.example&#62;', 'Sign in to book it.']) expect(body).toContain(part);
  });

  it('shows what a sender wrote as text, never as markup', () => {
    const sly = mail('1', {
      subject: '<script>alert(1)</script>',
      to: '"><img src=x>@a.example',
      text: '</pre><b>x</b>',
      date: 'yesterday',
    });
    for (const target of ['/', '/messages/1', '/?ref=%22%3E%3Cscript%3E'])
      expect(answerInbox(target, [sly]).body).not.toMatch(/<script|<img|<b>/);
  });

  it('says so when there is no such message, or no such address', () => {
    expect(answerInbox('/messages/9', [mail('1')])).toMatchObject({ status: 404 });
    expect(answerInbox('//', [mail('1')])).toMatchObject({ status: 400 });
  });
});

describe('the inbox for programs', () => {
  it('gives the mails of exactly one case or address', () => {
    expect(idsOf(answerInbox('/api/messages', [mail('1'), OTHER]).body)).toEqual(['1', '2']);
    expect(idsOf(answerInbox('/api/messages?ref=BBBB-BB', [mail('1'), OTHER]).body)).toEqual(['2']);
    expect(idsOf(answerInbox('/api/messages?ref=BBBB', [mail('1'), OTHER]).body)).toEqual([]);
    expect(idsOf(answerInbox('/api/messages?to=officer@council.example', [mail('1'), OTHER]).body)).toEqual(['1']);
  });
});
