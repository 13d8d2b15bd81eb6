import { compareDates, londonInstant } from '../../../calendar';
import type { LondonDate } from '../../../calendar';
import type { CaseCommand, Holder } from '../../command';
import { isWithoutConsent } from '../../consent';
import type { CaseEvent } from '../../events';
import type { Beginning } from '../../events/intake';
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
type OpeningData = FirstCommand['data'];

function open(command: FirstCommand, context: DecideContext): Decision {
  const { at, on } = context;
  const { consent } = command.data;
  const wrong = checkReasons(command.data.reasons, context) ?? checkGrounds(command.data) ?? checkConsent(consent, on, context, '/consent');
  if (wrong) return wrong;
  const event: CaseEvent<'ReferralReceived'> = {
    type: 'ReferralReceived',
    at,
    ...beginning(command, on, context),
    referrer: command.actor,
    data: command.data,
  };
  return {
    events: [
      event,
      consentSaid(consent, on, context),
      { type: 'StageEntered', at, from: null, to: 'RECEIVED' },
      ...vacancies(event.holders, on, context),
    ],
  };
}

/** The roles that a case must have and that nobody holds. */
export const vacancies = (holders: readonly Holder[], on: LondonDate, { profile, at }: DecideContext): readonly CaseEvent[] =>
  profile.requiredRoles.value
    .filter((role) => !holders.some((holder) => holder.role === role))
    .map((role) => ({ type: 'RoleVacated', at, role, on }));

/** Refuses a reason that the locality does not know. */
export function checkReasons(reasons: readonly string[], { profile }: DecideContext): Decision | undefined {
  if (reasons.every((code) => Object.hasOwn(profile.reasonCodes.value, code))) return undefined;
  const known = Object.keys(profile.reasonCodes.value).join(', ');
  return refuse('UNKNOWN_REASON', `This locality does not know the reason given. Choose from: ${known}.`, {
    field: '/reasons',
    rule: profile.reasonCodes.cite,
  });
}

/** Refuses sharing without agreement that says neither ground nor facts. */
export function checkGrounds({ consent }: Pick<OpeningData, 'consent'>): Decision | undefined {
  const { position, grounds, facts } = consent;
  if (!isWithoutConsent(position) || (grounds !== undefined && facts !== undefined)) return undefined;
  return refuse('GROUNDS_MISSING', 'Without agreement, say on what ground it is shared and on which facts you rely.', {
    field: grounds === undefined ? '/consent/grounds' : '/consent/facts',
    rule: 'Oxfordshire framework 5.3',
  });
}

/** What every case begins with, by the day on which it was received. */
export const beginning = (
  { data, holders = [] }: Pick<FirstCommand, 'holders'> & { readonly data: Pick<OpeningData, 'pace'> },
  receivedOn: LondonDate,
  { profile, calendar, at, today }: DecideContext,
): Beginning => ({
  receivedOn,
  // A fact of an earlier day counts as before 18:00 of that day (local default).
  receivedAt: compareDates(receivedOn, today) < 0 ? londonInstant(receivedOn, '12:00') : at,
  locality: profile.id,
  profileId: profile.id,
  profileVersion: profile.version,
  calendarVersion: calendar.version,
  localClosureDays: calendar.localClosureDays,
  pace: data.pace ?? 'STANDARD',
  holders: withDefaults(holders, profile),
});

// Until a Chair and a note-taker are named, the locality's default holds these roles.
function withDefaults(holders: readonly Holder[], profile: ProtocolProfile): readonly Holder[] {
  const stand = (role: 'CHAIR' | 'NOTE_TAKER', as: string | null): readonly Holder[] => {
    const holder = holders.find((one) => one.role === as);
    return holder && !holders.some((one) => one.role === role) ? [{ role, person: holder.person }] : [];
  };
  return [...holders, ...stand('CHAIR', profile.chairDefaultsTo.value), ...stand('NOTE_TAKER', profile.noteTakerDefaultsTo.value)];
}
