import type { Instant } from '../calendar';
import type { ConsentPosition, OTHER_PROCESSES, SharingGround } from '../case/codes';
import { maySharePersonalData } from '../case/consent';
import type { CaseState } from '../case/state';

/** What left the organisation that holds the case: a look at it on one of its addresses, or what a person sent or handed over. */
export const DISCLOSURE_KINDS = [
  'CASE',
  'INVITATION',
  'ESCALATION',
  'INCIDENT',
  'TIMELINE',
  'DECISIONS',
  'CLOCK',
  'PLAN',
  'MINUTES',
  'SUMMARY',
  'LA_NOTIFICATION',
  'LA_ANSWER',
  'HANDOVER',
  'EXPORT',
] as const;
export type DisclosureKind = (typeof DISCLOSURE_KINDS)[number];

/** On what it was shared: the person's consent, the person's best interests, a recorded ground, or nothing that the record shows. */
export type DisclosureGround = 'CONSENT' | 'BEST_INTERESTS' | SharingGround | 'NONE_ON_RECORD';

/** Who receives an export that is made for somebody outside the directory. */
export const EXPORT_RECIPIENTS = [
  'SAFEGUARDING_ADULTS_BOARD',
  'PERSON',
  'REPRESENTATIVE',
  'COURT',
  'CORONER',
  'OMBUDSMAN',
  'POLICE',
  'LEGAL_ADVISER',
  'ORGANISATION',
] as const;

/** To whom it went, by directory id; a process or a body where the directory has no id for it. */
export interface DisclosureRecipient {
  readonly person: string | null;
  readonly service: string | null;
  readonly organisation: string | null;
  readonly body: (typeof EXPORT_RECIPIENTS)[number] | (typeof OTHER_PROCESSES)[number] | 'SAFEGUARDING_CONCERN' | null;
}

/** One disclosure of personal data to another organisation than the one that holds the case. Names of parts and fields, never a value. */
export interface Disclosure {
  readonly kind: DisclosureKind;
  readonly recipient: DisclosureRecipient;
  readonly parts: readonly string[];
  readonly position: ConsentPosition | null;
  readonly ground: DisclosureGround;
  /** The entry up to which the case was shown, or in which it was sent. */
  readonly seq: number;
  readonly at: Instant;
  /** Who sent it; null for a look, which its recipient took. */
  readonly by: string | null;
}

/** Somebody who looks at a case, with the directory's word on where that person works. */
export interface Looker {
  readonly person: string;
  readonly service: string | null;
  readonly organisation: string | null;
}

/** What a look shows: which address, and which parts of the case. */
export interface Shown {
  readonly kind: DisclosureKind;
  readonly parts: readonly string[];
}

/** On what the sharing of a case rests just now (Oxfordshire framework 5.3: record the grounds). */
export function groundOf(state: CaseState): DisclosureGround {
  const { position, grounds } = state.person.consent;
  if (position === 'GIVEN') return 'CONSENT';
  if (position === 'LACKS_CAPACITY_BEST_INTERESTS') return 'BEST_INTERESTS';
  return maySharePersonalData(state) && grounds !== null ? grounds : 'NONE_ON_RECORD';
}

/**
 * The row that a look at a case leaves, or null where nothing personal was shown or it stayed within the organisation that holds the case.
 * Where the directory does not know either organisation, the look counts: a row too many does less harm than one that is missing.
 */
export function lookDisclosed(
  state: CaseState,
  host: string | null,
  looker: Looker,
  { kind, parts }: Shown,
  at: Instant,
): Disclosure | null {
  if (parts.length === 0 || isWithin(host, looker.organisation)) return null;
  const recipient = { ...looker, body: null };
  return { kind, recipient, parts, ...standing(state), seq: state.seq, at, by: null };
}

/** True within the organisation that holds the case. */
export const isWithin = (host: string | null, organisation: string | null): boolean => host !== null && host === organisation;

/** What the record says of consent at the time, for a row. */
export const standing = (state: CaseState): Pick<Disclosure, 'position' | 'ground'> => ({
  position: state.person.consent.position,
  ground: groundOf(state),
});
