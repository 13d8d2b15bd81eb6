import { findProfile } from '../../domain';
import type { ProtocolProfile, Sourced, TimerPolicy } from '../../domain';

const ours = <const T>(value: T): Sourced<T> => ({ value, source: 'S', cite: 'Northmarsh protocol (invented for tests)' });
const shared = findProfile('dorset')!.timers;

/** The shared timer of an action with one figure of its own: managers hear of it two working days earlier. */
const actionTimer: TimerPolicy = {
  ...shared['T-ACTION']!,
  ladders: {
    ...shared['T-ACTION']!.ladders,
    '-': [
      { at: '-2WD', notice: 'N09', variant: 'due-soon', to: ['LEAD_WORKER'] },
      { at: 'due', notice: 'N09', variant: 'due', to: ['LEAD_WORKER'] },
      { at: '+1WD', notice: 'N09', variant: 'overdue', to: ['LEAD_WORKER', 'RESPONSIBLE_MANAGER'] },
      { at: '+5WD', notice: 'N09', variant: 'stalled', to: ['COORDINATOR', 'RESPONSIBLE_MANAGER'], flag: 'ACTION_STALLED' },
      { at: '+10WD', notice: 'N09', variant: 'challenge-drafted', to: ['COORDINATOR'] },
    ],
  },
};

const triageStep = (at: 'due' | '+1WD', variant: string, to: 'COORDINATOR' | 'TRIAGE_PARTNER') =>
  ({ at, notice: 'N03', variant, to: [to] }) as const;
const triageTimer: TimerPolicy = {
  due: { '-': ours({ workingDays: 3 }), concurrence: ours({ workingDays: 2 }) },
  ladders: {
    '-': [triageStep('due', 'triage-due', 'TRIAGE_PARTNER'), triageStep('+1WD', 'triage-overdue', 'COORDINATOR')],
    'concurrence-COORDINATOR': [triageStep('due', 'concurrence-due', 'COORDINATOR')],
    'concurrence-TRIAGE_PARTNER': [triageStep('due', 'concurrence-due', 'TRIAGE_PARTNER')],
  },
  repeatEveryWorkingDays: ours(5),
};

/**
 * A third locality, which does not exist. Neither of the others' ways: any agency calls the meeting, yet the call is triaged; nobody rings
 * the caller afterwards; three weeks to the meeting; a day off of its own. Nothing but data: no code knows its name.
 */
export const NORTHMARSH: ProtocolProfile = {
  id: 'northmarsh',
  version: '2026+1',
  basis: ours('Northmarsh Multi-Agency Protocol 2026 (invented for tests)'),
  localClosureDays: ['2026-04-02'],
  intake: ours('CALL'),
  convenor: ours('ANY_AGENCY'),
  triage: ours({ enabled: true, deciders: ['COORDINATOR', 'TRIAGE_PARTNER'] }),
  referrerContactRequired: ours(false),
  thirdPartyAbuse: ours('ALLOWED'),
  minimumAge: ours(18),
  reasonCodes: ours({ SELF_NEGLECT: 'Self-neglect', FLOOD: 'Living where the water rises' }),
  requiredRoles: ours(['COORDINATOR']),
  chairDefaultsTo: ours('TRIAGE_PARTNER'),
  noteTakerDefaultsTo: ours(null),
  newCaseNotice: ours(['TRIAGE_PARTNER']),
  convenerIsCoordinator: ours(true),
  reviewCapDays: ours({ CRITICAL: 7, HIGH: 21, MODERATE: 42, LOW: 84 }),
  escalationPrompts: ours(['UNMITIGATED_SERIOUS_HARM']),
  escalationConsentGate: ours(true),
  laClock: ours('INTERNAL'),
  outOfHoursLine: ours('Out of hours, ring the lighthouse.'),
  challengeStage4Holder: ours('BOARD_CHAIR'),
  timers: {
    ...shared,
    'T-TRIAGE': triageTimer,
    'T-MEET': { ...shared['T-MEET']!, due: { ...shared['T-MEET']!.due, STANDARD: ours({ calendarDays: 21 }) } },
    'T-ACTION': actionTimer,
  },
};
