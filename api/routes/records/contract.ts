import { bodyOf, parameter, problems, reading } from '../../contractParts';
import { exportRequestSchema, exportSchema } from '../../export/schema';
import { clockSheetSchema, decisionsSchema, sheetSchema } from '../../views/decisions';
import { disclosuresSchema } from '../../views/disclosure';
import { z } from 'zod';

const REF = parameter('ref', 'path', true);
const pdf = { 'application/pdf': { schema: { type: 'string', contentMediaType: 'application/pdf' } } };

const holding = (schema: z.ZodType) => ({
  'application/json': { schema: z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as object },
});

/** The addresses of the record, for the contract. */
export const recordPaths = (): Readonly<Record<string, object>> => ({
  '/v1/cases/{ref}/disclosures': reading('Who outside the host was shown or sent personal data, and on what ground', [REF], {
    schema: disclosuresSchema,
  }),
  '/v1/cases/{ref}/exports': {
    post: {
      operationId: 'exportCase',
      summary: 'Take out the whole record of a case, as JSON or as an accessible PDF; every export is noted first',
      parameters: [REF],
      requestBody: bodyOf(exportRequestSchema, { format: 'pdf', purpose: 'SUBJECT_ACCESS' }),
      responses: {
        '200': { description: 'The record', content: { ...holding(exportSchema), ...pdf } },
        ...problems('400', '401', '403', '404', '503'),
      },
    },
  },
  '/v1/cases/{ref}/decisions': reading('Every decision on record, with its reasons', [REF], { schema: decisionsSchema }),
  '/v1/cases/{ref}/decisions/{seq}': {
    get: {
      summary: 'One decision: who, when, why, by which rule, what was known then, and what followed; also as application/pdf',
      parameters: [REF, parameter('seq', 'path', true)],
      responses: {
        '200': { description: 'The sheet', content: { ...holding(sheetSchema), ...pdf } },
        ...problems('401', '404'),
      },
    },
  },
  '/v1/cases/{ref}/clocks/{clock}/{key}/sheet': reading(
    'A date over time: where it comes from, and how it moved, by whom and why',
    [REF, parameter('clock', 'path', true), parameter('key', 'path', true)],
    { schema: clockSheetSchema },
  ),
});
