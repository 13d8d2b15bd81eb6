import { answers, bodyOf, KEY, parameter, problems, reading } from '../contractParts';
import {
  absencesSchema,
  handOverSchema,
  importRowsSchema,
  leavingSchema,
  newOrganisationSchema,
  newPersonSchema,
  newServiceSchema,
  officesSchema,
  organisationChangeSchema,
  personChangeSchema,
  serviceChangeSchema,
} from './schemas';
import { personSchema } from './views';

const ID = parameter('id', 'path', true);
const VERSION = parameter('If-Match', 'header', false);
const query = (...names: readonly string[]) => names.map((name) => parameter(name, 'query', false));
const PAGE = query('cursor', 'limit');
const REFUSED = ['400', '401', '403', '404', '409', '412', '413', '415', '422', '429', '503'] as const;

interface Writing {
  readonly operationId: string;
  readonly summary: string;
  readonly body: Parameters<typeof bodyOf>[0];
  readonly example: object;
  readonly status?: '200' | '201';
  readonly parameters?: readonly object[];
}

const writing = ({ operationId, summary, body, example, status = '200', parameters = [ID, VERSION] }: Writing) => ({
  post: {
    operationId,
    summary,
    parameters: [...parameters, KEY],
    requestBody: bodyOf(body, example),
    responses: { ...answers(status), ...problems(...REFUSED) },
  },
});

const people = (): object => ({
  '/v1/directory/people': {
    ...reading('People by id; address and telephone only of those whom you keep', [
      ...PAGE,
      ...query('organisation', 'service', 'office', 'locality', 'active'),
    ]),
    ...writing({
      ...{ operationId: 'addPerson', summary: 'Add a person.', body: newPersonSchema, status: '201', parameters: [] },
      example: { id: 'p-ash', name: 'Test Officer Ash', email: 'ash@ox-council.example', organisation: 'org-ox-council' },
    }),
  },
  '/v1/directory/people/{id}': reading('A person, with the name of a day', [ID, ...query('on')], { schema: personSchema }),
  '/v1/directory/people/{id}/history': reading('What was changed of a person, newest first', [ID, ...PAGE]),
  '/v1/directory/people/{id}/open-roles': reading('The live cases on which a person holds a role', [ID]),
  '/v1/directory/people/{id}/amend': writing({
    ...{ operationId: 'changePerson', summary: 'Change a person. A new name counts from today.', body: personChangeSchema },
    example: { telephone: '01632 960100' },
  }),
  '/v1/directory/people/{id}/offices': writing({
    ...{ operationId: 'setOffices', summary: 'Say which offices a person holds. One that another holds moves.', body: officesSchema },
    example: { offices: [{ role: 'COORDINATOR', locality: 'oxfordshire' }] },
  }),
  '/v1/directory/people/{id}/absence': writing({
    ...{ operationId: 'setAbsences', summary: 'Say when a person is away, and who stands in.', body: absencesSchema },
    example: { periods: [{ from: '2026-08-03', to: '2026-08-14', standsIn: 'p-manager-ox' }] },
  }),
  '/v1/directory/people/{id}/leave': writing({
    ...{
      operationId: 'recordLeaving',
      summary: 'Say on which day a person leaves; the answer lists what they leave open.',
      body: leavingSchema,
    },
    example: { on: '2026-08-31', handOverTo: 'p-manager-ox' },
  }),
  '/v1/directory/people/{id}/hand-over-all': writing({
    operationId: 'handOverAll',
    summary: 'Move everything that a person has open to somebody else, case by case; of another organisation, that one must accept it.',
    body: handOverSchema,
    parameters: [ID, ...query('dry')],
    example: { to: 'p-manager-ox', dryRun: true },
  }),
});

const organisations = (): object => ({
  '/v1/directory/organisations': {
    ...reading('Organisations with their services', PAGE),
    ...writing({
      ...{ operationId: 'addOrganisation', summary: 'Add an organisation.', body: newOrganisationSchema, status: '201', parameters: [] },
      example: { id: 'org-ox-hospice', name: 'Example Hospice', locality: 'oxfordshire', mailDomains: ['ox-hospice.example'] },
    }),
  },
  '/v1/directory/organisations/{id}': reading('An organisation with its services', [ID]),
  '/v1/directory/organisations/{id}/amend': writing({
    ...{ operationId: 'changeOrganisation', summary: 'Change an organisation.', body: organisationChangeSchema },
    example: { mailDomains: ['ox-council.example'] },
  }),
  '/v1/directory/services': {
    ...reading('Services', [...PAGE, ...query('organisation')]),
    ...writing({
      ...{ operationId: 'addService', summary: 'Add a service.', body: newServiceSchema, status: '201', parameters: [] },
      example: { id: 'svc-hospice', organisation: 'org-ox-hospice', name: 'Home Visits' },
    }),
  },
  '/v1/directory/services/{id}': reading('A service', [ID]),
  '/v1/directory/services/{id}/amend': writing({
    ...{ operationId: 'changeService', summary: 'Change a service and who speaks for it on new cases.', body: serviceChangeSchema },
    example: { leadWorker: 'p-fire-lead' },
  }),
});

const importing = (): object => {
  const row = { id: 'p-ash', name: 'Test Officer Ash', organisation: 'org-ox-council' };
  const { post } = writing({
    operationId: 'importPeople',
    summary: 'Take in a file of people, all of it or nothing: CSV of at most 1 MB, or rows. With dry=true it only says what it would do.',
    body: importRowsSchema,
    parameters: query('dry', 'complete'),
    example: { rows: [row] },
  });
  const csv = { schema: { type: 'string' }, example: `id,name,organisation\n${Object.values(row).join(',')}\n` };
  return { post: { ...post, requestBody: { ...post.requestBody, content: { ...post.requestBody.content, 'text/csv': csv } } } };
};

/** The addresses of the directory. */
export const directoryPaths = (): object => ({
  '/v1/directory/me/proposals': reading('The roles put to you that wait for your yes', PAGE),
  '/v1/directory/offices': reading('Who holds an office, or held it at the end of a day', [
    parameter('office', 'query', true),
    parameter('locality', 'query', true),
    ...query('on'),
  ]),
  '/v1/directory/export': {
    get: {
      summary: 'The people whom you keep, as a file that an import takes in again',
      parameters: query('organisation'),
      responses: {
        '200': { description: 'Done', content: { 'text/csv': { schema: { type: 'string' } } } },
        ...problems('400', '401', '403'),
      },
    },
  },
  '/v1/directory/imports': importing(),
  ...people(),
  ...organisations(),
});
