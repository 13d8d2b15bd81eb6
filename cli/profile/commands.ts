import type { Command } from 'commander';
import { findProfile, PROFILES } from '../../domain';
import type { ProtocolProfile } from '../../domain';
import { show } from '../asking';
import { CliError } from '../client';
import { printCheck } from './check';
import { diffText, profileDiff } from './diff';
import { profileText } from './show';
import { nameOf } from './words';

interface Json {
  readonly json?: boolean;
}

/** `marm profile`: the protocols of the localities, as data. Needs no server. */
export function addProfileCommands(program: Command): void {
  const profile = program.command('profile').description('the protocols of the localities; needs no server');
  profile
    .command('show <locality>')
    .description('a locality’s protocol in words, each value with its source')
    .option('--version <version>', 'a version other than the newest')
    .option('--json', 'for programs')
    .action((locality: string, options: Json & { version?: string }) => {
      const found = known(options.version === undefined ? locality : `${locality}@${options.version}`);
      show(options, found, () => {
        console.log(profileText(found).join('\n'));
      });
    });
  profile
    .command('check')
    .description('check every profile; exit code 1 if anything is wrong')
    .option('--json', 'for programs')
    .action((options: Json) => {
      process.exitCode = printCheck(PROFILES, options);
    });
  profile
    .command('diff <a> <b>')
    .description('what differs between two profiles, such as oxfordshire dorset, or two versions: oxfordshire@V1 oxfordshire@V2')
    .option('--json', 'for programs')
    .action((a: string, b: string, options: Json) => {
      const differences = profileDiff(known(a), known(b));
      show(options, differences, () => {
        console.log(diffText(differences, a, b).join('\n'));
      });
    });
}

/** A profile by 'locality' or 'locality@version'. @throws CliError that names those there are */
function known(name: string): ProtocolProfile {
  const [id = '', version] = name.split('@');
  const found = findProfile(id, version);
  if (!found) throw new CliError(`There is no profile ${name}. There are: ${PROFILES.map(nameOf).join(', ')}.`);
  return found;
}
