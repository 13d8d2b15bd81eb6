import { compareDates, formatLong } from '../../../calendar';
import type { LondonDate } from '../../../calendar';
import { byRule, keptUntil } from '../../../retention/due';
import type { CaseCommand } from '../../command';
import { refuse } from '../../refusals';
import { tooFar } from '../context';
import type { DecideContext, Decision } from '../context';
import { isOnHold } from './hold';

type Given = CaseCommand<'decideRetention'>['data'];

/** Decides on the record of an ended case: a hold beats disposal, nothing goes before its time, and keeping never shortens it (local default). */
export function decideRetention({ data }: CaseCommand<'decideRetention'>, context: DecideContext): Decision {
  const { state, today, at, on } = context;
  const endedOn = state.endedOn ?? today;
  const refused = data.decision === 'DISPOSE' ? notToDispose(context, endedOn) : notToKeep(data, context, endedOn);
  return refused ?? { events: [{ type: 'RetentionDecided', at, on, until: data.decision === 'KEEP' ? (data.until ?? null) : null, data }] };
}

function notToDispose(context: DecideContext, endedOn: LondonDate): Decision | undefined {
  const { state, today } = context;
  if (isOnHold(state))
    return refuse('ON_LEGAL_HOLD', 'The record is under a legal hold. It can be disposed of once the hold is lifted (liftLegalHold).');
  const owed = state.obligations.find(({ clock }) => clock !== 'T-RETAIN');
  if (owed) return refuse('STILL_OWED', `Something is still owed on the case: ${owed.clock} ${owed.key}. Settle it first.`);
  const dueOn = keptUntil(context, endedOn);
  return compareDates(today, dueOn) < 0
    ? refuse('RETENTION_NOT_OVER', `The record is kept until ${formatLong(dueOn)}: it cannot be disposed of before.`)
    : undefined;
}

function notToKeep({ until }: Given, context: DecideContext, endedOn: LondonDate): Decision | undefined {
  const { today } = context;
  const field = { field: '/until' };
  if (until === undefined) return refuse('KEEP_UNTIL_MISSING', 'Say until when the record is kept: it is reviewed again then.', field);
  const rule = byRule(context, endedOn);
  if (compareDates(until, today) <= 0 || compareDates(until, rule) < 0)
    return refuse(
      'KEEP_UNTIL_TOO_EARLY',
      `Give a day after today that is not before ${formatLong(rule)}, to which the rules keep it.`,
      field,
    );
  return tooFar(until, today)
    ? refuse('DATE_TOO_FAR', 'That is more than ten years ahead: give an earlier day, and it is reviewed again then.', field)
    : undefined;
}
