/** The one task queue of case work. */
export const TASK_QUEUE = 'marm-cases';

const PREFIX = 'marm-case:';

/** Workflow id of a case; the only place where one is made. */
export const workflowIdOf = (ref: string): string => `${PREFIX}${ref}`;

/** The reference in a workflow id, or undefined for another kind of workflow. */
export const refOf = (workflowId: string): string | undefined =>
  workflowId.startsWith(PREFIX) ? workflowId.slice(PREFIX.length) : undefined;

/** Id of the schedule of the morning round; its runs are called after it and their time. */
export const MORNING_ROUND_ID = 'marm-morning-round';

/** Id of the schedule of the draft sweep. */
export const DRAFT_SWEEP_ID = 'marm-draft-sweep';

/** Search attributes of a case and their types; this list only, codes only: they are stored in clear. */
export const SEARCH_ATTRIBUTES = {
  MarmStage: 'KEYWORD',
  MarmLocality: 'KEYWORD',
  MarmPace: 'KEYWORD',
  MarmEscalation: 'KEYWORD',
  MarmFlags: 'KEYWORD_LIST',
  MarmNextDueAt: 'DATETIME',
  MarmTargetAt: 'DATETIME',
  MarmOverdue: 'BOOL',
  MarmTraining: 'BOOL',
} as const;
