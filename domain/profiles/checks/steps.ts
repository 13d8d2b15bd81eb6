import { FLAGS } from '../../case/codes';
import type { NoticeId } from '../../case/codes';
import type { ProtocolProfile } from '../types';
import { finding, timersOf } from './finding';
import type { Finding, Step } from './finding';

/** What the check needs to know of the world outside the rules. */
export interface Surroundings {
  /** True if there is a text for this message. */
  readonly hasText: (notice: NoticeId, variant: string) => boolean;
}

/** A step sends a message to somebody or raises a flag; a message without a recipient reaches nobody. */
export function checkSaying({ place, step }: Step): readonly Finding[] {
  if (step.notice !== null && step.to.length === 0)
    return [finding('NO_RECIPIENT', place, `${step.notice} goes to nobody: name who is told, or take the message away.`)];
  return step.notice === null && step.flag === undefined
    ? [finding('SAYS_NOTHING', place, 'This step neither tells anybody nor raises a flag: give it one of the two, or take it out.')]
    : [];
}

/** Each message has a text. */
export function checkText({ place, step: { notice, variant } }: Step, { hasText }: Surroundings): readonly Finding[] {
  return notice === null || hasText(notice, variant)
    ? []
    : [finding('NO_TEXT', place, `There is no text for ${notice} "${variant}": write one in notifications/texts, or use another variant.`)];
}

/** Each flag is one that pages know. */
export function checkFlag({ place, step: { flag } }: Step): readonly Finding[] {
  return flag === undefined || FLAGS.includes(flag)
    ? []
    : [finding('UNKNOWN_FLAG', place, `No page knows the flag ${flag}: use one of ${FLAGS.join(', ')}.`)];
}

/** Clocks whose end is a task in a queue, not a message. */
const BY_TASK: readonly string[] = ['T-RETAIN'];

/** Each clock tells somebody something at least once: a deadline of which nobody hears is forgotten. */
export function checkSilence(profile: ProtocolProfile): readonly Finding[] {
  return timersOf(profile)
    .filter(
      ([clock, { ladders }]) =>
        !BY_TASK.includes(clock) && Object.values(ladders).every((steps) => steps.every((step) => step.notice === null)),
    )
    .map(([clock]) =>
      finding('NO_RECIPIENT', `/timers/${clock}`, 'This clock runs and nobody ever hears of it: add a step that tells somebody.'),
    );
}
