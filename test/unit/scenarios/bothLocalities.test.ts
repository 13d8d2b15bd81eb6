import { describe, expect, it } from '@jest/globals';
import type { ScriptStep } from '../../../domain';
import { entriesOf, script } from '../../support/scripts';
import { refusals } from '../../support/story';

// The same straight life in both localities: only the first word, and in Oxfordshire triage and referrer contact, differ.
const straight = (profile: 'oxfordshire' | 'dorset') => {
  const steps = script('s1').steps.map((step): ScriptStep =>
    step.command === 'submitReferral' && profile === 'dorset'
      ? { ...step, command: 'submitCall', data: { ...step.data, reasons: ['SELF_NEGLECT'] } }
      : step,
  );
  const own =
    profile === 'dorset' ? steps.filter((step) => step.command !== 'decideTriage' && step.command !== 'recordReferrerContact') : steps;
  return entriesOf('s1', () => own, { profile });
};
const lines = (profile: 'oxfordshire' | 'dorset') =>
  straight(profile)
    .filter((one) => one.kind !== 'command')
    .map((one) => `${one.at} ${one.notice ?? one.flag ?? ''} ${one.clock ?? '-'} ${one.threshold ?? '-'} ${one.to.join('+')}`);

describe('the same straight script in both localities', () => {
  it('is refused nowhere', () => {
    expect(refusals(straight('oxfordshire'))).toEqual([]);
    expect(refusals(straight('dorset'))).toEqual([]);
  });
  it('differs only where the localities differ: receipt, triage, referrer contact', () => {
    const [oxfordshire, dorset] = [lines('oxfordshire'), lines('dorset')];
    expect(oxfordshire.filter((one) => !dorset.includes(one))).toEqual([
      '2026-03-26T15:20:00Z N01 T-ACK at-once COORDINATOR+TRIAGE_PARTNER',
      '2026-03-26T15:20:00Z N02 T-ACK at-once REFERRER',
      '2026-03-30T08:00:00Z N03 T-TRIAGE due COORDINATOR+TRIAGE_PARTNER',
      '2026-03-30T10:00:00Z N04 - - REFERRER+REFERRING_MANAGER',
      '2026-04-01T08:00:00Z N03 T-CONTACT due COORDINATOR',
    ]);
    expect(dorset.filter((one) => !oxfordshire.includes(one))).toEqual([
      '2026-03-26T15:20:00Z N01 T-ACK at-once COORDINATOR',
      '2026-03-26T15:20:00Z N01 T-ACK at-once RESPONSIBLE_MANAGER',
    ]);
  });
});
