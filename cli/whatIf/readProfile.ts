import { checkProfile, PROFILES } from '../../domain';
import type { NoticeId, ProtocolProfile } from '../../domain';
import { TEXTS } from '../../notifications/texts';
import { CliError } from '../client';
import { readJson } from '../files';

interface Wrong {
  readonly place: string;
  readonly message: string;
}

const OFFSET = /^(due|on-or-after|at-once|[+-]\d{1,3}WD|-\d{1,3}d)$/;
const hasText = (notice: NoticeId, variant: string): boolean => Object.hasOwn(TEXTS, notice) && Object.hasOwn(TEXTS[notice], variant);

/**
 * Reads a profile from a JSON file, such as `marm profile show oxfordshire --json` prints, and checks it.
 * @throws CliError with one line for each thing that is wrong: file, place and what to do
 */
export function readProfile(file: string): ProtocolProfile {
  const read = readJson(file);
  const misshapen = shapeProblems(read);
  const profile = read as unknown as ProtocolProfile;
  const wrong = misshapen.length > 0 ? misshapen : checkProfile(profile, { hasText });
  if (wrong.length > 0) throw new CliError(wrong.map(({ place, message }) => `${file}${place}: ${message}`).join('\n'));
  return profile;
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

// The check of a profile takes its shape for granted, which a file by hand may not have.
function shapeProblems(read: Json): readonly Wrong[] {
  const [model] = PROFILES;
  const missing = Object.keys(model ?? {})
    .filter((name) => !Object.hasOwn(read, name))
    .map((name) => ({ place: `/${name}`, message: 'This value is missing. See: marm profile show oxfordshire --json' }));
  if (missing.length > 0) return missing;
  const bare = Object.entries(model ?? {})
    .filter(([name, value]) => isObject(value) && 'source' in value && !isLike(read[name], value))
    .map(([name]) => ({
      place: `/${name}`,
      message: 'Give {"value": ..., "source": "D", "cite": "..."}, with a value like the published ones.',
    }));
  return [
    ...bare,
    ...(isObject(read['timers'])
      ? Object.entries(read['timers']).flatMap(timerProblems)
      : [{ place: '/timers', message: 'Give the timers by clock.' }]),
  ];
}

// The value may be null where the published one is, and the other way about: a role that nobody holds.
function isLike(value: unknown, model: Json): boolean {
  if (!isObject(value) || typeof value['source'] !== 'string' || typeof value['cite'] !== 'string') return false;
  const [here, there] = [value['value'], model['value']];
  return here === null || there === null || (typeof here === typeof there && Array.isArray(here) === Array.isArray(there));
}

function timerProblems([clock, timer]: [string, unknown]): readonly Wrong[] {
  const place = `/timers/${clock}`;
  if (!isObject(timer) || !isObject(timer['due']) || !isObject(timer['ladders']))
    return [{ place, message: 'Give "due" and "ladders", each by name.' }];
  const due = Object.entries(timer['due'])
    .filter(([, rule]) => !isObject(rule) || !isObject(rule['value']))
    .map(([name]) => ({ place: `${place}/due/${name}`, message: 'Give {"value": {"workingDays": 2}, "source": "D", "cite": "..."}.' }));
  return [...due, ...Object.entries(timer['ladders']).flatMap(([name, steps]) => ladderProblems(`${place}/ladders/${name}`, steps))];
}

function ladderProblems(place: string, steps: unknown): readonly Wrong[] {
  if (!Array.isArray(steps)) return [{ place, message: 'Give a list of steps.' }];
  return steps.flatMap((step: unknown, n) =>
    isObject(step) && typeof step['at'] === 'string' && OFFSET.test(step['at']) && Array.isArray(step['to'])
      ? []
      : [{ place: `${place}/${n}`, message: 'Give "at" (due, at-once, -5WD, +1WD, -90d) and "to", a list of roles.' }],
  );
}
