import type { LondonDate } from '../../../calendar';
import type { CommandData } from '../../commands/table';
import type { Action } from '../../events';

type ActionData = Omit<CommandData<'addAction'>, 'proposed'>;

interface Agreement {
  readonly agreedOn: LondonDate;
  /** True while its service has still to agree. */
  readonly proposed: boolean;
  /** The day on which it was put to its service; the day of the agreement if left out. */
  readonly proposedOn?: LondonDate;
  /** From when its silence counts; the day of the agreement if left out. */
  readonly quietSince?: LondonDate;
}

/** An action as it begins, whoever brings it: a meeting, a person, another case or a plan on paper (London dates). */
export const newAction = (
  { id, text, service, leadWorker, dueOn, urgent, owner }: ActionData,
  { agreedOn, proposed, proposedOn = agreedOn, quietSince = agreedOn }: Agreement,
): Action => ({
  id,
  service,
  textRef: text,
  agreedOn,
  dueOn,
  urgent: urgent ?? false,
  status: 'OPEN',
  acceptance: proposed ? 'PROPOSED' : 'ACCEPTED',
  proposedOn,
  quietSince,
  extensions: 0,
  owner: owner ?? 'AGENCY',
  ...(leadWorker === undefined ? {} : { leadWorker }),
});
