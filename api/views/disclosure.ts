import { z } from 'zod';
import { CONSENT_POSITIONS, OTHER_PROCESSES, SHARING_GROUNDS, toIso } from '../../domain';
import { DISCLOSURE_KINDS, EXPORT_RECIPIENTS, shownBeforeMending } from '../../domain/record';
import type { MendedEntry } from '../../domain/record';
import type { StoredDisclosure } from '../../persistence';
import { ident, moment } from './parts';

/** One disclosure as people see it, with what was mended since of what it can have shown. */
export const disclosureSchema = z.strictObject({
  id: z.string(),
  ref: z.string().describe('The case; of a case that was merged into this one, its own reference.'),
  kind: z.enum(DISCLOSURE_KINDS),
  recipient: z.strictObject({
    person: ident.nullable(),
    service: ident.nullable(),
    organisation: ident.nullable(),
    body: z.enum([...EXPORT_RECIPIENTS, ...OTHER_PROCESSES, 'SAFEGUARDING_CONCERN']).nullable(),
  }),
  parts: z.array(z.string()).readonly().describe('Names of parts and fields; never what they say.'),
  position: z.enum(CONSENT_POSITIONS).nullable().describe('The person’s position on sharing at that time.'),
  ground: z.enum(['CONSENT', 'BEST_INTERESTS', ...SHARING_GROUNDS, 'NONE_ON_RECORD']),
  seq: z.int().describe('The entry up to which the case was shown, or in which it was sent.'),
  at: moment,
  by: ident.nullable().describe('Who sent it; null for a look, which the recipient took.'),
  training: z.boolean(),
  retractedSince: z
    .array(z.int())
    .readonly()
    .describe('Entries it can have shown that were retracted since: their recipients are to be told.'),
  correctedSince: z.array(z.int()).readonly().describe('Entries it can have shown that were corrected since.'),
});

/** The account of a case’s disclosures. */
export const disclosuresSchema = z.strictObject({ ref: z.string(), disclosures: z.array(disclosureSchema) });

interface Mended {
  readonly retracted: readonly MendedEntry[];
  readonly corrected: readonly MendedEntry[];
}

/** A row as people see it. Entries of another case are not those of this one, so that a merged case’s rows carry its own mending. */
export const toDisclosure = ({ at, ...row }: StoredDisclosure, { retracted, corrected }: Mended): z.infer<typeof disclosureSchema> => ({
  ...row,
  at: toIso(at),
  retractedSince: shownBeforeMending(row, retracted),
  correctedSince: shownBeforeMending(row, corrected),
});
