import { CASE_ROLES, isServiceRole } from '../case/codes';
import type { Role } from '../case/codes';
import { COMMAND_NAMES, COMMANDS } from '../case/commands/table';
import type { CommandName } from '../case/commands/table';
import { holderOf, isProposed, rolesOf } from '../case/holders';
import { STAGES_OF, STAGE_WORDS } from '../case/stages';
import type { CaseState } from '../case/state';
import { isOutside, isTold } from './outside';
import { ASKS_A_PERSON, ofStageKey, stageHolders } from '../clocks/challenge/stage';
import { ROLE_TABLE } from './roles';

/** One command and whether a person may give it now; `reason` says why not. */
export interface CommandPermission {
  readonly command: CommandName;
  readonly allowed: boolean;
  readonly reason: string | null;
}

/** What a person sees of a case: its content, its reference with whom to ring, or nothing. */
export type Sight = 'CASE' | 'REFERENCE' | 'NOTHING';

/**
 * What a person may see. Contacts outside the case see its reference only, and only once they were told that its review has lapsed, or
 * were notified of it (local default). So does whom a role was put to, until it is accepted.
 */
export function sightOf(state: CaseState, person: string): Sight {
  const sees = rolesOf(state, person).map(({ role }) => ROLE_TABLE[role].sees);
  if (sees.includes('CASE') || sees.includes('OWN_REFERRAL') || holdsThirdStage(state, person)) return 'CASE';
  const asks = isProposed(state, person) || actingRoles(state, person).some((role) => ROLE_TABLE[role].sees === 'REFERENCE_ONLY');
  return asks ? 'REFERENCE' : 'NOTHING';
}

// A safeguarding lead sees the case of the own service while a challenge is in the lead's hands.
const holdsThirdStage = (state: CaseState, person: string): boolean =>
  state.obligations.some(({ clock, key }) => {
    const found = clock === 'T-CHALLENGE' ? ofStageKey(state, key) : undefined;
    return found?.stage === ASKS_A_PERSON && stageHolders(state, found.challenge, found.stage).some((to) => holderOf(state, to) === person);
  });

/** True if a role of this person on the case may give the command, whatever the stage. Any agency's user may open a case. */
export function mayGive(state: CaseState | null, person: string, command: CommandName): boolean {
  const granted: readonly string[] = COMMANDS[command].mayGive;
  if (granted.includes('ANY_AGENCY_USER')) return true;
  if (granted.includes('PROPOSED_HOLDER') && state !== null && isProposed(state, person)) return true;
  return state !== null && actingRoles(state, person, command).some((role) => granted.includes(role));
}

/**
 * True unless a person who may give the command only for the own service names another one: lead workers and responsible managers
 * speak for their own service (Oxfordshire framework 4.6, 6.2). An action counts as its service's. Who holds a role of the whole case is
 * nobody's own service.
 */
export function isOwnService(state: CaseState, person: string, command: CommandName, data: Readonly<Record<string, unknown>>): boolean {
  if (COMMANDS[command].mayGive.every((role) => role === 'PROPOSED_HOLDER')) return true;
  if (command === 'setAbsence') return isOwnAbsence(state, person, data['person']);
  const granted: readonly string[] = COMMANDS[command].mayGive;
  const grants = rolesOf(state, person).filter(({ role }) => granted.includes(role));
  const wide = actingRoles(state, person, command).some((role) => granted.includes(role) && !isServiceRole(role));
  const service = data['service'] ?? state.actions.find((action) => action.id === data['action'])?.service;
  if (wide || ABOUT_ANOTHER_SERVICE.includes(command)) return true;
  return !isOfWholeCase(command, data) && (service === undefined || grants.some((grant) => grant.service === service));
}

// Everybody says when they themselves are away; a responsible manager also for the own lead worker, who runs the case for anybody.
function isOwnAbsence(state: CaseState, person: string, away: unknown): boolean {
  if (away === undefined || away === person) return true;
  const roles = rolesOf(state, person);
  return (
    roles.some(({ role }) => role === 'COORDINATOR' || role === 'COORDINATOR_MANAGER' || role === 'CONVENER_MANAGER') ||
    state.services.some(
      (one) => one.leadWorker === away && roles.some(({ role, service }) => role === 'RESPONSIBLE_MANAGER' && service === one.service),
    )
  );
}

// Who challenges names the service that is challenged, not the own one.
const ABOUT_ANOTHER_SERVICE: readonly CommandName[] = ['raiseChallenge'];

// A role such as the coordinator's, whatever service is named beside it.
const isOfWholeCase = (command: CommandName, data: Readonly<Record<string, unknown>>): boolean =>
  (command === 'assignRole' || command === 'vacateRole') && CASE_ROLES.some((role) => role === data['role']);

// Who stands in for a vacant coordinator does the coordinator's work until the role is filled; contacts outside act once they were told,
// and only on what they were told of (local defaults).
function actingRoles(state: CaseState, person: string, command?: CommandName): readonly Role[] {
  const own = rolesOf(state, person)
    .map(({ role }) => role)
    .filter((role) => !isOutside(role) || isTold(state, role, command));
  return own.includes('CONVENER_MANAGER') && state.holders.COORDINATOR === undefined ? [...own, 'COORDINATOR'] : own;
}

/** Every command of the table, each with allowed or the reason why not. */
export const allowedCommands = (state: CaseState, person: string): readonly CommandPermission[] =>
  COMMAND_NAMES.filter((command) => !isForEngine(command)).map((command) => {
    const reason = reasonAgainst(state, person, command);
    return { command, allowed: reason === null, reason };
  });

/** True for a command that only the engine itself gives. */
export const isForEngine = (command: CommandName): boolean => COMMANDS[command].mayGive.every((role) => role === 'SYSTEM');

function reasonAgainst(state: CaseState, person: string, command: CommandName): string | null {
  const stages = STAGES_OF[command];
  if (stages === 'NEW') return 'This opens a new case.';
  if (!mayGive(state, person, command))
    return `Your roles on this case do not allow it; it needs: ${COMMANDS[command].mayGive.join(', ')}.`;
  if (state.stage === null || !stages.includes(state.stage))
    return `Not now: the case is ${state.stage === null ? 'not open' : STAGE_WORDS[state.stage]}.`;
  return whatIsMissing(state, command);
}

// What a command waits for, beside a role and a stage.
function whatIsMissing(state: CaseState, command: CommandName): string | null {
  if (command === 'decideTriage' && (state.triage || state.origin.triagedOnPaper)) return 'Triage is decided.';
  if ((command === 'postponeMeeting' || command === 'cancelMeeting') && !state.meeting) return 'No meeting is booked.';
  if (command === 'scheduleMeeting' && state.meeting) return 'A meeting is booked.';
  return command === 'concurTriage' && !state.triage?.concurrenceOwedBy ? 'No agreement is owed.' : null;
}
