import { isLondonDate, PACES } from '../../domain';
import type { Change, LondonDate } from '../../domain';
import { CliError } from '../client';
import { readList } from '../files';
import { readProfile } from './readProfile';

/** The options that name a change; one of them must be given. */
export interface ChangeOptions {
  readonly profile?: string;
  readonly holidays?: string;
  readonly pace?: string;
}

const ONE_OF = 'Say what changes, with one of --profile FILE, --holidays FILE or --pace EXPEDITED.';

/** The change that is asked for. @throws CliError that says what to give; of a file, its name and the place */
export function readChange({ profile, holidays, pace }: ChangeOptions): Change {
  if ([profile, holidays, pace].filter((one) => one !== undefined).length !== 1) throw new CliError(ONE_OF);
  if (profile !== undefined) return { kind: 'PROFILE', profile: readProfile(profile) };
  if (holidays !== undefined) return { kind: 'HOLIDAYS', closedOn: readDays(holidays) };
  const known = PACES.find((one) => one === pace);
  if (!known) throw new CliError(`--pace: there is no ${pace ?? '-'}. Give one of ${PACES.join(', ')}.`);
  return { kind: 'PACE', pace: known };
}

function readDays(file: string): readonly LondonDate[] {
  const days = readList(file);
  const wrong = days.flatMap((day, n) =>
    typeof day === 'string' && isLondonDate(day) ? [] : [`${file}/${n}: ${JSON.stringify(day)} is no day. Give one such as "2026-12-24".`],
  );
  if (wrong.length > 0) throw new CliError(wrong.join('\n'));
  if (days.length === 0) throw new CliError(`${file}: the list is empty. Give days such as ["2026-12-24"].`);
  return days as readonly LondonDate[];
}
