import { PACES, TIERS } from '../../case/codes';
import type { ClockId } from '../../case/codes';
import { ALL_CLOCKS } from '../../clocks/all';
import type { ProtocolProfile } from '../types';
import { finding, timersOf } from './finding';
import type { Finding } from './finding';

/** Clocks that only some localities need. */
const NEEDED_WHERE: Readonly<Partial<Record<ClockId, (profile: ProtocolProfile) => boolean>>> = {
  'T-TRIAGE': ({ triage }) => triage.value.enabled,
  'T-CONTACT': ({ referrerContactRequired }) => referrerContactRequired.value,
};
const isNeeded = (id: ClockId, profile: ProtocolProfile): boolean => NEEDED_WHERE[id]?.(profile) ?? true;

/** Each timer has a clock that arms it, and each clock that the locality needs has its timer. */
export function checkClocks(profile: ProtocolProfile): readonly Finding[] {
  const known = ALL_CLOCKS.map(({ id }) => id);
  const timers = timersOf(profile).map(([id]) => id);
  return [
    ...timers
      .filter((id) => !known.includes(id))
      .map((id) => finding('NO_CLOCK', `/timers/${id}`, `No clock of this name runs: it would never fire. Clocks: ${known.join(', ')}.`)),
    ...timers
      .filter((id) => known.includes(id) && !isNeeded(id, profile))
      .map((id) =>
        finding('NEVER_ARMED', `/timers/${id}`, 'This locality has switched off the step that the clock is about: take it out.'),
      ),
    ...known
      .filter((id) => !timers.includes(id) && isNeeded(id, profile))
      .map((id) => finding('NO_TIMER', `/timers/${id}`, 'This clock runs in every case here and finds no rule: give it a timer.')),
  ];
}

const CHALLENGE_LADDERS = ['stage1', 'stage1-critical', 'stage2', 'stage3', 'stage4'];

/** Rules and ladders that a clock asks for by name; "-" answers for every name. */
const ASKED_FOR: Readonly<Partial<Record<ClockId, { readonly due?: readonly string[]; readonly ladders?: readonly string[] }>>> = {
  'T-MEET': { due: PACES, ladders: PACES },
  'T-TRIAGE': { due: [...PACES, 'concurrence'], ladders: ['-', 'concurrence-COORDINATOR', 'concurrence-TRIAGE_PARTNER'] },
  'T-HANDOVER': { due: ['acknowledgement', 'outcome'], ladders: ['acknowledgement', 'outcome'] },
  'T-HELD': { ladders: ['MEETING', 'REVIEW'] },
  'T-REVIEW': { ladders: TIERS },
  'T-ROLE': { due: ['-', 'proposal'], ladders: ['-', 'proposal'] },
  'T-CONCERN': { due: ['-', 'CRITICAL'] },
  'T-LA': {
    due: ['acknowledgement', 'decision', 'question'],
    ladders: ['acknowledgement', 'decision', 'question', 'acknowledgement-INTERNAL', 'decision-INTERNAL'],
  },
  'T-CONSENT': { due: ['re-look', 'withdrawn', 'ask'], ladders: ['re-look', 'withdrawn', 'ask'] },
  'T-CAPACITY': {
    due: ['decision-maker', 'best-interests', 're-look', 'assessment'],
    ladders: ['decision-maker', 'best-interests', 're-look', 'assessment'],
  },
  'T-ADVOCATE': { due: ['-', 'meeting'] },
  'T-ABSENT': { ladders: ['-', 'second'] },
  'T-CHALLENGE': { due: CHALLENGE_LADDERS, ladders: CHALLENGE_LADDERS },
};

/** Each name under which a clock asks for its rule or ladder leads somewhere. */
export function checkRules(profile: ProtocolProfile): readonly Finding[] {
  return timersOf(profile).flatMap(([clock, timer]) =>
    (['due', 'ladders'] as const).flatMap((part) =>
      (ASKED_FOR[clock]?.[part] ?? ['-'])
        .filter((name) => !Object.hasOwn(timer[part], name) && !Object.hasOwn(timer[part], '-'))
        .map((name) => finding('NO_RULE', `/timers/${clock}/${part}/${name}`, 'The clock asks for this one and finds nothing: add it.')),
    ),
  );
}
