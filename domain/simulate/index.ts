export { entriesOf } from './entries';
export { forecast } from './forecast';
export { simulate } from './simulate';
export type { Entry } from './entries';
export type { Script, ScriptProblem, ScriptStep, Simulation } from './simulate';
