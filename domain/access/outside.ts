import type { Role } from '../case/codes';
import type { CommandName } from '../case/commands/table';
import { rolesOf } from '../case/holders';
import type { CaseState } from '../case/state';
import { isOutsideTold } from '../clocks/plan/review';

/** One reason for which contacts outside a case are told of it, and what they may then do: that and nothing else (local default). */
interface Telling {
  readonly roles: readonly Role[];
  readonly commands: readonly CommandName[];
  readonly happened: (state: CaseState) => boolean;
}

const LAPSED: Telling = {
  roles: ['LA_CONTACT', 'BOARD_CONTACT'],
  commands: ['assignRole', 'recordOversight'],
  happened: isOutsideTold,
};
const NOTIFIED: Telling = {
  roles: ['LA_CONTACT', 'LA_TEAM_MANAGER'],
  commands: ['recordLaAcknowledgement', 'recordLaDecision'],
  happened: ({ escalation }) => escalation.notification !== null,
};
const TELLINGS = [LAPSED, NOTIFIED];

/** True for the roles of people outside the case, who see and do nothing of it until they are told. */
export const isOutside = (role: Role): boolean => TELLINGS.some(({ roles }) => roles.includes(role));

/** True once such a role was told; with a command, only where what it was told of lets it give that. */
export const isTold = (state: CaseState, role: Role, command?: CommandName): boolean =>
  TELLINGS.some((one) => one.roles.includes(role) && (command === undefined || one.commands.includes(command)) && one.happened(state));

/** True for the local authority's people from the moment of a notification: beside the reference they see how the escalation stands. */
export const seesEscalation = (state: CaseState, person: string): boolean => isToldOf(NOTIFIED, state, person);

/** True for the contacts outside the case once they were told that its review has lapsed. */
export const knowsOfLapse = (state: CaseState, person: string): boolean => isToldOf(LAPSED, state, person);

const isToldOf = ({ roles, happened }: Telling, state: CaseState, person: string): boolean =>
  happened(state) && rolesOf(state, person).some(({ role }) => roles.includes(role));
