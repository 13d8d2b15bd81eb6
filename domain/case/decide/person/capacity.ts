import { compareDates } from '../../../calendar';
import type { LondonDate } from '../../../calendar';
import type { CaseCommand } from '../../command';
import type { CommandData } from '../../commands/table';
import type { CaseEvent } from '../../events';
import { refuse } from '../../refusals';
import type { CapacityRecord } from '../../regions/person';
import type { CaseState } from '../../state';
import { tooFar } from '../context';
import type { DecideContext, Decision } from '../context';
import { filled } from './filled';

/** The capacity item of a meeting. */
type Item = NonNullable<CommandData<'completeMeeting'>['capacity']>;

const RULE = 'Oxfordshire framework 5.1';

/** More decisions than that on one case are a mistake of a program. */
const MOST_DECISIONS = 100;

/** Refuses a planned assessment without a day, or with one before the record or too far ahead. */
export function checkAssessment({ outcome, assessmentOn }: Item, since: LondonDate, context: DecideContext, at = ''): Decision | undefined {
  if (outcome !== 'ASSESSMENT_PLANNED') return undefined;
  if (assessmentOn === undefined)
    return refuse('ASSESSMENT_DATE_MISSING', 'Say on which day capacity is to be assessed.', { field: `${at}/assessmentOn`, rule: RULE });
  return checkAhead(assessmentOn, since, context, `${at}/assessmentOn`);
}

function checkAhead(day: LondonDate, since: LondonDate, { today }: DecideContext, field: string): Decision | undefined {
  if (compareDates(day, since) < 0) return refuse('DUE_IN_PAST', `Give ${since} or a later day.`, { field });
  return tooFar(day, today) ? refuse('DATE_TOO_FAR', 'That day is more than ten years ahead: check the year.', { field }) : undefined;
}

/** The fact that a meeting found something of capacity; without an id it stands under the meeting's own. */
export const capacityAt = (item: Item, meeting: number, on: LondonDate, { at }: DecideContext): CaseEvent<'CapacityRecorded'> => ({
  type: 'CapacityRecorded',
  at,
  on,
  decision: item.id ?? `meeting-${meeting}`,
  outcome: item.outcome,
  fluctuating: item.fluctuating === true,
  assessor: null,
  assessmentOn: item.outcome === 'ASSESSMENT_PLANNED' ? (item.assessmentOn ?? null) : null,
  data: null,
});

/** Records capacity for one decision; the earlier record for it is history. */
export function recordCapacity({ data }: CaseCommand<'recordCapacity'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  const wrong = checkAssessment(data, on, context) ?? checkRoom(data.id, state);
  if (wrong) return wrong;
  return {
    events: [
      {
        type: 'CapacityRecorded',
        at,
        on,
        decision: data.id,
        outcome: data.outcome,
        fluctuating: data.fluctuating === true,
        assessor: data.assessor ?? null,
        assessmentOn: data.outcome === 'ASSESSMENT_PLANNED' ? (data.assessmentOn ?? null) : null,
        data,
      },
      ...filled(state, at, ['CAPACITY', 'CAPACITY_NOTE'], data.decision),
    ],
  };
}

const checkRoom = (decision: string, state: CaseState): Decision | undefined =>
  state.person.capacity.length < MOST_DECISIONS || recordOf(state, decision)
    ? undefined
    : refuse('TOO_MANY_DECISIONS', `A case keeps up to ${MOST_DECISIONS} decisions: use the id of one that it has.`, { field: '/id' });

const recordOf = (state: CaseState, decision: string): CapacityRecord | undefined =>
  state.person.capacity.find((one) => one.decision === decision);

/** Names who makes a best-interests decision, and by when. */
export function planBestInterests({ data }: CaseCommand<'planBestInterests'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  const wrong = checkLack(data.decision, state) ?? checkAhead(data.plannedFor, on, context, '/plannedFor');
  if (wrong) return wrong;
  if (recordOf(state, data.decision)?.decided === true)
    return refuse('BEST_INTERESTS_DECIDED', 'The best-interests decision is recorded: record capacity anew if it must be made again.', {
      field: '/decision',
    });
  return { events: [{ type: 'BestInterestsPlanned', at, on, decision: data.decision, plannedFor: data.plannedFor, data }] };
}

/** Records a best-interests decision. */
export function recordBestInterests({ data }: CaseCommand<'recordBestInterests'>, { state, at, on }: DecideContext): Decision {
  return checkLack(data.decision, state) ?? { events: [{ type: 'BestInterestsRecorded', at, on, decision: data.decision, data }] };
}

// Where capacity is presumed or found, the person decides; differing views must not slow protection.
function checkLack(decision: string, state: CaseState): Decision | undefined {
  const record = recordOf(state, decision);
  if (!record)
    return refuse('UNKNOWN_DECISION', 'No capacity record of this case has that id: record capacity for the decision first.', {
      field: '/decision',
    });
  return record.outcome === 'HAS' || record.outcome === 'PRESUMED_NOT_ASSESSED'
    ? refuse('NO_LACK_RECORDED', 'The person is thought able to make this decision: record capacity anew if that has changed.', {
        field: '/decision',
        rule: RULE,
      })
    : undefined;
}
