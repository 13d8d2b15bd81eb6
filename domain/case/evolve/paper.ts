import type { CommandData } from '../commands/table';
import type { CaseEvent } from '../events';
import type { CaseState } from '../state';
import { begun, withBirthday } from './intake';
import { withHolders, withServices } from './roles';

/** A case begun on paper, as it stands: no meeting of the paper owes a record here, and everyone has the plan. */
export function adopted(state: CaseState, event: CaseEvent<'CaseAdopted'>): CaseState {
  const { data, stage, on, at } = event;
  const fresh = withBirthday(withPeople(begun(state, event), event), data.person?.bornOn, on);
  const meetings = data.lastMeeting?.meetings ?? 1;
  const isReview = data.lastMeeting?.kind === 'REVIEW';
  return {
    ...fresh,
    origin: {
      ...fresh.origin,
      adopted: { at, on },
      triagedOnPaper: !UNTRIAGED.includes(stage),
      previousCase: data.previousCase ?? null,
      ageGroup: data.ageGroup ?? null,
    },
    triage: stage === 'REFERRER_CONTACT' ? { outcome: 'MARM', decidedOn: on, concurrenceOwedBy: null } : null,
    handover: data.handedOverOn === undefined ? null : { on: data.handedOverOn, acknowledged: false },
    meetingsHeld: data.lastMeeting ? meetings : 0,
    reviewsHeld: isReview ? meetings - 1 : 0,
    lastHeld: lastHeld(data),
    meetingAimFrom: data.lastMeeting?.reconvene === true ? data.lastMeeting.on : event.receivedOn,
    tier: data.lastMeeting?.tier ?? null,
    plan: planOf(data),
    closure: data.closure ? { ...data.closure, answered: [] } : null,
  };
}

const UNTRIAGED: readonly string[] = ['RECEIVED', 'TRIAGE', 'REFERRER_CONTACT'];

// Who is named in the paper comes before whom the directory names.
const withPeople = (state: CaseState, { data, holders }: CaseEvent<'CaseAdopted'>): CaseState =>
  withServices(withHolders(withHolders(state, holders), data.people ?? []), data.services ?? []);

const servicesIn = (data: CommandData<'adoptCase'>): readonly string[] => (data.services ?? []).map(({ service }) => service);

function lastHeld(data: CommandData<'adoptCase'>): CaseState['lastHeld'] {
  if (!data.lastMeeting) return null;
  const { on, kind = 'MEETING', meetings = 1, reconvene } = data.lastMeeting;
  return { number: meetings, kind, on, outcomes: reconvene === true ? ['RECONVENE'] : ['PLAN_AGREED'], present: servicesIn(data) };
}

function planOf(data: CommandData<'adoptCase'>): CaseState['plan'] {
  if (!data.plan) return null;
  const recipients = servicesIn(data);
  return { version: data.plan.version ?? 1, publishedOn: data.plan.publishedOn, recipients, confirmed: recipients };
}
