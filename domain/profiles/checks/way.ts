import type { ProtocolProfile } from '../types';
import { finding } from './finding';
import type { Finding } from './finding';

const INTAKES: readonly string[] = ['REFERRAL', 'CALL'];
const CONVENORS: readonly string[] = ['MARM_OFFICER', 'ANY_AGENCY'];

/** A case can begin here, and no stage on its way to the meeting is one that it cannot leave or never enters. */
export function checkWay(profile: ProtocolProfile): readonly Finding[] {
  const { triage, referrerContactRequired } = profile;
  return [
    ...choice('/intake/value', profile.intake.value, INTAKES),
    ...choice('/convenor/value', profile.convenor.value, CONVENORS),
    ...(triage.value.enabled && triage.value.deciders.length === 0
      ? [finding('DEAD_END', '/triage/value/deciders', 'Nobody decides, so no case leaves triage: name who does, or switch triage off.')]
      : []),
    ...(referrerContactRequired.value && !triage.value.enabled
      ? [
          finding(
            'DEAD_END',
            '/referrerContactRequired',
            'The referrer is contacted after triage, which this locality does not have: switch one of the two.',
          ),
        ]
      : []),
  ];
}

const choice = (place: string, value: string, known: readonly string[]): readonly Finding[] =>
  known.includes(value) ? [] : [finding('UNKNOWN_CHOICE', place, `The engine knows no ${value}: use one of ${known.join(', ')}.`)];
