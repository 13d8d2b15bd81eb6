import { OBLIGATIONS } from '../obligations';
import type { ProtocolProfile } from '../types';
import { finding } from './finding';
import type { Finding } from './finding';

/** What the locality's own document asks for is there, or a deviation says in writing why it is not. */
export function checkObligations(profile: ProtocolProfile): readonly Finding[] {
  const deviating = (profile.deviations ?? []).map((one) => one.obligation);
  return (OBLIGATIONS[profile.id] ?? [])
    .filter((one) => !deviating.includes(one.id) && !one.holds(profile))
    .map(({ id, says, cite }) =>
      finding('OBLIGATION_REMOVED', `/deviations/${id}`, `${says} (${cite}): put it back, or record a deviation with its reason.`),
    );
}

/** A deviation names an obligation of the locality, a reason and who agreed. */
export function checkDeviations({ id, deviations = [] }: ProtocolProfile): readonly Finding[] {
  const known = (OBLIGATIONS[id] ?? []).map((one) => one.id);
  return deviations
    .filter(({ obligation, reason, agreedBy }) => !known.includes(obligation) || reason.trim() === '' || agreedBy.trim() === '')
    .map(({ obligation }) =>
      finding('DEVIATION_UNCLEAR', `/deviations/${obligation}`, `Name an obligation (${known.join(', ')}), the reason, and who agreed.`),
    );
}
