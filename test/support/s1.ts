import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forwardTo, open } from './api';
import type { Answer, Caller, Receipt } from './api';

const example = (file: string): object => JSON.parse(readFileSync(join(__dirname, '..', '..', 'examples', file), 'utf8')) as object;

/** The example referral of S1 on its training clock. */
export const s1Referral = (): object => ({ ...example('referrals/s1-hoarding.json'), training: { clock: '2026-03-26T15:20' } });

/** An example command, as a person would send it from its file. */
export const exampleBody = (command: string): object => example(`commands/${command}.json`);

/** S1 opened: Thursday 26 March 2026, 15:20. */
export const openS1 = (referrer: Caller): Promise<string> => open(referrer, s1Referral());

/** What S1 does and when, up to the published plan: each at its minute on the training clock. */
const STEPS: readonly (readonly [at: string, command: string])[] = [
  ['2026-03-30T11:00', 'decide-triage'],
  ['2026-03-31T14:00', 'schedule-meeting'],
  ['2026-04-01T10:00', 'record-referrer-contact'],
  ['2026-04-08T12:00', 'complete-meeting'],
  ['2026-04-14T15:10', 'publish-plan'],
];

/** Lives S1 through from its opening to the published plan; gives the answer to each command by its name. */
export async function liveS1(coordinator: Caller, ref: string): Promise<ReadonlyMap<string, Answer<Receipt>>> {
  const answers = new Map<string, Answer<Receipt>>();
  for (const [at, command] of STEPS) {
    await forwardTo(coordinator, ref, at);
    answers.set(command, await coordinator.post(`/v1/cases/${ref}/commands/${command}`, exampleBody(command)));
  }
  return answers;
}
