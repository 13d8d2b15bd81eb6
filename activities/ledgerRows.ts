import { messageIdOf } from '../notifications';
import type { LedgerRow } from '../persistence';
import type { CommitDraft } from './contract';
import type { ActivityDeps } from './deps';
import { releaseOf } from './round/holding';

type RowDeps = Pick<ActivityDeps, 'mailFrom' | 'morningRound' | 'wallClock'>;

/** The ledger rows of a commit: one per message and recipient, with the Message-ID that every attempt uses. */
export const rowsOf = (ref: string, commit: CommitDraft, training: boolean, deps: RowDeps): readonly LedgerRow[] =>
  commit.notices.map((notice) => {
    const recipient = notice.person ?? notice.fallback ?? '-';
    const id = `${ref}:${commit.seq}:${notice.n}:${recipient}`;
    const releaseAt = releaseOf(notice, training, deps.morningRound);
    return {
      id,
      ref,
      seq: commit.seq,
      notice,
      recipient,
      messageId: messageIdOf(id, deps.mailFrom),
      dueAt: notice.at,
      createdAt: deps.wallClock(),
      outcome: releaseAt === null ? 'pending' : 'held',
      attempts: 0,
      possibleDuplicate: false,
      sentAt: null,
      response: null,
      reason: null,
      training,
      sentTo: null,
      releaseAt,
      bundledAt: null,
      report: null,
      reportId: null,
    };
  });
