import type { Command } from 'commander';
import { servers } from '../addresses';
import { asking, show } from '../asking';
import type { Options } from '../asking';
import { CliError, get, post } from '../client';
import { readJson } from '../files';
import { fields, table } from '../print';
import type { Row } from '../print';

const CLIENT = ['id', 'active', 'organisation', 'service', 'scopes', 'actsFor'];
const EXCLUSION = ['id', 'person', 'service', 'name', 'reason', 'by', 'at', 'ended'];

/** `marm access`, `marm exclude`, `marm break-glass`: who looks at a case, who must not, and a look without a role. */
export function addAccessCommands(program: Command): void {
  asking(program, 'access <ref>', 'who looked at a case, newest first; for its coordinator and information-governance lead')
    .option('--limit <n>', 'how many rows, at most 100', '50')
    .action(async (ref: string, options: Options & { limit: string }) => {
      const found = (await get(options, `${at(ref)}/access-log?limit=${encodeURIComponent(options.limit)}`)) as Log;
      show(options, found, () => {
        table(found.rows, ['at', 'kind', 'person', 'name', 'client', 'service', 'route', 'sight', 'through', 'status']);
        if (found.breakGlass.length > 0) table(found.breakGlass, ['person', 'name', 'reason', 'from', 'until']);
      });
    });
  asking(program, 'exclude <ref>', 'exclude a person or a service from a case, end that, or list who is excluded')
    .option('--person <id>', 'who must not see the case')
    .option('--service <id>', 'whose people must not see the case')
    .option('--reason <text>', 'why')
    .option('--end <id>', 'end this exclusion')
    .action(async (ref: string, options: Options & Exclude) => {
      const answer = await excludeOrList(ref, options);
      show(options, answer, () => {
        table('exclusions' in answer ? (answer['exclusions'] as readonly Row[]) : [answer], EXCLUSION);
      });
    });
  asking(program, 'break-glass <ref>', 'look at a case without a role on it; its coordinator is told at once', 'p-police-lead')
    .requiredOption('--reason <text>', 'why you must see it now')
    .option('--hours <n>', 'for how long, at most 8', '1')
    .action(async (ref: string, options: Options & { reason: string; hours: string }) => {
      const answer = (await post(options, `${at(ref)}/break-glass`, { reason: options.reason, hours: Number(options.hours) })) as Row;
      show(options, answer, () => {
        fields(answer, ['ref', 'until']);
      });
    });
}

/** `marm client`: partner systems. Works on the servers, not through the API. */
export function addClientCommands(program: Command): void {
  const client = program.command('client').description('partner systems that may refer; for operations, works on the servers');
  client
    .command('list')
    .description('the systems that are registered')
    .option('--json', 'for programs')
    .action(async (options: Pick<Options, 'json'>) => {
      const { listClients } = await import('./clients.js');
      const found = await listClients(servers().mongo);
      show(options, found, () => {
        table(found as unknown as readonly Row[], CLIENT);
      });
    });
  client
    .command('save <file>')
    .description('register a system, or replace its registration; examples/client.json shows the form')
    .option('--json', 'for programs')
    .action(async (file: string, options: Pick<Options, 'json'>) => {
      const { saveClient } = await import('./clients.js');
      const saved = await saveClient(servers().mongo, readJson(file));
      show(options, saved, () => {
        table([saved as unknown as Row], CLIENT);
      });
    });
}

interface Log {
  readonly rows: readonly Row[];
  readonly breakGlass: readonly Row[];
}

interface Exclude {
  readonly person?: string;
  readonly service?: string;
  readonly reason?: string;
  readonly end?: string;
}

async function excludeOrList(ref: string, options: Options & Exclude): Promise<Row> {
  const { person, service, reason, end } = options;
  if (end !== undefined) return (await post(options, `${at(ref)}/exclusions/${encodeURIComponent(end)}/end`, {})) as Row;
  if (person === undefined && service === undefined) return (await get(options, `${at(ref)}/exclusions`)) as Row;
  if (reason === undefined) throw new CliError('--reason: say why, such as --reason "A relative of the person."');
  return (await post(options, `${at(ref)}/exclusions`, {
    ...(person === undefined ? {} : { person }),
    ...(service === undefined ? {} : { service }),
    reason,
  })) as Row;
}

const at = (ref: string): string => `/v1/cases/${encodeURIComponent(ref)}`;
