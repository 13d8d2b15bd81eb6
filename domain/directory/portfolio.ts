import { isUnfinished, LIVE_STAGES, SERVICE_ROLES } from '../case/codes';
import type { CaseRole, ServiceRole } from '../case/codes';
import type { CaseState, ServiceOnCase } from '../case/state';

/** A role of a live case that somebody holds, of a service where it is a service's. */
export type OpenRole = { readonly role: CaseRole } | { readonly role: ServiceRole; readonly service: string };

/** Everything that a case waits for from one person: roles, and actions that name them. */
export interface Portfolio {
  readonly roles: readonly OpenRole[];
  readonly actions: readonly { readonly action: string; readonly service: string }[];
}

const HELD_IN: Readonly<Record<ServiceRole, (service: ServiceOnCase) => string | null | undefined>> = {
  LEAD_WORKER: ({ leadWorker }) => leadWorker,
  RESPONSIBLE_MANAGER: ({ responsibleManager }) => responsibleManager,
  SAFEGUARDING_LEAD: ({ safeguardingLead }) => safeguardingLead,
};

/** What a person leaves open on a case; nothing on one that has ended. What they stand in for stays with whom it belongs to. */
export function portfolioOf(state: CaseState, person: string): Portfolio {
  if (!LIVE_STAGES.some((stage) => stage === state.stage)) return { roles: [], actions: [] };
  const ofCase = Object.entries(state.holders).flatMap(([role, holder]) => (holder === person ? [{ role: role as CaseRole }] : []));
  const ofServices = state.services.flatMap((one) =>
    SERVICE_ROLES.filter((role) => HELD_IN[role](one) === person).map((role) => ({ role, service: one.service })),
  );
  const actions = state.actions
    .filter((one) => one.leadWorker === person && one.acceptance === 'ACCEPTED' && isUnfinished(one))
    .map(({ id, service }) => ({ action: id, service }));
  return { roles: [...ofCase, ...ofServices], actions };
}

/** True where a person has nothing open on a case. */
export const isFree = ({ roles, actions }: Portfolio): boolean => roles.length + actions.length === 0;
