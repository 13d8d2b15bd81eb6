import { addDays, correctableFields } from '../../../../domain';
import { oneOf } from './given';
import type { Data, Given } from './given';

/** Corrections and retractions of entries of the record. */
export const correctionsData = (given: Given): Data => ({
  correctEntry: correction(given),
  retractEntry: { seq: oneOf(given.state.entries, given.pick)?.seq ?? 1, reason: 'v', incident: 'v' },
});

// Corrects some field of some entry with a value of the right kind.
function correction({ pick, today, service, action, state }: Given): object {
  const entry = oneOf(state.entries, pick);
  if (!entry) return { seq: 1, field: 'none', reason: 'v' };
  const [field, row] = oneOf(Object.entries(correctableFields(entry)), pick >> 2) ?? ['none', undefined];
  const values = {
    date: { date: addDays(today, (pick % 40) - (row?.past === true ? 45 : 5)) },
    code: { code: oneOf(row?.of ?? [], pick) },
    rating: { likelihood: 1 + (pick % 5), impact: 1 + ((pick >> 3) % 5) },
    service: { service },
    text: { text: 'v' },
  };
  const needs = { action: { action }, service: { service } };
  return { seq: entry.seq, field, reason: 'v', ...(row ? values[row.value] : {}), ...(row?.needs ? needs[row.needs] : {}) };
}
