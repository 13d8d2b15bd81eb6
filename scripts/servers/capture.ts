import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:net';
import { dirname } from 'node:path';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { messagePage, inboxPage } from './inboxPage';

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

export interface Capture {
  readonly smtpUrl: string;
  readonly inboxUrl: string;
  readonly messages: readonly CapturedMail[];
  /** How the relay answers from now on, for tests: a code of 4xx or 5xx refuses. */
  answer(rule: (to: string) => number): void;
  close(): Promise<void>;
}

const KEPT_HEADERS = /^(x-marm-|auto-submitted$|reply-to$)/;

/**
 * An SMTP relay that keeps every mail on disk before it says 250, with a page and JSON to read them. Loopback only; port 0 takes a free one.
 * @throws Error when a port is taken
 */
export async function startCapture(options: { smtpPort: number; inboxPort: number; file: string }): Promise<Capture> {
  mkdirSync(dirname(options.file), { recursive: true });
  const messages: CapturedMail[] = readBack(options.file);
  const log = openSync(options.file, 'a');
  let rule: (to: string) => number = () => 250;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo(address, _session, done) {
      const code = rule(address.address);
      done(code === 250 ? null : Object.assign(new Error('refused as told'), { responseCode: code }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void parse(
          Buffer.concat(chunks),
          session.envelope.rcptTo.map(({ address }) => address),
          messages.length,
        ).then((mail) => {
          writeSync(log, `${JSON.stringify(mail)}\n`);
          fsyncSync(log);
          messages.push(mail);
          done(null, 'kept');
        }, done);
      });
    },
  });
  smtp.on('error', () => undefined);
  const smtpPort = await listening(smtp.server, () => smtp.listen(options.smtpPort, '127.0.0.1'));
  const http = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://inbox');
    const [type, body] = answerFor(url, messages);
    response.writeHead(body === null ? 404 : 200, {
      'content-type': type,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
    });
    response.end(body ?? 'There is no such message.');
  });
  const inboxPort = await listening(http, () => http.listen(options.inboxPort, '127.0.0.1'));
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    inboxUrl: `http://127.0.0.1:${inboxPort}`,
    messages,
    answer: (next) => {
      rule = next;
    },
    close: async () => {
      await new Promise<void>((resolve) => {
        smtp.close(() => {
          resolve();
        });
      });
      http.closeAllConnections();
      await new Promise<void>((resolve) =>
        http.close(() => {
          resolve();
        }),
      );
      closeSync(log);
    },
  };
}

const listening = (server: Server, listen: () => unknown): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
    listen();
  });

const readBack = (file: string): CapturedMail[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.endsWith('}'))
        .map((line) => JSON.parse(line) as CapturedMail)
    : [];

async function parse(raw: Buffer, recipients: readonly string[], n: number): Promise<CapturedMail> {
  const mail = await PostalMime.parse(raw);
  const headers = Object.fromEntries(mail.headers.filter(({ key }) => KEPT_HEADERS.test(key)).map(({ key, value }) => [key, value]));
  return {
    id: String(n + 1),
    receivedAt: new Date().toISOString(),
    date: mail.date ?? null,
    from: mail.from?.address ?? '',
    to: recipients[0] ?? '',
    recipients,
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    text: mail.text ?? '',
    headers,
  };
}

/** True for a mail about a case; a morning list is about several. */
export const isAbout = ({ subject, headers }: CapturedMail, ref: string): boolean =>
  subject.endsWith(`ref ${ref}`) || (headers['x-marm-ref'] ?? '').split(/,\s*/).includes(ref);

function answerFor(url: URL, messages: readonly CapturedMail[]): readonly [type: string, body: string | null] {
  const to = url.searchParams.get('to');
  const ref = url.searchParams.get('ref');
  const found = messages.filter((mail) => (to === null || mail.to === to) && (ref === null || isAbout(mail, ref)));
  if (url.pathname === '/api/messages') return ['application/json; charset=utf-8', JSON.stringify(found)];
  if (url.pathname === '/') return ['text/html; charset=utf-8', inboxPage(found)];
  const one = messages.find((mail) => url.pathname === `/messages/${mail.id}`);
  return ['text/html; charset=utf-8', one ? messagePage(one) : null];
}
