import { actorOf } from '../access/actor';
import type { Who } from '../access/actor';
import { isExcluded, NO_EXCEPTIONS } from '../access/exceptions';
import type { AccessContext } from '../access/exceptions';
import { actingGrants } from '../access/grants';
import type { Role } from '../case/codes';
import type { CaseState } from '../case/state';

/** What of the record only some roles read. */
export type RecordPart = 'DISCLOSURES' | 'EXPORT';

// Local defaults. The account of disclosures holds no content, so those who answer for information see it without seeing the case.
const READERS: Readonly<Record<RecordPart, readonly Role[]>> = {
  DISCLOSURES: [
    'COORDINATOR',
    'COORDINATOR_MANAGER',
    'CONVENER_MANAGER',
    'TRIAGE_PARTNER',
    'INFORMATION_GOVERNANCE_LEAD',
    'RECORDS_MANAGER',
  ],
  EXPORT: ['COORDINATOR', 'COORDINATOR_MANAGER', 'CONVENER_MANAGER', 'INFORMATION_GOVERNANCE_LEAD'],
};

/** True if a role of this person on the case lets them read that part of its record. */
export const mayRead = (state: CaseState, who: Who, part: RecordPart, access: AccessContext = NO_EXCEPTIONS): boolean =>
  !isExcluded(state, who, access) && actingGrants(state, actorOf(who).person).some(({ role }) => READERS[part].includes(role));

/** Those roles, for a sentence. */
export const readersOf = (part: RecordPart): readonly Role[] => READERS[part];
