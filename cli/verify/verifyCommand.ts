import type { Command } from 'commander';
import { proofFiles, servers } from '../addresses';
import { show } from '../asking';
import { CliError } from '../client';

export interface VerifyOptions {
  readonly all?: boolean;
  readonly checkpoints?: string;
  readonly commits?: string;
  readonly key?: readonly string[];
  readonly json?: boolean;
}

/** Adds `marm verify`. It only reads, from the database or from exported files, and ends with 1 where the record does not hold. */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify [ref]')
    .description('verify the record of a case, or of all, against its hash chain and its signed checkpoints')
    .option('--all', 'every case')
    .option('--checkpoints <file>', 'the sink of checkpoints; that of the settings if not given')
    .option('--commits <file>', 'exported commits, one JSON document a line, instead of the database')
    .option('--key <file...>', 'public keys that checkpoints may be signed with, PEM; that of this installation if not given')
    .option('--json', 'for programs')
    .action(async (ref: string | undefined, options: VerifyOptions) => {
      if ((ref === undefined) !== (options.all === true))
        throw new CliError('Give the reference of a case, or --all. Such as: marm verify --all');
      const { runVerify } = await import('./runVerify.js');
      const { toLine } = await import('./findings.js');
      const verified = await runVerify(servers(), proofFiles(), ref ?? null, options);
      show(options, verified, () => {
        for (const finding of verified.findings) console.log(toLine(finding));
        for (const { ref: open, from } of verified.uncovered) console.log(`${open}: no checkpoint yet from seq ${from} on.`);
        const { cases, entries, checkpoints, findings } = verified;
        console.log(
          `${cases} cases, ${entries} entries, ${checkpoints} checkpoints read: ${findings.length === 0 ? 'all hold' : 'see above'}.`,
        );
      });
      if (verified.findings.length > 0) process.exitCode = 1;
    });
}
