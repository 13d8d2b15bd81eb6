import { ROLE_TABLE, ruleWords } from '../../domain';
import type { ProtocolProfile, Sourced, ThresholdPolicy, TimerPolicy } from '../../domain';
import { textOf } from '../../notifications/texts';
import {
  audienceWords,
  capsToWords,
  clockWords,
  holderWords,
  isSourced,
  nameOf,
  settingWords,
  sourceWords,
  whenWords,
  workingDays,
} from './words';

const TAGS = 'S: the locality’s own document. P: another published protocol. L: law. D: our default, until the locality confirms it.';

/** A locality's protocol in words, line by line. */
export function profileText(profile: ProtocolProfile): readonly string[] {
  return [
    profile.basis.value,
    nameOf(profile),
    TAGS,
    '',
    ...Object.entries(profile).flatMap(([name, value]) => (isSourced(value) ? settingText(name, value, profile.id) : [])),
    `Local closure days: ${profile.localClosureDays.length === 0 ? 'none' : profile.localClosureDays.join(', ')}`,
    ...deviationText(profile),
    '',
    'Who is who',
    ...roleText(profile.id),
    ...Object.entries(profile.timers).flatMap(([id, timer]) => ['', ...timerText(id, timer, profile.id)]),
  ];
}

const roleText = (locality: string): readonly string[] =>
  Object.entries(ROLE_TABLE)
    .filter(([, row]) => !holderWords(row, locality).startsWith('None'))
    .map(([role, row]) => `  ${capsToWords(role)}: ${holderWords(row, locality)}. ${row.may}`);

function settingText(name: string, setting: Sourced<unknown>, locality: string): readonly string[] {
  const title = settingWords(name);
  const { value } = setting;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`${title}: ${valueWords(value, locality)}  ${sourceWords(setting)}`];
  return [`${title}:  ${sourceWords(setting)}`, ...Object.entries(value).map(([part, one]) => `  ${part}: ${valueWords(one, locality)}`)];
}

function valueWords(value: unknown, locality: string): string {
  if (Array.isArray(value)) return value.length === 0 ? 'nobody' : value.map((one) => valueWords(one, locality)).join(', ');
  if (value === null) return 'nobody, until one is named';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? stringWords(value, locality) : JSON.stringify(value);
}

// Codes are said in words; sentences stay as they are.
const stringWords = (text: string, locality: string): string => (/^[A-Z][A-Z0-9_]+$/.test(text) ? audienceWords(text, locality) : text);

const deviationText = ({ deviations = [] }: ProtocolProfile): readonly string[] =>
  deviations.map(({ obligation, reason, agreedBy }) => `Deviation from ${obligation}: ${reason} Agreed by: ${agreedBy}`);

function timerText(id: string, timer: TimerPolicy, locality: string): readonly string[] {
  const { repeatEveryWorkingDays: every, repeatTo } = timer;
  return [
    `${id}  ${clockWords(id)}`,
    ...Object.entries(timer.due).map(([name, rule]) => `  Due${nameWords(name)}: ${ruleWords(rule.value)}  ${sourceWords(rule)}`),
    ...Object.entries(timer.ladders).flatMap(([name, ladder]) => [
      ...(name === '-' ? [] : [`  Steps${nameWords(name)}:${ladder.length === 0 ? ' none of its own' : ''}`]),
      ...ladder.map((step) => `    ${stepText(step, locality)}`),
    ]),
    ...(every === null
      ? []
      : [`    then every ${workingDays(every.value)}${repeatWords(repeatTo, locality)}, until somebody acts  ${sourceWords(every)}`]),
  ];
}

const nameWords = (name: string): string => (name === '-' ? '' : ` (${capsToWords(name)})`);
const repeatWords = (to: readonly string[] | undefined, locality: string): string =>
  to === undefined ? '' : ` to ${to.map((one) => audienceWords(one, locality)).join(', ')}`;

function stepText(step: ThresholdPolicy, locality: string): string {
  const { notice, variant, to, repeatsAlsoTo = [], flag, boardLog, outside } = step;
  const told = to.map((one) => audienceWords(one, locality));
  return [
    whenWords(step),
    notice === null ? 'no message' : `${notice} "${textOf(notice, variant).subject}" to ${[...new Set(told)].join(', ')}`,
    ...(repeatsAlsoTo.length === 0 ? [] : [`its repeats also to ${repeatsAlsoTo.map((one) => audienceWords(one, locality)).join(', ')}`]),
    ...(flag === undefined ? [] : [`flag: ${capsToWords(flag)}`]),
    ...(boardLog === true ? ['a line in the Board’s log'] : []),
    ...(outside === true ? ['reference only, nothing of the content'] : []),
  ].join('; ');
}
