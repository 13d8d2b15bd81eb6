export { createCaseGateway } from './caseGateway';
export type { CaseGateway, Outcome } from './caseGateway';
export { connectTemporal } from './connection';
export type { TemporalConnection } from './connection';
export { refOf, SEARCH_ATTRIBUTES, TASK_QUEUE, workflowIdOf } from './names';
export { ensureSearchAttributes } from './searchAttributes';
export { fastForward, NotReachedError, requestSkip } from './timeSkipping';
