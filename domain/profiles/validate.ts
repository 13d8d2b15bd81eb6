import { checkClocks, checkRules } from './checks/clocks';
import { laddersOf, stepsOf } from './checks/finding';
import type { Finding } from './checks/finding';
import { checkNames, checkOrder } from './checks/ladders';
import { checkDeviations, checkObligations } from './checks/obligations';
import { checkRoles } from './checks/roles';
import { checkSources } from './checks/sources';
import { checkFlag, checkSaying, checkSilence, checkText } from './checks/steps';
import type { Surroundings } from './checks/steps';
import { checkWay } from './checks/way';
import type { ProtocolProfile } from './types';

/** Everything that is wrong with a profile, seen as a graph of stages, clocks, steps, roles, flags and texts. Empty for a sound one. */
export function checkProfile(profile: ProtocolProfile, surroundings: Surroundings): readonly Finding[] {
  return [
    ...checkSources(profile),
    ...checkClocks(profile),
    ...checkRules(profile),
    ...checkRoles(profile),
    ...checkWay(profile),
    ...checkSilence(profile),
    ...laddersOf(profile).flatMap((ladder) => [...checkOrder(ladder), ...checkNames(ladder)]),
    ...stepsOf(profile).flatMap((step) => [...checkSaying(step), ...checkFlag(step), ...checkText(step, surroundings)]),
    ...checkObligations(profile),
    ...checkDeviations(profile),
  ];
}

export type { Finding, FindingCode } from './checks/finding';
