import { isCommandName, namesThirdParty } from '../../domain';
import type { Vault } from '../../persistence';
import type { Hidden } from '../commands/vaulting';

/** What stands where a text cannot be opened: its key was destroyed, or it has been damaged. */
export const UNREADABLE = 'This text is sealed and can no longer be read';
/** What stands where a text about somebody else was left out. */
export const LEFT_OUT = 'Left out: about somebody else than the person';

/** How far texts are opened: what stays hidden, and whether what is about others goes with it. */
export interface Opening {
  readonly hidden: Hidden;
  readonly includeThirdParty: boolean;
}

/** Opens the texts of one case, one at a time, and counts what it could not open and what it left out. */
export interface TextOpener {
  /** A value with its texts in place of their references; `command` is the one whose fields these are. */
  open(value: unknown, command: string): Promise<unknown>;
  readonly count: { unreadable: number; leftOut: number };
}

/** An opener over the vault. A text that cannot be opened says so in its place and stops nothing. */
export function createTextOpener(vault: Vault, ref: string, { hidden, includeThirdParty }: Opening): TextOpener {
  const count = { unreadable: 0, leftOut: 0 };
  const text = async (vaultRef: string): Promise<string> => {
    if (hidden.refs.has(vaultRef)) return hidden.instead;
    const found = await vault.get(ref, vaultRef).catch(() => null);
    if (found === null) count.unreadable += 1;
    return found ?? UNREADABLE;
  };
  const omitted = (command: string, field: string): boolean =>
    !includeThirdParty && isCommandName(command) && namesThirdParty(command, field);
  const open = async (value: unknown, command: string, field = ''): Promise<unknown> => {
    if (typeof value === 'string' && isReference(value)) {
      if (!omitted(command, field)) return text(value);
      count.leftOut += 1;
      return LEFT_OUT;
    }
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const item of value as readonly unknown[]) items.push(await open(item, command, field));
      return items;
    }
    if (typeof value !== 'object' || value === null) return value;
    const parts: [string, unknown][] = [];
    for (const [name, item] of Object.entries(value)) parts.push([name, await open(item, command, fieldOf(value, name))]);
    return Object.fromEntries(parts);
  };
  return { open, count };
}

const isReference = (text: string): boolean => /^v-[0-9a-f]{32}$/.test(text);

// In a correction the text stands under another name than the field that it mends.
const MENDING: readonly string[] = ['struck', 'now', 'text'];
const fieldOf = (holder: object, name: string): string =>
  MENDING.includes(name) && 'field' in holder && typeof holder.field === 'string' ? holder.field : name;
