import fc from 'fast-check';
import { COMMAND_NAMES, COMMANDS, fromIso, OPENING_COMMANDS, STAGES_OF, takeStep, findProfile } from '../../domain';
import type { CaseEvent, CaseState, CommandName, Draft, Holder } from '../../domain';
import { addDays, londonDateOf } from '../../domain';

/** One try of a life: how many hours after the one before, which command, and which of its possible data. */
export interface Try {
  readonly hours: number;
  readonly command: CommandName;
  readonly pick: number;
}

export const tries = (most: number): fc.Arbitrary<readonly Try[]> =>
  fc.array(
    fc.record({
      hours: fc.integer({ min: 0, max: 400 }),
      command: fc.constantFrom(...COMMAND_NAMES.filter((name) => STAGES_OF[name] !== 'NEW')),
      pick: fc.nat(1_000),
    }),
    { maxLength: most },
  );

/** A life as lived: each accepted step with its events, and the state at the end. */
export interface Life {
  readonly state: CaseState;
  readonly steps: readonly { readonly at: number; readonly events: readonly CaseEvent[]; readonly state: CaseState }[];
  readonly accepted: readonly string[];
}

const SERVICES = ['svc-a', 'svc-b', 'svc-c'];
const holders: readonly Holder[] = [
  'COORDINATOR',
  'COORDINATOR_MANAGER',
  'TRIAGE_PARTNER',
  'CONVENER_MANAGER',
  'REFERRER',
  'LA_CONTACT',
  'BOARD_CONTACT',
].map((role) => ({ role, person: `p-${role.toLowerCase()}` }) as Holder);

/** Lives a case from its first word through some tries, then a year of silence. Everything that is refused changes nothing. */
export function live(profileId: 'oxfordshire' | 'dorset', list: readonly Try[], begin = '2026-01-05T10:00:00Z'): Life {
  const profile = findProfile(profileId)!;
  const opening = OPENING_COMMANDS[profileId === 'dorset' ? 1 : 0];
  let at = fromIso(begin)!;
  const first = takeStep(null, profile, at, {
    type: opening,
    id: 'first',
    actor: 'p-referrer',
    holders,
    data: COMMANDS[opening].example,
  });
  if ('refusal' in first) throw new Error(first.refusal.message);
  let state = first.state;
  const steps = [{ at, events: first.decided, state }];
  const accepted: string[] = [opening];
  for (const [n, one] of list.entries()) {
    at = Math.max(state.lastAt, at + one.hours * 3_600_000);
    const taken = takeStep(state, profile, at, draftOf(one, n, at, state));
    if ('refusal' in taken) continue;
    state = taken.state;
    steps.push({ at, events: [...taken.settled, ...taken.decided], state });
    accepted.push(one.command);
  }
  return { state, steps, accepted };
}

