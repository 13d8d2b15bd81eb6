import type { Command } from 'commander';
import { proofFiles, servers } from './addresses';
import { show } from './asking';
import { CliError } from './client';
import { table } from './print';
import type { Row } from './print';

/** Adds `marm ops`: for operations, on the servers and not through the API. */
export function addOpsCommands(program: Command): void {
  const ops = program.command('ops').description('for operations: works on the servers, not through the API');
  ops
    .command('run <work>')
    .description('what scheduled work would do; morning-round is the only one')
    .option('--now', 'do it')
    .option('--json', 'for programs')
    .action(async (work: string, { now, json }: { now?: boolean; json?: boolean }) => {
      if (work !== 'morning-round') throw new CliError(`There is no scheduled work called ${work}. Try: marm ops run morning-round`);
      const { previewRound, runRound } = await import('./ops/morningRound.js');
      const lines = await previewRound(servers());
      if (now === true) await runRound(servers());
      show({ json: json === true }, { asked: now === true, lines }, () => {
        table(lines as unknown as readonly Row[], ['recipient', 'messages', 'cases', 'since']);
        console.log(now === true ? 'The round has been asked for.' : 'Nothing is sent: add --now to have it run.');
      });
    });
  ops
    .command('checkpoint-key')
    .description('print the public key that checkpoints of this installation are signed with')
    .action(async () => {
      const { checkpointKey } = await import('./ops/checkpointKey.js');
      console.log(checkpointKey(proofFiles().key));
    });
}
