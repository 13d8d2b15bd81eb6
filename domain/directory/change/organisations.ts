import { PROFILES } from '../../profiles';
import type { Organisation, Service } from '../entries';
import { findService, ofOrganisations } from './books';
import type { Books } from './books';
import { refused } from './refusals';
import type { DirectoryDecision, DirectoryRefusal } from './refusals';

/** What is written of an organisation. */
export interface OrganisationData {
  readonly name: string;
  readonly locality: string | null;
  readonly manager: string | null;
  readonly mailDomains: readonly string[];
}

/** What is written of a service. */
export interface ServiceData {
  readonly name: string;
  readonly leadWorker: string | null;
  readonly responsibleManager: string | null;
  readonly safeguardingLead: string | null;
}

/** A new organisation, still without services, or why not. */
export function addOrganisation(books: Books, id: string, data: OrganisationData): DirectoryDecision {
  if (books.organisations.has(id))
    return refused('ORGANISATION_EXISTS', 'There is an organisation of this id already: change that one, or choose another id.', '/id');
  const refusal = wrongOrganisation(books, data);
  return refusal ? { refusal } : { changes: ofOrganisations([{ before: null, after: toOrganisation({ id, services: [] }, data) }]) };
}

/** An organisation with some fields changed, or why not. */
export function changeOrganisation(books: Books, before: Organisation, data: Partial<OrganisationData>): DirectoryDecision {
  const { name, locality, manager = null, mailDomains = [] } = before;
  const whole: OrganisationData = { name, locality, manager, mailDomains, ...data };
  const refusal = wrongOrganisation(books, whole);
  return refusal ? { refusal } : { changes: ofOrganisations([{ before, after: toOrganisation(before, whole) }]) };
}

function toOrganisation(rest: Pick<Organisation, 'id' | 'services' | 'version'>, data: OrganisationData): Organisation {
  const { id, services, version } = rest;
  const { name, locality, manager, mailDomains } = data;
  const domains = [...new Set(mailDomains.map((one) => one.toLowerCase()))].sort();
  return {
    ...{ id, name, locality, services },
    ...(manager === null ? {} : { manager }),
    ...(domains.length === 0 ? {} : { mailDomains: domains }),
    ...(version === undefined ? {} : { version }),
  };
}

function wrongOrganisation({ people }: Books, { locality, manager }: OrganisationData): DirectoryRefusal | undefined {
  if (locality !== null && !PROFILES.some(({ id }) => id === locality))
    return refused('UNKNOWN_LOCALITY', 'There is no such locality: leave it out for an organisation of several.', '/locality').refusal;
  if (manager === null || people.has(manager)) return undefined;
  return refused('UNKNOWN_PERSON', 'There is no such person in the directory.', '/manager').refusal;
}

/** A service, new or changed, within its organisation; who speaks for it must be in the directory. */
export function saveService(
  books: Books,
  organisation: Organisation | undefined,
  id: string,
  data: Partial<ServiceData>,
  how: 'NEW' | 'CHANGED',
): DirectoryDecision {
  if (!organisation)
    return refused('UNKNOWN_ORGANISATION', 'There is no such organisation in the directory: add it first.', '/organisation');
  const placed = findService(books, id);
  if (placed && how === 'NEW')
    return refused('SERVICE_EXISTS', 'There is a service of this id already: change that one, or choose another id.', '/id');
  const unknown = ROLES.find((role) => typeof data[role] === 'string' && !books.people.has(data[role]));
  if (unknown) return refused('UNKNOWN_PERSON', 'There is no such person in the directory.', `/${unknown}`);
  const blank = { id, name: id, leadWorker: null, responsibleManager: null };
  const services = placed
    ? organisation.services.map((one) => (one.id === id ? toService(one, data) : one))
    : [...organisation.services, toService(blank, data)];
  return { changes: ofOrganisations([{ before: organisation, after: { ...organisation, services } }]) };
}

const ROLES = ['leadWorker', 'responsibleManager', 'safeguardingLead'] as const;

function toService(before: Service, data: Partial<ServiceData>): Service {
  const { name = before.name, leadWorker = before.leadWorker, responsibleManager = before.responsibleManager } = data;
  const lead = data.safeguardingLead === undefined ? before.safeguardingLead : data.safeguardingLead;
  return { id: before.id, name, leadWorker, responsibleManager, ...(typeof lead === 'string' ? { safeguardingLead: lead } : {}) };
}
