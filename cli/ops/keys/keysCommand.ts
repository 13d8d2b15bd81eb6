import type { Command } from 'commander';
import type { KeyRotation, KeyStanding } from '../../../persistence';
import { servers, vaultKeyFile } from '../../addresses';
import { show } from '../../asking';
import { fields, table } from '../../print';

interface Asked {
  readonly now?: boolean;
  readonly json?: boolean;
}

/** `marm ops keys`: the versions of the key-encryption key, and how to make a new one. */
export function addKeyCommands(ops: Command): void {
  const keys = ops.command('keys').description('the key-encryption keys of the vault');
  withAsking(keys.command('status').description('which versions there are, and how many data keys each wraps')).action((asked: Asked) =>
    withRotation(async (rotation) => {
      printStanding(asked, await rotation.standing());
    }),
  );
  withAsking(keys.command('prepare').description('add the next version without using it, to bring the key file to every machine first'))
    .option('--now', 'do it')
    .action((asked: Asked) => withRotation((rotation) => prepare(rotation, asked)));
  withAsking(keys.command('rotate').description('make a new version and wrap every data key with it; case content is not rewritten'))
    .option('--now', 'do it')
    .action((asked: Asked) => withRotation((rotation) => rotate(rotation, asked)));
  withAsking(keys.command('retire').description('take out older versions that wrap nothing any longer'))
    .option('--now', 'do it')
    .action((asked: Asked) => withRotation((rotation) => retire(rotation, asked)));
}

const withAsking = (command: Command): Command => command.option('--json', 'for programs');

async function prepare(rotation: KeyRotation, asked: Asked): Promise<void> {
  const prepared = asked.now === true ? await rotation.prepare() : (await rotation.standing()).prepared;
  show(asked, { prepared }, () => {
    console.log(
      prepared === null
        ? 'Nothing is prepared: add --now to add the next version.'
        : `Prepared: ${prepared}. Bring the key file to every machine, then rotate.`,
    );
  });
}

async function rotate(rotation: KeyRotation, asked: Asked): Promise<void> {
  if (asked.now !== true) {
    const standing = await rotation.standing();
    printStanding(asked, standing);
    if (asked.json !== true)
      console.log(
        standing.unfinished
          ? 'Older versions still wrap something: add --now to bring the rotation to its end.'
          : 'Nothing is changed: add --now to make a new version and wrap every data key with it.',
      );
    return;
  }
  const done = await rotation.rotate(Date.now());
  show(asked, done, () => {
    fields({ ...done, unreadable: done.unreadable.length }, ['current', 'rewrapped', 'unreadable']);
    if (done.unreadable.length > 0)
      console.log(`These keys open with no version and were left as they are:\n${done.unreadable.join('\n')}`);
    console.log('Put the key file into your key store now; older backups of the key database need its older versions.');
  });
  if (done.unreadable.length > 0) process.exitCode = 1;
}

async function retire(rotation: KeyRotation, { now = false, json }: Asked): Promise<void> {
  const { versions, wait } = await rotation.retire({ at: Date.now(), now });
  show({ ...(json === undefined ? {} : { json }) }, { versions, wait, done: now && wait === null }, () => {
    if (versions.length === 0) console.log('No older version is without use.');
    else if (wait !== null) console.log(wait);
    else console.log(now ? `Taken out: ${versions.join(', ')}` : `Nothing is changed: add --now to take out ${versions.join(', ')}`);
  });
}

function printStanding(asked: Asked, standing: KeyStanding): void {
  const { current, prepared, wraps } = standing;
  show(asked, standing, () => {
    table(
      Object.entries(wraps).map(([version, dataKeys]) => ({
        version,
        state: version === current ? 'current' : version === prepared ? 'prepared' : '',
        dataKeys,
      })),
      ['version', 'state', 'dataKeys'],
    );
  });
}

// Storage is loaded when it is asked for.
const withRotation = async (work: (rotation: KeyRotation) => Promise<void>): Promise<void> =>
  (await import('./keyRotation.js')).withKeyRotation(servers(), vaultKeyFile(), work);
