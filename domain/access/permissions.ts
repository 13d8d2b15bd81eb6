import type { Role } from '../case/codes';
import { COMMAND_NAMES, COMMANDS } from '../case/commands/table';
import type { CommandName } from '../case/commands/table';
import { rolesOf } from '../case/holders';
import { STAGES_OF, STAGE_WORDS } from '../case/stages';
import type { CaseState } from '../case/state';
import { ROLE_TABLE } from './roles';

/** One command and whether a person may give it now; `reason` says why not. */
export interface CommandPermission {
  readonly command: CommandName;
  readonly allowed: boolean;
  readonly reason: string | null;
}

/** True if a role of this person on the case may give the command, whatever the stage. Any agency's user may open a case. */
export function mayGive(state: CaseState | null, person: string, command: CommandName): boolean {
  const granted: readonly string[] = COMMANDS[command].mayGive;
  if (granted.includes('ANY_AGENCY_USER')) return true;
  return state !== null && actingRoles(state, person).some((role) => granted.includes(role));
}

// Who stands in for a vacant coordinator does the coordinator's work until the role is filled (local default).
function actingRoles(state: CaseState, person: string): readonly Role[] {
  const own = rolesOf(state, person).map(({ role }) => role);
  return own.includes('CONVENER_MANAGER') && state.holders.COORDINATOR === undefined ? [...own, 'COORDINATOR'] : own;
}

/** True if the person sees the content of the case; references alone are no content. */
export const maySee = (state: CaseState, person: string): boolean =>
  rolesOf(state, person).some(({ role }) => ROLE_TABLE[role].sees === 'CASE' || ROLE_TABLE[role].sees === 'OWN_REFERRAL');

/** Every command of the table, each with allowed or the reason why not. */
export const allowedCommands = (state: CaseState, person: string): readonly CommandPermission[] =>
  COMMAND_NAMES.filter((command) => !isForEngine(command)).map((command) => {
    const reason = reasonAgainst(state, person, command);
    return { command, allowed: reason === null, reason };
  });

const isForEngine = (command: CommandName): boolean => COMMANDS[command].mayGive.every((role) => role === 'SYSTEM');

function reasonAgainst(state: CaseState, person: string, command: CommandName): string | null {
  const stages = STAGES_OF[command];
  if (stages === 'NEW') return 'This opens a new case.';
  if (!mayGive(state, person, command))
    return `Your roles on this case do not allow it; it needs: ${COMMANDS[command].mayGive.join(', ')}.`;
  if (state.stage === null || !stages.includes(state.stage))
    return `Not now: the case is ${state.stage === null ? 'not open' : STAGE_WORDS[state.stage]}.`;
  if (command === 'decideTriage' && state.triage) return 'Triage is decided.';
  if ((command === 'postponeMeeting' || command === 'cancelMeeting') && !state.meeting) return 'No meeting is booked.';
  if (command === 'scheduleMeeting' && state.meeting) return 'A meeting is booked.';
  return command === 'concurTriage' && !state.triage?.concurrenceOwedBy ? 'No agreement is owed.' : null;
}
