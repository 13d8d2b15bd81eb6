import type { Command } from 'commander';
import { servers } from '../addresses';
import { show } from '../asking';
import { CliError } from '../client';
import { fields, table } from '../print';
import type { Row } from '../print';
import { WORKS } from './works';

interface ForPrograms {
  readonly json?: boolean;
}

/** `marm ops`: works on the servers, not through the API. */
export function addOpsCommands(program: Command): void {
  const ops = program.command('ops').description('for operations: works on the servers, not through the API');
  addRun(ops);
  addLists(ops);
  addWhy(ops);
}

function addRun(ops: Command): void {
  const names = WORKS.map(({ name }) => name).join(', ');
  ops
    .command('run <work>')
    .description(`what scheduled work would do now: ${names}`)
    .option('--now', 'do it')
    .option('--json', 'for programs')
    .action(async (name: string, { now, json }: ForPrograms & { now?: boolean }) => {
      const work = WORKS.find((one) => one.name === name);
      if (!work) throw new CliError(`There is no scheduled work called ${name}. There are: ${names}`);
      const lines = await work.preview(servers());
      if (now === true) await work.run(servers());
      show({ json: json === true }, { asked: now === true, lines }, () => {
        table(lines as readonly Row[], work.columns);
        console.log(now === true ? 'It has been asked for.' : 'Nothing is done: add --now to have it run.');
      });
    });
}

function addLists(ops: Command): void {
  ops
    .command('overdue')
    .description('cases with a deadline that has passed')
    .option('--json', 'for programs')
    .action(async ({ json }: ForPrograms) => {
      const { listOverdue } = await import('./overdue.js');
      const lines = await listOverdue(servers());
      show({ json: json === true }, { lines }, () => {
        table(lines as unknown as readonly Row[], ['ref', 'stage', 'dueBy', 'flags']);
      });
    });
  ops
    .command('stuck')
    .description('what does not go on by itself: cases that have not acted, tasks of operations')
    .option('--json', 'for programs')
    .action(async ({ json }: ForPrograms) => {
      const { listStuck } = await import('./stuck.js');
      const lines = await listStuck(servers());
      show({ json: json === true }, { lines }, () => {
        table(lines as unknown as readonly Row[], ['ref', 'what', 'since', 'next']);
      });
    });
}

function addWhy(ops: Command): void {
  ops
    .command('why <ref>')
    .description('what a case waits for, and what to do if that is not well')
    .option('--json', 'for programs')
    .action(async (ref: string, { json }: ForPrograms) => {
      const { explainCase } = await import('./why.js');
      const answer = await explainCase(servers(), ref);
      show({ json: json === true }, answer, () => {
        fields(answer as unknown as Row, ['ref', 'stage', 'seq', 'wakesAt', 'late']);
        fields(answer.run as unknown as Row, ['status', 'startedAt', 'historyEvents', 'queued', 'unsent', 'hold', 'failing']);
        console.log(answer.verdict);
      });
    });
}
