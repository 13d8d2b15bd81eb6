import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { refuse } from '../../refusals';
import type { CaseState } from '../../state';
import type { DecideContext, Decision } from '../context';

/** True while the record may not be disposed of. */
export const isOnHold = ({ flags }: CaseState): boolean => flags.some(({ flag }) => flag === 'LEGAL_HOLD');

/** The flag of a hold going up, or coming down. */
export const holdFlag = (type: 'FlagRaised' | 'FlagCleared', at: number): CaseEvent => ({
  type,
  at,
  flag: 'LEGAL_HOLD',
  clock: null,
  key: '-',
});

/** Keeps the record from disposal, also after the end of the case. */
export function placeLegalHold({ data }: CaseCommand<'placeLegalHold'>, { state, at, on }: DecideContext): Decision {
  if (isOnHold(state)) return refuse('ALREADY_ON_HOLD', 'The record is on hold already.');
  return { events: [{ type: 'LegalHoldPlaced', at, on, data }, holdFlag('FlagRaised', at)] };
}

/** Lets the record be disposed of when its time has come. */
export function liftLegalHold({ data }: CaseCommand<'liftLegalHold'>, { state, at, on }: DecideContext): Decision {
  if (!isOnHold(state)) return refuse('NOT_ON_HOLD', 'The record is not on hold: there is nothing to lift.');
  return { events: [{ type: 'LegalHoldLifted', at, on, data }, holdFlag('FlagCleared', at)] };
}
