import type { ClockId, ProtocolProfile } from '../../domain';
import type { Sourced, ThresholdPolicy, TimerPolicy } from '../../domain/profiles';
import { textOf } from '../../notifications';
import { code, codes, pageOf, table, valueWords } from './markdown';
import { dueWords, SOURCE_KEY, thresholdWords } from './words';

/** docs/generated/clocks-<locality>.md: what falls due when in a locality, who is told, and where each value comes from. */
export const clocksPage = (profile: ProtocolProfile): string =>
  pageOf(
    `Clocks of ${capital(profile.id)}`,
    `Profile \`${profile.id}@${profile.version}\`: ${profile.basis.value}.`,
    `${SOURCE_KEY} Messages that fall due go at 09:00 London on a working day; days before a deadline count back from the last working day on or before it. A deadline ends at 23:59:59 of its day.`,
    ...Object.entries(profile.timers).map(([clock, timer]) => clockSection(clock as ClockId, timer)),
    '## Other values of the profile',
    table(['Value', 'Is', 'Source', 'Where it stands'], sourcedRows(profile)),
  );

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function clockSection(clock: ClockId, timer: TimerPolicy): string {
  return [
    `## ${clock}`,
    table(['Due', 'Rule', 'Source', 'Where it stands'], Object.entries(timer.due).map(dueRow)),
    ...Object.entries(timer.ladders).map(([name, ladder]) => ladderPart(name, ladder)),
    repeatSentence(timer),
  ].join('\n\n');
}

const dueRow = ([name, { value, source, cite }]: readonly [string, TimerPolicy['due'][string]]): readonly string[] => [
  nameWords(name),
  dueWords(value),
  source,
  cite,
];
const nameWords = (name: string): string => (name === '-' ? 'always' : code(name));

const ladderPart = (name: string, ladder: readonly ThresholdPolicy[]): string =>
  [`Who hears what${name === '-' ? '' : ` (${code(name)})`}:`, table(['When', 'Message', 'To', 'Flag'], ladder.map(thresholdRow))].join(
    '\n\n',
  );

const thresholdRow = ({
  at,
  label = at,
  notice,
  variant,
  to,
  repeatsAlsoTo = [],
  flag,
  boardLog,
  gap,
}: ThresholdPolicy): readonly string[] => [
  `${code(label)} ${thresholdWords(at)}`,
  notice === null ? 'no message' : `${notice} ${textOf(notice, variant).subject}`,
  codes(to),
  [
    ...(flag === undefined ? [] : [code(flag)]),
    ...(boardLog === true ? ['line in the Board’s log'] : []),
    ...(gap ? [`gap ${code(gap.item)}`] : []),
    ...(repeatsAlsoTo.length === 0 ? [] : [`repeats also to ${codes(repeatsAlsoTo)}`]),
  ].join(', '),
];

function repeatSentence({ repeatEveryWorkingDays: every, repeatTo }: TimerPolicy): string {
  if (every === null) return 'Nothing repeats after the last of these.';
  const often = every.value === 1 ? 'every working day' : `every ${every.value} working days`;
  return `While nobody acts, a message repeats ${often} after the last of these, to ${repeatTo === undefined ? 'everyone who was told from the due date on' : codes(repeatTo)} (${every.source}: ${every.cite}).`;
}

const isSourced = (value: unknown): value is Sourced<unknown> =>
  typeof value === 'object' && value !== null && 'value' in value && 'source' in value && 'cite' in value;

const sourcedRows = (profile: ProtocolProfile): readonly (readonly string[])[] =>
  Object.entries(profile).flatMap(([name, value]: [string, unknown]) =>
    isSourced(value) ? [[code(name), valueWords(value.value), value.source, value.cite]] : [],
  );
