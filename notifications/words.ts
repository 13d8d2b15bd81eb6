interface Words {
  readonly coordinator: string;
  readonly intake: string;
  readonly process: string;
}

/** What things are called in a locality. */
export const WORDS: Readonly<Record<string, Words>> = {
  oxfordshire: { coordinator: 'MARM Officer', intake: 'referral', process: 'MARM' },
  dorset: { coordinator: 'key contact', intake: 'call', process: 'MARM' },
};
export const DEFAULT_WORDS: Words = { coordinator: 'coordinator', intake: 'referral', process: 'MARM' };
export type { Words };
