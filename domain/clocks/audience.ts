import type { Audience, Role } from '../case/codes';
import type { Addressee } from '../case/events';
import { rolesOf } from '../case/holders';
import type { CaseState, Obligation } from '../case/state';
import { ofStageKey, raisersOf, stageHolders } from './challenge/stage';
import type { ClockContext } from './clock';
import { proposalKey } from './running/proposalKey';

/** What a message's addressees follow from: the case and its locality's rules. */
export type AudienceContext = Pick<ClockContext, 'state' | 'profile'>;

/** The addressees of a deadline's message, each once. */
export function addresseesOf(context: AudienceContext, obligation: Obligation, to: readonly Audience[]): readonly Addressee[] {
  return unique(to.flatMap((one) => resolve(context, obligation, one)));
}

/** Several lists of addressees as one, each addressee once. */
export const unique = (all: readonly Addressee[]): readonly Addressee[] =>
  all.filter((one, at) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at);

function resolve(context: AudienceContext, obligation: Obligation, to: Audience): readonly Addressee[] {
  const { state } = context;
  switch (to) {
    case 'ALL_LEAD_WORKERS':
      return everyService(state, 'LEAD_WORKER');
    case 'ALL_RESPONSIBLE_MANAGERS':
      return everyService(state, 'RESPONSIBLE_MANAGER');
    case 'ATTENDEES':
      return attendees(state);
    case 'ATTENDEES_OR_COORDINATOR':
      return state.meeting ? attendees(state) : [{ role: 'COORDINATOR' }];
    case 'UNCONFIRMED_RECIPIENTS':
      return unconfirmed(state).map((service) => ({ role: 'LEAD_WORKER', service }));
    case 'LA_NOTIFIER':
      return [state.escalation.notification?.by ?? { role: 'COORDINATOR' }];
    case 'LA_CONTACT_UNLESS_ACKNOWLEDGED':
      return state.escalation.status === 'NOTIFIED' ? [{ role: 'LA_CONTACT' }] : [];
    case 'UNANSWERED_SERVICES':
      return unanswered(state).flatMap((service): Addressee[] => [
        { role: 'LEAD_WORKER', service },
        { role: 'RESPONSIBLE_MANAGER', service },
      ]);
    case 'PROPOSER':
      return proposers(state, obligation);
    case 'ASSESSOR':
      return assessor(state, obligation);
    case 'CHALLENGE_HOLDERS':
      return holdersOf(context, obligation, 0);
    case 'NEXT_CHALLENGE_HOLDERS':
      return holdersOf(context, obligation, 1);
    case 'RAISER':
      return raisersOf(ofStageKey(state, obligation.key)?.challenge);
    default:
      return [single(state, obligation, to)];
  }
}

// Who put a role to somebody is told in that person's own name, whatever roles that person holds.
const proposers = ({ involvement }: CaseState, { key }: Obligation): readonly Addressee[] =>
  involvement.proposals.filter((one) => proposalKey(one) === key).map((one) => ({ role: 'COORDINATOR', person: one.by }));

// The people of a service: of the service that owns the action, or of the one that the deadline's key names.
function single(state: CaseState, obligation: Obligation, role: Role): Addressee {
  if (role !== 'LEAD_WORKER' && role !== 'RESPONSIBLE_MANAGER') return { role };
  const action = state.actions.find((one) => `action:${one.id}` === obligation.key);
  if (!action) return { role, service: obligation.key.split('/')[1] ?? '' };
  // Until a service has agreed, its responsible manager gets its lead worker's messages (local default).
  if (action.acceptance === 'PROPOSED') return { role: 'RESPONSIBLE_MANAGER', service: action.service };
  const named = role === 'LEAD_WORKER' && action.leadWorker !== undefined ? { person: action.leadWorker } : {};
  return { role, service: action.service, ...named };
}

function holdersOf({ state, profile }: AudienceContext, { key }: Obligation, further: 0 | 1): readonly Addressee[] {
  const found = ofStageKey(state, key);
  return found ? stageHolders(profile, found.challenge, found.stage + further) : [];
}

const everyService = (state: CaseState, role: 'LEAD_WORKER' | 'RESPONSIBLE_MANAGER'): readonly Addressee[] =>
  state.services.map(({ service }) => ({ role, service }));

/** Who is expected at the booked meeting: invited services that have not said that they stay away, the Chair and the note-taker. */
function attendees(state: CaseState): readonly Addressee[] {
  const coming = state.meeting?.invitations.filter((one) => one.attends !== false) ?? [];
  return [...coming.map(({ service }): Addressee => ({ role: 'LEAD_WORKER', service })), { role: 'CHAIR' }, { role: 'NOTE_TAKER' }];
}

// Who assessed or will assess the decision that the deadline's key names, if that person works on the case and so may see it.
function assessor(state: CaseState, { key }: Obligation): readonly Addressee[] {
  const person = state.person.capacity.find(({ decision }) => key.startsWith(`capacity:${decision}/`))?.assessor ?? null;
  const role = person === null ? undefined : rolesOf(state, person)[0];
  return person === null || role === undefined ? [] : [{ ...role, person }];
}

/** Services that have not confirmed the newest plan. */
export const unconfirmed = ({ plan }: CaseState): readonly string[] =>
  plan?.recipients.filter((service) => !plan.confirmed.includes(service)) ?? [];

/** Services that have not answered a proposed closure. */
export const unanswered = ({ services, closure }: CaseState): readonly string[] =>
  closure ? services.map((one) => one.service).filter((service) => !closure.answered.includes(service)) : [];
