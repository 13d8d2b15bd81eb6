import { simulate } from '../../domain';
import type { CaseState, Entry, Script, ScriptStep } from '../../domain';
import { CONTACTED, REFERRAL, step, TRIAGED } from './story';

/** The two sides of the challenges in tests, and who raises them for housing. */
export const TRUST = 'svc-mental-health';
export const HOUSING = 'svc-housing';
export const RAISER = 'simulated-lead-svc-housing';
export const COORDINATOR = 'simulated-coordinator';

/** A case in Oxfordshire with its plan, in August 2026, with both services. */
export const withPlan: readonly ScriptStep[] = [
  step('2026-08-03T10:00', 'submitReferral', REFERRAL),
  step('2026-08-04T10:00', 'decideTriage', TRIAGED),
  step('2026-08-04T11:00', 'recordReferrerContact', CONTACTED),
  step('2026-08-12T12:00', 'completeMeeting', {
    heldOn: '2026-08-12',
    attendance: [
      { service: HOUSING, status: 'ATTENDED' },
      { service: TRUST, status: 'ATTENDED' },
    ],
    outcomes: ['PLAN_AGREED'],
    likelihood: 3,
    impact: 3,
    reviewOn: '2026-09-23',
  }),
  step('2026-08-13T10:00', 'publishPlan', {}),
];

/** Housing challenges the trust on 25 August 2026, a Tuesday. */
export const raised = (at = '2026-08-25T10:00', more: Partial<ScriptStep> = {}): ScriptStep =>
  step(at, 'raiseChallenge', { id: 'c1', service: TRUST, text: 'synthetic' }, { actor: RAISER, ...more });

/** A command on that challenge, by its raiser unless another person is named. */
export const onChallenge = (at: string, command: string, data: ScriptStep['data'] = {}, actor = RAISER): ScriptStep =>
  step(at, command, { challenge: 'c1', ...data }, { actor });

interface Lived {
  readonly entries: readonly Entry[];
  readonly state: CaseState;
}

/** Lives a script that must be sound, up to the end of a London day, and gives its lines and its last state. */
export function lived(steps: readonly ScriptStep[], until: string, more: Partial<Script> = {}): Lived {
  const result = simulate({ profile: 'oxfordshire', until, steps, ...more });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  if (!result.state) throw new Error('no case was opened');
  return { entries: result.entries, state: result.state };
}
