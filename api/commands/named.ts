import { COMMANDS } from '../../domain';
import type { CommandName, Field, Fields } from '../../domain';
import type { Directory } from '../../persistence';
import { Problem } from '../problem';
import type { FieldProblem } from '../problem';
import type { Named } from './holders';

interface Mention {
  readonly of: 'person' | 'organisation' | 'service';
  readonly id: string;
  readonly pointer: string;
}

/** What a command names of the directory, each once. */
export function namedIn(command: CommandName, data: object): Named {
  const mentions = mentionsIn(COMMANDS[command].fields, data, '');
  const ids = (of: Mention['of']) => [...new Set(mentions.filter((one) => one.of === of).map((one) => one.id))];
  const coordinator = coordinatorIn(command, data as Readonly<Record<string, unknown>>);
  return {
    services: ids('service'),
    people: ids('person'),
    organisations: ids('organisation'),
    ...(coordinator === undefined ? {} : { coordinator }),
  };
}

// Three commands may name a new coordinator; that person's own manager then hears what a coordinator's manager hears.
function coordinatorIn(command: CommandName, data: Readonly<Record<string, unknown>>): string | undefined {
  const named =
    command === 'assignRole' ? (data['role'] === 'COORDINATOR' ? data['person'] : undefined) : (data['keyContact'] ?? data['coordinator']);
  return typeof named === 'string' ? named : undefined;
}

function mentionsIn(fields: Fields, data: object, at: string): readonly Mention[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const field = fields[name];
    return field ? mentionsOf(field, value as unknown, `${at}/${name}`) : [];
  });
}

function mentionsOf(field: Field, value: unknown, at: string): readonly Mention[] {
  if (field.kind === 'group' && typeof value === 'object' && value !== null) return mentionsIn(field.fields, value, at);
  if (field.kind === 'list' && Array.isArray(value)) return value.flatMap((one: object, n) => mentionsIn(field.fields, one, `${at}/${n}`));
  if (field.kind !== 'id' || field.of === 'action' || field.of === 'gap' || field.of === 'field' || typeof value !== 'string') return [];
  return [{ of: field.of, id: value, pointer: at }];
}

/** Refuses a person or service that the directory does not know: a message to them would reach nobody. @throws Problem 422 */
export async function checkNamed(directory: Directory, command: CommandName, data: object): Promise<void> {
  const unknown: FieldProblem[] = [];
  for (const { of, id, pointer } of mentionsIn(COMMANDS[command].fields, data, '')) {
    if (!(await isKnown(directory, of, id)))
      unknown.push({ pointer: `/data${pointer}`, detail: `There is no such ${of} in the directory.` });
  }
  if (unknown.length === 0) return;
  const service = unknown.some((one) => one.detail.includes('service'));
  throw new Problem(422, service ? 'UNKNOWN_SERVICE' : 'UNKNOWN_PERSON', 'Somebody named here is not in the directory: check the ids.', {
    errors: unknown,
  });
}

// A referral may come on behalf of an organisation that is not in the directory.
async function isKnown(directory: Directory, of: Mention['of'], id: string): Promise<boolean> {
  if (of === 'service') return (await directory.service(id)) !== null;
  return of === 'organisation' || (await directory.person(id)) !== null;
}
