import { describe, expect, it } from '@jest/globals';
import { maySharePersonalData } from '../../../domain';
import type { ScriptStep } from '../../../domain';
import { daysOf, dueOn, entriesOf, stateOn } from '../../support/scripts';
import { refusals, spoken } from '../../support/story';
import { TEXTS } from '../../../notifications/texts';
import { WORDS } from '../../../notifications/words';

const withConsent =
  (consent: object) =>
  (steps: readonly ScriptStep[]): readonly ScriptStep[] =>
    steps.slice(0, 1).map((step) => ({ ...step, data: { ...step.data, consent } }));

describe('S10: sharing after a refusal', () => {
  const entries = entriesOf('s10');

  it.each([
    ['neither ground nor facts', { position: 'REFUSED' }],
    ['no ground', { position: 'REFUSED', facts: 'synthetic' }],
    ['no facts', { position: 'NOT_SOUGHT_UNSAFE', grounds: 'RISK_TO_OTHERS' }],
  ])('given a referral with %s, then it is refused', (_what, consent) => {
    expect(refusals(entriesOf('s10', withConsent(consent)))).toEqual(['GROUNDS_MISSING']);
  });
  it('given ground and facts, then it is taken, and sharing is looked at again by 28 December', () => {
    expect(refusals(entries)).toEqual([]);
    expect(dueOn('s10', '2026-12-01', 'T-CONSENT')).toEqual(['re-look 2026-12-28']);
    expect(maySharePersonalData(stateOn('s10', '2026-12-01'))).toBe(true);
  });
  it('then N16 comes on Christmas Eve, because the 28th is a holiday, is overdue on the 29th, and repeats until the review', () => {
    expect(spoken(entries, 'T-CONSENT')).toEqual([
      '2026-12-24T09:00:00Z due COORDINATOR',
      '2026-12-29T09:00:00Z +1WD COORDINATOR',
      '2027-01-06T09:00:00Z +6WD COORDINATOR',
    ]);
    expect(entries.find((one) => one.clock === 'T-CONSENT')?.notice).toBe('N16');
  });
  it('given the first meeting said how consent stands, then no date moved; the review was the look and began 28 days afresh', () => {
    expect(dueOn('s10', '2026-12-11', 'T-CONSENT')).toEqual(['re-look 2026-12-28']);
    expect(dueOn('s10', '2027-01-08', 'T-CONSENT')).toEqual(['re-look 2027-02-04']);
  });
  it('given consent on 12 January, then nothing more is asked, and it may be shared', () => {
    expect(daysOf(entries, 'T-CONSENT').filter((day) => day >= '2027-01-12')).toEqual([]);
    const after = stateOn('s10', '2027-01-12');
    expect(after.person.consent).toEqual({
      position: 'GIVEN',
      on: '2027-01-12',
      grounds: null,
      lookedAtOn: null,
      askBy: null,
      withdrawnOn: null,
    });
    expect(maySharePersonalData(after)).toBe(true);
  });
  it('then the review is told of on its days over Christmas', () => {
    expect(daysOf(entries, 'T-REVIEW')).toEqual(['2026-12-21', '2026-12-30', '2027-01-06']);
    expect(daysOf(entries, 'T-MEET')).toEqual([]);
  });
  it('then no mail about the person says what it is about: subjects are neutral, and N19 carries no date', () => {
    const texts = (['N12', 'N16', 'N19'] as const).flatMap((id) =>
      Object.entries(TEXTS[id]).map(([variant, text]) => ({ id, variant, text })),
    );
    const words = WORDS['oxfordshire']!;
    for (const { id, text } of texts) {
      const whole = [text.why(words, 'DUE'), text.now(words), text.ends(words)].join(' ');
      expect(text.subject).toBe('MARM case needs your attention');
      expect(whole).not.toMatch(/consent|refus|overrid|without (consent|agreement)|capacity|best interest|advocate|birthday|18|risk/i);
      expect([id, id === 'N19' && (text.undated !== true || whole.includes('DUE'))]).toEqual([id, false]);
    }
  });
});
