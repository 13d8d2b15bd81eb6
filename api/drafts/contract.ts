import { COMMANDS } from '../../domain';
import { answers, bodyOf, KEY, parameter, problems, reading } from '../contractParts';
import { draftSchema, sendSchema } from '../schemas/requests';

const ID = parameter('id', 'path', true);
const VERSION = parameter('If-Match', 'header', true);
const example = { profile: 'oxfordshire', command: 'submitReferral', data: { risks: COMMANDS.submitReferral.example.risks } };

/** The addresses of drafts. */
export const draftPaths = (): object => ({
  '/v1/drafts': {
    ...reading('Your drafts, newest first, without their content', []),
    post: {
      operationId: 'saveDraft',
      summary: 'Keep a referral or call that is not complete. Nobody is told of it, and only you see it.',
      parameters: [KEY],
      requestBody: bodyOf(draftSchema, example),
      responses: { ...answers('201'), ...problems('400', '401', '409', '413', '415', '422', '429', '503') },
    },
  },
  '/v1/drafts/{id}': {
    ...reading('A draft of yours, and what it still lacks', [ID]),
    put: {
      operationId: 'replaceDraft',
      summary: 'Save a draft again, where the version that you read still stands.',
      parameters: [ID, KEY, VERSION],
      requestBody: bodyOf(draftSchema, example),
      responses: { ...answers('200'), ...problems('400', '401', '404', '409', '412', '413', '415', '422', '428', '429', '503') },
    },
    delete: {
      operationId: 'deleteDraft',
      summary: 'Delete a draft with the key of its content.',
      parameters: [ID, KEY],
      responses: { ...answers('200'), ...problems('400', '401', '404', '409', '429', '503') },
    },
  },
  '/v1/drafts/{id}/send': {
    post: {
      operationId: 'sendDraft',
      summary: 'Send a draft: it becomes a case, as if it had been opened at once. Sending it again leads to the same case.',
      parameters: [ID, KEY],
      requestBody: bodyOf(sendSchema, {}),
      responses: { ...answers('200', '201', '202'), ...problems('400', '401', '404', '409', '413', '415', '422', '429', '503') },
    },
  },
});