// Data that is often right: dates near now, services and actions of the case; so that lives get far.
function draftOf({ command, pick }: Try, n: number, at: number, state: CaseState): Draft {
  const today = londonDateOf(at);
  const service = SERVICES[pick % SERVICES.length] ?? 'svc-a';
  const near = addDays(today, pick % 40);
  const action = state.actions[pick % Math.max(1, state.actions.length)]?.id ?? 'none';
  const special: Readonly<Partial<Record<CommandName, object>>> = {
    scheduleMeeting: { on: near, mode: 'ONLINE', services: SERVICES.slice(0, 1 + (pick % 3)).map((one) => ({ service: one })) },
    scheduleReview: { on: near, mode: 'ONLINE', services: [{ service }] },
    postponeMeeting: { on: near, reason: 'CALENDAR' },
    inviteService: { service },
    respondInvite: { service, answer: pick % 4 === 0 ? 'NOT_KNOWN' : 'KNOWN' },
    submitContribution: { service, text: 'v' },
    completeMeeting: {
      heldOn: addDays(today, -(pick % 3)),
      attendance: [{ service, status: pick % 2 === 0 ? 'ATTENDED' : 'NO_RESPONSE', uninvited: true }],
      outcomes: [pick % 9 === 0 ? 'RECONVENE' : 'PLAN_AGREED'],
      likelihood: 1 + (pick % 5),
      impact: 1 + ((pick >> 3) % 5),
      ...(pick % 2 === 0 ? { reviewOn: addDays(today, 7 + (pick % 60)) } : {}),
    },
    addAction: { id: `a${n}`, text: 'v', service, dueOn: near, urgent: pick % 5 === 0 },
    updateProgress: { action, note: 'v' },
    completeAction: { action },
    endAction: { action, status: 'SUPERSEDED', reason: 'v' },
    extendDueDate: { action, dueOn: addDays(today, 1 + (pick % 60)), reason: 'v' },
    reassignAction: { action, service, reason: 'v' },
    acceptAction: { action },
    counterPropose: { action, text: 'v' },
    declineAction: { action, reason: 'v' },
    publishPlan: { reviewOn: addDays(today, 1 + (pick % 60)) },
    confirmPlanUnchanged: { reviewOn: addDays(today, 1 + (pick % 60)) },
    confirmReceipt: { service },
    setReviewDate: { reviewOn: addDays(today, pick % 60), reason: 'v' },
    cancelReview: { reason: 'v', reviewOn: addDays(today, pick % 60) },
    decideLapsedReview:
      pick % 2 === 0 ? { decision: 'ESCALATE', reason: 'v' } : { decision: 'HOLD', reason: 'v', reviewOn: addDays(today, 14) },
    recordHandover: { answer: (['ACKNOWLEDGED', 'NOT_ACCEPTED', 'ACCEPTED'] as const)[pick % 3] },
    decideTriage: {
      outcome: pick % 4 === 0 ? 'SAFEGUARDING_CONCERN' : 'MARM',
      rationale: 'v',
      ...(pick % 5 === 0 ? { pace: 'EXPEDITED', paceReason: 'v' } : {}),
    },
    acceptCall: pick % 4 === 0 ? { outcome: 'SAFEGUARDING_CONCERN' } : {},
    setPace: { pace: (['STANDARD', 'EXPEDITED', 'IMMEDIATE'] as const)[pick % 3], reason: 'v' },
    closeGap: { gap: state.gaps[pick % Math.max(1, state.gaps.length)]?.id ?? 'none', entry: 'v' },
    answerClosure: { service },
    objectToClosure: { service, reason: 'v', reviewOn: addDays(today, 14) },
    reopenCase: { reason: 'v', reviewOn: addDays(today, 14) },
    vacateRole: { role: pick % 2 === 0 ? 'COORDINATOR' : 'CHAIR' },
    assignRole: { role: 'COORDINATOR', person: 'p-new' },
    ...runningOf(n, pick, today, state),
  };
  return { type: command, id: `try-${n}`, actor: actorOf(pick), data: special[command] ?? COMMANDS[command].example } as unknown as Draft;
}

// What people change about the running of the clocks, and how a case ends.
function runningOf(n: number, pick: number, today: string, state: CaseState): Readonly<Partial<Record<CommandName, object>>> {
  const running = state.obligations[pick % Math.max(1, state.obligations.length)];
  const deadline = { clock: running?.clock ?? 'T-MEET', key: running?.key ?? '-' };
  const near = addDays(today, pick % 40);
  return {
    overrideTimer: {
      ...deadline,
      ...(pick % 2 === 0 ? { dueOn: near } : { workingDays: pick % 30 }),
      reason: 'v',
      approver: 'p-coordinator_manager',
    },
    pauseClocks: { reason: 'HOSPITAL', until: addDays(today, 1 + (pick % 28)), owner: 'p-coordinator' },
    resumeClocks: { reason: 'v' },
    pinCalendar: { version: `v${n}`, [pick % 2 === 0 ? 'added' : 'removed']: [{ on: near }], closed: [{ on: addDays(near, 1) }] },
    recordDeath: { note: 'v' },
    retractDeath: { reason: 'v' },
    recordDeliveryFailure: { rows: [{ seq: 1 + n, n: 0, reason: 'REFUSED', role: 'COORDINATOR', notice: 'N05' }] },
    recordOtherChannel: { rows: state.running.undelivered.slice(0, 1), channel: 'PHONE' },
    acknowledgeOverdue: { ...deadline, reason: 'v', lookAgainOn: addDays(today, 1 + (pick % 14)) },
  };
}

const actorOf = (pick: number): string => (pick % 3 === 0 ? 'p-coordinator_manager' : 'p-coordinator');
