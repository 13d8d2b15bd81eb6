/** The identifiers of a person or a home by which cases can be found again. */
export const IDENTIFIERS = ['nhsNumber', 'uprn'] as const;
export type Identifier = (typeof IDENTIFIERS)[number];

const CHECKED_DIGITS = 9;

/**
 * An NHS number as ten digits without spaces, or null for text that is none: the check digit is Modulus 11 over the first nine
 * (NHS Data Dictionary, NHS Number). Ten equal digits stand for "not known" and would join strangers, so they are none either.
 */
export function toNhsNumber(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{10}$/.test(digits) || /^(\d)\1*$/.test(digits)) return null;
  return checkDigitOf(digits) === Number(digits[CHECKED_DIGITS]) ? digits : null;
}

// 10 stands for no number: no single digit equals it. 11 becomes 0.
function checkDigitOf(digits: string): number {
  const sum = Array.from(digits.slice(0, CHECKED_DIGITS)).reduce((total, digit, n) => total + Number(digit) * (10 - n), 0);
  return (11 - (sum % 11)) % 11;
}

/** A unique property reference number: at most 12 digits, as text without leading zeros; null for text that is none (GeoPlace). */
export function toUprn(text: string): string | null {
  const digits = text.replace(/\s/g, '');
  return /^\d{1,12}$/.test(digits) && Number(digits) > 0 ? digits.replace(/^0+/, '') : null;
}

/** The stored form of an identifier, or null for text that is none. */
export const toIdentifier = (kind: Identifier, text: string): string | null => (kind === 'nhsNumber' ? toNhsNumber : toUprn)(text);

/** What to do about an identifier that is not one. */
export const IDENTIFIER_HELP: Readonly<Record<Identifier, string>> = {
  nhsNumber: 'This is not an NHS number: check its ten digits, such as 999 000 0018, or leave it out.',
  uprn: 'This is not a UPRN: give at most 12 digits, or leave it out; no fixed abode needs none.',
};
