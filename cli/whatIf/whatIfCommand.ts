import type { Command } from 'commander';
import { whatIf } from '../../domain';
import type { CaseState, Difference, ProtocolProfile } from '../../domain';
import { servers } from '../addresses';
import { show } from '../asking';
import { CliError } from '../client';
import { caseOfFile } from '../simulateFile';
import { printDifference } from './printDifference';
import { readChange } from './readChange';
import type { ChangeOptions } from './readChange';

const DAY_MS = 86_400_000;

interface Options extends ChangeOptions {
  readonly script?: string;
  readonly days: string;
  readonly json?: boolean;
}

interface Asked {
  readonly state: CaseState;
  readonly profile: ProtocolProfile;
  readonly now: number;
}

/** `marm what-if`: which dates and messages of a case would change. For operations: it reads the servers, not through the API. */
export function addWhatIfCommand(program: Command): void {
  program
    .command('what-if [ref]')
    .description('which dates and messages of a case would change; changes nothing (for operations: reads the database)')
    .option('--profile <file>', 'with other rules, as JSON: see marm profile show LOCALITY --json')
    .option('--holidays <file>', 'with more days off: a JSON list such as ["2026-12-24"]')
    .option('--pace <pace>', 'at another pace')
    .option('--script <file>', 'of the case that a script of dated commands leads to, instead of a live one; needs no server')
    .option('--days <n>', 'how far ahead', '90')
    .option('--json', 'for programs')
    .action(async (ref: string | undefined, options: Options) => {
      const difference = await differenceOf(ref, options);
      show(options.json === true ? { json: true } : {}, difference, () => {
        printDifference(difference);
      });
    });
}

async function differenceOf(ref: string | undefined, options: Options): Promise<Difference> {
  const days = daysAhead(options.days);
  const change = readChange(options);
  const { state, profile, now } = await caseFor(ref, options.script);
  const found = whatIf(state, profile, change, { now, until: now + days * DAY_MS });
  if ('refusal' in found) throw new CliError(`${found.refusal.code}: ${found.refusal.message}`);
  return found;
}

function daysAhead(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new CliError('--days: give a whole number from 1 to 999, such as 90.');
  return Number(text);
}

async function caseFor(ref: string | undefined, script: string | undefined): Promise<Asked> {
  if ((ref === undefined) === (script === undefined)) throw new CliError('Name one case: its reference, or --script FILE.');
  if (script !== undefined) return caseOfFile(script);
  const { readLiveCase } = await import('../ops/liveCase.js');
  return readLiveCase(servers(), ref ?? '');
}
