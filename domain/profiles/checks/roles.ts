import { ROLE_TABLE } from '../../access/roles';
import { AUDIENCES } from '../../case/codes';
import type { Role } from '../../case/codes';
import type { ProtocolProfile } from '../types';
import { finding, stepsOf, timersOf } from './finding';
import type { Finding } from './finding';

/** Everyone a profile names is a role of the role table, or stands for several; and somebody holds the role in this locality. */
export function checkRoles(profile: ProtocolProfile): readonly Finding[] {
  return namedRoles(profile).flatMap(({ place, role }) => {
    if (AUDIENCES.some((one) => one === role)) return [];
    if (!Object.hasOwn(ROLE_TABLE, role)) return [finding('UNKNOWN_ROLE', place, `The role table has no ${role}: use a role that it has.`)];
    return isHeld(role as Role, profile) ? [] : [finding('NO_HOLDER', place, `Nobody is ${role} in this locality: name another role.`)];
  });
}

function namedRoles(profile: ProtocolProfile): readonly { readonly place: string; readonly role: string }[] {
  const list = (place: string, roles: readonly (string | null)[]) =>
    roles.flatMap((role, n) => (role === null ? [] : [{ place: `${place}/${n}`, role }]));
  return [
    ...list('/requiredRoles/value', profile.requiredRoles.value),
    ...list('/triage/value/deciders', profile.triage.value.deciders),
    ...list('/newCaseNotice/value', profile.newCaseNotice.value),
    ...list('/chairDefaultsTo', [profile.chairDefaultsTo.value]),
    ...list('/noteTakerDefaultsTo', [profile.noteTakerDefaultsTo.value]),
    ...list('/challengeStage4Holder', [profile.challengeStage4Holder.value]),
    ...timersOf(profile).flatMap(([clock, { repeatTo }]) => list(`/timers/${clock}/repeatTo`, repeatTo ?? [])),
    ...stepsOf(profile).flatMap(({ place, step }) => [
      ...list(`${place}/to`, step.to),
      ...list(`${place}/repeatsAlsoTo`, step.repeatsAlsoTo ?? []),
    ]),
  ];
}

/** Roles that only some localities have. */
const HELD_WHERE: Readonly<Partial<Record<Role, (profile: ProtocolProfile) => boolean>>> = {
  TRIAGE_PARTNER: ({ triage }) => triage.value.enabled,
  TRIAGE_PARTNER_MANAGER: ({ triage }) => triage.value.enabled,
};
const isHeld = (role: Role, profile: ProtocolProfile): boolean => HELD_WHERE[role]?.(profile) ?? true;
