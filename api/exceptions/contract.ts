import { z } from 'zod';
import { answers, bodyOf, KEY, parameter, problems, reading } from '../contractParts';
import { breakGlassSchema, exclusionSchema } from '../schemas/access';
import { nothingSchema } from '../schemas/requests';
import { accessLogAnswer } from '../views/accessRow';
import { exclusionAnswer } from '../views/exclusion';

const REF = parameter('ref', 'path', true);
const paging = [parameter('cursor', 'query', false), parameter('limit', 'query', false)];
const REFUSED = ['400', '401', '403', '404', '409', '413', '415', '422', '429', '503'] as const;

/** The addresses of who may see a case beside its roles. */
export const accessPaths = (): object => ({
  '/v1/cases/{ref}/access-log': reading(
    'Who looked at the case, who was refused, and who looked without a role: for the coordinator and the information-governance lead',
    [REF, ...paging],
    { schema: accessLogAnswer },
  ),
  '/v1/cases/{ref}/exclusions': {
    ...reading('Who must not see the case: for the coordinator and the information-governance lead', [REF], {
      schema: z.strictObject({ exclusions: z.array(exclusionAnswer) }),
    }),
    post: {
      operationId: 'exclude',
      summary: 'Exclude a person or a service from the case. They see, do and hear nothing of it, whatever role they hold.',
      parameters: [REF, KEY],
      requestBody: bodyOf(exclusionSchema, { person: 'p-fire-lead', reason: 'A relative of the person.' }),
      responses: { ...answers('201'), ...problems(...REFUSED) },
    },
  },
  '/v1/cases/{ref}/exclusions/{id}/end': {
    post: {
      operationId: 'endExclusion',
      summary: 'End an exclusion; it stays on record.',
      parameters: [REF, parameter('id', 'path', true), KEY],
      requestBody: bodyOf(nothingSchema, {}),
      responses: { ...answers('200'), ...problems(...REFUSED) },
    },
  },
  '/v1/cases/{ref}/break-glass': {
    post: {
      operationId: 'breakGlass',
      summary:
        'Look at a case without a role on it, for some hours and a reason. The coordinator and the information-governance lead are told at once.',
      parameters: [REF, KEY],
      requestBody: bodyOf(breakGlassSchema, { reason: 'The person is at our door and cannot say who supports them.', hours: 2 }),
      responses: { ...answers('201'), ...problems(...REFUSED) },
    },
  },
});
