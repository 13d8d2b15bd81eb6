import type { Command } from 'commander';
import { servers } from '../addresses';
import { show } from '../asking';
import { CliError } from '../client';
import { table } from '../print';
import type { Row } from '../print';
import { WORKS } from './works';

/** `marm ops`: works on the servers, not through the API. */
export function addOpsCommands(program: Command): void {
  const names = WORKS.map(({ name }) => name).join(', ');
  program
    .command('ops')
    .description('for operations: works on the servers, not through the API')
    .command('run <work>')
    .description(`what scheduled work would do now: ${names}`)
    .option('--now', 'do it')
    .option('--json', 'for programs')
    .action(async (name: string, { now, json }: { now?: boolean; json?: boolean }) => {
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
