import type { CommandData } from '../commands/table';
import type { CaseEvent } from '../events';
import { markOf } from '../evolve/entries';

type Correction = CommandData<'correctEntry'>;

/** The right value that a correction gives: a date, a code, a text's reference, a service, or a rating of likelihood and impact. */
export function rightValue({ date, code, text, likelihood, impact, service }: Correction): unknown {
  if (likelihood !== undefined) return { likelihood, impact };
  return date ?? code ?? text ?? service ?? null;
}

/** What an entry said in a field before anybody corrected it, from the facts that it recorded; null where it said nothing. */
export function originalValue(events: readonly CaseEvent[], correction: Correction): unknown {
  const { field } = correction;
  if (field === 'occurredOn') return markOf(events).on ?? null;
  const found = events.map((event) => valueIn(event, correction)).find((value) => value !== undefined);
  return found ?? null;
}

// Facts that carry a field under another name than the command; everything else keeps the command's data.
function valueIn(event: CaseEvent, correction: Correction): unknown {
  const { field, action } = correction;
  if (event.type === 'ActionAdded') {
    if (action !== undefined && action !== event.action.id) return undefined;
    const { dueOn, service, textRef } = event.action;
    return { dueOn, service, text: textRef }[field];
  }
  if (event.type === 'ReviewDateAgreed' && field === 'reviewOn') return event.on;
  if ((event.type === 'ReviewDateAgreed' || event.type === 'PaceSet') && REASONS.includes(field)) return event.reasonRef ?? undefined;
  return 'data' in event && event.data !== null ? inData(event.data, correction) : undefined;
}

const REASONS: readonly string[] = ['reason', 'reviewReason', 'paceReason'];

function inData(data: object, correction: Correction): unknown {
  const { field, service } = correction;
  if (field === 'rating' && 'likelihood' in data && 'impact' in data) return { likelihood: data.likelihood, impact: data.impact };
  if (field === 'status' && 'attendance' in data && Array.isArray(data.attendance))
    return (data.attendance as readonly { service: string; status: string }[]).find((one) => one.service === service)?.status;
  return leaf(data, field);
}

// The field itself, or the one of that name in a group; lists are looked up by what they are about.
function leaf(data: object, field: string): unknown {
  if (Object.hasOwn(data, field)) return (data as Readonly<Record<string, unknown>>)[field];
  const groups = Object.values(data).filter((one): one is object => typeof one === 'object' && one !== null && !Array.isArray(one));
  return groups.map((group) => leaf(group, field)).find((value) => value !== undefined);
}
