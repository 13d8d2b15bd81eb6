import { z } from 'zod';
import { DIRECTORY_OFFICES, IMPORT_COLUMNS, isMailDomain, isPlainAddress, isTelephone } from '../../domain';
import { londonDate } from '../schemas/fromFields';
import { id } from '../schemas/text';

const LONGEST_NAME = 200;
const MOST_LISTED = 100;

/** One line as people write it: a name, never with control or direction characters. */
const line = z
  .string()
  .max(LONGEST_NAME * 2)
  .refine((text) => !/\p{Surrogate}|\p{Control}|\p{Bidi_Control}/u.test(text), 'Write one line, without control characters.')
  .transform((text) => text.normalize('NFC').trim())
  .refine((text) => text !== '' && Array.from(text).length <= LONGEST_NAME, 'Write 1 to 200 characters.');

const email = z.string().max(254).refine(isPlainAddress, 'Give one plain address, such as ash@council.example.');
const telephone = z.string().max(40).refine(isTelephone, 'Give digits and spaces, such as 01632 960100.');
const mailDomain = z.string().max(253).refine(isMailDomain, 'Give a domain, such as council.example.');
const dry = z.enum(['true', 'false']).optional();

/** A new person; who gets an id that the sign-in service does not know cannot sign in. */
export const newPersonSchema = z.strictObject({
  id,
  name: line,
  email: email.nullable().default(null),
  telephone: telephone.nullable().default(null),
  organisation: id,
  service: id.nullable().default(null),
  manager: id.nullable().default(null),
});

/** What changes of a person; null takes away what was there. */
export const personChangeSchema = z.strictObject({
  name: line.optional(),
  email: email.nullable().optional(),
  telephone: telephone.nullable().optional(),
  organisation: id.optional(),
  service: id.nullable().optional(),
  manager: id.nullable().optional(),
  active: z.boolean().optional(),
});

const office = z.strictObject({ role: z.enum(DIRECTORY_OFFICES), locality: id });
/** All offices of a person. */
export const officesSchema = z.strictObject({ offices: z.array(office).max(20) });

const period = z.strictObject({ from: londonDate, to: londonDate, standsIn: id.nullable().default(null) });
/** All periods in which a person is away. */
export const absencesSchema = z.strictObject({ periods: z.array(period).max(10) });

/** The last day of somebody who leaves, and who acts from then on. */
export const leavingSchema = z.strictObject({ on: londonDate, handOverTo: id.nullable().default(null) });

/** To whom everything goes; with `dryRun` nothing is given, and the answer says what would be. */
export const handOverSchema = z.strictObject({ to: id, dryRun: z.boolean().optional() });

const organisation = { name: line, locality: id.nullable(), manager: id.nullable(), mailDomains: z.array(mailDomain).max(20) };
/** A new organisation. */
export const newOrganisationSchema = z.strictObject({
  id,
  name: organisation.name,
  locality: organisation.locality.default(null),
  manager: organisation.manager.default(null),
  mailDomains: organisation.mailDomains.default([]),
});
/** What changes of an organisation. */
export const organisationChangeSchema = z.strictObject({
  name: organisation.name.optional(),
  locality: organisation.locality.optional(),
  manager: organisation.manager.optional(),
  mailDomains: organisation.mailDomains.optional(),
});

const speakers = {
  leadWorker: id.nullable().optional(),
  responsibleManager: id.nullable().optional(),
  safeguardingLead: id.nullable().optional(),
};
/** A new service of an organisation. */
export const newServiceSchema = z.strictObject({ id, organisation: id, name: line, ...speakers });
/** What changes of a service. */
export const serviceChangeSchema = z.strictObject({ name: line.optional(), ...speakers });

const paging = {
  cursor: z.string().max(300).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(MOST_LISTED))
    .optional(),
};
/** The query of a list without filters. */
export const pageSchema = z.strictObject(paging);
/** The query of the list of people: these filters and no other. */
export const peopleQuerySchema = z
  .strictObject({
    ...paging,
    organisation: id.optional(),
    service: id.optional(),
    office: z.enum(DIRECTORY_OFFICES).optional(),
    locality: id.optional(),
    active: z.enum(['true', 'false']).optional(),
  })
  .refine(({ office: role, locality }) => (role === undefined) === (locality === undefined), 'Give office and locality together.');
/** The query of the list of services. */
export const servicesQuerySchema = z.strictObject({ ...paging, organisation: id.optional() });
/** On which day somebody is looked at; today if left out. */
export const dayQuerySchema = z.strictObject({ on: londonDate.optional() });
/** Which office, and on which day. */
export const officeQuerySchema = z.strictObject({ office: z.enum(DIRECTORY_OFFICES), locality: id, on: londonDate.optional() });
/** The query of something that can be tried without doing it. */
export const dryQuerySchema = z.strictObject({ dry });
/** The query of an import. */
export const importQuerySchema = z.strictObject({ dry, complete: dry });
/** The query of an export. */
export const exportQuerySchema = z.strictObject({ organisation: id.optional() });

const row = z.strictObject(Object.fromEntries(IMPORT_COLUMNS.map((column) => [column, z.string().max(1_000).optional()])));
/** Rows in place of a file; each has the same columns. */
export const importRowsSchema = z
  .strictObject({ rows: z.array(row).min(1).max(5_000) })
  .refine(({ rows }) => new Set(rows.map((one) => Object.keys(one).sort().join())).size === 1, 'Give the same columns in each row.');
export type ImportRows = z.infer<typeof importRowsSchema>;
