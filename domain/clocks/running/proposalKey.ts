import type { Role } from '../../case/codes';

interface Named {
  readonly role: Role;
  readonly service?: string;
}

/** A role as it stands in a key: `COORDINATOR`, or `LEAD_WORKER/svc-housing`. */
export const nameOf = ({ role, service }: Named): string => (service === undefined ? role : `${role}/${service}`);

/** The key under which the answer to a proposed role is awaited; the person is part of it, so that asking somebody else begins afresh. */
export const proposalKey = (one: Named & { readonly person: string }): string => `proposal:${nameOf(one)}/${one.person}`;
