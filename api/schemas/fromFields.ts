import { z } from 'zod';
import { COMMANDS, IDENTIFIER_HELP, isLondonDate, NAME, toIdentifier } from '../../domain';
import type { CommandName, Field, Fields, Identifier } from '../../domain';
import { id, text } from './text';

export const londonDate = z.string().refine(isLondonDate, 'Give a real day such as 2026-04-09.');
const londonTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time such as 10:00.');

/** An NHS number or UPRN in the form in which it is kept. */
export const identifier = (kind: Identifier): z.ZodType<string> =>
  z
    .string()
    .max(30, IDENTIFIER_HELP[kind])
    .refine((given) => toIdentifier(kind, given) !== null, IDENTIFIER_HELP[kind])
    .transform((given) => toIdentifier(kind, given) ?? given);

/** Whole data as a command takes it, or any part of it as a draft keeps it. */
type Completeness = 'whole' | 'part';
const least = (min: number, how: Completeness): number => (how === 'whole' ? min : 0);

function schemaOf(field: Field, how: Completeness): z.ZodType {
  switch (field.kind) {
    case 'date':
    case 'birthDate':
      return londonDate;
    case 'time':
      return londonTime;
    case 'code':
      return z.enum(field.of as [string, ...string[]], `Choose one of: ${field.of.join(', ')}.`);
    case 'codes':
      return z
        .array(z.enum(field.of as [string, ...string[]]))
        .min(least(field.min, how))
        .max(field.of.length);
    case 'profileCodes':
      return z
        .array(z.string().regex(/^[A-Z][A-Z0-9_]{1,63}$/))
        .min(least(field.min, how))
        .max(50);
    case 'id':
      return id;
    case 'name':
      return z.string().regex(NAME, 'Give the name as the case shows it.');
    case 'text':
      return text;
    case 'nhsNumber':
    case 'uprn':
      return identifier(field.kind);
    case 'integer':
      return z.int().min(field.min).max(field.max);
    case 'flag':
      return z.boolean();
    case 'group':
      return objectOf(field.fields, how);
    case 'list':
      return z.array(objectOf(field.fields, how)).min(least(field.min, how)).max(field.max);
  }
}

function objectOf(fields: Fields, how: Completeness): z.ZodType {
  return z.strictObject(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, described(field, how)])));
}

const described = (field: Field, how: Completeness): z.ZodType => {
  const schema = schemaOf(field, how).describe(field.help);
  return field.optional === true || how === 'part' ? schema.optional() : schema;
};

/** The request schema of a command's data, made from the command table. */
export const dataSchema = (command: CommandName): z.ZodType => objectOf(COMMANDS[command].fields, 'whole');

/** The same with every field left open: what is there must be right, nothing must be there. */
export const partialDataSchema = (command: CommandName): z.ZodType => objectOf(COMMANDS[command].fields, 'part');
