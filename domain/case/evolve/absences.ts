import type { CaseEvent } from '../events';
import type { Absence } from '../regions/absences';
import type { CaseState } from '../state';

/** Who has been missing, once a meeting is held: its own absences replace what was known of the services that it lists. */
export function absencesAfter({ absences }: CaseState, event: CaseEvent<'MeetingCompleted'>): readonly Absence[] {
  const listed = event.attendance.map(({ service }) => service);
  const missing = event.absences.map((one): Absence => ({
    ...one,
    meeting: event.meeting,
    heldOn: event.heldOn,
    contributedOn: null,
    chased: true,
  }));
  return [...absences.filter((one) => !listed.includes(one.service)), ...missing];
}

/** A contribution in writing makes good an absence; the first one is the one that tells whether it came in time. */
export const contributed = (
  absences: readonly Absence[],
  { service, on }: Pick<CaseEvent<'ContributionSubmitted'>, 'service' | 'on'>,
): readonly Absence[] =>
  absences.map((one) => (one.service === service && one.contributedOn === null ? { ...one, contributedOn: on } : one));
