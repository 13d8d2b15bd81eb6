import { formatShort, fromIso, isLondonDate, londonDateOf, londonTimeOf } from '../../../domain';

/** What ids are called, by id. */
export type Names = Readonly<Record<string, string>>;

const ACRONYMS: readonly string[] = ['MARM', 'MARAC', 'ASMARAC', 'MAPPA', 'IMCA', 'DIED'];

/** A code or a name of the program in words: 'Risk to others' for RISK_TO_OTHERS, 'Decide triage' for decideTriage. */
export function inWords(code: string): string {
  if (/^(T-[A-Z0-9]+|[NR]\d+)$/.test(code) || ACRONYMS.includes(code)) return code;
  const apart = /^[A-Z0-9_]+$/.test(code) ? code.replaceAll('_', ' ') : code.replace(/([a-z])([A-Z0-9])/g, '$1 $2');
  const words = apart.toLowerCase().trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value as people read it: names for ids, London dates and times, words for codes; a dash for nothing. */
export function said(value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return saidText(value, names);
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map((one) => said(one, names)).join(', ');
  return saidParts(value, names);
}

// A thing with one part is that part; instants are kept as numbers under a name that says so.
function saidParts(value: object, names: Names): string {
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  const [only] = parts;
  if (only && parts.length === 1) return said(only[1], names);
  return parts
    .map(([name, part]) => `${inWords(name)}: ${name.endsWith('At') && typeof part === 'number' ? saidAt(part) : said(part, names)}`)
    .join('; ');
}

const saidAt = (at: number): string => `${formatShort(londonDateOf(at))} ${londonTimeOf(at)}`;

function saidText(text: string, names: Names): string {
  const name = names[text];
  if (name !== undefined) return name;
  if (isLondonDate(text)) return formatShort(text);
  const at = /^\d{4}-\d\d-\d\dT/.test(text) ? fromIso(text) : undefined;
  if (at !== undefined) return saidAt(at);
  return isCode(text) ? inWords(text) : text;
}

// Two capital letters may be somebody's word for a thing; YES, NO and the like are ours.
const isCode = (text: string): boolean =>
  ['YES', 'NO', 'MET', 'HAS', 'NOT', 'LOW'].includes(text) || (text.length > 3 && /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(text));

/** Labels and values of some fields, those that say something. */
export const factsOf = (value: object, fields: readonly string[], names: Names): readonly (readonly [string, string])[] =>
  fields.flatMap((field) => {
    const one = (value as Readonly<Record<string, unknown>>)[field];
    return one === null || one === undefined ? [] : [[inWords(field), said(one, names)] as const];
  });
