import type { Command } from 'commander';
import { asking, show } from './asking';
import type { Options } from './asking';
import { get, post, put, remove } from './client';
import { readJson } from './files';
import { fields, table } from './print';
import type { Row } from './print';

const AUTHOR = 'p-referrer-ox';
const SUMMARY = ['id', 'status', 'profile', 'command', 'version', 'lastSavedAt'];

/** `marm draft`: referrals and calls that are not sent yet. */
export function addDraftCommands(program: Command): void {
  const draft = program.command('draft').description('referrals and calls that are not sent yet; only you see yours');
  asking(draft, 'save <file>', 'keep a referral or call, complete or not', AUTHOR)
    .option('--id <id>', 'save an existing draft again')
    .action(async (file: string, options: Options & { id?: string }) => {
      summarise(options, await save(options, file, options.id));
    });
  asking(draft, 'list', 'your drafts, newest first', AUTHOR).action(async (options: Options) => {
    const found = (await get(options, '/v1/drafts')) as { status: string; drafts: readonly Row[] };
    show(options, found, () => {
      table(found.drafts, SUMMARY);
    });
  });
  asking(draft, 'show <id>', 'a draft, and what it still lacks', AUTHOR).action(async (id: string, options: Options) => {
    const found = (await get(options, at(id))) as Row;
    show(options, found, () => {
      fields(found, SUMMARY);
      console.log(JSON.stringify(found['data'], null, 2));
      for (const { pointer, detail } of found['missing'] as readonly { pointer: string; detail: string }[])
        console.log(`Still missing: ${pointer}: ${detail}`);
    });
  });
  asking(draft, 'send <id>', 'send a draft: it becomes a case', AUTHOR)
    .option('--clock <time>', 'start a training case on its own clock, such as 2026-03-26T15:20')
    .action(async (id: string, options: Options & { clock?: string }) => {
      const answer = await post(options, `${at(id)}/send`, options.clock === undefined ? {} : { training: { clock: options.clock } });
      show(options, answer, () => {
        const { ref, receipt } = answer as { ref: string; receipt: readonly string[] };
        console.log([`Case ${ref}`, ...receipt].join('\n'));
      });
    });
  asking(draft, 'delete <id>', 'delete a draft', AUTHOR).action(async (id: string, options: Options) => {
    const answer = (await remove(options, at(id))) as Row;
    show(options, answer, () => {
      fields(answer, ['id', 'status', 'deleted']);
    });
  });
}

const at = (id: string): string => `/v1/drafts/${encodeURIComponent(id)}`;

async function save(options: Options, file: string, id: string | undefined): Promise<unknown> {
  const body = readJson(file);
  if (id === undefined) return post(options, '/v1/drafts', body);
  const { version } = (await get(options, at(id))) as { version: number };
  return put(options, at(id), body, version);
}

function summarise(options: Options, saved: unknown): void {
  show(options, saved, () => {
    fields(saved as Row, SUMMARY);
  });
}
