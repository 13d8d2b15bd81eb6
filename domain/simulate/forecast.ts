import type { Instant } from '../calendar';
import type { CaseState } from '../case/state';
import { settle } from '../clocks/settle';
import type { ProtocolProfile } from '../profiles';
import { entriesOf } from './entries';
import type { Entry } from './entries';

/** What will be said and raised up to an instant if nobody acts: the same rules, run ahead. */
export const forecast = (state: CaseState, profile: ProtocolProfile, until: Instant): readonly Entry[] =>
  entriesOf(settle(state, profile, until));
