import { COMMAND_NAMES, COMMANDS, isForEngine, kebabOf, STAGES_OF } from '../domain';
import type { CommandName } from '../domain';
import { accessPaths } from './exceptions/contract';
import { directoryPaths } from './directory/contract';
import { draftPaths } from './drafts/contract';
import { recordPaths } from './routes/records/contract';
import { answers, bodyOf, KEY, parameter, problems, reading } from './contractParts';
import { caseExample } from './sight/example';
import { searchSchema } from './routes/search';
import { shownSchema } from './sight/shownSchema';
import { clocksSchema } from './views/clock';
import { commandSchema, forwardSchema, openingSchema } from './schemas/requests';

const REF = parameter('ref', 'path', true);

const commandPath = (name: CommandName): readonly [string, object] => [
  `/v1/cases/{ref}/commands/${kebabOf(name)}`,
  {
    post: {
      operationId: name,
      summary: COMMANDS[name].summary,
      description: `Source: ${COMMANDS[name].source}.`,
      parameters: [REF, KEY, parameter('If-Match', 'header', false)],
      requestBody: bodyOf(commandSchema(name), { data: COMMANDS[name].example }),
      responses: { ...answers('200', '202'), ...problems('400', '401', '403', '404', '409', '412', '422', '429', '503') },
    },
  },
];

/** The contract of the API as OpenAPI 3.1, made from the command table and the schemas that requests are read with. */
export function contract(): object {
  const commands = COMMAND_NAMES.filter((name) => STAGES_OF[name] !== 'NEW' && !isForEngine(name));
  return {
    openapi: '3.1.0',
    info: {
      title: 'marm-engine',
      version: '0.1.0',
      description:
        'Cases of Multi-Agency Risk Management. MARM is not a statutory duty and not an emergency route: in immediate danger call 999.',
    },
    security: [{ bearer: [] }],
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths: {
      '/v1/cases': {
        get: {
          summary: 'Your worklist, soonest due first',
          parameters: [parameter('cursor', 'query', false), parameter('limit', 'query', false), parameter('training', 'query', false)],
          responses: { ...answers('200'), ...problems('400', '401') },
        },
        post: {
          operationId: 'openCase',
          summary:
            'Open a case: a referral (submitReferral) or a call (submitCall), as the locality has it, or one begun on paper (adoptCase).',
          parameters: [KEY],
          requestBody: bodyOf(openingSchema, { profile: 'oxfordshire', command: 'submitReferral', data: COMMANDS.submitReferral.example }),
          responses: { ...answers('201', '202'), ...problems('400', '401', '409', '413', '415', '422', '429', '503') },
        },
      },
      '/v1/cases/{ref}': reading('A case, as far as you may see it', [REF], { schema: shownSchema, example: caseExample() }),
      '/v1/cases/{ref}/timeline': reading('What happened, in order', [REF]),
      '/v1/cases/{ref}/clocks': reading('Running deadlines, each with its explanation', [REF], { schema: clocksSchema }),
      '/v1/cases/{ref}/forecast': reading('What happens if nobody acts', [REF, parameter('days', 'query', false)]),
      '/v1/cases/{ref}/notices': reading('Every message and what became of it', [REF]),
      '/v1/cases/{ref}/commands': reading('What you may do now, and why not the rest', [REF]),
      '/v1/cases/{ref}/commands/{commandId}': reading('What became of a command', [REF, parameter('commandId', 'path', true)]),
      '/v1/cases/{ref}/forward': {
        post: {
          summary: 'Move a training case on',
          parameters: [REF],
          requestBody: bodyOf(forwardSchema, { to: '2026-04-08T12:00' }),
          responses: { ...answers('200'), ...problems('400', '401', '404', '409', '422') },
        },
      },
      ...accessPaths(),
      '/v1/search': {
        post: {
          operationId: 'findCases',
          summary: 'Cases of your locality with an NHS number, or for a UPRN; for its coordinator',
          requestBody: bodyOf(searchSchema, { nhsNumber: '999 000 0018' }),
          responses: { ...answers('200'), ...problems('400', '401', '403', '429') },
        },
      },
      ...draftPaths(),
      ...directoryPaths(),
      ...recordPaths(),
      ...Object.fromEntries(commands.map(commandPath)),
    },
  };
}
