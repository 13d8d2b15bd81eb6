import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { ERASURE_REASONS } from '../../../domain';
import type { ErasureReason } from '../../../domain';
import type { ErasureCertificate, Traces } from '../../../persistence';
import { servers, stateDir } from '../../addresses';
import { show } from '../../asking';
import { fields, table } from '../../print';
import type { Asked } from './eraseCase';

interface EraseOptions {
  readonly by: string;
  readonly authorisedBy: string;
  readonly reason: ErasureReason;
  readonly thirdParty?: boolean;
  readonly certificates: string;
  readonly now?: boolean;
  readonly json?: boolean;
}

/** `marm ops erase` and `marm ops erasures`: erasure by destruction of keys, and its repetition after a restore. */
export function addEraseCommands(ops: Command): void {
  ops
    .command('erase <ref>')
    .description('destroy the keys of an ended case: its content can never be read again')
    .requiredOption('--by <person>', 'who does it, by directory id')
    .requiredOption('--authorised-by <person>', 'records manager or information-governance lead who authorises it')
    .addOption(new Option('--reason <code>', 'why').choices([...ERASURE_REASONS]).makeOptionMandatory())
    .option('--third-party', 'only what tells about somebody other than the person')
    .option('--certificates <folder>', 'where the certificate goes', certificatesFolder())
    .option('--now', 'do it; it cannot be undone')
    .option('--json', 'for programs')
    .action(erase);
  ops
    .command('erasures')
    .description('after a restore: destroy again what was erased and has come back')
    .command('reapply')
    .option('--certificates <folder>', 'certificates of erasures that the backup may have lost', certificatesFolder())
    .option('--now', 'do it')
    .option('--json', 'for programs')
    .action(reapply);
}

// Storage and Temporal are loaded when they are asked for.
const erasing = () => import('./eraseCase.js');

const certificatesFolder = (): string => join(stateDir(), 'erasures');

async function erase(ref: string, options: EraseOptions): Promise<void> {
  const { by, authorisedBy, reason, json } = options;
  const asked: Asked = { ref, part: options.thirdParty === true ? 'THIRD_PARTY' : 'ALL', reason, by, authorisedBy };
  if (options.now !== true) {
    const traces = await (await erasing()).previewErasure(servers(), asked);
    show({ json: json === true }, { asked, done: false, ...countsOf(traces) }, () => {
      fields({ ...asked, ...countsOf(traces) }, ['ref', 'part', 'reason', 'keys', 'entries', 'blindIndexRows', 'drafts']);
      console.log('Nothing is erased: add --now to destroy the keys. It cannot be undone.');
    });
    return;
  }
  const certificate = await (await erasing()).eraseCase(servers(), asked, Date.now());
  const file = keep(certificate, options.certificates);
  show({ json: json === true }, certificate, () => {
    fields({ ...certificate, ...countsOf(certificate), file }, ['ref', 'part', 'reason', 'at', 'keys', 'entries', 'digest', 'file']);
    console.log('Keep the certificate outside the backups of the database: after a restore it says what to erase again.');
  });
}

const countsOf = ({ keys, entries, blindIndexRows, drafts }: Traces) => ({ keys: keys.length, entries, blindIndexRows, drafts });

function keep(certificate: ErasureCertificate, folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${certificate.ref}-${certificate.part.toLowerCase()}.json`);
  writeFileSync(file, `${JSON.stringify(certificate, null, 2)}\n`, { mode: 0o600 });
  return file;
}

async function reapply({
  certificates,
  now = false,
  json = false,
}: {
  certificates: string;
  now?: boolean;
  json?: boolean;
}): Promise<void> {
  const found = await (await erasing()).reapplyErasures(servers(), { now, known: readCertificates(certificates) });
  const rows = found.map((one) => ({ ref: one.ref, part: one.part, ...countsOf(one) }));
  show({ json }, { found: rows, done: now }, () => {
    if (rows.length === 0) console.log('Nothing that was erased has come back.');
    else {
      table(rows, ['ref', 'part', 'keys', 'entries', 'blindIndexRows', 'drafts']);
      console.log(now ? 'All of this has been destroyed again.' : 'Nothing is changed: add --now to destroy it again.');
    }
  });
}

const readCertificates = (folder: string): readonly ErasureCertificate[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as ErasureCertificate)
    : [];
