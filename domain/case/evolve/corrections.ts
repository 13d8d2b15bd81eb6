import { correctableFields, mendableOf } from '../corrections/table';
import type { CaseEvent } from '../events';
import type { CaseState } from '../state';
import { withEntry } from './entries';

/** Folds a correction (the right value takes the place of the wrong one) or a retraction (what the entry meant is taken back). */
export function foldCorrection(state: CaseState, event: CaseEvent<'EntryCorrected' | 'EntryRetracted'>): CaseState {
  const entry = state.entries.find((one) => one.seq === event.seq);
  if (!entry) return state;
  if (event.type === 'EntryCorrected') return correctableFields(entry)[event.field]?.into(state, { entry, data: event.data }) ?? state;
  return withEntry(mendableOf(entry.fact).undo?.(state, entry) ?? state, entry.seq, { retracted: true });
}
