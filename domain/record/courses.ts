import type { LondonDate } from '../calendar';
import type { ConsentPosition, SharingGround, Tier } from '../case/codes';
import { applyCommit } from '../case/evolve';
import type { CaseState } from '../case/state';
import type { RecordedStep } from './step';

/** What a region of the case said from an entry on. */
interface Turn {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly command: string | null;
}
export interface RiskTurn extends Turn {
  readonly tier: Tier | null;
  readonly score: number | null;
}
export interface ConsentTurn extends Turn {
  readonly position: ConsentPosition | null;
  readonly on: LondonDate | null;
  readonly grounds: SharingGround | null;
}

/** The rating of the case's risk, each time that it changed, as it was recorded then. */
export const riskCourse = (steps: readonly RecordedStep[]): readonly RiskTurn[] =>
  turns(steps, ({ tier, score }) => ({ tier, score }), { tier: null, score: null });

/** The position on sharing, each time that it changed, as it was recorded then. */
export const consentCourse = (steps: readonly RecordedStep[]): readonly ConsentTurn[] =>
  turns(
    steps,
    ({
      person: {
        consent: { position, on, grounds },
      },
    }) => ({ position, on, grounds }),
    { position: null, on: null, grounds: null },
  );

function turns<T extends object>(steps: readonly RecordedStep[], of: (state: CaseState) => T, none: T): readonly (Turn & T)[] {
  let state: CaseState | null = null;
  let last = JSON.stringify(none);
  return steps.flatMap((step) => {
    state = applyCommit(state, step);
    const now = of(state);
    if (JSON.stringify(now) === last) return [];
    last = JSON.stringify(now);
    return [{ seq: step.seq, at: step.at, by: step.actor, command: step.command, ...now }];
  });
}
