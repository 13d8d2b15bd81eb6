import { STAGE_WORDS, toIso } from '../../domain';
import type { CaseView } from '../../persistence';

/** How a case stands, for the partner system whose service referred: nothing of the person, the risks, the people or the plan. */
export const toStatus = ({ ref, seq, training, state }: CaseView): object => ({
  ref,
  seq,
  sight: 'STATUS',
  training,
  why: 'Your service referred in this case: you see how it stands. Whoever referred sees the case itself, after sign-in.',
  stage: state.stage,
  stageText: state.stage === null ? null : STAGE_WORDS[state.stage],
  receivedOn: state.receivedOn,
  lastEntryAt: toIso(state.lastAt),
});
