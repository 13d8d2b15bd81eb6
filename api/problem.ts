import type { Response } from 'express';

/** One field that is wrong: JSON pointer into the body, and what to do. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/** An answer that is not a success (RFC 9457). Thrown by routes, written once. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldProblem[];
  readonly retryAfterS: number | undefined;
  readonly rule: string | undefined;

  constructor(
    status: number,
    code: string,
    detail: string,
    more: { errors?: readonly FieldProblem[]; retryAfterS?: number; rule?: string } = {},
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = more.errors ?? [];
    this.retryAfterS = more.retryAfterS;
    this.rule = more.rule;
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not well formed',
  401: 'Sign in first',
  403: 'This is not yours to do',
  404: 'Not found',
  405: 'This method is not offered here',
  409: 'This cannot be done now',
  412: 'It has moved on since you read it',
  413: 'The request is too large',
  415: 'Send JSON',
  422: 'The facts do not fit',
  428: 'Say which version you read',
  429: 'Too many requests',
  503: 'Not available just now',
};

/** Writes a problem as `application/problem+json`. */
export function writeProblem(response: Response, problem: Problem): void {
  if (problem.retryAfterS !== undefined) response.set('Retry-After', String(problem.retryAfterS));
  response
    .status(problem.status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `/problems/${problem.code.toLowerCase().replaceAll('_', '-')}`,
        title: TITLES[problem.status] ?? 'The request failed',
        status: problem.status,
        code: problem.code,
        detail: problem.message,
        ...(problem.rule === undefined ? {} : { rule: problem.rule }),
        ...(problem.errors.length === 0 ? {} : { errors: problem.errors }),
      }),
    );
}

/** Unknown and forbidden look the same. */
export const notFound = (): Problem => new Problem(404, 'NOT_FOUND', 'There is nothing here that you may see. Check the reference.');
