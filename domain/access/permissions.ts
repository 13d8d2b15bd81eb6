import { ROLES } from '../case/codes';
import { COMMAND_NAMES, COMMANDS } from '../case/commands/table';
import type { CommandName } from '../case/commands/table';
import { isProposed } from '../case/holders';
import { STAGES_OF, STAGE_WORDS } from '../case/stages';
import type { CaseState } from '../case/state';
import { findProfile } from '../profiles';
import type { ProtocolProfile } from '../profiles';
import { actorOf } from './actor';
import type { Who } from './actor';
import { isExcluded, NO_EXCEPTIONS } from './exceptions';
import type { AccessContext } from './exceptions';
import { actingGrants, grantedBy, grantsOf, isFor } from './grants';
import { accessOf } from './sight';
import { rolesInWords } from './words';

/** One command and whether a person may give it now; `reason` says why not, in words. */
export interface CommandPermission {
  readonly command: CommandName;
  readonly allowed: boolean;
  readonly reason: string | null;
}

/** True if a role of this person on the case may give the command, whatever the stage. Any agency's user may open a case. */
export function mayGive(state: CaseState | null, who: Who, command: CommandName, access: AccessContext = NO_EXCEPTIONS): boolean {
  if (grantedBy(command).includes('ANY_AGENCY_USER')) return true;
  if (state === null || isExcluded(state, who, access)) return false;
  const { person } = actorOf(who);
  if (grantedBy(command).includes('PROPOSED_HOLDER') && isProposed(state, person)) return true;
  return actingGrants(state, person, command).some((grant) => isFor(command, grant));
}

/** Every command of the table, each with allowed or the reason why not. `profile` is the one that the case is pinned to. */
export const allowedCommands = (
  state: CaseState,
  who: Who,
  profile: ProtocolProfile | undefined = findProfile(state.profile.id, state.profile.version),
  access: AccessContext = NO_EXCEPTIONS,
): readonly CommandPermission[] =>
  COMMAND_NAMES.filter((command) => !isForEngine(command)).map((command) => {
    const reason =
      STAGES_OF[command] === 'NEW'
        ? 'This opens a new case.'
        : (againstPerson(state, who, command, access) ?? againstLocality(command, profile) ?? againstNow(state, command));
    return { command, allowed: reason === null, reason };
  });

/** True for a command that only the engine itself gives. */
export const isForEngine = (command: CommandName): boolean => COMMANDS[command].mayGive.every((role) => role === 'SYSTEM');

function againstPerson(state: CaseState, who: Who, command: CommandName, access: AccessContext): string | null {
  if (mayGive(state, who, command, access)) return null;
  const { sight, through } = accessOf(state, who, access);
  if (through === 'BREAK_GLASS') return 'You look at this case without a role on it: you can read it, not change it.';
  const roles = ROLES.filter((role) => grantedBy(command).includes(role));
  if (sight === 'INVITATION' && grantsOf(state, actorOf(who).person).some(({ role }) => roles.includes(role)))
    return 'Answer the invitation first: say whether the person is known to your service.';
  return `This is for ${rolesInWords(roles, state.locality)}: ask there.`;
}

const TRIAGE: readonly CommandName[] = ['startTriage', 'decideTriage', 'concurTriage'];

function againstLocality(command: CommandName, profile: ProtocolProfile | undefined): string | null {
  if (!profile) return null;
  if (!profile.triage.value.enabled && TRIAGE.includes(command)) return 'This locality has no triage: the call is accepted instead.';
  return profile.triage.value.enabled && command === 'acceptCall' ? 'In this locality triage decides.' : null;
}

// One line per thing that a command waits for.
function againstNow(state: CaseState, command: CommandName): string | null {
  const stages = STAGES_OF[command];
  if (state.stage === null || !stages.includes(state.stage))
    return `Not now: the case is ${state.stage === null ? 'not open' : STAGE_WORDS[state.stage]}.`;
  if (command === 'decideTriage' && (state.triage || state.origin.triagedOnPaper)) return 'Triage is decided.';
  if ((command === 'postponeMeeting' || command === 'cancelMeeting') && !state.meeting) return 'No meeting is booked.';
  if (command === 'scheduleMeeting' && state.meeting) return 'A meeting is booked.';
  return command === 'concurTriage' && !state.triage?.concurrenceOwedBy ? 'No agreement is owed.' : null;
}
