import type { Command } from 'commander';
import { asking, show } from '../asking';
import type { Options } from '../asking';
import { download, get } from '../client';
import { writeOwn } from '../files';
import { fields, local, table } from '../print';
import type { Row } from '../print';

type Taken = Options & {
  readonly format: string;
  readonly purpose: string;
  readonly out?: string;
  readonly for?: string;
  readonly organisation?: string;
  readonly ground?: string;
  readonly thirdParty?: boolean;
};

const rowsOf = (value: unknown, name: string): readonly Row[] => (value as Readonly<Record<string, readonly Row[]>>)[name] ?? [];

/** What is read from the record of a case: `marm disclosures`, `marm export`, `marm decisions`, `marm decision`, `marm history`. */
export function addRecordCommands(program: Command): void {
  asking(program, 'disclosures <ref>', 'who outside the host was shown or sent personal data, and on what ground').action(
    async (ref: string, options: Options) => {
      const found = await get(options, `/v1/cases/${ref}/disclosures`);
      show(options, found, () => {
        table(rowsOf(found, 'disclosures').map(disclosed), ['at', 'kind', 'to', 'ground', 'seq', 'by', 'retractedSince', 'correctedSince']);
      });
    },
  );
  asking(program, 'export <ref>', 'take out the whole record of a case; it is noted first')
    .option('--format <format>', 'json or pdf', 'json')
    .option('--purpose <code>', 'what for, such as SUBJECT_ACCESS or AUDIT', 'AUDIT')
    .option('--out <file>', 'where to write it; MARM-REF.json or .pdf if left out')
    .option('--for <body>', 'for whom, such as COURT or ORGANISATION')
    .option('--organisation <id>', 'which organisation, for ORGANISATION')
    .option('--ground <code>', 'on which ground it is shared, such as COURT_ORDER')
    .option('--third-party', 'include what is about family, carers and others')
    .action(takeOut);
  asking(program, 'decisions <ref>', 'every decision on record').action(async (ref: string, options: Options) => {
    const found = await get(options, `/v1/cases/${ref}/decisions`);
    show(options, found, () => {
      table(rowsOf(found, 'decisions'), ['seq', 'at', 'what', 'by', 'rule']);
    });
  });
  asking(program, 'decision <ref> <seq>', 'one decision: who, why, what was known then, what followed')
    .option('--out <file>', 'write it as an accessible PDF instead')
    .action(decision);
  asking(program, 'history <ref> <clock> [key]', 'how a date moved over time, by whom and why').action(
    async (ref: string, clock: string, key: string | undefined, options: Options) => {
      const found = (await get(
        options,
        `/v1/cases/${ref}/clocks/${encodeURIComponent(clock)}/${encodeURIComponent(key ?? '-')}/sheet`,
      )) as Row;
      show(options, found, () => {
        console.log((found['explanation'] as { text: string }).text);
        table(rowsOf(found, 'moves').map(because), ['at', 'by', 'what', 'from', 'dueOn', 'detail', 'why']);
      });
    },
  );
}

async function takeOut(ref: string, options: Taken): Promise<void> {
  const { format, purpose, organisation, ground } = options;
  const recipient =
    options.for === undefined ? {} : { recipient: { body: options.for, ...(organisation === undefined ? {} : { organisation }) } };
  const body = {
    ...{ format, purpose, ...recipient, includeThirdParty: options.thirdParty === true },
    ...(ground === undefined ? {} : { ground }),
  };
  const bytes = await download(options, `/v1/cases/${ref}/exports`, { body });
  const file = options.out ?? `MARM-${ref}.${format}`;
  writeOwn(file, bytes);
  show(options, { file, bytes: bytes.length }, () => {
    console.log(`Written to ${file}. It is confidential; that it was taken out is on record.`);
  });
}

async function decision(ref: string, seq: string, options: Options & { readonly out?: string }): Promise<void> {
  const path = `/v1/cases/${ref}/decisions/${encodeURIComponent(seq)}`;
  if (options.out !== undefined) {
    writeOwn(options.out, await download(options, path, { accept: 'application/pdf' }));
    console.log(`Written to ${options.out}.`);
    return;
  }
  const found = (await get(options, path)) as Row;
  show(options, found, () => {
    const one = found['decision'] as Row;
    fields(one, ['seq', 'what', 'at', 'by', 'rule']);
    for (const name of ['answer', 'why', 'dissent', 'takingPart'])
      for (const { field, value } of one[name] as readonly { field: string; value: unknown }[])
        console.log(`${name} · ${field}: ${local(value)}`);
    const known = found['known'] as Row | null;
    if (known) fields(known, ['asOf', 'stage', 'flags']);
    table(rowsOf(found, 'followed'), ['seq', 'at', 'by', 'command', 'facts']);
  });
}

const disclosed = (row: Row): Row => {
  const to = row['recipient'] as Readonly<Record<string, string | null>>;
  return { ...row, to: [to['person'], to['service'], to['organisation'], to['body']].filter((one) => one !== null && one !== undefined) };
};
const because = (row: Row): Row => ({ ...row, why: (row['why'] as readonly { value: unknown }[]).map(({ value }) => value) });
