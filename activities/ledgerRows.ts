import { createHash } from 'node:crypto';
import { parseFrom } from '../notifications';
import type { LedgerRow } from '../persistence';
import type { CommitDraft } from './contract';

/** The ledger rows of a commit: one per message and recipient, with the Message-ID that every attempt uses. */
export const rowsOf = (ref: string, commit: CommitDraft, training: boolean, mailFrom: string, createdAt: number): readonly LedgerRow[] =>
  commit.notices.map((notice) => {
    const recipient = notice.person ?? notice.fallback ?? '-';
    const id = `${ref}:${commit.seq}:${notice.n}:${recipient}`;
    return {
      id,
      ref,
      seq: commit.seq,
      notice,
      recipient,
      messageId: messageIdOf(id, mailFrom),
      dueAt: notice.at,
      createdAt,
      outcome: 'pending',
      attempts: 0,
      possibleDuplicate: false,
      sentAt: null,
      response: null,
      reason: null,
      training,
    };
  });

const messageIdOf = (rowId: string, mailFrom: string): string => {
  const domain = parseFrom(mailFrom).address.split('@').at(-1) ?? 'marm.example';
  return `<${createHash('sha256').update(rowId).digest('hex').slice(0, 40)}@${domain}>`;
};
