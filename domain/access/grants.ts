import type { Role } from '../case/codes';
import { COMMANDS } from '../case/commands/table';
import type { CommandName } from '../case/commands/table';
import { rolesOf } from '../case/holders';
import type { CaseState } from '../case/state';
import { isOutside, isTold } from './outside';

/** A role that a person has on a case, and how far it goes: an invited service that has not answered may only answer. */
export interface Grant {
  readonly role: Role;
  readonly service?: string;
  readonly invitedOnly: boolean;
}

/** What a service may do that is asked to take part and has not said yet whether it knows the person. */
export const INVITED_MAY: readonly CommandName[] = ['respondInvite', 'submitContribution', 'assignRole'];

/**
 * The roles of a person that count on a case. Those of a service that does not know the person, or that has left, count no longer;
 * those of a service that has still to answer go as far as its invitation (local default).
 */
export const grantsOf = (state: CaseState, person: string): readonly Grant[] =>
  rolesOf(state, person).flatMap(({ role, service }): Grant[] => {
    if (service === undefined) return [{ role, invitedOnly: false }];
    const { asked, notKnown } = state.standing;
    if (notKnown.includes(service) || !state.services.some((one) => one.service === service)) return [];
    return [{ role, service, invitedOnly: asked.includes(service) }];
  });

/**
 * The same as far as they act: who stands in for a vacant coordinator does the coordinator's work until the role is filled; contacts outside
 * act once they were told, and only on what they were told of (local defaults).
 */
export function actingGrants(state: CaseState, person: string, command?: CommandName): readonly Grant[] {
  const own = grantsOf(state, person).filter(({ role }) => !isOutside(role) || isTold(state, role, command));
  const standsIn = own.some(({ role }) => role === 'CONVENER_MANAGER') && state.holders.COORDINATOR === undefined;
  return standsIn ? [...own, { role: 'COORDINATOR', invitedOnly: false }] : own;
}

/** The roles that may give a command, as its row of the command table says. */
export const grantedBy = (command: CommandName): readonly string[] => COMMANDS[command].mayGive;

/** True if a person's role lets them give the command; a service that has still to answer its invitation may do little. */
export const isFor = (command: CommandName, { role, invitedOnly }: Grant): boolean =>
  grantedBy(command).includes(role) && (!invitedOnly || INVITED_MAY.includes(command));
