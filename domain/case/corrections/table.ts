import type { Field, Fields } from '../commands/fields';
import { COMMANDS } from '../commands/table';
import type { CommandName } from '../commands/table';
import type { Entry } from '../regions/entries';
import { CLOSING_MENDABLE } from './closing';
import { INTAKE_MENDABLE } from './intake';
import { MEETINGS_MENDABLE } from './meetings';
import { PLAN_MENDABLE } from './plan';
import { TEXT } from './row';
import type { CorrectableField, Mendable, MendableTable } from './row';

/**
 * What can be mended of which command: fields with what their right value means for the case, and how to take an entry back.
 * A family adds its own table here; where a fact has a key or a day of its own, it also gets a row in `evolve/entries.ts`.
 * Texts of every command can be corrected without a row. A command without a row cannot be retracted.
 */
export const MENDABLE: MendableTable = { ...INTAKE_MENDABLE, ...MEETINGS_MENDABLE, ...PLAN_MENDABLE, ...CLOSING_MENDABLE };

/** What can be mended of the entries of a command. */
export const mendableOf = (fact: CommandName): Mendable => MENDABLE[fact] ?? { fields: {} };

/** The fields of an entry that can be corrected, by name. */
export function correctableFields(entry: Entry): Readonly<Record<string, CorrectableField>> {
  const texts = textFields(COMMANDS[entry.fact].fields).map((name) => [name, TEXT] as const);
  const rows = Object.entries(mendableOf(entry.fact).fields).filter(([, row]) => row.applies?.(entry) !== false);
  return Object.fromEntries([...texts, ...rows]);
}

// Names of narrative fields, however deep; within one command each name stands once.
function textFields(fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => (isText(field) ? [name] : textFields(inner(field))));
}

const isText = ({ kind }: Field): boolean => kind === 'text' || kind === 'nhsNumber' || kind === 'uprn';

const inner = (field: Field): Fields => (field.kind === 'group' || field.kind === 'list' ? field.fields : {});
