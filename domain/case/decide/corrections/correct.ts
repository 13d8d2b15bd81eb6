import { compareDates, isLondonDate } from '../../../calendar';
import type { CaseCommand } from '../../command';
import type { CommandName } from '../../commands/table';
import { correctableFields } from '../../corrections/table';
import type { CorrectableField, Target } from '../../corrections/row';
import type { CaseEvent } from '../../events';
import { foldCorrection } from '../../evolve/corrections';
import { refuse } from '../../refusals';
import type { Refusal } from '../../refusals';
import type { Entry } from '../../regions/entries';
import type { CaseState } from '../../state';
import { tooLongAgo } from '../context';
import type { DecideContext, Decision } from '../context';
import { aimsAgain } from './aim';

type Data = CaseCommand<'correctEntry'>['data'];
type Wrong = { readonly refusal: Refusal };

/** Corrects one field of an entry. The original stays on record; what counted from it counts from the right value. */
export function correctEntry({ data }: CaseCommand<'correctEntry'>, context: DecideContext): Decision {
  const entry = standingEntry(data.seq, context.state);
  if ('refusal' in entry) return entry;
  const fields = correctableFields(entry);
  const row = Object.hasOwn(fields, data.field) ? fields[data.field] : undefined;
  if (!row) return notCorrectable(entry.fact, Object.keys(fields));
  const target: Target = { entry, data };
  const wrong = checkForm(row, data) ?? checkDay(row, target, context) ?? checkSame(row, target, context) ?? row.wrong?.(target, context);
  if (wrong) return wrong;
  const { at, on } = context;
  const fact: CaseEvent<'EntryCorrected'> = {
    type: 'EntryCorrected',
    at,
    seq: entry.seq,
    fact: entry.fact,
    key: entry.key,
    field: data.field,
    on,
    data,
  };
  return { events: [fact, ...aimsAgain(target, foldCorrection(context.state, fact), context)] };
}

/** The entry of the index with this number, or why it cannot be mended. */
export function standingEntry(seq: number, { entries }: CaseState): Entry | Wrong {
  const entry = entries.find((one) => one.seq === seq);
  if (!entry) {
    const oldest = entries[0]?.seq ?? 1;
    return refuse('UNKNOWN_ENTRY', `Entry ${seq} cannot be mended: give the number of an entry that a person made, from ${oldest} on.`, {
      field: '/seq',
    });
  }
  if (entry.retracted) return refuse('ENTRY_RETRACTED', `Entry ${seq} is retracted: it counts no longer.`, { field: '/seq' });
  return entry;
}

function notCorrectable(fact: CommandName, names: readonly string[]): Wrong {
  const advice =
    names.length === 0
      ? 'Nothing of this entry can be corrected: record how it is.'
      : `Of ${fact} these can be corrected: ${names.join(', ')}.`;
  return refuse('FIELD_NOT_CORRECTABLE', advice, { field: '/field' });
}

const VALUES = ['date', 'code', 'likelihood', 'impact', 'text', 'service', 'action'] as const;
type ValueName = (typeof VALUES)[number];

function checkForm(row: CorrectableField, data: Data): Wrong | undefined {
  const needed: readonly ValueName[] = [
    ...(row.value === 'rating' ? (['likelihood', 'impact'] as const) : [row.value]),
    ...(row.needs ? [row.needs] : []),
  ];
  const missing = needed.find((name) => data[name] === undefined);
  const tooMuch = VALUES.find((name) => data[name] !== undefined && !needed.includes(name));
  const form = `${data.field} takes ${needed.join(' and ')}.`;
  if (missing) return refuse('VALUE_NOT_FITTING', `Give the right value: ${form}`, { field: `/${missing}` });
  if (tooMuch) return refuse('VALUE_NOT_FITTING', `Leave this out: ${form}`, { field: `/${tooMuch}` });
  if (row.of && !row.of.includes(data.code ?? ''))
    return refuse('VALUE_NOT_FITTING', `Choose one of: ${row.of.join(', ')}.`, { field: '/code' });
  return undefined;
}

function checkDay(row: CorrectableField, { entry, data: { date } }: Target, { state, today }: DecideContext): Wrong | undefined {
  if (row.past !== true || date === undefined || !isLondonDate(date)) return undefined;
  const no = (code: 'OCCURRED_IN_FUTURE' | 'DATE_TOO_LONG_AGO' | 'OCCURRED_BEFORE_RECEIPT', why: string) =>
    refuse(code, why, { field: '/date' });
  if (compareDates(date, today) > 0) return no('OCCURRED_IN_FUTURE', `A fact cannot lie in the future: give a day up to ${today}.`);
  if (tooLongAgo(date, today)) return no('DATE_TOO_LONG_AGO', 'That day is more than ten years ago: check the year.');
  if (!isOpening(entry) && compareDates(date, state.receivedOn) < 0)
    return no('OCCURRED_BEFORE_RECEIPT', `The case began on ${state.receivedOn}: give that day or a later one.`);
  return undefined;
}

const isOpening = ({ fact }: Entry): boolean => fact === 'submitReferral' || fact === 'submitCall';

function checkSame(row: CorrectableField, target: Target, { state }: DecideContext): Wrong | undefined {
  const { date, code, service } = target.data;
  const given = row.value === 'code' ? code : row.value === 'service' ? service : date;
  const now = row.now?.(state, target);
  if (now === undefined || now !== given) return undefined;
  return refuse('SAME_VALUE', `It stands so already: ${now}.`, { field: `/${row.value}` });
}
