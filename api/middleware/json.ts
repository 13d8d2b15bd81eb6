import type { NextFunction, Request, Response } from 'express';
import { Problem } from '../problem';

const DEEPEST = 12;
const MOST_KEYS = 5_000;
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

/** Reads the raw body as one JSON object: no repeated names, no deep nesting, no names that could reach a prototype. Needs `express.raw`. */
export function parseJson(request: Request, _response: Response, next: NextFunction): void {
  if (request.method === 'GET' || request.method === 'HEAD') {
    next();
    return;
  }
  const raw: unknown = request.body;
  if (request.method === 'DELETE' && !(Buffer.isBuffer(raw) && raw.length > 0)) {
    request.body = {};
    next();
    return;
  }
  if (request.is('application/json') === false)
    throw new Problem(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send JSON with Content-Type: application/json.');
  request.body = Buffer.isBuffer(raw) && raw.length > 0 ? readObject(raw) : bad('Send a JSON object.');
  next();
}

const bad = (detail: string): never => {
  throw new Problem(400, 'MALFORMED_JSON', detail);
};

function readObject(raw: Buffer): unknown {
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return bad('Send JSON in UTF-8.');
  }
  const value = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad('Send a JSON object.');
  checkNames(text);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return bad('This is not JSON: check commas, quotes and braces.');
  }
}

// JSON.parse takes the last of repeated names in silence; a record must not. Only for text that is JSON: on an unclosed string the pattern would take seconds.
function checkNames(text: string): void {
  const open: (Set<string> | null)[] = [];
  let keys = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*:|"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : null);
    else if (token === '}' || token === ']') open.pop();
    else if (token.endsWith(':')) checkName(token, open.at(-1), (keys += 1));
    if (open.length > DEEPEST) bad(`The JSON is nested more than ${DEEPEST} levels deep.`);
  }
}

function checkName(token: string, names: Set<string> | null | undefined, count: number): void {
  const name = String(parse(token.slice(0, token.lastIndexOf('"') + 1)));
  if (count > MOST_KEYS) bad(`The JSON has more than ${MOST_KEYS} fields.`);
  if (FORBIDDEN.includes(name)) bad('A field has a name that is not allowed.');
  if (names?.has(name) === true) bad('A field is given twice: give it once.');
  names?.add(name);
}
