import { compareDates } from '../../calendar';
import type { LondonDate } from '../../calendar';
import { ATTENDANCES, FEEDBACK_RESULTS, TIERS, tierOf } from '../codes';
import type { DecideContext, Decision } from '../decide/context';
import type { Action } from '../events';
import { refuse } from '../refusals';
import type { Entry } from '../regions/entries';
import type { CaseState } from '../state';
import { AGREED_ACTION_FIELDS } from './plan';
import { reopenRecord, withoutContribution } from './records';
import { REVIEW_ON } from './review';
import { code, day, NOTHING_TO_UNDO } from './row';
import type { CorrectableField, MendableTable, Target } from './row';

const rating: CorrectableField = {
  value: 'rating',
  into: (state, { entry, data: { likelihood, impact } }) => {
    if (likelihood === undefined || impact === undefined || !isLast(state, entry)) return state;
    return { ...state, score: likelihood * impact, tier: tierOf(likelihood * impact) };
  },
};

/** What can be mended of meetings, reviews and their records. */
export const MEETINGS_MENDABLE: MendableTable = {
  submitContribution: { fields: { occurredOn: day() }, undo: withoutContribution },
  completeMeeting: {
    fields: {
      heldOn: day(heldOn, { wrong: outOfOrder }),
      reviewOn: REVIEW_ON,
      rating,
      tier: code(TIERS, tier),
      status: code(ATTENDANCES, attendance, { needs: 'service', wrong: notOnCase }),
      ...AGREED_ACTION_FIELDS,
    },
  },
  publishSummary: { fields: { occurredOn: day() }, undo: reopenRecord('summary') },
  publishMinutes: { fields: { occurredOn: day() }, undo: reopenRecord('minutes') },
  recordOutcomeShared: { fields: { occurredOn: day(), result: code(FEEDBACK_RESULTS) }, undo: reopenRecord('feedback') },
  // What the gap was stands in the table of gaps: the decision opens it again.
  closeGap: { fields: {}, undo: NOTHING_TO_UNDO },
  setReviewDate: { fields: { reviewOn: REVIEW_ON } },
  cancelReview: { fields: { reviewOn: REVIEW_ON } },
  decideLapsedReview: { fields: { reviewOn: REVIEW_ON } },
  recordOversight: { fields: { occurredOn: day() }, undo: NOTHING_TO_UNDO },
};

const numberOf = (entry: Entry): number => Number(entry.key.slice('meeting:'.length));
const isLast = (state: CaseState, entry: Entry): boolean => state.lastHeld?.number === numberOf(entry);

// Everything that counts from the meeting counts from the right day: its record, what it agreed, and the aim if it asked to meet again.
function heldOn(state: CaseState, { entry }: Target, date: LondonDate): CaseState {
  const before = entry.on;
  const { lastHeld, review } = state;
  const last = isLast(state, entry);
  const again = last && lastHeld?.outcomes.includes('RECONVENE') === true;
  return {
    ...state,
    lastHeld: last && lastHeld ? { ...lastHeld, on: date } : lastHeld,
    records: state.records.map((record) => (record.meeting === numberOf(entry) ? { ...record, heldOn: date } : record)),
    meetingAimFrom: again ? date : state.meetingAimFrom,
    review: review && review.agreedOn === before && review.on === entry.reviewOn ? { ...review, agreedOn: date } : review,
    actions: state.actions.map((action) => (wasAgreedAt(state, action, before) ? agreedOn(action, before, date) : action)),
  };
}

const wasAgreedAt = (state: CaseState, action: Action, on: LondonDate | undefined): boolean =>
  action.agreedOn === on && !state.entries.some((one) => one.fact === 'addAction' && one.key === `action:${action.id}`);

const agreedOn = (action: Action, before: LondonDate | undefined, date: LondonDate): Action => ({
  ...action,
  agreedOn: date,
  proposedOn: action.proposedOn === before ? date : action.proposedOn,
  quietSince: action.quietSince === before ? date : action.quietSince,
});

function outOfOrder({ entry, data: { date } }: Target, { state }: DecideContext): Decision | undefined {
  if (date === undefined) return undefined;
  const others = state.entries.filter((one) => one.fact === 'completeMeeting' && one.seq !== entry.seq && one.on !== undefined);
  const clash = others.find((one) =>
    one.seq < entry.seq ? compareDates(date, one.on ?? date) < 0 : compareDates(date, one.on ?? date) > 0,
  );
  if (clash)
    return refuse('VALUE_NOT_FITTING', `Entry ${clash.seq} is a meeting held on ${clash.on}: keep the meetings in order.`, {
      field: '/date',
    });
  if (entry.reviewOn === undefined || compareDates(date, entry.reviewOn) < 0) return undefined;
  return refuse('REVIEW_BEFORE_MEETING', `The review was agreed for ${entry.reviewOn}: correct reviewOn first.`, { field: '/date' });
}

function tier(state: CaseState, { entry, data }: Target): CaseState {
  const right = TIERS.find((one) => one === data.code);
  return right && isLast(state, entry) ? { ...state, tier: right } : state;
}

function attendance(state: CaseState, { entry, data }: Target): CaseState {
  const { lastHeld } = state;
  if (!lastHeld || !isLast(state, entry) || data.service === undefined) return state;
  const others = lastHeld.present.filter((service) => service !== data.service);
  const present = data.code === 'ATTENDED' || data.code === 'PART' ? [...others, data.service] : others;
  return { ...state, lastHeld: { ...lastHeld, present } };
}

function notOnCase({ data }: Target, { state }: DecideContext): Decision | undefined {
  if (state.services.some((one) => one.service === data.service)) return undefined;
  return refuse('SERVICE_NOT_ON_CASE', 'This service takes no part in the case: check its id.', { field: '/service' });
}
