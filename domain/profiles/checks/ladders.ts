import { calendarDaysOf, workingDaysOf } from '../../clocks/offsets';
import type { ThresholdPolicy } from '../types';
import { finding } from './finding';
import type { Finding, Ladder } from './finding';

// Calendar days and working days never stand in one ladder with the same count, so their numbers may be compared.
const placeInTime = ({ at }: ThresholdPolicy): number => (at === 'at-once' ? -Infinity : -(calendarDaysOf(at) ?? -workingDaysOf(at)));

/** The steps of a ladder stand in the order in which they fire; contacts outside the case come last, when everybody else has been told. */
export function checkOrder({ place, steps }: Ladder): readonly Finding[] {
  return steps.flatMap((step, n) => {
    const before = steps[n - 1];
    if (!before) return [];
    const here = `${place}/${n}`;
    return [
      ...(placeInTime(step) < placeInTime(before)
        ? [finding('OUT_OF_ORDER', here, `${step.at} comes before ${before.at}, which stands above it: put the steps in order of time.`)]
        : []),
      ...(before.outside === true && step.outside !== true
        ? [finding('OUTSIDE_NOT_LAST', here, 'Contacts outside the case are told before this step: let them come last.')]
        : []),
    ];
  });
}

const nameOf = ({ at, label }: ThresholdPolicy): string => label ?? at;

/** What has passed is remembered by name, so that two steps of one name would be taken for one. */
export function checkNames({ place, steps }: Ladder): readonly Finding[] {
  return steps.flatMap((step, n) =>
    steps.findIndex((other) => nameOf(other) === nameOf(step)) === n
      ? []
      : [finding('SAME_NAME', `${place}/${n}`, `There is a step "${nameOf(step)}" above: give this one a label of its own.`)],
  );
}
