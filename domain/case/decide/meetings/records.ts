import type { CaseCommand } from '../../command';
import { rolesOf } from '../../holders';
import { refuse } from '../../refusals';
import type { RecordGap } from '../../events';
import type { CaseState, OpenRecord } from '../../state';
import type { DecideContext, Decision } from '../context';

// The meetings of which something is still owed: the one named, or all.
function owing(state: CaseState, meeting: number | undefined, owes: (record: OpenRecord) => boolean): readonly number[] {
  return state.records.filter((record) => owes(record) && (meeting === undefined || record.meeting === meeting)).map((one) => one.meeting);
}

const nothingOwed = (what: string): Decision =>
  refuse('NOTHING_TO_PUBLISH', `No meeting of this case still owes ${what}. Check its number.`, { field: '/meeting' });

/** Publishes the list of actions of the meetings that still owe it. */
export function publishSummary({ data }: CaseCommand<'publishSummary'>, { state, at, on }: DecideContext): Decision {
  const meetings = owing(state, data.meeting, (record) => !record.summary);
  return meetings.length === 0 ? nothingOwed('its summary') : { events: [{ type: 'SummaryPublished', at, meetings, on, data }] };
}

/** Publishes the record of the meetings that still owe it. */
export function publishMinutes({ data }: CaseCommand<'publishMinutes'>, { state, at, on }: DecideContext): Decision {
  const meetings = owing(state, data.meeting, (record) => !record.minutes);
  return meetings.length === 0 ? nothingOwed('its record') : { events: [{ type: 'MinutesPublished', at, meetings, on, data }] };
}

/** Records that the person was told of the outcome, or why not. */
export function recordOutcomeShared({ data }: CaseCommand<'recordOutcomeShared'>, { state, at, on }: DecideContext): Decision {
  if (data.result === 'NOT_REACHED' && data.attempts === undefined)
    return refuse('REASON_MISSING', 'Say how often it was tried.', { field: '/attempts' });
  const meetings = owing(state, data.meeting, (record) => !record.feedback);
  return meetings.length === 0 ? nothingOwed('word to the person') : { events: [{ type: 'OutcomeShared', at, meetings, on, data }] };
}

/** Closes a gap of the record; what was recorded on the wrong case is the information-governance lead's, and nothing else is. */
export function closeGap({ data, actor }: CaseCommand<'closeGap'>, { state, at }: DecideContext): Decision {
  const known = state.gaps.find((gap) => gap.id === data.gap);
  if (!known) return refuse('UNKNOWN_GAP', 'There is no such gap on this case: see its list of gaps.', { field: '/gap' });
  if (!mayClose(known, actor, state))
    return refuse('NOT_YOUR_GAP', 'Incidents are closed by the information-governance lead, other gaps by who keeps the record.', {
      field: '/gap',
    });
  if ((data.entry === undefined) === (data.notConsideredBecause === undefined))
    return refuse('REASON_MISSING', 'Give either what is now known, or why it was not considered.', { field: '/entry' });
  return { events: [{ type: 'GapClosed', at, gap: data.gap, considered: data.entry !== undefined, data }] };
}

// While nobody holds that role an incident must not stay open for ever: who keeps the record closes it.
function mayClose(gap: RecordGap, actor: string, state: CaseState): boolean {
  const lead = state.holders.INFORMATION_GOVERNANCE_LEAD;
  if (gap.owner === 'INFORMATION_GOVERNANCE_LEAD') return lead === undefined || lead === actor;
  return lead !== actor || rolesOf(state, actor).length > 1;
}
