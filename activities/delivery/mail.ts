import { renderMail } from '../../notifications';
import type { OutgoingMail } from '../../notifications';
import type { CaseView, LedgerRow } from '../../persistence';
import type { ActivityDeps } from '../deps';

/** The mailbox of the coordinator for questions; null if there is none. */
export async function mailboxFor({ repositories }: ActivityDeps, { replyTo }: LedgerRow['notice']): Promise<string | null> {
  const coordinator = replyTo === null ? null : await repositories.directory.person(replyTo);
  return coordinator?.email ?? null;
}

/** The mail of one message, with its own text. */
export async function toMail(deps: ActivityDeps, row: LedgerRow, to: string, view: CaseView | null): Promise<OutgoingMail> {
  const { notice, ref, training, messageId } = row;
  const questions = await mailboxFor(deps, notice);
  const mail = renderMail({ notice, ref, locality: view?.state.locality ?? '', training, publicUrl: deps.publicUrl, questions });
  const headers = {
    'X-Marm-Ref': ref,
    'X-Marm-Notice': notice.notice,
    ...(notice.threshold === null ? {} : { 'X-Marm-Threshold': notice.threshold }),
  };
  return { ...mail, to, messageId, replyTo: questions, date: training ? notice.at : null, headers };
}
