import { absenceOn, hasLeft, holderOf, isExcluded, isHere, isPlainAddress, londonDateOf, rolesOf, sightOf } from '../../domain';
import type { AccessContext, Actor, LondonDate } from '../../domain';
import type { CaseView, LedgerRow, Person } from '../../persistence';
import type { FailedRow } from '../contract';
import type { ActivityDeps } from '../deps';

/** Where a message may go. */
export interface Target {
  readonly person: string;
  readonly address: string;
  /** Why it goes to somebody else instead, where the case has to hear of that. */
  readonly instead?: FailedRow['reason'];
}

/**
 * Where a message goes: to the holder; on days on which the directory says that the holder is away, and after they have left, to who stands in,
 * if that one may see the case; else to the hosting manager in the holder's place. Somebody who is away gets it all the same where nobody else
 * can. One about failed delivery has the manager as a second route. Nobody who is excluded from the case hears of it: for them a role is as
 * good as vacant. Empty when nobody can be reached.
 */
export async function findTargets(deps: ActivityDeps, row: LedgerRow, view: CaseView | null): Promise<readonly Target[]> {
  const { notice } = row;
  const on = dayOf(deps, row);
  const out = await contextOf(deps, row);
  const find = async (id: string | null): Promise<Person | null> => {
    const person = id === null ? null : await deps.repositories.directory.person(id);
    return person && view && isExcluded(view.state, asActor(person), out) ? null : person;
  };
  const holder = await find(personNow(notice, view));
  const manager = toTarget(await find(notice.fallback));
  const own = toTarget(holder && !isHere(holder, on) ? await standIn(deps, holder, { view, on, out }) : holder);
  if (own) return withSecondRoute({ ...own, ...gone(holder, on) }, notice, manager);
  if (manager) return [{ ...manager, ...insteadOf(holder, on) }];
  const away = holder && !hasLeft(holder, on) ? toTarget(holder) : null;
  return away ? [away] : [];
}

const withSecondRoute = (own: Target, { notice }: LedgerRow['notice'], manager: Target | null): readonly Target[] =>
  notice === 'N20' && manager && manager.address !== own.address ? [own, manager] : [own];

// A training case lives on its own clock; in a real one people are away today.
const dayOf = ({ wallClock }: ActivityDeps, { training, notice }: LedgerRow): LondonDate =>
  londonDateOf(training ? notice.at : wallClock());

interface When {
  readonly view: CaseView | null;
  readonly on: LondonDate;
  readonly out: AccessContext;
}

// Standing in opens no case: who may not see it does not hear of it.
async function standIn(deps: ActivityDeps, holder: Person, { view, on, out }: When): Promise<Person | null> {
  const other = view && (await deps.repositories.directory.holderToday(holder.id, on));
  if (!other) return null;
  return sightOf(view.state, asActor(other), out) === 'CASE' ? other : null;
}

// Somebody on leave comes back, and the role is theirs; one that nobody holds any longer must be filled.
const gone = (holder: Person | null, on: LondonDate): Pick<Target, 'instead'> =>
  holder && hasLeft(holder, on) ? { instead: 'NO_HOLDER' } : {};

function insteadOf(holder: Person | null, on: LondonDate): Pick<Target, 'instead'> {
  if (!holder || hasLeft(holder, on)) return { instead: 'NO_HOLDER' };
  return absenceOn(holder, on) && toTarget(holder) ? {} : { instead: 'NO_ADDRESS' };
}

// A planned message may wait: it goes to whoever holds the role when it goes, or stands in that day, and to nobody who has left the case.
function personNow({ planned, person, to }: LedgerRow['notice'], view: CaseView | null): string | null {
  if (!planned || !view) return person;
  const { person: named, ...role } = to;
  return holderOf(view.state, named !== undefined && rolesOf(view.state, named).length > 0 ? to : role);
}

const asActor = ({ id, service, organisation }: Person): Actor => ({
  person: id,
  organisation,
  ...(service === null ? {} : { service }),
});

async function contextOf({ repositories, wallClock }: ActivityDeps, { ref }: LedgerRow): Promise<AccessContext> {
  const { exclusions } = await repositories.exceptions.of(ref);
  return { at: wallClock(), breakGlass: [], exclusions: exclusions.filter(({ ended }) => ended === null) };
}

const toTarget = (person: Person | null): Target | null =>
  person?.active === true && person.email !== null && isPlainAddress(person.email) ? { person: person.id, address: person.email } : null;
