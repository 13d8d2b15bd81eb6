import { z } from 'zod';
import { isCommandName, isForEngine, OPENING_COMMANDS, PROFILES } from '../../domain';
import type { CommandName, OpeningCommand } from '../../domain';
import { Problem } from '../problem';
import type { FieldProblem } from '../problem';
import { dataSchema, londonDate, partialDataSchema } from './fromFields';
import { instant } from './instants';
import { id } from './text';

const circumstances = {
  occurredOn: londonDate.optional(),
  informant: id.optional(),
  source: z.enum(['MEETING', 'PHONE', 'EMAIL', 'LETTER', 'VISIT']).optional(),
};

const profile = z.enum([...new Set(PROFILES.map((one) => one.id))]);
const training = z.strictObject({ clock: instant }).optional();

// One body per command that opens a case; zod wants to see that there is at least one.
const perOpening = <T>(make: (command: OpeningCommand) => T): [T, ...T[]] => {
  const [first, ...rest] = OPENING_COMMANDS;
  return [make(first), ...rest.map(make)];
};

const opening = (command: OpeningCommand) =>
  z.strictObject({ profile, command: z.literal(command), data: dataSchema(command), training, ...circumstances });

/** The body that opens a case: a referral, a call, or a case begun on paper. */
export const openingSchema = z.discriminatedUnion('command', perOpening(opening));
export type Opening = z.infer<typeof openingSchema>;

const draft = (command: OpeningCommand) =>
  z.strictObject({ profile, command: z.literal(command), data: partialDataSchema(command), ...circumstances });

/** The body of a draft: what opens a case, with any part of its data. */
export const draftSchema = z.discriminatedUnion('command', perOpening(draft));
export type DraftBody = z.infer<typeof draftSchema>;

/** The body that sends a draft. */
export const sendSchema = z.strictObject({ training });
export type SendBody = z.infer<typeof sendSchema>;

/** The body of a removal: none. */
export const nothingSchema = z.strictObject({});

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
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Problem(400, 'INVALID_REQUEST', 'Some fields are not right: see errors.', { errors: fieldProblems(parsed.error) });
}

/** What a value still lacks to be read with a schema; empty when nothing. */
export function lacking(schema: z.ZodType, value: unknown): readonly FieldProblem[] {
  const parsed = schema.safeParse(value, { reportInput: true });
  return parsed.success ? [] : fieldProblems(parsed.error);
}

const fieldProblems = (error: z.core.$ZodError): readonly FieldProblem[] => error.issues.flatMap(toFieldProblems).slice(0, 50);

function toFieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const at = issue.path.map((part) => `/${String(part)}`).join('');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: `${at}/${key}`.slice(0, 200), detail: 'There is no such field: leave it out.' }));
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return [{ pointer: at, detail: missing ? 'This is missing: fill it in.' : issue.message }];
}

/** 'schedule-meeting' to scheduleMeeting. @throws Problem 404 for a name that is not in the command table */
export function commandNameOf(kebab: string): CommandName {
  const name = kebab.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
  if (/^[a-z]+(-[a-z0-9]+)*$/.test(kebab) && isCommandName(name) && !isForEngine(name)) return name;
  throw new Problem(404, 'UNKNOWN_COMMAND', 'There is no such command. See GET /v1/cases/{ref}/commands.');
}
