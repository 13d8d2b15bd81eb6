import type { GapRule } from './rule';

/** What the record asks for when a person has died. */
export const DEATH_GAPS: readonly GapRule[] = [
  {
    command: 'recordDeath',
    item: 'SAR_CONSIDERATION',
    requirement: 'Care Act 2014 section 44: whether to refer for a Safeguarding Adults Review',
    owner: 'COORDINATOR',
    missing: () => true,
  },
];
