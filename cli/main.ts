import { Command } from 'commander';
import { kebabOf } from '../domain';
import { addAccessCommands, addClientCommands } from './access/commands';
import { asking, show } from './asking';
import type { Options } from './asking';
import { CliError, get, inbox, post, tokenFor } from './client';
import { addDirectoryCommands } from './directory/commands';
import { addDraftCommands } from './draft';
import { readJson } from './files';
import { fields, local, table } from './print';
import type { Row } from './print';
import { addOpsCommands } from './ops/commands';
import { addProfileCommands } from './profile/commands';
import { addRecordCommands } from './records/commands';
import { simulateFile } from './simulateFile';
import { addWhatIfCommand } from './whatIf/whatIfCommand';
import { addStoryCommand } from './story/storyCommand';
import { addVerifyCommand } from './verify/verifyCommand';

const program = new Command('marm')
  .description('Multi-Agency Risk Management cases from the command line')
  .version('0.1.0')
  .enablePositionalOptions();

const command = (usage: string, what: string, as?: string): Command => asking(program, usage, what, as);

const rowsOf = (value: unknown, name: string): readonly Row[] => (value as Readonly<Record<string, readonly Row[]>>)[name] ?? [];

/** The deadlines with what happens next in words. */
const clockRows = (value: unknown): readonly Row[] =>
  rowsOf(value, 'clocks').map((row) => {
    const next = row['next'] as { threshold: string; at: string } | null;
    return { ...row, next: next && `${next.threshold}, ${local(next.at)}` };
  });

program
  .command('token')
  .description('print an access token of the local issuer')
  .requiredOption('--as <person>', 'who you are, by directory id')
  .option('--minutes <n>', 'how long it is good for', '60')
  .action(async ({ as, minutes }: { as: string; minutes: string }) => {
    if (!/^[1-9]\d{0,5}$/.test(minutes)) throw new CliError('--minutes: give a whole number of minutes, such as 60.');
    console.log(await tokenFor(as, Number(minutes)));
  });

command('submit <file>', 'send a referral', 'p-referrer-ox')
  .option('--clock <time>', 'start a training case on its own clock, such as 2026-03-26T15:20')
  .option('--quiet', 'print the reference alone')
  .action(async (file: string, options: Options & { clock?: string; quiet?: boolean }) => {
    const answer = await post(options, '/v1/cases', {
      ...readJson(file),
      ...(options.clock === undefined ? {} : { training: { clock: options.clock } }),
    });
    show(options, answer, () => {
      const { ref, receipt } = answer as { ref: string; receipt: readonly string[] };
      console.log(options.quiet === true ? ref : [`Case ${ref}`, ...receipt].join('\n'));
    });
  });

command('forward <ref>', 'move a training case on to a time')
  .requiredOption('--to <time>', 'London time such as 2026-04-08T12:00, or an instant with Z')
  .action(async (ref: string, options: Options & { to: string }) => {
    const answer = await post(options, `/v1/cases/${ref}/forward`, { to: options.to });
    show(options, answer, () => {
      fields(answer as Row, ['ref', 'asOf']);
    });
  });

command('do <ref> <command> <file>', 'give a command to a case; file "-" reads standard input').action(
  async (ref: string, name: string, file: string, options: Options) => {
    const body = readJson(file);
    const answer = await post(options, `/v1/cases/${ref}/commands/${kebabOf(name)}`, 'data' in body ? body : { data: body });
    show(options, answer, () => {
      fields(answer as Row, ['ref', 'seq']);
    });
  },
);

command('show <ref>', 'show a case').action(async (ref: string, options: Options) => {
  const found = (await get(options, `/v1/cases/${ref}`)) as Row;
  show(options, found, () => {
    fields(found, [
      'ref',
      'stageText',
      'locality',
      'pace',
      'receivedOn',
      'nextDueAt',
      'overdue',
      'flags',
      'training',
      'trainingClock',
      'reviewOn',
    ]);
    table(clockRows(found), ['clock', 'key', 'dueOn', 'overdue', 'next']);
  });
});

