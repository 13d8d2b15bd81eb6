import type { Role } from '../case/codes';
import type { Addressee } from '../case/events';
import type { CaseState, Obligation } from '../case/state';

/** The addressees of a deadline's message: for an action, the people of the service that owns it. */
export function addresseesOf(state: CaseState, obligation: Obligation, roles: readonly Role[]): readonly Addressee[] {
  const action = state.actions.find((one) => `action:${one.id}` === obligation.key);
  return roles.map((role): Addressee => {
    if (!action || (role !== 'LEAD_WORKER' && role !== 'RESPONSIBLE_MANAGER')) return { role };
    const named = role === 'LEAD_WORKER' && action.leadWorker !== undefined ? { person: action.leadWorker } : {};
    return { role, service: action.service, ...named };
  });
}
