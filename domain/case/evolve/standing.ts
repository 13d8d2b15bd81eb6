import type { CaseEvent } from '../events';
import type { CaseState } from '../state';

/**
 * Notes which services have been asked, take part, or said that they do not know the person. `before` is the case before the fact,
 * `after` the case with it. A service takes part once it has answered, contributed, come, or has an action; moving a meeting changes nothing.
 */
export function withStanding(before: CaseState, after: CaseState, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'MeetingScheduled':
      return asked(
        before,
        after,
        (event.data.services ?? []).map((one) => one.service),
      );
    case 'ServiceInvited':
      return asked(before, after, [event.data.service]);
    case 'RoleAssigned':
      return event.service === undefined ? after : asked(before, after, [event.service]);
    case 'InviteAnswered':
      return event.answer === 'NOT_KNOWN' ? notKnown(after, event.service) : takesPart(after, [event.service]);
    case 'ContributionSubmitted':
      return takesPart(after, [event.service]);
    case 'MeetingCompleted':
      return takesPart(after, after.lastHeld?.present ?? []);
    case 'ActionAdded':
      return takesPart(after, [event.action.service]);
    case 'ActionReassigned':
      return takesPart(after, [event.service]);
    case 'EntryCorrected':
      return takesPart(after, [...(after.lastHeld?.present ?? []), ...after.actions.map((action) => action.service)]);
    default:
      return after;
  }
}

// A service that takes part already is not asked anew what it is allowed to see.
function asked(before: CaseState, after: CaseState, services: readonly string[]): CaseState {
  const { standing } = after;
  const fresh = services.filter(
    (service) => before.standing.notKnown.includes(service) || !before.services.some((one) => one.service === service),
  );
  if (fresh.length === 0) return after;
  return {
    ...after,
    standing: { asked: [...new Set([...standing.asked, ...fresh])], notKnown: standing.notKnown.filter((one) => !fresh.includes(one)) },
  };
}

const notKnown = (state: CaseState, service: string): CaseState => {
  const { standing } = takesPart(state, [service]);
  return { ...state, standing: { ...standing, notKnown: [...standing.notKnown, service] } };
};

function takesPart(state: CaseState, services: readonly string[]): CaseState {
  const { asked: waiting, notKnown: unknown } = state.standing;
  if (![...waiting, ...unknown].some((one) => services.includes(one))) return state;
  const others = (list: readonly string[]) => list.filter((one) => !services.includes(one));
  return { ...state, standing: { asked: others(waiting), notKnown: others(unknown) } };
}
