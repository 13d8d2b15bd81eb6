import { londonInstant, londonTimeOf } from '../../../calendar';
import type { Instant } from '../../../calendar';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import type { BegunStage, Challenge, StageNumber } from '../../regions/challenges';
import type { CaseState } from '../../state';

type TakenOver = CaseCommand<'takeOverCase'>['data'];
type Handed = NonNullable<TakenOver['challenges']>[number];

const LONGEST_ID = 64;

/** The id under which something of another case stands here: its own, with the reference from which it came, since two cases' ids may clash. */
export const idHere = (id: string, from: string): string => `${from}-${id}`.slice(0, LONGEST_ID);

/** The challenges that a case hands over when it is merged into another one: those that have not ended, in the stage in which they are. */
export const challengesOf = ({ challenges }: CaseState): readonly Handed[] =>
  challenges
    .filter(({ status }) => status !== 'ENDED')
    .map(({ id, service, action, textRef, raisedBy, onBehalfOf, raiserService, begun }) => ({
      id,
      service,
      ...(action === null ? {} : { action }),
      ...(textRef === null ? {} : { text: textRef }),
      ...(raisedBy === null ? {} : { raisedBy }),
      ...(onBehalfOf === null ? {} : { onBehalfOf }),
      ...(raiserService === null ? {} : { raiserService }),
      ...(begun === null ? {} : { begun: toHand(begun) }),
    }));

/** What carries the other case's challenges over; done again, it adds only what has come since. */
export const broughtChallenges = (data: TakenOver, state: CaseState, at: Instant): readonly CaseEvent[] =>
  (data.challenges ?? [])
    .map((handed) => asHere(handed, data))
    .filter(({ id }) => !state.challenges.some((one) => one.id === id))
    .map((challenge) => ({ type: 'ChallengeCarriedOver', at, challenge }));

// It is about an action only if that one has come along: an action that has ended stays in the other case.
const asHere = ({ id, service, action, text, raisedBy, onBehalfOf, raiserService, begun }: Handed, data: TakenOver): Challenge => ({
  id: idHere(id, data.from),
  service,
  action: action !== undefined && data.actions.some((one) => one.id === action) ? idHere(action, data.from) : null,
  textRef: text ?? null,
  status: begun ? 'OPEN' : 'DRAFT',
  raisedBy: raisedBy ?? null,
  onBehalfOf: onBehalfOf ?? null,
  raiserService: raiserService ?? null,
  begun: begun ? fromHand(begun) : null,
  endedAt: null,
  outcome: null,
  carriedBy: null,
});

const toHand = ({ number, on, at, critical }: BegunStage): NonNullable<Handed['begun']> => ({
  number,
  on,
  startsAt: londonTimeOf(at),
  critical,
});

const fromHand = ({ number, on, startsAt, critical }: NonNullable<Handed['begun']>): BegunStage => ({
  number: number as StageNumber,
  on,
  at: londonInstant(on, startsAt),
  critical,
});
