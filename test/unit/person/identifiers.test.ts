import { describe, expect, it } from '@jest/globals';
import { dataSchema } from '../../../api/schemas/fromFields';
import { toIdentifier } from '../../../domain';
import { toNhsNumber } from '../../../domain/case/identifiers';

describe('an NHS number', () => {
  it.each([
    ['9990000018', '9990000018'],
    ['999 000 0018', '9990000018'],
    [' 999-000-0018 ', '9990000018'],
    // The worked example of the Data Dictionary's check digit.
    ['401 023 2137', '4010232137'],
  ])('given %j is kept as %s', (given, kept) => {
    expect(toIdentifier('nhsNumber', given)).toBe(kept);
  });
  it.each(['9990000017', '999000001', '99900000188', '999000001X', '', '1111111111', '٩٩٩٠٠٠٠٠١٨'])('given %j is none', (given) => {
    expect(toIdentifier('nhsNumber', given)).toBeNull();
  });
  it('has one check digit for each nine digits, or none where Modulus 11 gives 10', () => {
    const numbers = Array.from({ length: 1_000 }, (_, n) => String(400_000_000 + n * 7_919));
    const fits = numbers.map((nine) =>
      Array.from({ length: 10 }, (_, digit) => `${nine}${digit}`).filter((ten) => toNhsNumber(ten) !== null),
    );
    expect(Math.max(...fits.map((one) => one.length))).toBe(1);
    // One in eleven has none.
    const without = fits.filter((one) => one.length === 0).length;
    expect(without).toBeGreaterThan(60);
    expect(without).toBeLessThan(120);
  });
  it('is never accepted with one digit changed or two neighbours swapped', () => {
    const right = '9990000018';
    const digits = Array.from(right);
    const with_ = (at: number, ...others: readonly string[]) => right.slice(0, at) + others.join('') + right.slice(at + others.length);
    const changed = digits.flatMap((digit, at) =>
      Array.from('0123456789')
        .filter((other) => other !== digit)
        .map((other) => with_(at, other)),
    );
    const swapped = digits.slice(1).map((second, at) => with_(at, second, digits[at] ?? ''));
    expect([...changed, ...swapped].filter((one) => one !== right && toNhsNumber(one) !== null)).toEqual([]);
  });
});

describe('a UPRN', () => {
  it.each([
    ['100023336956', '100023336956'],
    ['000010001234', '10001234'],
    ['1000 1234', '10001234'],
  ])('given %j is kept as %s', (given, kept) => {
    expect(toIdentifier('uprn', given)).toBe(kept);
  });
  it.each(['', '0000', '1000233369561', '10A'])('given %j is none', (given) => {
    expect(toIdentifier('uprn', given)).toBeNull();
  });
});

describe('a referral', () => {
  const least = { reasons: ['SELF_NEGLECT'], risks: 'Synthetic.', consent: { position: 'GIVEN' } };
  const parsed = (person: object) => dataSchema('submitReferral').safeParse({ ...least, person });
  it('takes both in the form in which they are kept', () => {
    expect(parsed({ nhsNumber: '999 000 0018', uprn: '0010001234' }).data).toMatchObject({
      person: { nhsNumber: '9990000018', uprn: '10001234' },
    });
  });
  it('is refused with what to do, and without the number, when one is none', () => {
    const issue = parsed({ nhsNumber: '999 000 0017' }).error?.issues[0];
    expect(issue?.path).toEqual(['person', 'nhsNumber']);
    expect(issue?.message).toMatch(/not an NHS number/);
    expect(issue?.message).not.toContain('0017');
  });
  it('needs neither', () => {
    expect(parsed({ address: 'No fixed abode' }).success).toBe(true);
  });
});
