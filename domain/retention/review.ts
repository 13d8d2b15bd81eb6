import { compareDates, formatLong } from '../calendar';
import type { LondonDate } from '../calendar';
import { isTerminal } from '../case/codes';
import { isOnHold } from '../case/decide/closing/hold';
import type { CaseState } from '../case/state';
import { contextOf, ruleOf, timerOf } from '../clocks/clock';
import { ruleWords } from '../clocks/explain';
import type { ProtocolProfile } from '../profiles';
import { keptUntil } from './due';

/** How the record of an ended case stands. */
export interface Retention {
  /** To which London date it is kept; its disposal is reviewed from then on. */
  readonly dueOn: LondonDate;
  /** True where a legal hold keeps it, whatever the date. */
  readonly hold: boolean;
  /** Something that a person still owes, as 'clock key'; it must be settled before the record goes. */
  readonly owed: readonly string[];
  /** When its disposal was decided; it has then only to be carried out. */
  readonly disposalOn: LondonDate | null;
  /** In words: from when, by which rule or decision, and what stands in the way. */
  readonly why: string;
}

/** How the record of a case stands; null while the case lives. */
export function retentionOf(state: CaseState, profile: ProtocolProfile): Retention | null {
  const { stage, endedOn, closing } = state;
  if (stage === null || !isTerminal(stage) || endedOn === null) return null;
  const owed = state.obligations.filter(({ clock }) => clock !== 'T-RETAIN').map(({ clock, key }) => `${clock} ${key}`);
  return {
    dueOn: keptUntil(contextOf(state, profile), endedOn),
    hold: isOnHold(state),
    owed,
    disposalOn: closing.retention?.until === null ? closing.retention.on : null,
    why: whyOf(state, profile, endedOn, owed),
  };
}

/** True from the day on which the disposal of a record is to be reviewed. A hold, or what is owed, does not move that day. */
export const isForReview = ({ dueOn, disposalOn }: Retention, today: LondonDate): boolean =>
  disposalOn !== null || compareDates(dueOn, today) <= 0;

function whyOf(state: CaseState, profile: ProtocolProfile, endedOn: LondonDate, owed: readonly string[]): string {
  const { retention } = state.closing;
  const rule = ruleOf(timerOf(profile, 'T-RETAIN'), '-');
  const kept = retention
    ? retention.until === null
      ? `its disposal was decided on ${formatLong(retention.on)}`
      : `on ${formatLong(retention.on)} it was decided to keep it until ${formatLong(retention.until)}`
    : `it is kept for ${ruleWords(rule.value)} (${rule.cite})`;
  return [
    `The case ended on ${formatLong(endedOn)}; ${kept}.`,
    ...(isOnHold(state) ? ['A legal hold keeps it until the hold is lifted.'] : []),
    ...(state.origin.mergedInto === null ? [] : [`It was merged into ${state.origin.mergedInto}, which has a record of its own.`]),
    ...(owed.length === 0 ? [] : [`Still owed: ${owed.join(', ')}.`]),
  ].join(' ');
}