command('clocks <ref>', 'show the running deadlines of a case').action(async (ref: string, options: Options) => {
  const found = await get(options, `/v1/cases/${ref}/clocks`);
  show(options, found, () => {
    table(clockRows(found), ['clock', 'key', 'anchorOn', 'dueOn', 'overdue', 'next']);
  });
});

command('explain <ref> <clock> [key]', 'say where a date comes from').action(
  async (ref: string, clock: string, key: string | undefined, options: Options) => {
    const all = rowsOf(await get(options, `/v1/cases/${ref}/clocks`), 'clocks');
    const found = all.filter((one) => one['clock'] === clock && (key === undefined || one['key'] === key));
    show(options, found, () => {
      console.log(
        found.length === 0
          ? `No ${clock} runs on this case.`
          : found.map((one) => (one['explanation'] as { text: string }).text).join('\n'),
      );
    });
  },
);

command('forecast <ref>', 'what happens if nobody acts')
  .option('--days <n>', 'how far ahead', '90')
  .action(async (ref: string, options: Options & { days: string }) => {
    const found = await get(options, `/v1/cases/${ref}/forecast?days=${encodeURIComponent(options.days)}`);
    show(options, found, () => {
      table(rowsOf(found, 'entries'), ['at', 'kind', 'clock', 'key', 'threshold', 'notice', 'to', 'flag']);
    });
  });

command('timeline <ref>', 'what happened, in order').action(async (ref: string, options: Options) => {
  const found = await get(options, `/v1/cases/${ref}/timeline`);
  show(options, found, () => {
    const rows = rowsOf(found, 'entries').map((one) => ({
      ...one,
      events: (one['events'] as readonly { type: string }[]).map((event) => event.type),
    }));
    table(rows, ['seq', 'at', 'actor', 'command', 'events']);
  });
});

command('notices <ref>', 'every message of a case and what became of it').action(async (ref: string, options: Options) => {
  const found = await get(options, `/v1/cases/${ref}/notices`);
  show(options, found, () => {
    table(rowsOf(found, 'notices'), ['dueAt', 'notice', 'clock', 'threshold', 'role', 'recipient', 'outcome', 'releaseAt', 'sentAt']);
  });
});

command('can <ref>', 'what you may do now, and why not the rest').action(async (ref: string, options: Options) => {
  const found = await get(options, `/v1/cases/${ref}/commands`);
  show(options, found, () => {
    table(rowsOf(found, 'commands'), ['command', 'allowed', 'reason']);
  });
});

command('worklist', 'your cases, soonest due first').action(async (options: Options) => {
  const found = await get(options, '/v1/cases?limit=100');
  show(options, found, () => {
    table(rowsOf(found, 'cases'), ['ref', 'stage', 'pace', 'nextDueAt', 'overdue', 'flags', 'training']);
  });
});

program
  .command('inbox')
  .description('the mails that the engine sent')
  .option('--ref <ref>', 'of one case')
  .option('--to <address>', 'to one address')
  .option('--json', 'for programs')
  .action(async ({ ref, to, json }: { ref?: string; to?: string; json?: boolean }) => {
    const found = await inbox({ ...(ref === undefined ? {} : { ref }), ...(to === undefined ? {} : { to }) });
    show(json === undefined ? {} : { json }, found, () => {
      table(found as readonly Row[], ['date', 'to', 'subject']);
    });
  });

program
  .command('simulate <file>')
  .description('run a script of dated commands through the rules; needs no server')
  .option('--json', 'for programs')
  .action((file: string, { json }: { json?: boolean }) => {
    const entries = simulateFile(file);
    show(json === undefined ? {} : { json }, { entries }, () => {
      const rows = entries.map((one) => ({ ...one, says: one.refusal?.message }));
      table(rows, ['at', 'kind', 'command', 'clock', 'key', 'threshold', 'notice', 'to', 'flag', 'code', 'says']);
    });
  });

addOpsCommands(program);
addVerifyCommand(program);
addAccessCommands(program);
addClientCommands(program);
addStoryCommand(program);
addDraftCommands(program);
addDirectoryCommands(program);
addProfileCommands(program);
addRecordCommands(program);
addWhatIfCommand(program);

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof CliError ? error.message : error);
  process.exitCode = 1;
});
