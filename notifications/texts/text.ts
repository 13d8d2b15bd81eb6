import type { NoticeId } from '../../domain';
import type { Words } from '../words';

/** The fixed words of one message: no free text, nothing about a person, no reason code, no risk. `due` is 'Friday 18 December 2026'. */
export interface Text {
  readonly subject: string;
  /** True for a message that carries no date, because the date alone would say something of the person. */
  readonly undated?: true;
  /** Why you get it. */
  readonly why: (words: Words, due: string) => string;
  /** What you can do now. */
  readonly now: (words: Words) => string;
  /** What ends it. */
  readonly ends: (words: Words) => string;
}

/** Texts by notice and variant. */
export type Texts = Readonly<Partial<Record<NoticeId, Readonly<Record<string, Text>>>>>;

/** What ends a message that is sent only once. */
export const once = (): string => 'This is a single message.';
