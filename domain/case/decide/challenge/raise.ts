import type { CaseCommand } from '../../command';
import { refuse } from '../../refusals';
import type { Refusal } from '../../refusals';
import type { Challenge } from '../../regions/challenges';
import type { DecideContext, Decision } from '../context';
import { beginning, draftOf, serviceOf } from './known';

type Data = CaseCommand<'raiseChallenge'>['data'];

/** So that a case stays usable by people. */
const MOST_CHALLENGES = 100;

/** Raises a challenge. For somebody without an account a named worker hears of it and tells them; no mail goes to them. */
export function raiseChallenge({ data, actor }: CaseCommand<'raiseChallenge'>, context: DecideContext): Decision {
  const { state, at } = context;
  const wrong = checkRaise(data, context);
  if (wrong) return wrong;
  const raisedBy = data.toldBy ?? actor;
  const { begun, dueOn } = beginning(1, context);
  const challenge: Challenge = {
    id: data.id,
    service: data.service,
    action: data.action ?? null,
    textRef: data.text,
    status: 'OPEN',
    raisedBy,
    onBehalfOf: data.onBehalfOf ?? null,
    raiserService: serviceOf(state, raisedBy),
    begun,
    endedAt: null,
    outcome: null,
    carriedBy: null,
  };
  return { events: [{ type: 'ChallengeRaised', at, challenge, dueOn, data }] };
}

function checkRaise({ id, service, action, toldBy, onBehalfOf }: Data, { state }: DecideContext): { refusal: Refusal } | undefined {
  if (state.challenges.length >= MOST_CHALLENGES)
    return refuse('TOO_MANY_CHALLENGES', `A case takes at most ${MOST_CHALLENGES} challenges: speak with the coordinator.`);
  if (state.challenges.some((one) => one.id === id))
    return refuse('DUPLICATE_CHALLENGE', `There is a challenge "${id}" already: give this one another id.`, { field: '/id' });
  if (!state.services.some((one) => one.service === service))
    return refuse('SERVICE_NOT_ON_CASE', 'This service takes no part in the case: invite it first.', { field: '/service' });
  if (action !== undefined && !state.actions.some((one) => one.id === action))
    return refuse('UNKNOWN_ACTION', 'There is no such action on this case: check its id.', { field: '/action' });
  return toldBy !== undefined && onBehalfOf === undefined
    ? refuse('REASON_MISSING', 'Say for whom the challenge is entered, so that the worker knows whom to tell.', { field: '/onBehalfOf' })
    : undefined;
}

/** Makes a challenge of a draft. It begins at its second stage, from the day on which it is issued, and whoever issues it is its raiser. */
export function issueChallenge({ data, actor }: CaseCommand<'issueChallenge'>, context: DecideContext): Decision {
  const found = draftOf(data.challenge, context);
  if ('refusal' in found) return found;
  const raiserService = serviceOf(context.state, actor);
  return {
    events: [{ type: 'ChallengeIssued', at: context.at, id: found.challenge.id, by: actor, raiserService, ...beginning(2, context), data }],
  };
}

/** Dismisses a draft. */
export function dismissChallenge({ data }: CaseCommand<'dismissChallenge'>, context: DecideContext): Decision {
  const found = draftOf(data.challenge, context);
  if ('refusal' in found) return found;
  return { events: [{ type: 'ChallengeDismissed', at: context.at, id: found.challenge.id, on: context.on, data }] };
}
