import { simulate } from '../../domain';
import { expect } from '@jest/globals';
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

/** The codes of what was refused. Each refusal must say in a sentence what to do, and name field and rule as people can find them. */
export const refusals = (entries: readonly Entry[]): readonly (string | null)[] =>
  entries
    .filter((one) => one.kind === 'refusal')
    .map((one) => {
      const { message = '', field = '/-', rule = 'local default' } = one.refusal ?? {};
      expect([one.code, message]).toEqual([one.code, expect.stringMatching(/^[A-Z\d“"].{15,}[.?]$/su)]);
      expect([one.code, field]).toEqual([one.code, expect.stringMatching(/^\/[\w/-]+$/)]);
      expect([one.code, rule]).toEqual([
        one.code,
        expect.stringMatching(/^(local default|Oxfordshire framework|Dorset learning|Data Protection Act)/),
      ]);
      return one.code;
    });
export const flags = (entries: readonly Entry[]): readonly string[] =>
  entries.filter((one) => one.kind === 'flag').map((one) => `${one.at} ${one.raised === true ? '+' : '-'}${one.flag ?? ''}`);
