import { fromIso, kebabOf, londonDateOf, londonTimeOf, readInstant } from '../../domain';
import type { Script, ScriptStep } from '../../domain';
import { setTimeout as pause } from 'node:timers/promises';
import { CliError, get, post } from '../client';

const ENDED = ['CLOSED', 'NOT_PROCEEDED', 'MERGED'];
/** Who sends the first word in each locality, by directory id, unless the script names somebody. */
const FIRST: Readonly<Record<string, string>> = { oxfordshire: 'p-referrer-ox', dorset: 'p-keycontact-do' };

/** What a story is played on. */
export interface Stage {
  readonly api?: string;
  /** Told after the case is open, after each command, and at the end. */
  readonly progress: (ref: string, as: string) => Promise<void>;
}

interface Shown {
  readonly stage: string;
  readonly trainingClock: string;
  readonly holders: Readonly<Record<string, string>>;
}

/**
 * Plays a script on the running engine: a training case on its own clock, each command given by the person who would, through the API.
 * Gives the reference. @throws CliError when a step is refused or the engine does not answer
 */
export async function playStory(script: Script, stage: Stage): Promise<string> {
  const first = script.steps[0];
  const opener = first?.actor ?? FIRST[script.profile] ?? 'p-referrer-ox';
  const ref = await open(script, first, opener, stage);
  let as = opener;
  await stage.progress(ref, as);
  for (const step of script.steps.slice(1)) {
    as = await forward(ref, as, step.at, stage);
    const target = { as: step.actor ?? as, ...api(stage) };
    await post(target, `/v1/cases/${ref}/commands/${kebabOf(step.command)}`, { data: step.data, ...occurred(step) });
    await stage.progress(ref, as);
  }
  await forward(ref, as, `${script.until}T23:59`, stage);
  await untilDelivered(ref, as, stage);
  await stage.progress(ref, as);
  return ref;
}

const DELIVERED_WITHIN_MS = 20_000;

// A command is answered when it is recorded; its mails may still be on their way. @throws CliError when they do not get through
async function untilDelivered(ref: string, as: string, stage: Stage): Promise<void> {
  for (const until = Date.now() + DELIVERED_WITHIN_MS; Date.now() < until;) {
    const { notices } = (await get({ as, ...api(stage) }, `/v1/cases/${ref}/notices`)) as { notices: readonly { outcome: string }[] };
    if (!notices.some(({ outcome }) => outcome === 'pending' || outcome === 'sending')) return;
    await pause(200);
  }
  throw new CliError('Some mails did not get through within 20 seconds. See: marm notices');
}

async function open(script: Script, first: ScriptStep | undefined, as: string, stage: Stage): Promise<string> {
  if (!first) throw new Error('a story needs a first step');
  const body = { profile: script.profile, command: first.command, data: first.data, ...occurred(first), training: { clock: first.at } };
  const { ref } = (await post({ as, ...api(stage) }, '/v1/cases', body)) as { ref: string };
  return ref;
}

// Lives the case through to an instant, unless it stands there already or has ended; gives who coordinates it then.
async function forward(ref: string, as: string, to: string, stage: Stage): Promise<string> {
  const before = await look(ref, as, stage);
  const actor = before.holders['COORDINATOR'] ?? as;
  if (ENDED.includes(before.stage) || (readInstant(to) ?? 0) <= (fromIso(before.trainingClock) ?? 0)) return actor;
  await post({ as: actor, ...api(stage) }, `/v1/cases/${ref}/forward`, { to });
  return actor;
}

const look = async (ref: string, as: string, stage: Stage): Promise<Shown> =>
  (await get({ as, ...api(stage) }, `/v1/cases/${ref}`)) as Shown;

const api = ({ api: address }: Stage): { api?: string } => (address === undefined ? {} : { api: address });
const occurred = ({ occurredOn }: ScriptStep): { occurredOn?: string } => (occurredOn === undefined ? {} : { occurredOn });

/** 'Tue 31 Mar 09:00' would hide the year: the whole London date and time of an instant. */
export const londonMinute = (at: string): string => {
  const instant = Date.parse(at);
  return `${londonDateOf(instant)} ${londonTimeOf(instant)}`;
};
