import type { Field, Fields } from './fields';
import { COMMANDS, isCommandName } from './table';
import type { CommandName } from './table';

const inner = (field: Field | undefined): Fields => (field?.kind === 'group' || field?.kind === 'list' ? field.fields : {});

/**
 * True for a field that tells about somebody other than the person: who causes harm, a relative, a child of the household. `path` is its
 * place in a command, such as `submitReferral.household` or `completeMeeting.actions.0.text`.
 */
export function isThirdParty(path: string): boolean {
  const [command = '', ...parts] = path.split('.');
  if (!isCommandName(command)) return false;
  let field: Field | undefined;
  let fields: Fields = COMMANDS[command].fields;
  for (const part of parts.filter((one) => !/^\d+$/.test(one))) {
    field = fields[part];
    fields = inner(field);
  }
  return field?.kind === 'text' && field.thirdParty === true;
}

/** The same for the field of that name in a command, however deep; within one command each name stands once. */
export const namesThirdParty = (command: CommandName, name: string): boolean => holds(COMMANDS[command].fields, name);

const holds = (fields: Fields, name: string): boolean =>
  Object.entries(fields).some(([own, field]) =>
    field.kind === 'text' ? own === name && field.thirdParty === true : holds(inner(field), name),
  );
