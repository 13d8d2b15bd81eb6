import { maxDate } from '../../../calendar';
import { isUnfinished } from '../../codes';
import type { CaseCommand } from '../../command';
import type { Action, CaseEvent } from '../../events';
import type { CaseState } from '../../state';
import type { DecideContext, Decision } from '../context';
import { newAction } from '../plan/newAction';
import { broughtChallenges, challengesOf, idHere } from './mergedChallenges';

/** Ends a case that is about the same person as another one, with a pointer to it. What is open was carried over just before. */
export const mergeInto = ({ data }: CaseCommand<'mergeInto'>, { state, at, on }: DecideContext): Decision => ({
  events: [
    { type: 'CaseMerged', at, on, into: data.into, data },
    { type: 'StageEntered', at, from: state.stage, to: 'MERGED' },
  ],
});

/** Carries over what is open in a case that is merged into this one. Done again, it adds only what has come since. */
export function takeOverCase({ data }: CaseCommand<'takeOverCase'>, { state, at, on }: DecideContext): Decision {
  const brought = data.actions.map((action) => ({ ...action, id: idHere(action.id, data.from) }));
  const added = brought
    .filter((action) => !state.actions.some((one) => one.id === action.id))
    .map((action): CaseEvent => ({ type: 'ActionAdded', at, action: asAgreed(action) }));
  return { events: [{ type: 'CaseTakenOver', at, on, data }, ...added, ...broughtChallenges(data, state, at)] };
}

type Brought = CaseCommand<'takeOverCase'>['data']['actions'][number];

// Its silence counts on from where it was in the other case.
const asAgreed = (action: Brought): Action =>
  newAction(action, {
    agreedOn: action.agreedOn,
    proposed: action.proposed === true,
    quietSince: maxDate(action.agreedOn, action.quietSince),
  });

/**
 * What a case hands over when it is merged into another one: codes, dates and ids. The narrative of its actions is named by reference and
 * has to be carried to the other case's vault by the caller.
 */
export function handingOver(state: CaseState): Omit<CaseCommand<'takeOverCase'>['data'], 'from' | 'agreedBy'> {
  const open = state.actions.filter(isUnfinished);
  const referrers = [state.holders.REFERRER, ...state.origin.takenOver.flatMap((one) => one.referrers)].filter((one) => one !== undefined);
  const { position, grounds } = state.person.consent;
  return {
    receivedOn: state.receivedOn,
    ...(position === null ? {} : { consent: { position, ...(grounds === null ? {} : { grounds }) } }),
    referrers: [...new Set(referrers)].map((person) => ({ person })),
    services: state.services.map(({ service, leadWorker, responsibleManager }) => ({
      service,
      ...(leadWorker === null ? {} : { leadWorker }),
      ...(responsibleManager === null ? {} : { responsibleManager }),
    })),
    challenges: challengesOf(state),
    recipients: (state.plan?.recipients ?? []).map((service) => ({ service })),
    actions: open.map(({ id, textRef, service, leadWorker, dueOn, urgent, owner, acceptance, agreedOn, quietSince }) => ({
      id,
      text: textRef,
      service,
      dueOn,
      urgent,
      owner,
      proposed: acceptance === 'PROPOSED',
      agreedOn,
      quietSince,
      ...(leadWorker === undefined ? {} : { leadWorker }),
    })),
  };
}
