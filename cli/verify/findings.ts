/** What can be wrong with the record. */
export type FindingCode =
  | 'EDITED'
  | 'MISSING'
  | 'TRUNCATED'
  | 'RESTAMPED'
  | 'CASE_GONE'
  | 'CHECKPOINT_FORGED'
  | 'CHECKPOINT_GONE'
  | 'NOT_IN_SINK'
  | 'WHOLE_RECORD_DIFFERS'
  | 'LINE_UNREADABLE';

/** One thing that is wrong, with the first entry of the case that it is seen at. */
export interface Finding {
  readonly ref: string;
  /** Null where it is about no entry. */
  readonly seq: number | null;
  readonly code: FindingCode;
  /** What was seen, as the end of a sentence; nothing of a case's content. */
  readonly detail: string;
}

const KEEP = 'Change nothing, copy database and sink, and follow docs/runbooks/verify-the-record.md';

/** What each finding means, and what to do about it. */
const WORDS: Readonly<Record<FindingCode, readonly [means: string, toDo: string]>> = {
  EDITED: ['this entry was changed after it was recorded', `${KEEP}, "An entry was changed".`],
  MISSING: ['this entry was taken out, and later ones stand', `${KEEP}, "An entry is missing".`],
  TRUNCATED: ['this entry and all after it were taken away', `${KEEP}, "An entry is missing".`],
  RESTAMPED: ['from this entry on the chain was written anew', `${KEEP}, "An entry was changed".`],
  CASE_GONE: ['the whole case was taken away', `${KEEP}, "A case is gone".`],
  CHECKPOINT_FORGED: [
    'a checkpoint is not signed by a key that is known here',
    'If the key was changed, name the earlier public key with --key; else treat it as an attack: see the runbook.',
  ],
  CHECKPOINT_GONE: ['a checkpoint was taken away', 'Compare database and sink: see the runbook, "A checkpoint is missing".'],
  NOT_IN_SINK: [
    'the sink does not have what the database has',
    'Look whether the sink was away or was cut: see the runbook, "A checkpoint is missing".',
  ],
  WHOLE_RECORD_DIFFERS: ['the heads of all cases are not those of the last checkpoint of the whole record', `${KEEP}.`],
  LINE_UNREADABLE: ['a line is not one that the engine wrote', 'Look at the line; restore the file from its copy.'],
};

/** One line: where, what, and what to do. */
export function toLine({ ref, seq, code, detail }: Finding): string {
  const [means, toDo] = WORDS[code];
  return `${ref}${seq === null ? '' : ` seq ${seq}`}: ${code}, ${means} (${detail}). To do: ${toDo}`;
}
