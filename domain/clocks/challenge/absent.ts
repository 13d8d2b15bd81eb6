import { compareDates } from '../../calendar';
import type { LondonDate } from '../../calendar';
import { isChallenged } from '../../case/regions/challenges';
import type { Absence } from '../../case/regions/absences';
import { dueBy, isLive, ruleOf, timerOf } from '../clock';
import type { Clock, ClockContext, Wished } from '../clock';

const keyOf = ({ meeting, service }: Absence): string => `meeting:${meeting}/${service}`;

const isInTime = (context: ClockContext, { heldOn }: Absence, on: LondonDate): boolean =>
  compareDates(on, dueBy(context, 'T-ABSENT', '-', heldOn)) <= 0;

/** True for an absence that counts: told in good time, not excused, and no contribution by its date (local default). */
export const isCounted = (context: ClockContext, absence: Absence): boolean =>
  absence.counts && (absence.contributedOn === null || !isInTime(context, absence, absence.contributedOn));

/** True while a contribution of a London date still makes good an absence. */
export const isAwaited = (context: ClockContext, absence: Absence, on: LondonDate): boolean =>
  absence.contributedOn === null && isInTime(context, absence, on);

/**
 * T-ABSENT: a service that was not at a meeting is asked for a contribution in writing; the second time in a row the coordinator is asked
 * whether to challenge (local default, after Wales procedures).
 */
export const absentClock: Clock = {
  id: 'T-ABSENT',
  wished(context) {
    const { state } = context;
    if (!isLive(state) || state.stage === 'CLOSING') return [];
    return state.absences.filter((one) => one.chased && isOpen(context, one)).map((one) => wishedOf(context, one));
  },
  // Dropped, not put off: what counts is whether a challenge was under way on that morning.
  quiet: ({ state }, { key }, { label, at }) => label === 'draft' && isChallenged(state, key.split('/')[1] ?? '', at),
  because: ({ profile }) => ({
    what: 'The contribution of the service that was not there',
    anchor: 'the meeting was held',
    rule: ruleOf(timerOf(profile, 'T-ABSENT'), '-'),
  }),
};

const wishedOf = (context: ClockContext, absence: Absence): Wished => ({
  key: keyOf(absence),
  anchorOn: absence.heldOn,
  dueOn: dueBy(context, 'T-ABSENT', '-', absence.heldOn),
  ladder: absence.counts && absence.followsCounted ? 'second' : '-',
});

// A contribution ends it; one that came too late leaves the question whether to challenge.
function isOpen(context: ClockContext, absence: Absence): boolean {
  if (absence.contributedOn === null) return true;
  const known = context.state.obligations.find((one) => one.clock === 'T-ABSENT' && one.key === keyOf(absence));
  return absence.followsCounted && isCounted(context, absence) && known?.passed.includes('draft') === false;
}
