import { CASE_ROLES, findProfile, NEW_CASE, readInstant, takeStep } from '../../domain';
import type { CaseState, Draft, Holder } from '../../domain';
import type { RecordedStep } from '../../domain/record';
import { holder } from './roleCase';
import { script } from './scripts';

type Raw = Omit<RecordedStep, 'seq'>;

/** The record of a script of the examples, as its case would have it: every command and every deadline in between, texts as they are. */
export function recordOf(name: string, until = '9999'): readonly RecordedStep[] {
  const read = script(name);
  const profile = findProfile(read.profile)!;
  const raw: Raw[] = [];
  let state: CaseState = NEW_CASE;
  for (const [n, step] of read.steps.filter((one) => one.at.slice(0, 10) <= until).entries()) {
    const at = readInstant(step.at) ?? 0;
    const actor = step.actor ?? holder('COORDINATOR');
    const draft = {
      type: step.command,
      id: `step-${n}`,
      actor,
      data: step.data,
      holders: n === 0 ? everybody(servicesIn(read.steps)) : [],
    };
    const taken = takeStep(n === 0 ? null : state, profile, at, draft as unknown as Draft);
    if ('refusal' in taken) throw new Error(`${step.command}: ${taken.refusal.code}`);
    state = taken.state;
    raw.push({ at, actor, command: step.command, events: [...taken.settled, ...taken.decided] });
  }
  return raw.map((one, n) => ({ ...one, seq: n + 1 }));
}

const servicesIn = (steps: unknown): readonly string[] => [
  ...new Set([...JSON.stringify(steps).matchAll(/"service":"([a-z-]+)"/g)].map(([, service = '']) => service)),
];
const everybody = (services: readonly string[]): readonly Holder[] => [
  ...CASE_ROLES.map((role) => ({ role, person: holder(role) })),
  ...services.map((service) => ({ role: 'LEAD_WORKER' as const, service, person: `p-lead-${service}` })),
];
