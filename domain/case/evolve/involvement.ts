import type { Action, CaseEvent } from '../events';
import type { Involvement } from '../regions/involvement';
import type { CaseState } from '../state';
import { isSameRole } from './roles';

type InvolvementEvent = CaseEvent<'RoleProposed' | 'AbsenceSet' | 'InvolvementEnded'>;

/** Folds who is to come, who is away and who has left. */
export function foldInvolvement(state: CaseState, event: InvolvementEvent): CaseState {
  switch (event.type) {
    case 'RoleProposed':
      return withPart(state, { proposals: [...state.involvement.proposals.filter((one) => !isSameRole(one, event)), proposalOf(event)] });
    case 'AbsenceSet':
      return withPart(state, { absences: [...state.involvement.absences.filter((one) => one.person !== event.person), absenceOf(event)] });
    case 'InvolvementEnded':
      return departed(state, event);
  }
}

const withPart = (state: CaseState, part: Partial<Involvement>): CaseState => ({
  ...state,
  involvement: { ...state.involvement, ...part },
});

const proposalOf = ({ type: _type, at: _at, ...proposal }: CaseEvent<'RoleProposed'>): Involvement['proposals'][number] => proposal;
const absenceOf = ({ person, from, until, deputy }: CaseEvent<'AbsenceSet'>): Involvement['absences'][number] => ({
  person,
  from,
  until,
  deputy,
});

function departed(state: CaseState, { service, on, keepsPlan, data }: CaseEvent<'InvolvementEnded'>): CaseState {
  const left = state.services.find((one) => one.service === service) ?? { service, leadWorker: null, responsibleManager: null };
  const { involvement } = state;
  const { added, removed } = involvement.planRecipients;
  return {
    ...state,
    services: state.services.filter((one) => one.service !== service),
    vacancies: state.vacancies.filter((one) => one.service !== service),
    actions: state.actions.map((action) => (action.service === service ? ownerless(action) : action)),
    // Who was invited and does not know the person stays on the list with that answer.
    meeting: state.meeting && {
      ...state.meeting,
      invitations: state.meeting.invitations.filter((one) => one.service !== service || data === null),
    },
    lastHeld: state.lastHeld && { ...state.lastHeld, present: state.lastHeld.present.filter((one) => one !== service) },
    plan: state.plan && (keepsPlan ? state.plan : { ...state.plan, recipients: state.plan.recipients.filter((one) => one !== service) }),
    involvement: {
      ...involvement,
      proposals: involvement.proposals.filter((one) => one.service !== service),
      departed: [...involvement.departed.filter((one) => one.service !== service), { ...left, on }],
      planRecipients: keepsPlan ? involvement.planRecipients : { added, removed: [...removed, service] },
    },
  };
}

// Who did the service's action does not see the case any longer; the coordinator finds it a new owner.
const ownerless = ({ leadWorker: _gone, ...action }: Action): Action => action;
