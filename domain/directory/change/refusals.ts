import type { DirectoryChanges } from '../entries';

/** Every refusal of the directory and the HTTP status that the API gives it. */
export const DIRECTORY_REFUSALS = {
  PERSON_EXISTS: 409,
  ORGANISATION_EXISTS: 409,
  SERVICE_EXISTS: 409,
  LAST_ADMINISTRATOR: 409,
  ADMINISTRATOR_EXISTS: 409,
  PERSON_HAS_LEFT: 409,
  OWN_OFFICE: 403,
  OWN_LEAVING: 403,
  UNKNOWN_PERSON: 422,
  UNKNOWN_ORGANISATION: 422,
  UNKNOWN_SERVICE: 422,
  UNKNOWN_LOCALITY: 422,
  MANAGER_UNCLEAR: 422,
  ABSENCE_UNCLEAR: 422,
  LEAVING_UNCLEAR: 422,
  OFFICE_UNCLEAR: 422,
} as const;
export type DirectoryRefusalCode = keyof typeof DIRECTORY_REFUSALS;

/** Why the directory is not changed: an expected outcome, returned as a value. */
export interface DirectoryRefusal {
  readonly code: DirectoryRefusalCode;
  /** A sentence that says what to do. */
  readonly message: string;
  /** The field at fault, as a JSON pointer into the request. */
  readonly field?: string;
}

/** What a change comes to, or why it is refused. */
export type DirectoryDecision = { readonly changes: DirectoryChanges } | { readonly refusal: DirectoryRefusal };

/** A refusal. */
export const refused = (code: DirectoryRefusalCode, message: string, field?: string): { readonly refusal: DirectoryRefusal } => ({
  refusal: { code, message, ...(field === undefined ? {} : { field }) },
});
