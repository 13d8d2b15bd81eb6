import type { Role } from '../case/codes';
import type { Addressee, CaseEvent } from '../case/events';
import { holderOf, hostingManager } from '../case/holders';
import type { CaseState } from '../case/state';
import type { Notice } from './notice';

/** The messages that a step sends now, one per person: two roles of one person make one message. */
export function noticesOf(events: readonly CaseEvent[], state: CaseState): readonly Notice[] {
  return events.flatMap((event) => (event.type === 'NoticeDue' ? addressed(event, state) : [])).map((notice, n) => ({ ...notice, n }));
}

function addressed({ at, notice: { to, ...rest } }: CaseEvent<'NoticeDue'>, state: CaseState): readonly Omit<Notice, 'n'>[] {
  const fallback = hostingManager(state);
  const replyTo = holderOf(state, { role: 'COORDINATOR' });
  return onePerPerson(reachable(to, state), state).map(({ addressee, person }) => ({
    ...rest,
    at,
    to: addressee,
    person,
    fallback,
    replyTo,
  }));
}

// After a death nothing goes to the person's circle by itself (local default).
const CIRCLE: readonly Role[] = ['ADVOCATE'];
const reachable = (to: readonly Addressee[], { closing }: CaseState): readonly Addressee[] =>
  closing.death === null ? to : to.filter(({ role }) => !CIRCLE.includes(role));

function onePerPerson(to: readonly Addressee[], state: CaseState): readonly { addressee: Addressee; person: string | null }[] {
  const found = to.map((addressee) => ({ addressee, person: holderOf(state, addressee) }));
  return found.filter((one, at) => one.person === null || found.findIndex((other) => other.person === one.person) === at);
}
