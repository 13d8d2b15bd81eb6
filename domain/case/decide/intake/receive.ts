import { compareDates, londonInstant } from '../../../calendar';
import type { CaseCommand, Holder } from '../../command';
import { isWithoutConsent } from '../../consent';
import type { CaseEvent } from '../../events';
import { refuse } from '../../refusals';
import type { ProtocolProfile } from '../../../profiles';
import type { DecideContext, Decision } from '../context';
import { checkConsent, consentSaid } from '../person/consent';

/** Takes a referral: one reason, the risks and a consent position are all that it needs. */
export function submitReferral(command: CaseCommand<'submitReferral'>, context: DecideContext): Decision {
  const { profile } = context;
  if (profile.intake.value === 'REFERRAL') return open(command, context);
  return refuse('NOT_IN_THIS_LOCALITY', 'This locality takes calls for a meeting, not referrals: use submitCall.', {
    rule: profile.intake.cite,
  });
}

/** Takes a call for a meeting, by any agency. */
export function submitCall(command: CaseCommand<'submitCall'>, context: DecideContext): Decision {
  const { profile } = context;
  if (profile.intake.value === 'CALL') return open(command, context);
  return refuse('NOT_IN_THIS_LOCALITY', 'This locality takes referrals to its MARM Officer, not calls: use submitReferral.', {
    rule: profile.intake.cite,
  });
}

type FirstCommand = CaseCommand<'submitReferral' | 'submitCall'>;

function open(command: FirstCommand, context: DecideContext): Decision {
  const { profile, at, on } = context;
  const { consent } = command.data;
  const wrong = checkReasons(command, context) ?? checkGrounds(command) ?? checkConsent(consent, on, context, '/consent');
  if (wrong) return wrong;
  const event = received(command, context);
  const vacancies = profile.requiredRoles.value.filter((role) => !event.holders.some((holder) => holder.role === role));
  const vacated = vacancies.map((role): CaseEvent => ({ type: 'RoleVacated', at, role, on }));
  return { events: [event, consentSaid(consent, on, context), { type: 'StageEntered', at, from: null, to: 'RECEIVED' }, ...vacated] };
}

function checkReasons({ data }: FirstCommand, { profile }: DecideContext): Decision | undefined {
  if (data.reasons.every((code) => Object.hasOwn(profile.reasonCodes.value, code))) return undefined;
  const known = Object.keys(profile.reasonCodes.value).join(', ');
  return refuse('UNKNOWN_REASON', `This locality does not know the reason given. Choose from: ${known}.`, {
    field: '/reasons',
    rule: profile.reasonCodes.cite,
  });
}

function checkGrounds({ data: { consent } }: FirstCommand): Decision | undefined {
  const { position, grounds, facts } = consent;
  if (!isWithoutConsent(position) || (grounds !== undefined && facts !== undefined)) return undefined;
  return refuse('GROUNDS_MISSING', 'Without agreement, say on what ground it is shared and on which facts you rely.', {
    field: grounds === undefined ? '/consent/grounds' : '/consent/facts',
    rule: 'Oxfordshire framework 5.3',
  });
}

function received(command: FirstCommand, { profile, calendar, at, on, today }: DecideContext): CaseEvent<'ReferralReceived'> {
  return {
    type: 'ReferralReceived',
    at,
    receivedOn: on,
    // A fact of an earlier day counts as before 18:00 of that day (local default).
    receivedAt: compareDates(on, today) < 0 ? londonInstant(on, '12:00') : at,
    locality: profile.id,
    profileId: profile.id,
    profileVersion: profile.version,
    calendarVersion: calendar.version,
    localClosureDays: calendar.localClosureDays,
    pace: command.data.pace ?? 'STANDARD',
    referrer: command.actor,
    holders: withDefaults(command.holders ?? [], profile),
    data: command.data,
  };
}

// Until a Chair and a note-taker are named, the locality's default holds these roles.
function withDefaults(holders: readonly Holder[], profile: ProtocolProfile): readonly Holder[] {
  const stand = (role: 'CHAIR' | 'NOTE_TAKER', as: string | null): readonly Holder[] => {
    const holder = holders.find((one) => one.role === as);
    return holder && !holders.some((one) => one.role === role) ? [{ role, person: holder.person }] : [];
  };
  return [...holders, ...stand('CHAIR', profile.chairDefaultsTo.value), ...stand('NOTE_TAKER', profile.noteTakerDefaultsTo.value)];
}

/** Ends a case before it has a plan. */
export function withdraw(command: CaseCommand<'withdraw'>, { state, at, on }: DecideContext): Decision {
  return {
    events: [
      { type: 'Withdrawn', at, on, data: command.data },
      { type: 'StageEntered', at, from: state.stage, to: 'NOT_PROCEEDED' },
    ],
  };
}
