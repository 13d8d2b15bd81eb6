import type { CaseActivities, RoundActivities } from './contract';
import { createDeliverNotices } from './deliverNotices';
import type { ActivityDeps } from './deps';
import { createLoadCase } from './loadCase';
import { createRaiseAlarm } from './raiseAlarm';
import { createRecordAndSend } from './recordAndSend';
import { createSendMorningRound } from './round/sendMorningRound';

/** The activities of the workflows, over what they work with. */
export const createActivities = (deps: ActivityDeps): CaseActivities & RoundActivities => ({
  recordAndSend: createRecordAndSend(deps),
  deliverNotices: createDeliverNotices(deps),
  loadCase: createLoadCase(deps),
  raiseAlarm: createRaiseAlarm(deps),
  sendMorningRound: createSendMorningRound(deps),
});

export type { ActivityDeps } from './deps';
