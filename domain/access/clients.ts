import type { CommandName } from '../case/commands/table';
import { otherReferrers } from '../case/holders';
import type { CaseState } from '../case/state';
import type { Actor } from './actor';
import type { AccessContext } from './exceptions';
import { sightOf } from './sight';

/** What a partner system may be registered for. */
export const SCOPES = ['referrals:write', 'cases:read-own'] as const;
export type Scope = (typeof SCOPES)[number];

/** A partner system that asks in the name of one service of an organisation. */
export interface Client {
  readonly id: string;
  readonly organisation: string;
  readonly service: string;
  readonly scopes: readonly Scope[];
  /** The person of that service who answers for what the system sends: the referrer of record. */
  readonly actsFor: string;
}

/** True for the referrals and calls that a partner system may send; a case begun on paper is taken over by people. */
export const mayClientSend = ({ scopes }: Client, command: CommandName): boolean =>
  scopes.includes('referrals:write') && (command === 'submitReferral' || command === 'submitCall');

/** Who referred in a case, the cases merged into it included. */
export const referrersOf = (state: CaseState): readonly string[] => [
  ...(state.holders.REFERRER === undefined ? [] : [state.holders.REFERRER]),
  ...otherReferrers(state),
];

/**
 * True if a partner system may read how a case stands: somebody of its service referred, and sees the case. So it never sees more than a
 * person of that service, and an exclusion of that person or service counts for it as well. `referrers` are who referred, with their services.
 */
export const seesStatus = (state: CaseState, { scopes, service }: Client, referrers: readonly Actor[], access: AccessContext): boolean =>
  scopes.includes('cases:read-own') && referrers.some((one) => one.service === service && sightOf(state, one, access) === 'CASE');
