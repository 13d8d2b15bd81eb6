import type { CaseActivities, RoundActivities, SweepActivities } from './contract';
import { createDeliverNotices } from './deliverNotices';
import type { ActivityDeps } from './deps';
import { createLoadCase } from './loadCase';
import { createRaiseAlarm } from './raiseAlarm';
import { createRecordAndSend } from './recordAndSend';
import { createSweepDrafts } from './drafts/sweepDrafts';
import { createSendMorningRound } from './round/sendMorningRound';

/** The activities of the workflows, over what they work with. */
export const createActivities = (deps: ActivityDeps): CaseActivities & RoundActivities & SweepActivities => ({
  recordAndSend: createRecordAndSend(deps),
  deliverNotices: createDeliverNotices(deps),
  loadCase: createLoadCase(deps),
  raiseAlarm: createRaiseAlarm(deps),
  sendMorningRound: createSendMorningRound(deps),
  sweepDrafts: createSweepDrafts(deps),
});

export type { ActivityDeps } from './deps';
