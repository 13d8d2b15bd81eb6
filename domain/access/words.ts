import type { Role } from '../case/codes';

/** How a role is called in a sentence. */
const ROLE_NAMES: Readonly<Record<Role, string>> = {
  REFERRER: 'the referrer',
  REFERRING_MANAGER: 'the referrer’s manager',
  COORDINATOR: 'the coordinator',
  COORDINATOR_MANAGER: 'the coordinator’s manager',
  TRIAGE_PARTNER: 'the triage partner',
  TRIAGE_PARTNER_MANAGER: 'the triage partner’s manager',
  CONVENER_MANAGER: 'the hosting manager',
  CHAIR: 'the Chair',
  NOTE_TAKER: 'the note-taker',
  RELATIONSHIP_HOLDER: 'who tells the person',
  LEAD_WORKER: 'the service’s lead worker',
  RESPONSIBLE_MANAGER: 'the service’s responsible manager',
  SAFEGUARDING_LEAD: 'the service’s safeguarding lead',
  RAISER: 'who has raised the challenge',
  LA_CONTACT: 'the local authority’s contact',
  BOARD_CONTACT: 'the Board’s contact',
  RECORDS_MANAGER: 'the records manager',
  LA_TEAM_MANAGER: 'the manager of the local authority’s team',
  BOARD_CHAIR: 'the Chair of the Board',
  CHILDRENS_LEAD: 'the lead of children’s services',
  INFORMATION_GOVERNANCE_LEAD: 'the information-governance lead',
  ADVOCATE: 'the advocate',
};

// Where a locality has its own word.
const LOCAL_NAMES: Readonly<Record<string, Readonly<Partial<Record<Role, string>>>>> = {
  oxfordshire: {
    COORDINATOR: 'the MARM Officer',
    COORDINATOR_MANAGER: 'the MARM Officer’s manager',
    TRIAGE_PARTNER: 'the Safeguarding Operations Manager',
  },
  dorset: { REFERRER: 'the convening worker', COORDINATOR: 'the key contact', COORDINATOR_MANAGER: 'the key contact’s manager' },
};

/** Some roles in the words of a locality: 'the MARM Officer or the Chair'. */
export function rolesInWords(roles: readonly Role[], locality: string): string {
  const names = roles.map((role) => LOCAL_NAMES[locality]?.[role] ?? ROLE_NAMES[role]);
  return [names.slice(0, -1).join(', '), names.at(-1) ?? ''].filter((part) => part !== '').join(' or ');
}
