import { minDate } from '../../calendar';
import type { CaseEvent } from '../events';
import type { CaseState } from '../state';
import { withServices } from './roles';

/** Folds the merging of two cases, on either side. */
export function foldMerging(state: CaseState, event: CaseEvent<'CaseTakenOver' | 'CaseMerged'>): CaseState {
  if (event.type === 'CaseTakenOver') return takenOver(state, event);
  return {
    ...state,
    records: [],
    meeting: null,
    handover: null,
    closure: null,
    endedOn: event.on,
    origin: { ...state.origin, mergedInto: event.into },
  };
}

// The earliest receipt governs the aim for the first meeting; what the person agreed to stays apart for each case (local default).
function takenOver(state: CaseState, { on, data }: CaseEvent<'CaseTakenOver'>): CaseState {
  const { from, receivedOn, referrers, consent, services, recipients } = data;
  const entry = {
    from,
    on,
    receivedOn,
    referrers: referrers.map(({ person }) => person),
    consent: consent ? { position: consent.position, grounds: consent.grounds ?? null } : null,
  };
  const { planRecipients } = state.involvement;
  const named = recipients.map(({ service }) => service);
  return {
    ...withServices(state, services.map(missingPeople(state))),
    meetingAimFrom: state.meetingsHeld === 0 ? minDate(state.meetingAimFrom, receivedOn) : state.meetingAimFrom,
    origin: { ...state.origin, takenOver: [...state.origin.takenOver.filter((one) => one.from !== from), entry] },
    involvement: {
      ...state.involvement,
      planRecipients: { ...planRecipients, added: [...new Set([...planRecipients.added, ...named])] },
    },
  };
}

// A service that takes part here keeps its people; the other case only fills what is empty.
const missingPeople =
  (state: CaseState) =>
  ({ service, leadWorker, responsibleManager }: CaseEvent<'CaseTakenOver'>['data']['services'][number]) => {
    const known = state.services.find((one) => one.service === service);
    return {
      service,
      ...(leadWorker === undefined || known?.leadWorker ? {} : { leadWorker }),
      ...(responsibleManager === undefined || known?.responsibleManager ? {} : { responsibleManager }),
    };
  };
