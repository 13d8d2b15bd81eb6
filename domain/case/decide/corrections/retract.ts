import { addWorkingDays } from '../../../calendar';
import type { CaseCommand } from '../../command';
import { correctableFields, mendableOf } from '../../corrections/table';
import type { CaseEvent, RecordGap } from '../../events';
import { gapNamed } from '../../gaps';
import { openGap } from '../../gaps/opening';
import { refuse } from '../../refusals';
import type { Entry } from '../../regions/entries';
import type { DecideContext, Decision } from '../context';
import { standingEntry } from './correct';

/** Retracts an entry of another case: what it meant is taken back, its content is hidden, and an incident waits for its lead. */
export function retractEntry({ data }: CaseCommand<'retractEntry'>, context: DecideContext): Decision {
  const { at, on, state } = context;
  const entry = standingEntry(data.seq, state);
  if ('refusal' in entry) return entry;
  if (!mendableOf(entry.fact).undo) return correctInstead(entry);
  const incident = `incident-${entry.seq}`;
  return {
    events: [
      { type: 'EntryRetracted', at, seq: entry.seq, fact: entry.fact, key: entry.key, on, data },
      { type: 'IncidentOpened', at, incident, seq: entry.seq, on },
      { type: 'GapOpened', at, gap: incidentGap(incident, context) },
      ...openedAgain(entry, context),
    ],
  };
}

function correctInstead(entry: Entry): Decision {
  const names = Object.keys(correctableFields(entry));
  const advice = names.length === 0 ? 'record how it is' : `correct it instead (${names.join(', ')})`;
  return refuse('RETRACTION_NOT_POSSIBLE', `The case has gone on from this entry, so it cannot be taken back: ${advice}.`, {
    field: '/seq',
  });
}

// A breach that must be notified is notified within 72 hours (UK GDPR article 33): one working day leaves time to judge it.
const incidentGap = (id: string, { on, calendar }: DecideContext): RecordGap => ({
  id,
  item: 'INCIDENT',
  requirement: 'UK GDPR article 33: data recorded on the wrong case is looked at, and what follows is recorded',
  owner: 'INFORMATION_GOVERNANCE_LEAD',
  dueOn: addWorkingDays(on, 1, calendar),
});

// What was said to close a gap does not belong here: the gap is open again.
const openedAgain = (entry: Entry, context: DecideContext): readonly CaseEvent[] =>
  entry.fact === 'closeGap' ? openGap(gapNamed(entry.key.slice('gap:'.length)), context) : [];
