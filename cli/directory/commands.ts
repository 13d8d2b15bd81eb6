import type { Command } from 'commander';
import { asking, show } from '../asking';
import type { Options } from '../asking';
import { get, getFile, post } from '../client';
import { fields, table } from '../print';
import type { Row } from '../print';
import { importFile } from './importFile';
import { printHandOver } from './printHandOver';

const KEEPER = 'p-directory-ox';
const LISTED = ['id', 'name', 'organisation', 'service', 'offices', 'active', 'away'];
const ONE = ['id', 'name', 'formerNames', 'email', 'telephone', 'outsideDomain', 'organisation', 'service', 'manager', 'offices'];
const STATE = ['active', 'away', 'absences', 'leaving', 'version'];

const at = (id: string, more = ''): string => `/v1/directory/people/${encodeURIComponent(id)}${more}`;

/** `marm directory`: who works where, who is away, and who leaves. */
export function addDirectoryCommands(program: Command): void {
  const directory = program.command('directory').description('who works where, in which role, who is away and who leaves');
  addReading(directory);
  addFiles(directory);
  addKeeping(directory);
}

function addReading(directory: Command): void {
  asking(directory, 'list', 'people, by id', KEEPER)
    .option('--organisation <id>', 'of one organisation')
    .option('--service <id>', 'of one service')
    .option('--left', 'those who have left')
    .action(async (options: Options & { organisation?: string; service?: string; left?: boolean }) => {
      const people = await allPeople(options);
      show(options, { people }, () => {
        table(people.map(inWords), LISTED);
      });
    });
  asking(directory, 'show <id>', 'a person, with the name of a day', KEEPER)
    .option('--on <date>', 'on a day, such as 2026-04-01; today if left out')
    .action(async (id: string, options: Options & { on?: string }) => {
      const found = (await get(options, at(id, options.on === undefined ? '' : `?on=${encodeURIComponent(options.on)}`))) as Row;
      show(options, found, () => {
        fields(inWords(found), [...ONE, ...STATE]);
      });
    });
}

async function allPeople(options: Options & { organisation?: string; service?: string; left?: boolean }): Promise<readonly Row[]> {
  const { organisation, service, left } = options;
  const query = { limit: '100', active: String(left !== true), ...(organisation === undefined ? {} : { organisation }) };
  const people: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const more = { ...query, ...(service === undefined ? {} : { service }), ...(cursor === '' ? {} : { cursor }) };
    const page = (await get(options, `/v1/directory/people?${new URLSearchParams(more).toString()}`)) as {
      readonly people: readonly Row[];
      readonly next: string | null;
    };
    people.push(...page.people);
    cursor = page.next;
  }
  return people;
}

interface Office {
  readonly role: string;
  readonly locality: string;
}
interface Period {
  readonly from: string;
  readonly to: string;
  readonly standsIn: string | null;
}

// Groups are told in words; everything else is printed as it is.
function inWords(person: Row): Row {
  const { offices, away, absences, leaving } = person as Row & {
    readonly offices: readonly Office[];
    readonly away: Period | null;
    readonly absences: readonly Period[];
    readonly leaving: { readonly on: string; readonly to: string | null } | null;
  };
  const period = ({ from, to, standsIn }: Period): string => `${from} to ${to}, ${standsIn ?? 'nobody'} stands in`;
  return {
    ...person,
    offices: offices.map(({ role, locality }) => `${role} of ${locality}`),
    away: away && period(away),
    absences: absences.map(period),
    leaving: leaving && `${leaving.on}, then ${leaving.to ?? 'nobody'}`,
  };
}

function addFiles(directory: Command): void {
  asking(directory, 'import <file>', 'what a file of people would do; with --now, do it', KEEPER)
    .option('--now', 'do it')
    .option('--complete', 'the file names everybody of its organisations: whoever is not in it is made inactive')
    .action(async (file: string, options: Options & { now?: boolean; complete?: boolean }) => {
      await importFile(file, options);
    });
  asking(directory, 'export', 'the people whom you keep, as a file for spreadsheets', KEEPER)
    .option('--organisation <id>', 'of one organisation')
    .action(async (options: Options & { organisation?: string }) => {
      const { organisation } = options;
      const query = organisation === undefined ? '' : `?organisation=${encodeURIComponent(organisation)}`;
      const text = await getFile(options, `/v1/directory/export${query}`);
      show(options, { csv: text }, () => {
        process.stdout.write(text);
      });
    });
}

function addKeeping(directory: Command): void {
  asking(directory, 'absence <id>', 'say when somebody is away, in place of what was said before', KEEPER)
    .option('--from <date>', 'the first day')
    .option('--to <date>', 'the last day')
    .option('--stands-in <person>', 'who stands in')
    .option('--clear', 'the person is not away')
    .action(async (id: string, options: Options & { from?: string; to?: string; standsIn?: string; clear?: boolean }) => {
      const { from, to, standsIn = null, clear } = options;
      const found = (await post(options, at(id, '/absence'), { periods: clear === true ? [] : [{ from, to, standsIn }] })) as Row;
      show(options, found, () => {
        fields(inWords(found), ['id', 'absences', 'notCovered']);
      });
    });
  asking(directory, 'leave <id>', 'say on which day somebody leaves, and list what they leave open', KEEPER)
    .requiredOption('--on <date>', 'the last day')
    .option('--to <person>', 'who acts from then on')
    .action(async (id: string, options: Options & { on: string; to?: string }) => {
      const found = (await post(options, at(id, '/leave'), { on: options.on, handOverTo: options.to ?? null })) as Row;
      show(options, found, () => {
        fields(inWords(found), ['id', 'leaving', 'stillNamed']);
        table(found['openRoles'] as readonly Row[], ['ref', 'roles', 'actions']);
      });
    });
  asking(directory, 'hand-over-all <id>', 'what would go to somebody else, case by case; with --now, do it', KEEPER)
    .requiredOption('--to <person>', 'who gets it')
    .option('--now', 'do it')
    .action(async (id: string, options: Options & { to: string; now?: boolean }) => {
      const answer = await post(options, at(id, '/hand-over-all'), { to: options.to, dryRun: options.now !== true });
      show(options, answer, () => {
        printHandOver(answer);
      });
    });
}
