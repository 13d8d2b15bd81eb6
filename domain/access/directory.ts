import type { Organisation, Person, Service } from '../directory/entries';

/** What somebody can do with the directory. */
export const DIRECTORY_DEEDS = [
  'READ_NAMES',
  'READ_CONTACT',
  'READ_HISTORY',
  'ADD_ORGANISATION',
  'CHANGE_ORGANISATION',
  'CHANGE_SERVICE',
  'ADD_PERSON',
  'CHANGE_PERSON',
  'GIVE_OFFICE',
  'SET_ABSENCE',
  'RECORD_LEAVING',
  'HAND_OVER',
  'IMPORT',
  'EXPORT',
] as const;
export type DirectoryDeed = (typeof DIRECTORY_DEEDS)[number];

/** What somebody is to the entry that they ask about. */
export const STANDINGS = ['ADMINISTRATOR', 'ORGANISATION_MANAGER', 'SERVICE_MANAGER', 'LINE_MANAGER', 'SELF', 'ANYBODY'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * Who may do what (local default): the administrator of the locality everything; an organisation's own manager keeps its people and services;
 * who is away is for the person and those who manage them. Nothing of it shows anything of a case.
 */
export const DIRECTORY_RIGHTS: Readonly<Record<DirectoryDeed, readonly Standing[]>> = {
  READ_NAMES: ['ANYBODY'],
  READ_CONTACT: ['ADMINISTRATOR', 'ORGANISATION_MANAGER', 'SERVICE_MANAGER', 'LINE_MANAGER', 'SELF'],
  READ_HISTORY: ['ADMINISTRATOR'],
  ADD_ORGANISATION: ['ADMINISTRATOR'],
  CHANGE_ORGANISATION: ['ADMINISTRATOR'],
  CHANGE_SERVICE: ['ADMINISTRATOR', 'ORGANISATION_MANAGER'],
  ADD_PERSON: ['ADMINISTRATOR', 'ORGANISATION_MANAGER'],
  CHANGE_PERSON: ['ADMINISTRATOR', 'ORGANISATION_MANAGER'],
  GIVE_OFFICE: ['ADMINISTRATOR'],
  SET_ABSENCE: ['ADMINISTRATOR', 'ORGANISATION_MANAGER', 'SERVICE_MANAGER', 'LINE_MANAGER', 'SELF'],
  RECORD_LEAVING: ['ADMINISTRATOR', 'ORGANISATION_MANAGER'],
  HAND_OVER: ['ADMINISTRATOR', 'ORGANISATION_MANAGER'],
  IMPORT: ['ADMINISTRATOR'],
  EXPORT: ['ADMINISTRATOR'],
};

/** The entry that somebody asks about, as far as it is known. */
export interface About {
  /** The locality concerned; null for what several localities share, left out for any. */
  readonly locality?: string | null;
  readonly organisation?: Pick<Organisation, 'id' | 'manager'>;
  readonly service?: Pick<Service, 'responsibleManager'>;
  readonly person?: Pick<Person, 'id' | 'manager'>;
}

/** The standings of somebody towards an entry. */
export function standingsOf(actor: Pick<Person, 'id' | 'offices' | 'organisation'>, about: About): readonly Standing[] {
  const { organisation, service, person } = about;
  const held: Readonly<Record<Standing, boolean>> = {
    ADMINISTRATOR: isAdministrator(actor, about.locality),
    ORGANISATION_MANAGER: organisation?.manager === actor.id && organisation.id === actor.organisation,
    SERVICE_MANAGER: service?.responsibleManager === actor.id,
    LINE_MANAGER: person?.manager === actor.id,
    SELF: person?.id === actor.id,
    ANYBODY: true,
  };
  return STANDINGS.filter((standing) => held[standing]);
}

// What no locality calls its own, such as a police force of several, is kept by the administrator of any.
const isAdministrator = ({ offices }: Pick<Person, 'offices'>, locality: string | null | undefined): boolean =>
  offices.some((one) => one.role === 'DIRECTORY_ADMIN' && (locality === null || locality === undefined || one.locality === locality));

/** True if somebody may do something with an entry of the directory. */
export const mayInDirectory = (actor: Pick<Person, 'id' | 'offices' | 'organisation'>, deed: DirectoryDeed, about: About): boolean =>
  standingsOf(actor, about).some((standing) => DIRECTORY_RIGHTS[deed].includes(standing));
