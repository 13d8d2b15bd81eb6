import { holderOf, isExcluded, rolesOf } from '../../domain';
import type { Actor } from '../../domain';
import { isPlainAddress } from '../../notifications';
import type { CaseView, LedgerRow, Person } from '../../persistence';
import type { FailedRow } from '../contract';
import type { ActivityDeps } from '../deps';

/** Where a message may go. */
export interface Target {
  readonly person: string;
  readonly address: string;
  /** Why it goes to the hosting manager instead. */
  readonly instead?: FailedRow['reason'];
}

/**
 * Where a message goes: to the holder, or to the hosting manager in the holder's place. One about failed delivery has that as a second route.
 * Nobody who is excluded from the case hears of it: for them a role is as good as vacant. Empty when nobody can be reached.
 */
export async function findTargets(
  { repositories: { directory, exceptions }, wallClock }: ActivityDeps,
  { notice, ref }: LedgerRow,
  view: CaseView | null,
): Promise<readonly Target[]> {
  const { exclusions } = await exceptions.of(ref);
  const out = { at: wallClock(), breakGlass: [], exclusions: exclusions.filter(({ ended }) => ended === null) };
  const find = async (id: string | null): Promise<Person | null> => {
    const person = id === null ? null : await directory.person(id);
    return person && view && isExcluded(view.state, asActor(person), out) ? null : person;
  };
  const holder = await find(personNow(notice, view));
  const manager = toTarget(await find(notice.fallback));
  const own = toTarget(holder);
  if (own) return notice.notice === 'N20' && manager && manager.address !== own.address ? [own, manager] : [own];
  return manager ? [{ ...manager, instead: holder?.active === true ? 'NO_ADDRESS' : 'NO_HOLDER' }] : [];
}

// A planned message may wait: it goes to whoever holds the role when it goes, or stands in that day, and to nobody who has left the case.
function personNow({ planned, person, to }: LedgerRow['notice'], view: CaseView | null): string | null {
  if (!planned || !view) return person;
  const { person: named, ...role } = to;
  return holderOf(view.state, named !== undefined && rolesOf(view.state, named).length > 0 ? to : role);
}

const asActor = ({ id, service }: Person): Actor => ({ person: id, ...(service === null ? {} : { service }) });

const toTarget = (person: Person | null): Target | null =>
  person?.active === true && person.email !== null && isPlainAddress(person.email) ? { person: person.id, address: person.email } : null;
