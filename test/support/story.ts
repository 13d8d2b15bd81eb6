import { simulate } from '../../domain';
import type { Entry, Script, ScriptStep } from '../../domain';

/** A referral as small as it may be. */
export const REFERRAL = { reasons: ['SELF_NEGLECT'], risks: 'synthetic', consent: { position: 'GIVEN' } };
export const TRIAGED = { outcome: 'MARM', rationale: 'synthetic' };
export const CONTACTED = { result: 'REACHED', involvement: 'ATTEND_PART' };

export const step = (at: string, command: string, data: ScriptStep['data'], more: Partial<ScriptStep> = {}): ScriptStep => ({
  at,
  command,
  data,
  ...more,
});

/** Runs a script that must be sound and gives its lines. */
export function play(steps: readonly ScriptStep[], until: string, more: Partial<Script> = {}): readonly Entry[] {
  const result = simulate({ profile: 'oxfordshire', until, steps, ...more });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.entries;
}

/** The messages of a clock as 'instant threshold roles'. */
export const spoken = (entries: readonly Entry[], clock: string): readonly string[] =>
  entries
    .filter((one) => one.kind === 'notice' && one.clock === clock)
    .map((one) => `${one.at} ${one.threshold ?? '-'} ${one.to.join('+')}`);

export const refusals = (entries: readonly Entry[]): readonly (string | null)[] =>
  entries.filter((one) => one.kind === 'refusal').map((one) => one.code);
export const flags = (entries: readonly Entry[]): readonly string[] =>
  entries.filter((one) => one.kind === 'flag').map((one) => `${one.at} ${one.raised === true ? '+' : '-'}${one.flag ?? ''}`);
