/** What a task asks a person to look at. */
export type TaskKind =
  'CASE_HELD' | 'ORPHANED_NOTICE' | 'CHECKPOINT_SINK_AWAY' | 'RECORD_BROKEN' | 'RETENTION_REVIEW' | 'ALERT_NOT_SENT' | 'VAULT_UNREADABLE';

/** Things that a person must do outside a case's clocks. */
export interface TaskRepository {
  raise(task: { id: string; kind: TaskKind; ref: string; detail: string; now: number }): Promise<void>;
  list(): Promise<readonly { id: string; kind: string; ref: string; detail: string; raisedAt: number }[]>;
}
