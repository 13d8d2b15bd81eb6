import { findProfile, holderOf, isForReview, londonDateOf, retentionOf } from '../../../domain';
import type { LondonDate, Retention } from '../../../domain';
import { connectMongo, endedCasesOf, tasksOf } from '../../../persistence';
import type { CaseView, MongoConnection } from '../../../persistence';

/** Where the record is; the database of the engine if none is named. */
interface RecordAt {
  readonly mongo: string;
  readonly database?: string;
}

/** A record whose time has come, and what is to be done about it. */
export interface ReviewLine {
  readonly ref: string;
  readonly dueOn: LondonDate;
  readonly hold: boolean;
  /** Nothing while it is held; else whom to ask, or what to carry out. */
  readonly next: string;
  readonly why: string;
}

/** Every record whose time has come on a London day, held ones too; nothing is changed. */
export const previewReview = (at: RecordAt, today: LondonDate = londonDateOf(Date.now())): Promise<readonly ReviewLine[]> =>
  connected(at, (connection) => linesOf(connection, today));

/** Raises one task for each record that is due and not held; a person decides, nothing is deleted. The task of a date is raised once. */
export const raiseReviews = (at: RecordAt, today: LondonDate = londonDateOf(Date.now())): Promise<void> =>
  connected(at, async (connection) => {
    for (const { ref, dueOn, hold, next } of await linesOf(connection, today))
      if (!hold)
        await tasksOf(connection).raise({ id: `retention:${ref}:${dueOn}`, kind: 'RETENTION_REVIEW', ref, detail: next, now: Date.now() });
  });

async function linesOf(connection: MongoConnection, today: LondonDate): Promise<readonly ReviewLine[]> {
  const lines: ReviewLine[] = [];
  for await (const view of endedCasesOf(connection)) {
    const { id, version } = view.state.profile;
    const profile = findProfile(id, version) ?? findProfile(id);
    const found = profile ? retentionOf(view.state, profile) : null;
    if (found && isForReview(found, today)) lines.push(lineOf(view, found));
  }
  return lines.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

const lineOf = ({ ref, state }: CaseView, { dueOn, hold, disposalOn, why }: Retention): ReviewLine => {
  const reviewer = holderOf(state, { role: 'RECORDS_MANAGER' }) ?? holderOf(state, { role: 'INFORMATION_GOVERNANCE_LEAD' }) ?? 'nobody yet';
  const review = `review the record, due ${dueOn} (${reviewer}): marm ops dispose ${ref}`;
  return { ref, dueOn, hold, why, next: hold ? '' : disposalOn === null ? review : `carry out the disposal decided on ${disposalOn}` };
};

async function connected<T>({ mongo, database }: RecordAt, work: (connection: MongoConnection) => Promise<T>): Promise<T> {
  const connection = await connectMongo(mongo, database);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
