import { londonDateOf, isHere, portfolioOf, SERVICE_ROLES } from '../../domain';
import type { CaseState, Draft, Person } from '../../domain';
import type { CaseView, HandOver, HandOverItem } from '../../persistence';
import { namedHolders } from '../commands/holders';
import { namedIn } from '../commands/named';
import { toVault } from '../commands/vaulting';
import { readerNow } from '../access';
import type { ApiDeps } from '../deps';
import { commandIdOf } from '../middleware/idempotency';
import { Problem } from '../problem';
import { openRolesOf } from './openRoles';

/** How many roles and actions one request moves: as many as fit well into its time. */
const MOST_AT_ONCE = 100;

/** What became of one role or action: given, put to somebody who must accept it, refused by the case, or to be tried again. */
export interface HandOverRow extends HandOverItem {
  readonly outcome: 'DONE' | 'AWAITS_ACCEPTANCE' | 'REFUSED' | 'NOT_NOW' | 'MOVED_MEANWHILE' | 'STAYS';
  readonly code?: string;
  readonly detail?: string;
}

/** Both people of a hand-over, who has it done, and the command of which each case's command is a part. */
export interface HandingOver {
  readonly from: Person;
  readonly to: Person;
  readonly actor: string;
  readonly commandId: string;
}

/** Everything that a person leaves open, as the items of a hand-over. */
export async function planHandOver(deps: ApiDeps, from: string, to: string): Promise<HandOver> {
  const items = (await openRolesOf(deps, from)).flatMap(({ ref, roles, actions }): readonly HandOverItem[] => [
    ...roles.map((role) => ({ ref, ...role })),
    ...actions.map((action) => ({ ref, ...action })),
  ]);
  return { from, to, items: items.slice(0, MOST_AT_ONCE), left: Math.max(0, items.length - MOST_AT_ONCE) };
}

/** @throws Problem for a new holder who cannot take anything over */
export function checkSuccessor(deps: ApiDeps, { from, to, actor }: Omit<HandingOver, 'commandId'>): void {
  const wrong = (status: number, code: string, detail: string): Problem =>
    new Problem(status, code, detail, { errors: [{ pointer: '/to', detail }] });
  if (to.id === from.id) throw wrong(422, 'HAND_OVER_UNCLEAR', 'Hand over to somebody else.');
  // Keeping the directory opens no case.
  if (to.id === actor) throw wrong(403, 'OWN_HAND_OVER', 'Nobody takes cases over for themselves: ask another administrator.');
  if (!isHere(to, londonDateOf(deps.wallClock())))
    throw wrong(409, 'PERSON_NOT_HERE', 'That person has left, or is away today: hand over to somebody who is there.');
}

/** What each item would come to, as far as it can be said without asking the case. */
export const foreseen = ({ items }: HandOver, both: Pick<HandingOver, 'from' | 'to'>): readonly HandOverRow[] =>
  items.map((item) => ({ ...item, ...expected(item, both) }));

function expected({ action }: HandOverItem, { from, to }: Pick<HandingOver, 'from' | 'to'>): Pick<HandOverRow, 'outcome' | 'detail'> {
  if (from.organisation === to.organisation) return { outcome: 'DONE' };
  return action === undefined ? { outcome: 'AWAITS_ACCEPTANCE' } : { outcome: 'STAYS', detail: STAYS };
}

const STAYS = 'An action stays with its service: the coordinator gives it to another one.';

/** Gives each item to its case, one after another. A second run under the same command id gives nothing twice. */
export async function handOver(deps: ApiDeps, plan: HandOver, handing: HandingOver): Promise<readonly HandOverRow[]> {
  const rows: HandOverRow[] = [];
  for (const item of plan.items) rows.push({ ...item, ...(await give(deps, item, handing)) });
  return rows;
}

type Became = Omit<HandOverRow, keyof HandOverItem>;

async function give(deps: ApiDeps, item: HandOverItem, handing: HandingOver): Promise<Became> {
  const { cases, commits } = deps.repositories;
  const due = expected(item, handing);
  const view = await cases.find(item.ref);
  if (due.outcome === 'STAYS' || !view) return due;
  const id = commandIdOf(handing.actor, 'hand-over-all', JSON.stringify([handing.commandId, item]));
  if (await commits.findByCommand(item.ref, id)) return due;
  if (isPutTo(view.state, item, handing.to.id)) return { outcome: 'AWAITS_ACCEPTANCE' };
  if (!stillHolds(view.state, item, handing.from.id)) return { outcome: 'MOVED_MEANWHILE' };
  // Whom the case is hidden from must not come to it this way; why is not told.
  if ((await readerNow(deps, item.ref, handing.to.id))?.isExcluded === true)
    return { outcome: 'REFUSED', code: 'NOT_PERMITTED', detail: 'This person cannot take it on: ask the coordinator of the case.' };
  const outcome = await deps.gateway.command(item.ref, await toDraft(deps, view, item, { ...handing, commandId: id }));
  switch (outcome.kind) {
    case 'accepted':
      return due;
    case 'refused':
      return { outcome: 'REFUSED', code: outcome.refusal.code, detail: outcome.refusal.message };
    case 'not-found':
      return { outcome: 'MOVED_MEANWHILE' };
    case 'shell':
      return { outcome: 'NOT_NOW', code: outcome.code };
    default:
      return { outcome: 'NOT_NOW', code: outcome.kind.toUpperCase() };
  }
}

const isPutTo = ({ involvement }: CaseState, { role, service }: HandOverItem, person: string): boolean =>
  involvement.proposals.some((one) => one.role === role && one.service === service && one.person === person);

function stillHolds(state: CaseState, { role, service, action }: HandOverItem, person: string): boolean {
  const { roles, actions } = portfolioOf(state, person);
  return action === undefined
    ? roles.some((one) => one.role === role && ('service' in one ? one.service : undefined) === service)
    : actions.some((one) => one.action === action);
}

const REASON = 'Handed over with everything else that a colleague had.';

/**
 * The command for one item. Whether the new holder must accept it first goes by the organisation that the duty comes from, whoever
 * has it moved.
 */
async function toDraft(deps: ApiDeps, { ref }: CaseView, item: HandOverItem, { from, to, actor, commandId }: HandingOver): Promise<Draft> {
  const { directory, vault } = deps.repositories;
  const { role, service, action } = item;
  if (action !== undefined) {
    const now = deps.wallClock();
    const data = { action, service, leadWorker: to.id, reason: REASON };
    const kept = await toVault({ vault, ref, commandId, now, today: londonDateOf(now) }, 'reassignAction', data);
    return { type: 'reassignAction', id: commandId, actor, data: kept } as Draft;
  }
  const data = { role, person: to.id, ...(SERVICE_ROLES.some((one) => one === role) ? { service } : {}) };
  const holders = await namedHolders(directory, { ...namedIn('assignRole', data), services: [] });
  const organisations =
    from.organisation === to.organisation ? {} : { organisations: { [actor]: from.organisation, [to.id]: to.organisation } };
  return { type: 'assignRole', id: commandId, actor, data, ...(holders.length === 0 ? {} : { holders }), ...organisations } as Draft;
}
