import { findProfile } from '../../domain';
import type { ProtocolProfile } from '../../domain';
import type { CaseView } from '../../persistence';

/** The profile that a case is pinned to. */
export function profileOf(view: CaseView): ProtocolProfile {
  const profile = findProfile(view.state.profile.id, view.state.profile.version);
  if (!profile) throw new Error('the profile of a case is not in this build');
  return profile;
}

/** The instant on the case's own clock: ours, or the training clock's. */
export const caseNow = (view: CaseView, wallClock: number): number =>
  Math.max(view.state.lastAt, view.training ? view.state.lastAt : wallClock);
