import type { Instant } from '../calendar';
import { rolesOf } from '../case/holders';
import type { CaseState } from '../case/state';
import { actorOf } from './actor';
import type { Who } from './actor';

/** Somebody who must not see this case, such as a relative of the person or of the one who causes harm. It beats every grant. */
export interface Exclusion {
  /** A person, or everybody of a service. */
  readonly who: { readonly person: string } | { readonly service: string };
  readonly by: string;
  readonly reason: string;
  readonly at: Instant;
}

/** A look at a case without a role, for a reason that is recorded; it ends by itself. `until` is the first instant without it. */
export interface BreakGlass {
  readonly person: string;
  readonly reason: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** What the access layer knows of a case beside its roles. It is not part of the case: exclusions are not shown on it. */
export interface AccessContext {
  readonly at: Instant;
  readonly exclusions: readonly Exclusion[];
  readonly breakGlass: readonly BreakGlass[];
}

export const NO_EXCEPTIONS: AccessContext = { at: 0, exclusions: [], breakGlass: [] };

const ONE_HOUR = 3_600_000;

/** The longest time that a look without a role may last, in hours (local default). */
export const BREAK_GLASS_MOST_HOURS = 8;

/** True for a person who is excluded from the case, alone or with a service: the own one, or one whose role is held on the case. */
export function isExcluded(state: CaseState, who: Who, { exclusions }: AccessContext): boolean {
  const { person, service } = actorOf(who);
  const services = [service, ...rolesOf(state, person).map((role) => role.service)];
  return exclusions.some(({ who: out }) => ('person' in out ? out.person === person : services.includes(out.service)));
}

/** True while a look without a role lasts. */
export const hasBrokenGlass = (who: Who, { breakGlass, at }: AccessContext): boolean =>
  breakGlass.some((one) => one.person === actorOf(who).person && one.from <= at && at < one.until);

/** What somebody asks who must see a case at once without a role on it. */
interface GlassRequest {
  readonly person: string;
  readonly reason: string;
  readonly hours: number;
}

/** Why a look without a role is not given. */
export type GlassProblem = 'REASON_MISSING' | 'TOO_LONG' | 'EXCLUDED';

/** The record of a look without a role, to be kept and told, or why it is not given. */
export function breakGlass(
  state: CaseState,
  { person, reason, hours }: GlassRequest,
  access: AccessContext,
): { readonly granted: BreakGlass } | { readonly problem: GlassProblem } {
  if (isExcluded(state, person, access)) return { problem: 'EXCLUDED' };
  if (reason.trim() === '') return { problem: 'REASON_MISSING' };
  if (!(hours > 0 && hours <= BREAK_GLASS_MOST_HOURS)) return { problem: 'TOO_LONG' };
  return { granted: { person, reason, from: access.at, until: access.at + hours * ONE_HOUR } };
}
