import type { CaseActivities } from './contract';
import { createDeliverNotices } from './deliverNotices';
import type { ActivityDeps } from './deps';
import { createLoadCase } from './loadCase';
import { createRaiseAlarm } from './raiseAlarm';
import { createRecordAndSend } from './recordAndSend';

/** The activities of the case workflow, over what they work with. */
export const createActivities = (deps: ActivityDeps): CaseActivities => ({
  recordAndSend: createRecordAndSend(deps),
  deliverNotices: createDeliverNotices(deps),
  loadCase: createLoadCase(deps),
  raiseAlarm: createRaiseAlarm(deps),
});

export type { ActivityDeps } from './deps';
