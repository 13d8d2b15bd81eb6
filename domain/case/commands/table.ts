import { CHALLENGE_COMMANDS } from './challenge';
import { CLOSING_COMMANDS } from './closing';
import { CORRECTION_COMMANDS } from './corrections';
import { ESCALATION_COMMANDS } from './escalation';
import { CLOCK_COMMANDS } from './clocks';
import { DEATH_COMMANDS } from './death';
import type { DataOf } from './fields';
import { INTAKE_COMMANDS } from './intake';
import { MEETINGS_COMMANDS } from './meetings';
import { MERGING_COMMANDS } from './merging';
import { PAPER_COMMANDS } from './paper';
import { RETENTION_COMMANDS } from './retention';
import { ROLE_COMMANDS } from './roles';
import { PERSON_COMMANDS } from './person';
import { PLAN_COMMANDS } from './plan';
import { REVIEW_COMMANDS } from './reviews';
import { RISK_COMMANDS } from './risk';
import { RUNNING_COMMANDS } from './running';

/**
 * Every command of a case, one file per family. Names are imperative; message names, types, request schemas and docs/commands.md
 * are read from here.
 */
export const COMMANDS = {
  ...INTAKE_COMMANDS,
  ...PAPER_COMMANDS,
  ...MERGING_COMMANDS,
  ...MEETINGS_COMMANDS,
  ...PLAN_COMMANDS,
  ...PERSON_COMMANDS,
  ...REVIEW_COMMANDS,
  ...RISK_COMMANDS,
  ...ESCALATION_COMMANDS,
  ...CHALLENGE_COMMANDS,
  ...CLOSING_COMMANDS,
  ...ROLE_COMMANDS,
  ...RUNNING_COMMANDS,
  ...CORRECTION_COMMANDS,
  ...DEATH_COMMANDS,
  ...RETENTION_COMMANDS,
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
