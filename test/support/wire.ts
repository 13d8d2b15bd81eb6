import { request } from 'node:http';
import type { ProblemBody } from './api';

/** A request as it goes over the wire: nothing is corrected, encoded or added. */
export interface WireRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Buffer;
  /** Sends the body in pieces and without its length. */
  readonly chunked?: true;
}

/** What came back; `problem` is the body read as one. */
export interface WireAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly problem: ProblemBody;
}

/** Sends a request byte by byte as given. */
export function send(api: string, { method = 'POST', path, headers = {}, body = '', chunked }: WireRequest): Promise<WireAnswer> {
  const { hostname, port } = new URL(api);
  const length = chunked
    ? { 'transfer-encoding': 'chunked' }
    : method === 'GET'
      ? {}
      : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers: { ...length, ...headers } as Record<string, string> }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        const text = Buffer.concat(pieces).toString();
        resolve({ status: response.statusCode ?? 0, contentType: response.headers['content-type'] ?? '', text, problem: asProblem(text) });
      });
    });
    // A server that has refused a large body hangs up on the rest of it.
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
    });
    sent.end(body);
  });
}

function asProblem(text: string): ProblemBody {
  try {
    return JSON.parse(text) as ProblemBody;
  } catch {
    return { type: '', title: '', status: 0, code: '', detail: '' };
  }
}
