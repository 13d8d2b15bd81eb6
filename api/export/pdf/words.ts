import { formatShort, fromIso, isLondonDate, londonDateOf, londonTimeOf } from '../../../domain';

/** What ids are called, by id. */
export type Names = Readonly<Record<string, string>>;

/** A code or a name of the program in words: 'Risk to others' for RISK_TO_OTHERS, 'Decide triage' for decideTriage. */
export function inWords(code: string): string {
  if (/^T-[A-Z0-9]+$/.test(code)) return code;
  const words = (
    /^[A-Z0-9_]+$/.test(code) ? code.toLowerCase().replaceAll('_', ' ') : code.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  ).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value as people read it: names for ids, London dates and times, words for codes; a dash for nothing. */
export function said(value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return saidText(value, names);
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map((one) => said(one, names)).join(', ');
  return Object.entries(value)
    .filter(([, part]) => part !== null && part !== undefined)
    .map(([name, part]) => `${inWords(name)}: ${said(part, names)}`)
    .join('; ');
}

function saidText(text: string, names: Names): string {
  const name = names[text];
  if (name !== undefined) return name;
  if (isLondonDate(text)) return formatShort(text);
  const at = /^\d{4}-\d\d-\d\dT/.test(text) ? fromIso(text) : undefined;
  if (at !== undefined) return `${formatShort(londonDateOf(at))} ${londonTimeOf(at)}`;
  return /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(text) && text.length > 3 ? inWords(text) : text;
}

/** Labels and values of some fields, those that say something. */
export const factsOf = (value: object, fields: readonly string[], names: Names): readonly (readonly [string, string])[] =>
  fields.flatMap((field) => {
    const one = (value as Readonly<Record<string, unknown>>)[field];
    return one === null || one === undefined ? [] : [[inWords(field), said(one, names)] as const];
  });
