import type { Command } from 'commander';
import pc from 'picocolors';
import { addresses } from '../addresses';
import { table } from '../print';
import { happeningsOf } from './happenings';
import type { Happening } from './happenings';
import { londonMinute, playStory } from './playStory';
import { findStory, stories } from './stories';

const SIGNS = { command: '>', mail: '@', flag: '!' } as const;

/** `marm story [id]`: watch a whole case pass through the running engine in a minute. */
export function addStoryCommand(program: Command): void {
  program
    .command('story [id]')
    .description('play a scenario on the running engine, on a training clock, and print what happened')
    .option('--list', 'list the stories')
    .option('--api <url>', 'address of the API')
    .option('--json', 'for programs: the reference and every line')
    .action(async (id: string | undefined, options: { list?: boolean; api?: string; json?: boolean }) => {
      if (id === undefined || options.list === true) list(options.json === true);
      else await play(id, options);
    });
}

function list(json: boolean): void {
  if (json) console.log(JSON.stringify({ stories: stories() }));
  else
    table(
      stories().map(({ id, title }) => ({ id, title })),
      ['id', 'title'],
    );
}

async function play(id: string, { api, json }: { api?: string; json?: boolean }): Promise<void> {
  const story = findStory(id);
  const begun = Date.now();
  let shown: readonly Happening[] = [];
  if (json !== true) console.log(pc.bold(`${story.id}: ${story.title}`));
  const ref = await playStory(story.steps, {
    ...(api === undefined ? {} : { api }),
    progress: async (known, as) => {
      const all = await happeningsOf({ as, ...(api === undefined ? {} : { api }) }, known);
      const fresh = all.filter((one) => !shown.some((other) => isSame(one, other)));
      if (json !== true) for (const one of fresh) console.log(line(one));
      shown = all;
    },
  });
  if (json === true) {
    console.log(JSON.stringify({ ref, happenings: shown }));
    return;
  }
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`\nCase ${ref}: ${count(shown, 'command')} commands, ${count(shown, 'mail')} mails, ${seconds} s.`);
  console.log(`It stays in the Temporal UI: ${addresses().temporalUi}/namespaces/marm/workflows/marm-case:${ref}`);
}

const isSame = (a: Happening, b: Happening): boolean => a.at === b.at && a.kind === b.kind && a.what === b.what && a.who === b.who;
const count = (all: readonly Happening[], kind: Happening['kind']): number => all.filter((one) => one.kind === kind).length;

const line = ({ at, kind, what, who, detail }: Happening): string =>
  `${pc.dim(londonMinute(at))} ${SIGNS[kind]} ${kind === 'command' ? pc.bold(what) : what}${who === '' ? '' : ` ${pc.dim(who)}`} ${pc.dim(detail)}`.trimEnd();
