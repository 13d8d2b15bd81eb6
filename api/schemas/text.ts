import { z } from 'zod';

const LONGEST_TEXT = 20_000;

// Line feeds and tabs are writing; other control characters and broken surrogates are not.
const isClean = (text: string): boolean => !/\p{Surrogate}|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u.test(text);

/** Free text: normalised, at most 20,000 characters counted as people count them, without control or direction characters. */
export const text = z
  .string()
  .max(LONGEST_TEXT * 2, 'Write less: at most 20,000 characters.')
  .refine(isClean, 'Take out control characters.')
  .transform((value) => value.normalize('NFC').trim())
  .refine((value) => value !== '', 'Write something, or leave the field out.')
  .refine((value) => Array.from(value).length <= LONGEST_TEXT, 'Write less: at most 20,000 characters.');

/** An id of the directory or of a case. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, 'Give an id of letters, digits and hyphens.');
