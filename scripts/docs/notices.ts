import { PROFILES } from '../../domain';
import type { NoticeId } from '../../domain';
import { TEXTS, WORDS } from '../../notifications';
import type { Text, Words } from '../../notifications';
import { code, codes, pageOf, table } from './markdown';

/** docs/generated/notices.md: the fixed words of every message, and which clock sends it. */
export const noticesPage = (): string =>
  pageOf(
    'Messages',
    'The fixed words of every message. A message carries no name, no reason and no risk: its only fact is a date, and its link needs sign-in. Each subject ends in the reference of the case, and each message in the mailbox for questions and the words about immediate danger. Words in braces are filled in: `{due}` is the date, the others are what things are called in the locality:',
    table(
      ['Word', ...Object.keys(WORDS)],
      wordNames().map((name) => [code(`{${name}}`), ...Object.values(WORDS).map((words) => words[name])]),
    ),
    ...Object.entries(TEXTS).map(([notice, variants]) => section(notice as NoticeId, variants)),
  );

const wordNames = (): readonly (keyof Words)[] => Object.keys(Object.values(WORDS)[0] ?? {}) as (keyof Words)[];
const BRACES = Object.fromEntries(wordNames().map((name) => [name, `{${name}}`])) as unknown as Words;

const section = (notice: NoticeId, variants: Readonly<Record<string, Text>>): string =>
  [`## ${notice}`, ...Object.entries(variants).map(([variant, text]) => part(notice, variant, text))].join('\n\n');

function part(notice: NoticeId, variant: string, text: Text): string {
  const senders = clocksThatSend(notice, variant);
  return [
    `### ${notice} ${variant}`,
    [
      `- Subject: ${text.subject}`,
      `- Why you get it: ${text.why(BRACES, '{due}')}`,
      `- What you can do now: ${text.now(BRACES)}`,
      `- What ends it: ${text.ends(BRACES)}`,
      `- Sent by: ${senders.length === 0 ? 'what happened to the case, not a clock' : codes(senders)}`,
    ].join('\n'),
  ].join('\n\n');
}

const clocksThatSend = (notice: NoticeId, variant: string): readonly string[] => [
  ...new Set(
    PROFILES.flatMap((profile) => Object.entries(profile.timers))
      .filter(([, timer]) =>
        Object.values(timer.ladders).some((ladder) => ladder.some((one) => one.notice === notice && one.variant === variant)),
      )
      .map(([clock]) => clock),
  ),
];
