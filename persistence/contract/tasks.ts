/** Things that a person must do outside a case's clocks. */
export interface TaskRepository {
  raise(task: {
    id: string;
    kind: 'CASE_HELD' | 'ORPHANED_NOTICE' | 'VAULT_UNREADABLE';
    ref: string;
    detail: string;
    now: number;
  }): Promise<void>;
  list(): Promise<readonly { id: string; kind: string; ref: string; detail: string; raisedAt: number }[]>;
}
