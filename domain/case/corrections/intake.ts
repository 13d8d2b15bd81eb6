import { compareDates, londonInstant } from '../../calendar';
import type { LondonDate } from '../../calendar';
import { INVOLVEMENTS } from '../codes';
import type { DecideContext, Decision } from '../decide/context';
import { refuse } from '../refusals';
import { isNewest } from '../regions/entries';
import type { CaseState } from '../state';
import { code, day, NOTHING_TO_UNDO } from './row';
import type { Mendable, MendableTable, Target } from './row';

const received: Mendable = { fields: { occurredOn: day(receivedOn, { wrong: afterWhatFollowed }) } };

/** What can be mended up to the first meeting. */
export const INTAKE_MENDABLE: MendableTable = {
  submitReferral: received,
  submitCall: received,
  decideTriage: { fields: { occurredOn: day(triagedOn) } },
  acceptCall: { fields: { occurredOn: day(handedOver) } },
  recordHandover: { fields: { occurredOn: day() } },
  concurTriage: { fields: {}, undo: NOTHING_TO_UNDO },
  recordReferrerContact: {
    fields: { occurredOn: day(contactedOn), involvement: code(INVOLVEMENTS) },
    undo: (state, entry) => (isNewest(state.entries, entry) ? { ...state, referrerContactedOn: null } : state),
  },
};

// A fact of an earlier day counts as before 18:00 of that day (local default).
function receivedOn(state: CaseState, _target: Target, date: LondonDate): CaseState {
  const receivedAt = londonInstant(date, '12:00');
  return {
    ...state,
    receivedOn: date,
    receivedAt,
    meetingAimFrom: state.meetingAimFrom === state.receivedOn ? date : state.meetingAimFrom,
    paceSetAt: state.paceSetAt === state.receivedAt ? receivedAt : state.paceSetAt,
  };
}

function afterWhatFollowed({ data: { date }, entry }: Target, { state }: DecideContext): Decision | undefined {
  const first = state.entries.find((one) => one.seq !== entry.seq && one.on !== undefined && compareDates(one.on, date ?? one.on) < 0);
  if (!first) return undefined;
  return refuse('VALUE_NOT_FITTING', `Entry ${first.seq} happened on ${first.on}: the case cannot have begun later.`, { field: '/date' });
}

function triagedOn(state: CaseState, { entry }: Target, date: LondonDate): CaseState {
  if (!state.triage || !isNewest(state.entries, entry)) return state;
  return { ...state, triage: { ...state.triage, decidedOn: date }, handover: state.handover && { ...state.handover, on: date } };
}

const handedOverOn = (state: CaseState, date: LondonDate): CaseState => ({
  ...state,
  handover: state.handover && { ...state.handover, on: date },
});

function handedOver(state: CaseState, { entry }: Target, date: LondonDate): CaseState {
  return isNewest(state.entries, entry) ? handedOverOn(state, date) : state;
}

function contactedOn(state: CaseState, { entry }: Target, date: LondonDate): CaseState {
  return isNewest(state.entries, entry) && state.referrerContactedOn !== null ? { ...state, referrerContactedOn: date } : state;
}
