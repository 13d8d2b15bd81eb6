import { Option } from 'commander';
import type { Command } from 'commander';
import { RETENTION_DECISIONS, RETENTION_REASONS } from '../../../domain';
import { servers } from '../../addresses';
import { show } from '../../asking';

interface DisposeOptions {
  readonly reviewedBy: string;
  readonly decision: (typeof RETENTION_DECISIONS)[number];
  readonly reason: (typeof RETENTION_REASONS)[number];
  readonly until?: string;
  readonly json?: boolean;
}

/** Adds `marm ops dispose`: the reviewed decision on the record of an ended case. */
export function addDisposeCommand(ops: Command): void {
  ops
    .command('dispose <ref>')
    .description('record the reviewed decision on the record of an ended case: keep it, or dispose of it')
    .requiredOption('--reviewed-by <person>', 'who has reviewed it and decides, by directory id')
    .addOption(new Option('--decision <code>', 'what is decided').choices(RETENTION_DECISIONS).makeOptionMandatory())
    .addOption(new Option('--reason <code>', 'why').choices(RETENTION_REASONS).makeOptionMandatory())
    .option('--until <date>', 'for KEEP: until when, such as 2036-03-31')
    .option('--json', 'for programs')
    .action(async (ref: string, { reviewedBy, decision, reason, until, json }: DisposeOptions) => {
      const { decideOnRecord } = await import('./dispose.js');
      const data = { decision, because: reason, ...(until === undefined ? {} : { until }) };
      const seq = await decideOnRecord(servers(), { ref, reviewedBy, data });
      show({ json: json === true }, { ref, seq, decision }, () => {
        console.log(`Decided in entry ${seq} of ${ref}: ${decision}${until === undefined ? '' : ` until ${until}`}.`);
      });
    });
}
