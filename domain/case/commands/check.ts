import { isLondonDate } from '../../calendar';
import type { Field, Fields } from './fields';
import { COMMANDS } from './table';
import type { CommandName } from './table';

/** One thing that is wrong with the data of a command: where (JSON pointer into the data) and what to do. */
export interface DataProblem {
  readonly pointer: string;
  readonly message: string;
}

const ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
/** The key of a deadline, or a version: no free text. */
export const NAME = /^[A-Za-z0-9:/._+-]{1,140}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Checks the form of a command's data against the command table. It never looks at dates or state: that is for the rules. */
export const checkData = (command: CommandName, data: unknown): readonly DataProblem[] => checkGroup(COMMANDS[command].fields, data, '');

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkGroup(fields: Fields, value: unknown, at: string): readonly DataProblem[] {
  if (!isObject(value)) return [{ pointer: at, message: 'Give an object.' }];
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
  return [
    ...unknown.map((name) => ({ pointer: `${at}/${name}`, message: `There is no such field. Fields: ${Object.keys(fields).join(', ')}.` })),
    ...Object.entries(fields).flatMap(([name, field]) => checkField(field, value[name], `${at}/${name}`)),
  ];
}

// One case per kind of field; it reads like the table.
// eslint-disable-next-line complexity
function checkField(field: Field, value: unknown, at: string): readonly DataProblem[] {
  if (value === undefined) return field.optional === true ? [] : [{ pointer: at, message: `Missing. ${field.help}` }];
  const wrong = (message: string): readonly DataProblem[] => [{ pointer: at, message }];
  switch (field.kind) {
    case 'date':
    case 'birthDate':
      return typeof value === 'string' && isLondonDate(value) ? [] : wrong('Give a day such as 2026-04-09.');
    case 'time':
      return typeof value === 'string' && TIME.test(value) ? [] : wrong('Give a time such as 10:00.');
    case 'code':
      return typeof value === 'string' && field.of.includes(value) ? [] : wrong(`Choose one of: ${field.of.join(', ')}.`);
    case 'codes':
      return isListOf(value, field.min, (one) => typeof one === 'string' && field.of.includes(one))
        ? []
        : wrong(`Give at least ${field.min} of: ${field.of.join(', ')}.`);
    case 'profileCodes':
      return isListOf(value, field.min, (one) => typeof one === 'string') ? [] : wrong(`Give at least ${field.min} code of the locality.`);
    case 'id':
      return typeof value === 'string' && ID.test(value) ? [] : wrong('Give an id of letters, digits and hyphens.');
    case 'name':
      return typeof value === 'string' && NAME.test(value) ? [] : wrong('Give the name as the case shows it.');
    case 'text':
    case 'nhsNumber':
    case 'uprn':
      return typeof value === 'string' && value.trim() !== '' ? [] : wrong('Give a text.');
    case 'integer':
      return isIntegerIn(value, field.min, field.max) ? [] : wrong(`Give a whole number from ${field.min} to ${field.max}.`);
    case 'flag':
      return typeof value === 'boolean' ? [] : wrong('Give true or false.');
    case 'group':
      return checkGroup(field.fields, value, at);
    case 'list':
      return checkList(field, value, at);
  }
}

function checkList(field: Extract<Field, { kind: 'list' }>, value: unknown, at: string): readonly DataProblem[] {
  if (!Array.isArray(value) || value.length < field.min || value.length > field.max)
    return [{ pointer: at, message: `Give a list of ${field.min} to ${field.max} entries.` }];
  return value.flatMap((one, n) => checkGroup(field.fields, one, `${at}/${n}`));
}

const isListOf = (value: unknown, min: number, fits: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length >= min && value.every(fits);
const isIntegerIn = (value: unknown, min: number, max: number): boolean =>
  Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
