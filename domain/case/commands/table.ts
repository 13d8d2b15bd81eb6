import { CLOCK_COMMANDS } from './clocks';
import { CLOSING_COMMANDS } from './closing';
import { DEATH_COMMANDS } from './death';
import type { DataOf } from './fields';
import { INTAKE_COMMANDS } from './intake';
import { MEETINGS_COMMANDS } from './meetings';
import { PLAN_COMMANDS } from './plan';
import { REVIEW_COMMANDS } from './reviews';
import { RUNNING_COMMANDS } from './running';

/**
 * Every command of a case, one file per family. Names are imperative; message names, types, request schemas and docs/commands.md
 * are read from here.
 */
export const COMMANDS = {
  ...INTAKE_COMMANDS,
  ...MEETINGS_COMMANDS,
  ...PLAN_COMMANDS,
  ...REVIEW_COMMANDS,
  ...CLOSING_COMMANDS,
  ...DEATH_COMMANDS,
  ...RUNNING_COMMANDS,
  ...CLOCK_COMMANDS,
} as const;

export type CommandName = keyof typeof COMMANDS;
export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

/** True for the name of a command in the table. */
export const isCommandName = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);

/** A command's name as it stands in addresses: 'schedule-meeting' for scheduleMeeting. */
export const kebabOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The data of a command, by its name. */
export type CommandData<N extends CommandName> = DataOf<(typeof COMMANDS)[N]['fields']>;
