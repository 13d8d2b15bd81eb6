export { entriesOf } from './entries';
export { forecast } from './forecast';
export { simulate } from './simulate';
export type { Entry } from './entries';
export type { Script, ScriptProblem, ScriptStep, Simulation } from './simulate';
export { whatIf } from './whatIf';
export type { Change, Difference, Span } from './whatIf';
export type { MessageChanges } from './compareMessages';
