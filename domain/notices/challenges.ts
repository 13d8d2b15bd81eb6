import type { Announcement, CaseEvent } from '../case/events';
import type { CaseState } from '../case/state';
import { raisersOf, stageHolders } from '../clocks/challenge/stage';
import type { ProtocolProfile } from '../profiles';

type News = CaseEvent<'ChallengeRaised' | 'ChallengeIssued' | 'ChallengeAdvanced' | 'ChallengeWithdrawn' | 'ChallengeResolved'>;

/** What is said at once of a challenge (N15): to who holds its stage, and to who raised it or tells somebody without an account. */
export function challengeNews(happened: News, state: CaseState, profile: ProtocolProfile): readonly Announcement[] {
  const id = happened.type === 'ChallengeRaised' ? happened.challenge.id : happened.id;
  const challenge = state.challenges.find((one) => one.id === id);
  if (!challenge) return [];
  const { variant, stage, dueOn } = wordsOf(happened);
  return [
    {
      notice: 'N15',
      variant,
      to: [...stageHolders(profile, challenge, stage), ...raisersOf(challenge)],
      clock: null,
      key: `challenge:${id}`,
      threshold: null,
      planned: false,
      ...(dueOn === undefined ? {} : { dueOn }),
    },
  ];
}

function wordsOf(happened: News): { readonly variant: string; readonly stage: number; readonly dueOn?: string } {
  switch (happened.type) {
    case 'ChallengeRaised':
      return { variant: 'raised', stage: 1, dueOn: happened.dueOn };
    case 'ChallengeIssued':
      return { variant: 'raised', stage: 2, dueOn: happened.dueOn };
    case 'ChallengeAdvanced':
      return { variant: 'advanced', stage: happened.begun.number, dueOn: happened.dueOn };
    case 'ChallengeWithdrawn':
      return { variant: 'resolved', stage: happened.stage };
    case 'ChallengeResolved':
      return { variant: 'resolved', stage: happened.stage };
  }
}
