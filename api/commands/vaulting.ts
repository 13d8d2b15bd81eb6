import { COMMANDS, isUnder18 } from '../../domain';
import type { CommandName, Field, Fields, LondonDate } from '../../domain';
import type { Vault } from '../../persistence';

interface Place {
  readonly vault: Vault;
  readonly ref: string;
  readonly commandId: string;
  readonly now: number;
  /** The London day of the case, by which somebody is of age or not. */
  readonly today: LondonDate;
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
  if (field.kind === 'text' || (field.kind === 'birthDate' && !isUnder18(String(value), place.today)))
    return place.vault.put({ ref: place.ref, field: at, text: String(value), commandId: place.commandId, now: place.now });
  if (field.kind === 'group') return group(place, field.fields, value as object, at);
  if (field.kind !== 'list') return value;
  const list: object[] = [];
  for (const [n, item] of (value as object[]).entries()) list.push(await group(place, field.fields, item, `${at}.${n}`));
  return list;
}

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
    Object.entries(value).map(async ([name, item]) => [name, await fromVault(vault, ref, item, hidden)] as const),
  );
  return Object.fromEntries(entries);
}

const isReference = (text: string): boolean => /^v-[0-9a-f]{32}$/.test(text);

const opened = async (vault: Vault, ref: string, text: string, { refs, instead }: Hidden): Promise<string> =>
  refs.has(text) ? instead : ((await vault.get(ref, text)) ?? text);
