import type { CaseEvent } from '../events';
import type { Challenge } from '../regions/challenges';
import type { CaseState } from '../state';

type ChallengeEvent = CaseEvent<
  | 'ChallengeRaised'
  | 'ChallengeDrafted'
  | 'ChallengeCarriedOver'
  | 'ChallengeIssued'
  | 'ChallengeDismissed'
  | 'ChallengeAdvanced'
  | 'ChallengeWithdrawn'
  | 'ChallengeResolved'
>;

/** Folds what concerns challenges. */
export function foldChallenge(state: CaseState, event: ChallengeEvent): CaseState {
  switch (event.type) {
    case 'ChallengeRaised':
    case 'ChallengeCarriedOver':
      return { ...state, challenges: [...state.challenges, event.challenge] };
    case 'ChallengeDrafted':
      return { ...state, challenges: [...state.challenges, drafted(event)] };
    case 'ChallengeIssued':
      return withChallenge(state, event.id, {
        status: 'OPEN',
        raisedBy: event.by,
        raiserService: event.raiserService,
        begun: event.begun,
        textRef: event.data.text ?? null,
      });
    case 'ChallengeDismissed':
      return withChallenge(state, event.id, { status: 'ENDED', endedAt: event.at });
    case 'ChallengeAdvanced':
      return withChallenge(state, event.id, { begun: event.begun });
    case 'ChallengeWithdrawn':
      return withChallenge(state, event.id, { status: 'ENDED', endedAt: event.at, outcome: 'WITHDRAWN' });
    case 'ChallengeResolved':
      return withChallenge(state, event.id, { status: 'ENDED', endedAt: event.at, outcome: event.outcome });
  }
}

const drafted = ({ id, service, action }: CaseEvent<'ChallengeDrafted'>): Challenge => ({
  id,
  service,
  action,
  textRef: null,
  status: 'DRAFT',
  raisedBy: null,
  onBehalfOf: null,
  raiserService: null,
  begun: null,
  endedAt: null,
  outcome: null,
  carriedBy: null,
});

const withChallenge = (state: CaseState, id: string, part: Partial<Challenge>): CaseState => ({
  ...state,
  challenges: state.challenges.map((one) => (one.id === id ? { ...one, ...part } : one)),
});
