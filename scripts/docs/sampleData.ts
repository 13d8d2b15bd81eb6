import { addDays } from '../../domain';
import type { Field, Fields, LondonDate } from '../../domain';

type Data = Readonly<Record<string, unknown>>;

/** How dates are filled in: with the day itself, or with a later day where a date lies ahead. */
const DATE_MODES: readonly ((name: string, today: LondonDate) => LondonDate)[] = [
  (name, today) => (name === 'heldOn' ? today : addDays(today, 21)),
  (_name, today) => today,
];

/** Data of every kind that a command's fields allow: everything filled in, with every flag or none, or only what is needed; then each choice in turn. */
export function samplesOf(fields: Fields, today: LondonDate): readonly Data[] {
  const bases = DATE_MODES.flatMap((dateOf) => {
    const full = samplesIn(fields, (name) => dateOf(name, today));
    return [full, without(full, (name) => fields[name]?.kind === 'flag'), without(full, (name) => fields[name]?.optional === true)];
  });
  const choices = Object.entries(fields).flatMap(([name, field]) => choicesOf(field).map((choice) => [name, choice] as const));
  return distinct(bases.flatMap((base) => [base, ...choices.map(([name, choice]) => ({ ...base, [name]: choice }))]));
}

const distinct = (all: readonly Data[]): readonly Data[] => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];

const without = (data: Data, leaveOut: (name: string) => boolean): Data =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !leaveOut(name)));

function choicesOf(field: Field): readonly unknown[] {
  if (field.kind === 'code') return field.of;
  return field.kind === 'codes' ? field.of.map((one) => [one]) : [];
}

function sample(field: Field, name: string, dateOf: (name: string) => LondonDate): unknown {
  switch (field.kind) {
    case 'date':
    case 'birthDate':
      return dateOf(name);
    case 'time':
      return '10:00';
    case 'code':
      return field.of[0];
    case 'codes':
      return field.of.slice(0, field.min);
    case 'profileCodes':
      return ['OTHER'];
    case 'id':
      return `sample-${field.of}`;
    case 'name':
      return 'sample';
    case 'nhsNumber':
      return '9990000018';
    case 'uprn':
      return '100023336956';
    case 'text':
      return 'sample';
    case 'integer':
      return field.min;
    case 'flag':
      return true;
    case 'group':
      return samplesIn(field.fields, dateOf);
    case 'list':
      return [samplesIn(field.fields, dateOf)];
    default:
      return undefined;
  }
}

const samplesIn = (fields: Fields, dateOf: (name: string) => LondonDate): Data =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, sample(field, name, dateOf)]));
