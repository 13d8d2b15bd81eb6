import type { NoticeId } from '../../domain';
import { CHALLENGE_TEXTS } from './challenge';
import { INTAKE_TEXTS } from './intake';
import { MEETING_TEXTS } from './meetings';
import { PERSON_TEXTS } from './person';
import { PLAN_TEXTS } from './plan';
import { REVIEW_TEXTS } from './review';
import { RISK_TEXTS } from './risk';
import { RUNNING_TEXTS } from './running';
import { once } from './text';
import type { Text } from './text';

/** Every message by notice and variant. */
export const TEXTS: Readonly<Record<NoticeId, Readonly<Record<string, Text>>>> = {
  ...INTAKE_TEXTS,
  ...MEETING_TEXTS,
  ...PLAN_TEXTS,
  ...REVIEW_TEXTS,
  ...RISK_TEXTS,
  ...CHALLENGE_TEXTS,
  ...RUNNING_TEXTS,
  ...PERSON_TEXTS,
  // Two families speak with these notices.
  N12: { ...PERSON_TEXTS.N12, ...RISK_TEXTS.N12 },
  N16: { ...MEETING_TEXTS.N16, ...PERSON_TEXTS.N16 },
};

const GENERIC: Text = {
  subject: 'MARM case needs your attention',
  why: () => 'You get this because you take part in a case.',
  now: () => 'Sign in to see what is asked of you.',
  ends: once,
};

/** The text of a notice; a variant that is not known still gives a safe one. */
export const textOf = (notice: NoticeId, variant: string): Text => TEXTS[notice][variant] ?? GENERIC;
