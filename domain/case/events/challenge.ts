import type { LondonDate } from '../../calendar';
import type { ChallengeOutcome } from '../codes';
import type { CommandData } from '../commands/table';
import type { BegunStage, Challenge, StageNumber } from '../regions/challenges';

/** Challenges between agencies, and what becomes of them. */
export interface ChallengeEvents {
  ChallengeRaised: { challenge: Challenge; dueOn: LondonDate; data: CommandData<'raiseChallenge'> };
  /** The engine asks the coordinator; only a person makes a challenge of it. `about` is the key of the deadline. */
  ChallengeDrafted: { id: string; service: string; action: string | null; about: string; stage: 2 };
  ChallengeIssued: {
    id: string;
    by: string;
    raiserService: string | null;
    begun: BegunStage;
    dueOn: LondonDate;
    data: CommandData<'issueChallenge'>;
  };
  /** It goes on here as it stood in the case that was merged into this one. */
  ChallengeCarriedOver: { challenge: Challenge };
  ChallengeDismissed: { id: string; on: LondonDate; data: CommandData<'dismissChallenge'> };
  ChallengeResponded: { id: string; stage: StageNumber; on: LondonDate; data: CommandData<'respondChallenge'> };
  ChallengeAdvanced: { id: string; begun: BegunStage; dueOn: LondonDate; data: CommandData<'advanceChallenge'> };
  ChallengeHeld: { id: string; until: LondonDate; on: LondonDate; data: CommandData<'holdChallenge'> };
  ChallengeWithdrawn: { id: string; stage: StageNumber; on: LondonDate; data: CommandData<'withdrawChallenge'> };
  ChallengeResolved: {
    id: string;
    stage: StageNumber;
    outcome: ChallengeOutcome;
    on: LondonDate;
    data: CommandData<'resolveChallenge'>;
  };
}
