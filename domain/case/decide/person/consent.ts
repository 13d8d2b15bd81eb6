import { addWorkingDays, compareDates } from '../../../calendar';
import type { LondonDate } from '../../../calendar';
import type { CaseCommand } from '../../command';
import type { CommandData } from '../../commands/table';
import { isWithoutConsent } from '../../consent';
import type { CaseEvent } from '../../events';
import { refuse } from '../../refusals';
import type { DecideContext, Decision } from '../context';
import { filled } from './filled';

/** What is said of consent, in the first word, at a meeting, or on a day of its own. */
type Said = CommandData<'submitReferral'>['consent'];

const RULE = 'Oxfordshire framework 5.3';

/** The longest time in which the person is to be asked, in working days (local default). */
const ASK_WITHIN_WORKING_DAYS = 2;

/** Refuses a ground without facts, facts without a ground, and a day for asking that lies too far away or in the past. */
export function checkConsent(said: Said, since: LondonDate, { calendar }: DecideContext, at = ''): Decision | undefined {
  if (isWithoutConsent(said.position) && (said.grounds === undefined) !== (said.facts === undefined))
    return refuse('GROUNDS_MISSING', 'To share without agreement, say on what ground and on which facts you rely.', {
      field: `${at}/${said.grounds === undefined ? 'grounds' : 'facts'}`,
      rule: RULE,
    });
  if (said.askBy === undefined) return undefined;
  if (compareDates(said.askBy, since) < 0)
    return refuse('DUE_IN_PAST', 'The day by which the person is asked lies ahead: give a later one.', { field: `${at}/askBy` });
  return compareDates(said.askBy, addWorkingDays(since, ASK_WITHIN_WORKING_DAYS, calendar)) > 0
    ? refuse('ASK_BY_TOO_LATE', 'Ask the person within two working days: give a nearer day.', {
        field: `${at}/askBy`,
        rule: 'local default',
      })
    : undefined;
}

/** The fact that the person has taken a position; without a day for asking, the latest one. */
export function consentSaid(
  { position, grounds, askBy }: Said,
  on: LondonDate,
  { at, calendar }: DecideContext,
  data: CommandData<'recordConsent'> | null = null,
): CaseEvent<'ConsentRecorded'> {
  const ask = position === 'NOT_YET_SOUGHT' ? (askBy ?? addWorkingDays(on, ASK_WITHIN_WORKING_DAYS, calendar)) : null;
  return { type: 'ConsentRecorded', at, on, position, grounds: isWithoutConsent(position) ? (grounds ?? null) : null, askBy: ask, data };
}

/** Records what the person says to sharing. */
export function recordConsent({ data }: CaseCommand<'recordConsent'>, context: DecideContext): Decision {
  const { on, state, at } = context;
  const settles = !isWithoutConsent(data.position) || data.facts !== undefined;
  return (
    checkConsent(data, on, context) ?? {
      events: [
        consentSaid(data, on, context, data),
        ...(settles ? filled(state, at, ['SHARING_GROUNDS', 'NOT_YET_REASON'], data.facts) : []),
      ],
    }
  );
}

/** Records the ground for sharing without consent, or that it was looked at again. */
export function recordSharingGrounds({ data }: CaseCommand<'recordSharingGrounds'>, { state, at, on }: DecideContext): Decision {
  if (!isWithoutConsent(state.person.consent.position))
    return refuse(
      'GROUNDS_NOT_NEEDED',
      'Grounds are for sharing after a refusal or withdrawal, or where asking is unsafe or not possible: record that first.',
      { rule: RULE },
    );
  return {
    events: [
      { type: 'SharingGroundsRecorded', at, on, grounds: data.grounds, data },
      ...filled(state, at, ['SHARING_GROUNDS'], data.facts),
    ],
  };
}

/** Records that the person takes consent back. */
export function withdrawConsent({ data }: CaseCommand<'withdrawConsent'>, { state, at, on }: DecideContext): Decision {
  if (state.person.consent.position !== 'GIVEN')
    return refuse('CONSENT_NOT_GIVEN', 'There is no consent to take back: record what the person says now with recordConsent.', {
      rule: RULE,
    });
  return { events: [{ type: 'ConsentWithdrawn', at, on, data }] };
}
