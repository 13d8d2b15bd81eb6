import type { Role } from '../case/codes';

/**
 * What somebody is for a whole locality, whatever case comes: whoever holds one when a case opens holds its role there. The last one is no
 * role of any case: it keeps the directory, and shows nothing of a case.
 */
export const DIRECTORY_OFFICES = [
  'COORDINATOR',
  'TRIAGE_PARTNER',
  'CONVENER_MANAGER',
  'LA_CONTACT',
  'LA_TEAM_MANAGER',
  'BOARD_CONTACT',
  'BOARD_CHAIR',
  'RECORDS_MANAGER',
  'INFORMATION_GOVERNANCE_LEAD',
  'CHILDRENS_LEAD',
  'DIRECTORY_ADMIN',
] as const satisfies readonly (Role | 'DIRECTORY_ADMIN')[];
export type Office = (typeof DIRECTORY_OFFICES)[number];

/** An office of a locality. */
export interface OfficeHeld {
  readonly role: Office;
  readonly locality: string;
}

/** True for the same office of the same locality. */
export const isSameOffice = (a: OfficeHeld, b: OfficeHeld): boolean => a.role === b.role && a.locality === b.locality;

/** An office as it stands in the record of changes: `office:oxfordshire:COORDINATOR`. */
export const officeName = ({ role, locality }: OfficeHeld): string => `office:${locality}:${role}`;

/** Offices that several people may hold at once; of every other one there is one holder, so that it is clear who acts. */
export const isShared = ({ role }: OfficeHeld): boolean => role === 'DIRECTORY_ADMIN';
