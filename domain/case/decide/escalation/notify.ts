import type { CaseCommand } from '../../command';
import { isWithoutConsent, maySharePersonalData } from '../../consent';
import type { Addressee, CaseEvent } from '../../events';
import { rolesOf } from '../../holders';
import { refuse } from '../../refusals';
import type { CaseState } from '../../state';
import type { DecideContext, Decision } from '../context';
import { filled } from '../person/filled';

/**
 * Notifies the local authority of the steps taken. Personal data goes there with consent or with recorded grounds only
 * (Oxfordshire framework 7.1); the grounds may be given in the same step. A new notification begins its clock afresh.
 */
export function notifyLocalAuthority({ data, actor }: CaseCommand<'notifyLocalAuthority'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  const wrong = checkGrounds(data, context);
  if (wrong) return wrong;
  const fact: CaseEvent = { type: 'LocalAuthorityNotified', at, on, ...notifier(state, actor), data };
  return {
    events: [
      ...groundsRecorded(data, context),
      fact,
      ...lapseDecided(data, context),
      ...filled(state, at, ['ESCALATION_CONSIDERED', 'LA_NOTIFICATION'], data.steps),
    ],
  };
}

function checkGrounds({ grounds, facts }: CaseCommand<'notifyLocalAuthority'>['data'], context: DecideContext): Decision | undefined {
  const { state, profile } = context;
  const { cite: rule, value: asksForGrounds } = profile.escalationConsentGate;
  if ((grounds === undefined) !== (facts === undefined))
    return refuse('GROUNDS_MISSING', 'Sharing without consent needs a ground and the facts relied on: give both.', {
      field: grounds === undefined ? '/grounds' : '/facts',
      rule,
    });
  if (!asksForGrounds || grounds !== undefined || maySharePersonalData(state)) return undefined;
  return refuse(
    'GROUNDS_MISSING',
    'The record holds neither consent nor grounds for sharing without it: record the consent, or give the ground and the facts here.',
    { field: '/grounds', rule },
  );
}

// Grounds given here are recorded as if by their own command: the look at whether they are still necessary counts from them.
function groundsRecorded(
  { grounds, facts }: CaseCommand<'notifyLocalAuthority'>['data'],
  { state, at, on }: DecideContext,
): readonly CaseEvent[] {
  if (grounds === undefined || facts === undefined || !isWithoutConsent(state.person.consent.position)) return [];
  return [{ type: 'SharingGroundsRecorded', at, on, grounds, data: { grounds, facts } }, ...filled(state, at, ['SHARING_GROUNDS'], facts)];
}

// Whoever notifies answers what the local authority asks: the coordinator by the role, anybody else by name.
function notifier(state: CaseState, actor: string): { readonly by: Addressee; readonly byMember: boolean } {
  const roles = rolesOf(state, actor);
  const own = roles.find(({ role }) => role === 'LEAD_WORKER' || role === 'RESPONSIBLE_MANAGER') ?? roles[0];
  if (!own || roles.some(({ role }) => role === 'COORDINATOR')) return { by: { role: 'COORDINATOR' }, byMember: false };
  return { by: { ...own, person: actor }, byMember: true };
}

// To notify the local authority is to decide on a lapsed review: it escalates (local default).
function lapseDecided({ steps }: CaseCommand<'notifyLocalAuthority'>['data'], { state, at, on }: DecideContext): readonly CaseEvent[] {
  const lapsed = state.flags.some(({ flag }) => flag === 'REVIEW_LAPSED') && state.review?.lapseDecision === null;
  const data = { decision: 'ESCALATE', reason: steps } as const;
  return lapsed ? [{ type: 'LapsedReviewDecided', at, decision: 'ESCALATE', on, data }] : [];
}
