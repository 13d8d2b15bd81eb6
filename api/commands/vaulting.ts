import { COMMANDS, isUnder18, namesThirdParty } from '../../domain';
import type { CommandName, Field, Fields, LondonDate } from '../../domain';
import { VaultCorruptError, VaultErasedError } from '../../persistence';
import type { Vault, VaultEntry } from '../../persistence';

interface Place {
  readonly vault: Vault;
  readonly ref: string;
  readonly commandId: string;
  readonly now: number;
  /** The London day of the case, by which somebody is of age or not. */
  readonly today: LondonDate;
  /** What a correction corrects: the command of the entry and the field. Its text tells about whom that one tells. */
  readonly corrected?: { readonly fact: CommandName; readonly field: string };
}

/**
 * Puts every narrative field of a command into the vault, and the day of birth of an adult; what goes on carries references only.
 */
export const toVault = (place: Place, command: CommandName, data: object): Promise<object> =>
  group(place, COMMANDS[command].fields, data, command);

async function group(place: Place, fields: Fields, data: object, at: string): Promise<object> {
  const entries: [string, unknown][] = [];
  for (const [name, value] of Object.entries(data)) {
    const field = fields[name];
    if (field && value !== undefined) entries.push([name, await one(place, field, value as unknown, `${at}.${name}`)]);
  }
  return Object.fromEntries(entries);
}

async function one(place: Place, field: Field, value: unknown, at: string): Promise<unknown> {
  if (isVaulted(place, field, value)) {
    const { vault, ref, commandId, now } = place;
    return vault.put({ ref, field: at, text: String(value), about: aboutWhom(place, field, at), commandId, now });
  }
  if (field.kind === 'group') return group(place, field.fields, value as object, at);
  if (field.kind !== 'list') return value;
  const list: object[] = [];
  for (const [n, item] of (value as object[]).entries()) list.push(await group(place, field.fields, item, `${at}.${n}`));
  return list;
}

const isVaulted = ({ today }: Place, field: Field, value: unknown): boolean =>
  ['text', 'nhsNumber', 'uprn'].includes(field.kind) || (field.kind === 'birthDate' && !isUnder18(String(value), today));

function aboutWhom({ corrected }: Place, field: Field, at: string): NonNullable<VaultEntry['about']> {
  const own = field.kind === 'text' && field.thirdParty === true;
  const mended = at === 'correctEntry.text' && corrected !== undefined && namesThirdParty(corrected.fact, corrected.field);
  return own || mended ? 'THIRD_PARTY' : 'PERSON';
}

/** What stands in the place of a text that has been erased, and of one that does not open. */
export const ERASED = 'This has been erased.';
export const UNREADABLE = 'This entry cannot be read. Operations have been told.';

/** Texts that the reader may not have: their references, and what stands in their place. */
export interface Hidden {
  readonly refs: ReadonlySet<string>;
  readonly instead: string;
}
const NOTHING_HIDDEN: Hidden = { refs: new Set(), instead: '' };

/** Puts the texts back in place of their references, for somebody who may see the case; what is hidden is never opened. */
export async function fromVault(vault: Vault, ref: string, value: unknown, hidden: Hidden = NOTHING_HIDDEN): Promise<unknown> {
  if (typeof value === 'string') return isReference(value) ? opened(vault, ref, value, hidden) : value;
  if (Array.isArray(value)) return Promise.all(value.map((item) => fromVault(vault, ref, item, hidden)));
  if (typeof value !== 'object' || value === null) return value;
  const entries = await Promise.all(
    Object.entries(value).map(async ([name, item]) => [name, asShown(name, await fromVault(vault, ref, item, hidden))] as const),
  );
  return Object.fromEntries(entries);
}

// An NHS number is kept unspaced and shown in groups of 3, 3 and 4 (NHS Data Dictionary, NHS Number).
const asShown = (name: string, value: unknown): unknown =>
  name === 'nhsNumber' && typeof value === 'string' ? value.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3') : value;

const isReference = (text: string): boolean => /^v-[0-9a-f]{32}$/.test(text);

async function opened(vault: Vault, ref: string, text: string, { refs, instead }: Hidden): Promise<string> {
  if (refs.has(text)) return instead;
  try {
    return (await vault.get(ref, text)) ?? text;
  } catch (error) {
    // One piece that is lost does not take the rest of the case with it.
    if (error instanceof VaultErasedError) return ERASED;
    if (error instanceof VaultCorruptError) return UNREADABLE;
    throw error;
  }
}
