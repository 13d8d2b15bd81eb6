import { z } from 'zod';
import { CONSENT_POSITIONS, SHARING_GROUNDS, TIERS } from '../../domain';
import { EXPORT_RECIPIENTS } from '../../domain/record';
import { caseSchema } from '../views/case';
import { disclosureSchema } from '../views/disclosure';
import { day, ident, moment } from '../views/parts';

/** The name of this form of an export; another form has another name. */
export const EXPORT_FORM = 'marm-case-export/1';

/** What a record is taken out for (local default). */
export const EXPORT_PURPOSES = [
  'SUBJECT_ACCESS',
  'SAFEGUARDING_ADULTS_BOARD_REQUEST',
  'COURT_OR_CORONER',
  'COMPLAINT',
  'LEGAL_ADVICE',
  'HAND_OVER',
  'AUDIT',
  'CONTINUITY',
] as const;

const recipient = z.strictObject({
  body: z.enum(EXPORT_RECIPIENTS),
  organisation: ident.optional().describe('Which one, by directory id, for ORGANISATION.'),
});

/** The body of a request to take out a case. */
export const exportRequestSchema = z.strictObject({
  format: z.enum(['json', 'pdf']),
  purpose: z.enum(EXPORT_PURPOSES),
  recipient: recipient.optional().describe('For whom it is made; you yourself if left out.'),
  ground: z.enum(SHARING_GROUNDS).optional().describe('On which ground it is shared; what the record shows if left out.'),
  includeThirdParty: z.boolean().optional().describe('True to include what is about family, carers and others; false if left out.'),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

const turn = { seq: z.int(), at: moment, by: ident, command: z.string().nullable() };
const entry = z.looseObject({
  seq: z.int(),
  at: moment,
  actor: ident,
  command: z.string().nullable(),
  commandId: z.string().nullable(),
  events: z.array(z.looseObject({ type: z.string() })),
  hash: z.string(),
  corrections: z.array(z.looseObject({ field: z.string(), by: ident, entry: z.int() })).optional(),
  retracted: z.strictObject({ words: z.string(), by: ident, at: moment, entry: z.int() }).optional(),
});

/** Everything of an export but its chronology, which follows entry by entry. */
export const exportHeadSchema = z.strictObject({
  form: z.literal(EXPORT_FORM),
  ref: z.string(),
  seq: z.int().describe('The last entry that is part of it.'),
  head: z.string().describe('The hash of that entry: with it the chain of entries can be checked.'),
  taken: z.strictObject({
    at: moment,
    by: ident,
    purpose: z.enum(EXPORT_PURPOSES),
    recipient: recipient.nullable(),
    disclosure: z.string().describe('Its own row in the account of disclosures.'),
  }),
  thirdParty: z.enum(['INCLUDED', 'LEFT_OUT']),
  retracted: z.enum(['INCLUDED', 'LEFT_OUT']),
  names: z.record(z.string(), z.string()).describe('Who and what the ids of people, services and organisations are.'),
  person: z.strictObject({ name: z.string().nullable(), address: z.string().nullable(), bornOn: z.string().nullable() }),
  case: caseSchema,
  actionTexts: z.record(z.string(), z.string()).describe('What each action says, as corrected since, by its id.'),
  riskHistory: z.array(z.strictObject({ ...turn, tier: z.enum(TIERS).nullable(), score: z.int().nullable() })),
  consentHistory: z.array(
    z.strictObject({
      ...turn,
      position: z.enum(CONSENT_POSITIONS).nullable(),
      on: day.nullable(),
      grounds: z.enum(SHARING_GROUNDS).nullable(),
    }),
  ),
  notices: z.array(z.looseObject({ notice: z.string(), recipient: z.string(), dueAt: moment, outcome: z.string() })),
  disclosures: z.array(disclosureSchema).readonly(),
});
export type ExportHead = z.infer<typeof exportHeadSchema>;

/** One entry of the chronology, texts in place. */
export type ExportEntry = z.infer<typeof entry>;

/** A case taken out, complete. */
export const exportSchema = exportHeadSchema.extend({
  chronology: z.array(entry),
  unreadable: z.int().describe('How many texts could not be opened.'),
  leftOut: z.int().describe('How many texts about others were left out.'),
});
