import { CASE_ROLES, isServiceRole } from '../case/codes';
import type { CommandName } from '../case/commands/table';
import { rolesOf } from '../case/holders';
import type { CaseState } from '../case/state';
import { actorOf } from './actor';
import type { Who } from './actor';
import { actingGrants, grantedBy, grantsOf, isFor } from './grants';

/**
 * True unless a person who may give the command only for the own service names another one: lead workers and responsible managers
 * speak for their own service (Oxfordshire framework 4.6, 6.2). An action counts as its service's. Who holds a role of the whole case is
 * nobody's own service.
 */
export function isOwnService(state: CaseState, who: Who, command: CommandName, data: Readonly<Record<string, unknown>>): boolean {
  const { person } = actorOf(who);
  if (grantedBy(command).every((role) => role === 'PROPOSED_HOLDER')) return true;
  if (command === 'setAbsence') return isOwnAbsence(state, person, data['person']);
  const wide = actingGrants(state, person, command).some((grant) => isFor(command, grant) && !isServiceRole(grant.role));
  if (wide || ABOUT_ANOTHER_SERVICE.includes(command)) return true;
  return !isOfWholeCase(command, data) && isOfOwn(state, person, command, data);
}

function isOfOwn(state: CaseState, person: string, command: CommandName, data: Readonly<Record<string, unknown>>): boolean {
  const service = data['service'] ?? state.actions.find((action) => action.id === data['action'])?.service;
  const grants = grantsOf(state, person).filter((grant) => isFor(command, grant));
  return service === undefined || grants.some((grant) => grant.service === service);
}

// Who challenges names the service that is challenged, not the own one.
const ABOUT_ANOTHER_SERVICE: readonly CommandName[] = ['raiseChallenge'];

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

// A role such as the coordinator's, whatever service is named beside it.
const isOfWholeCase = (command: CommandName, data: Readonly<Record<string, unknown>>): boolean =>
  (command === 'assignRole' || command === 'vacateRole') && CASE_ROLES.some((role) => role === data['role']);
