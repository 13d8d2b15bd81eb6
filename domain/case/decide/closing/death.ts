import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { refuse } from '../../refusals';
import type { CaseState } from '../../state';
import type { DecideContext, Decision } from '../context';
import { flagsAgain, restedAgain, stageBefore } from './back';
import { bookingCancelled } from './closing';
import { holdFlag, isOnHold } from './hold';

/** Records that the person has died: the case begins to close, unless it does so already, and its record is kept. */
export function recordDeath({ data }: CaseCommand<'recordDeath'>, { state, at, on, today }: DecideContext): Decision {
  if (state.closing.death) return refuse('DEATH_IS_RECORDED', 'The death is recorded already. Retract it if it was a mistake.');
  const began = state.stage !== 'CLOSING';
  const heldBy = !isOnHold(state);
  const died: CaseEvent = { type: 'PersonDied', at, on, began, heldBy, data };
  const hold = heldBy ? [holdFlag('FlagRaised', at)] : [];
  if (!began) return { events: [died, ...hold] };
  return {
    events: [
      died,
      ...hold,
      ...bookingCancelled(state, at),
      { type: 'ClosureProposed', at, on: today, code: 'DIED', data: { code: 'DIED', reason: data.note } },
      { type: 'StageEntered', at, from: state.stage, to: 'CLOSING' },
    ],
  };
}

/** Takes back a death: the case goes on where it was, with the clocks that ran; in a closed case only the death goes. */
export function retractDeath({ data }: CaseCommand<'retractDeath'>, { state, at, on }: DecideContext): Decision {
  const { death } = state.closing;
  if (!death) return refuse('NO_DEATH_RECORDED', 'No death is recorded, so there is none to retract.');
  const fact: CaseEvent = { type: 'DeathRetracted', at, on, data };
  const hold = death.heldBy && isOnHold(state) ? [holdFlag('FlagCleared', at)] : [];
  const gaps = gapsOfDeath(state, at, data.reason);
  if (!death.began || state.stage !== 'CLOSING') return { events: [fact, ...hold, ...gaps] };
  return {
    events: [
      fact,
      ...hold,
      ...gaps,
      ...restedAgain(state, at),
      ...flagsAgain(state, at),
      { type: 'StageEntered', at, from: 'CLOSING', to: stageBefore(state) },
    ],
  };
}

// What the record asked for because of the death is not asked for any more.
const gapsOfDeath = ({ gaps }: CaseState, at: number, reason: string): readonly CaseEvent[] =>
  gaps
    .filter(({ item }) => item === 'SAR_CONSIDERATION')
    .map(({ id }) => ({ type: 'GapClosed', at, gap: id, considered: false, data: { gap: id, notConsideredBecause: reason } }));
