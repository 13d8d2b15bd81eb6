import type { ConsentPosition } from './codes';
import type { CaseState } from './state';

/** What the person has said to sharing, as it stands; null before a case has begun. */
export const consentPosition = (state: CaseState): ConsentPosition | null => state.person.consent.position;

/** Positions under which sharing needs grounds: a code and the facts relied on (Oxfordshire framework 5.3). */
export const WITHOUT_CONSENT: readonly ConsentPosition[] = ['REFUSED', 'WITHDRAWN', 'NOT_SOUGHT_UNSAFE', 'NOT_POSSIBLE'];

/** True for a position under which sharing needs grounds. */
export const isWithoutConsent = (position: ConsentPosition | null): boolean => position !== null && WITHOUT_CONSENT.includes(position);

/**
 * True if personal data may go to somebody outside the case, such as the local authority: with consent, or with recorded grounds
 * (Oxfordshire framework 7.1). A best-interests position is its own ground: nobody can be asked, and the record says why it is shared.
 */
export function maySharePersonalData(state: CaseState): boolean {
  const { position, grounds } = state.person.consent;
  return position === 'GIVEN' || position === 'LACKS_CAPACITY_BEST_INTERESTS' || (isWithoutConsent(position) && grounds !== null);
}
