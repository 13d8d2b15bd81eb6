import { COMMANDS } from '../../../../domain';
import type { CommandName, Draft } from '../../../../domain';
import { challengesData } from './challenges';
import { correctionsData } from './corrections';
import type { Data, Given } from './given';
import { intakeData } from './intake';
import { meetingsData } from './meetings';
import { personData } from './person';
import { planData } from './plan';
import { riskData } from './risk';
import { rolesData } from './roles';
import { runningData } from './running';

const FAMILIES: readonly ((given: Given) => Data)[] = [
  meetingsData,
  planData,
  riskData,
  intakeData,
  personData,
  challengesData,
  rolesData,
  correctionsData,
  runningData,
];

/** A command with data that fit the case often. */
export function draftOf(command: CommandName, given: Given): Draft {
  const data = FAMILIES.map((family) => family(given)[command]).find((one) => one !== undefined);
  return {
    type: command,
    id: `try-${given.n}`,
    actor: actorOf(command, given),
    data: data ?? COMMANDS[command].example,
  } as unknown as Draft;
}

function actorOf(command: CommandName, { pick, state }: Given): string {
  const proposed = command === 'acceptRole' ? state.involvement.proposals[0]?.person : undefined;
  return proposed ?? (pick % 3 === 0 ? 'p-coordinator_manager' : 'p-coordinator');
}
