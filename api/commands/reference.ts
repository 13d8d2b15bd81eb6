import { randomInt } from 'node:crypto';

/** No vowels and nothing that looks like something else: no words, no misreading over the telephone. */
const SIGNS = '23456789BCDFGHJKLMNPQRSTVWXZ';
const some = (n: number): string => Array.from({ length: n }, () => SIGNS[randomInt(SIGNS.length)]).join('');

/** A new opaque reference such as K7QF-2M; it says nothing about the case. */
export const newReference = (): string => `${some(4)}-${some(2)}`;

/** True for text of the form of a reference. */
export const isReference = (text: string): boolean => /^[2-9B-DF-HJ-NP-TV-XZ]{4}-[2-9B-DF-HJ-NP-TV-XZ]{2}$/.test(text);

/** The id of the draft that a request saves: the same for each of its retries. */
export const draftIdOf = (commandId: string): string => `d-${commandId.slice(0, 26)}`;

/** True for text of the form of a draft's id. */
export const isDraftId = (text: string): boolean => /^d-[a-z2-7]{26}$/.test(text);
