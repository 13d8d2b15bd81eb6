import { z } from 'zod';

const problem = {
  description: 'A problem (RFC 9457)',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'code', 'detail'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          code: { type: 'string' },
          detail: { type: 'string' },
          errors: { type: 'array' },
        },
      },
    },
  },
};
/** What a success holds: its schema, and an example. */
interface Content {
  readonly schema: z.ZodType;
  readonly example?: object;
}

const json = ({ schema, ...example }: Content) => ({
  'application/json': { schema: z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as object, ...example },
});

/** Answers that are a success, by status. */
export const answers = (...codes: readonly string[]) =>
  Object.fromEntries(
    codes.map((code) => [
      code,
      {
        description: code === '202' ? 'Under way: ask at Location' : 'Done',
        content: { 'application/json': { schema: { type: 'object' } } },
      },
    ]),
  );
/** Answers that are a problem, by status. */
export const problems = (...codes: readonly string[]) => Object.fromEntries(codes.map((code) => [code, problem]));
/** One parameter of a request. */
export const parameter = (name: string, where: 'path' | 'header' | 'query', required: boolean) => ({
  name,
  in: where,
  required,
  schema: { type: 'string' },
});
/** The header that makes a retry safe. */
export const KEY = { ...parameter('Idempotency-Key', 'header', true), schema: { type: 'string', minLength: 32, maxLength: 200 } };

/** A body in JSON, from the schema that it is read with. */
export const bodyOf = (schema: z.ZodType, example: unknown) => ({
  required: true,
  content: { 'application/json': { schema: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as object, example } },
});
/** An address that is only read; where `content` is given, the contract says what its answer holds. */
export const reading = (summary: string, parameters: readonly object[], content?: Content) => ({
  get: { summary, parameters, responses: { ...(content ? holding(content) : answers('200')), ...problems('401', '404') } },
});

const holding = (content: Content) => ({ '200': { description: 'Done', content: json(content) } });
