import { z } from 'zod';
import { isCommandName, PROFILES } from '../../domain';
import type { CommandName, OpeningCommand } from '../../domain';
import { Problem } from '../problem';
import type { FieldProblem } from '../problem';
import { dataSchema, londonDate } from './fromFields';
import { instant } from './instants';
import { id } from './text';

const circumstances = {
  occurredOn: londonDate.optional(),
  informant: id.optional(),
  source: z.enum(['MEETING', 'PHONE', 'EMAIL', 'LETTER', 'VISIT']).optional(),
};

const opening = (command: OpeningCommand) =>
  z.strictObject({
    profile: z.enum(PROFILES.map((profile) => profile.id)),
    command: z.literal(command),
    data: dataSchema(command),
    training: z.strictObject({ clock: instant }).optional(),
    ...circumstances,
  });

/** The body that opens a case: a referral, or a call. */
export const openingSchema = z.discriminatedUnion('command', [opening('submitReferral'), opening('submitCall')]);
export type Opening = z.infer<typeof openingSchema>;

/** The body of a command on a case. */
export const commandSchema = (command: CommandName) => z.strictObject({ data: dataSchema(command), ...circumstances });
export type CommandBody = z.infer<ReturnType<typeof commandSchema>>;

export const worklistSchema = z.strictObject({
  cursor: z.string().max(300).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(100))
    .optional(),
  training: z.enum(['true', 'false']).optional(),
});

export const forecastSchema = z.strictObject({
  days: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(730))
    .optional(),
});

export const forwardSchema = z.strictObject({ to: instant });

/** The query of an address that takes none. */
export const noQuerySchema = z.strictObject({});

/** Reads a value with a schema. @throws Problem 400 with a pointer per field */
export function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Problem(400, 'INVALID_REQUEST', 'Some fields are not right: see errors.', {
    errors: parsed.error.issues.flatMap(toFieldProblems).slice(0, 50),
  });
}

function toFieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const at = issue.path.map((part) => `/${String(part)}`).join('');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: `${at}/${key}`.slice(0, 200), detail: 'There is no such field: leave it out.' }));
  return [{ pointer: at, detail: issue.message }];
}

/** 'schedule-meeting' to scheduleMeeting. @throws Problem 404 for a name that is not in the command table */
export function commandNameOf(kebab: string): CommandName {
  const name = kebab.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
  if (/^[a-z]+(-[a-z0-9]+)*$/.test(kebab) && isCommandName(name) && name !== 'recordDeliveryFailure') return name;
  throw new Problem(404, 'UNKNOWN_COMMAND', 'There is no such command. See GET /v1/cases/{ref}/commands.');
}

/** scheduleMeeting to 'schedule-meeting'. */
export const kebabOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
