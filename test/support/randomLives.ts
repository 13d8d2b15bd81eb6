import fc from 'fast-check';
import { COMMAND_NAMES, COMMANDS, findProfile, fromIso, OPENING_COMMANDS, STAGES, STAGES_OF, takeStep } from '../../domain';
import type { CaseEvent, CaseState, CommandName, Draft, Holder } from '../../domain';
import { addDays, correctableFields, londonDateOf } from '../../domain';
import { personData } from './randomPerson';

/** One try of a life: how many hours after the one before, which of the commands of the stage, and which of its possible data. */
export interface Try {
  readonly hours: number;
  readonly choice: number;
  readonly pick: number;
}

export const tries = (most: number): fc.Arbitrary<readonly Try[]> =>
  fc.array(fc.record({ hours: fc.integer({ min: 0, max: 400 }), choice: fc.nat(1_000), pick: fc.nat(1_000) }), {
    maxLength: most,
    size: 'max',
  });

// What leads on comes more often, so that many lives get as far as reviews and closures.
const OFTEN: Readonly<Partial<Record<CommandName, number>>> = {
  decideTriage: 4,
  recordReferrerContact: 4,
  scheduleMeeting: 4,
  completeMeeting: 4,
  publishPlan: 4,
  scheduleReview: 4,
  addAction: 4,
  proposeClosure: 2,
  closeGap: 12,
  confirmClosure: 8,
};

const COMMANDS_IN: ReadonlyMap<string, readonly CommandName[]> = new Map(
  STAGES.map((stage) => [
    stage,
    COMMAND_NAMES.filter((name) => STAGES_OF[name] !== 'NEW' && STAGES_OF[name].includes(stage)).flatMap((name) =>
      Array.from({ length: OFTEN[name] ?? 1 }, () => name),
    ),
  ]),
);

function commandOf({ choice }: Try, { stage }: CaseState): CommandName {
  const possible = COMMANDS_IN.get(stage ?? '') ?? [];
  return possible[choice % possible.length] ?? 'recordDeliveryFailure';
}

const HOUR = 3_600_000;

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

export const LOCALITIES = ['oxfordshire', 'dorset'] as const;
export type Locality = (typeof LOCALITIES)[number];

/** How a life is lived: when it begins, and how often somebody looks whether a deadline has passed between commands. */
export interface Living {
  readonly begin?: string;
  readonly everyHours?: number;
}

/** Lives a case from its first word through some tries. Everything that is refused changes nothing. */
export function live(profileId: Locality, list: readonly Try[], { begin = '2026-01-05T10:00:00Z', everyHours }: Living = {}): Life {
  const profile = findProfile(profileId)!;
  const opening = OPENING_COMMANDS[profileId === 'dorset' ? 1 : 0];
  let at = fromIso(begin)!;
  const first = takeStep(null, profile, at, {
    type: opening,
    id: 'first',
    actor: 'p-referrer',
    holders,
    // Some of them come of age on the way.
    data: { ...COMMANDS[opening].example, ...(list.length % 2 === 0 ? {} : { person: { bornOn: '2008-07-02' } }) },
  });
  if ('refusal' in first) throw new Error(first.refusal.message);
  let state = first.state;
  const steps = [{ at, events: first.decided, state }];
  const accepted: string[] = [opening];
  for (const [n, one] of list.entries()) {
    const next = Math.max(state.lastAt, at + one.hours * HOUR);
    for (let look = at + (everyHours ?? Infinity) * HOUR; look < next; look += (everyHours ?? 0) * HOUR) {
      const looked = takeStep(state, profile, Math.max(state.lastAt, look));
      if ('refusal' in looked || looked.settled.length === 0) continue;
      state = looked.state;
      steps.push({ at: look, events: looked.settled, state });
    }
    at = next;
    const command = commandOf(one, state);
    const taken = takeStep(state, profile, at, draftOf(command, one.pick, { n, at, state }));
    if ('refusal' in taken) continue;
    state = taken.state;
    steps.push({ at, events: [...taken.settled, ...taken.decided], state });
    accepted.push(command);
  }
  return { state, steps, accepted };
}

// What is said of the risk, and what goes to the local authority.
const riskData = (pick: number, n: number, today: string, state: CaseState): Readonly<Partial<Record<CommandName, object>>> => ({
  addRisk: { id: `r${n}`, text: 'v' },
  rateRisk: {
    likelihood: 1 + (pick % 5),
    impact: 1 + ((pick >> 3) % 5),
    ...(pick % 3 === 0 && state.risk.risks[0] ? { risk: state.risk.risks[0].id } : {}),
  },
  setRiskTier: { tier: (['LOW', 'MODERATE', 'HIGH', 'CRITICAL'] as const)[pick % 4], reason: 'v' },
  raiseRiskConcern: { id: `c${n}`, text: 'v' },
  answerRiskConcern: { concern: state.risk.concerns[0]?.id ?? 'none', answer: 'v' },
  bringReviewForward: { reviewOn: addDays(today, pick % 20), reason: 'v' },
  notifyLocalAuthority: { steps: 'v', grounds: 'SAFEGUARD_ADULT_AT_RISK', facts: 'v' },
  recordLaDecision: { decision: pick % 2 === 0 ? 'MORE_INFORMATION' : 'OTHER_STEPS' },
});

const someAction = (state: CaseState, pick: number): string => state.actions[pick % Math.max(1, state.actions.length)]?.id ?? 'none';
const someEntry = (state: CaseState, pick: number): CaseState['entries'][number] | undefined =>
  state.entries[pick % Math.max(1, state.entries.length)];

const retraction = (state: CaseState, pick: number): object => ({ seq: someEntry(state, pick)?.seq ?? 1, reason: 'v', incident: 'v' });

// Corrects some field of some entry with a value of the right kind.
function correction(state: CaseState, pick: number, today: string): object {
  const entry = someEntry(state, pick);
  if (!entry) return { seq: 1, field: 'none', reason: 'v' };
  const fields = Object.entries(correctableFields(entry));
  const [field, row] = fields[(pick >> 2) % Math.max(1, fields.length)] ?? ['none', undefined];
  const service = SERVICES[pick % SERVICES.length];
  const values = {
    date: { date: addDays(today, (pick % 40) - (row?.past === true ? 45 : 5)) },
    code: { code: row?.of?.[pick % row.of.length] },
    rating: { likelihood: 1 + (pick % 5), impact: 1 + ((pick >> 3) % 5) },
    service: { service },
    text: { text: 'v' },
  };
  const needs = { action: { action: someAction(state, pick) }, service: { service } };
  return { seq: entry.seq, field, reason: 'v', ...(row ? values[row.value] : {}), ...(row?.needs ? needs[row.needs] : {}) };
}

// Data that is often right: dates near now, services and actions of the case; so that lives get far.
function draftOf(command: CommandName, pick: number, { n, at, state }: { n: number; at: number; state: CaseState }): Draft {
  const today = londonDateOf(at);
  const service = SERVICES[pick % SERVICES.length] ?? 'svc-a';
  const near = addDays(today, pick % 40);
  const action = someAction(state, pick);
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
    ...riskData(pick, n, today, state),
    recordHandover: { answer: (['ACKNOWLEDGED', 'NOT_ACCEPTED', 'ACCEPTED'] as const)[pick % 3] },
    decideTriage: {
      outcome: pick % 4 === 0 ? 'SAFEGUARDING_CONCERN' : 'MARM',
      rationale: 'v',
      ...(pick % 5 === 0 ? { pace: 'EXPEDITED', paceReason: 'v' } : {}),
    },
    acceptCall: pick % 4 === 0 ? { outcome: 'SAFEGUARDING_CONCERN' } : {},
    setPace: { pace: (['STANDARD', 'EXPEDITED', 'IMMEDIATE'] as const)[pick % 3], reason: 'v' },
    closeGap: { gap: state.gaps[pick % Math.max(1, state.gaps.length)]?.id ?? 'none', entry: 'v' },
    ...personData(pick, near, state),
    ...challengeData(n, pick, today, service, state),
    answerClosure: { service },
    objectToClosure: { service, reason: 'v', reviewOn: addDays(today, 14) },
    reopenCase: { reason: 'v', reviewOn: addDays(today, 14) },
    vacateRole: { role: pick % 2 === 0 ? 'COORDINATOR' : 'CHAIR' },
    assignRole: { role: 'COORDINATOR', person: 'p-new' },
    varyMeetingAim: { on: addDays(today, 1 + (pick % 60)), reason: 'PERSON_WISH' },
    setAbsence: { person: 'p-coordinator', from: near, until: addDays(near, pick % 10), deputy: 'p-deputy' },
    endInvolvement: { service, reason: 'v', ...[{}, { planEndsBecause: 'v' }][pick % 2] },
    takeOverCase: {
      from: `case-${pick % 3}`,
      agreedBy: 'p-coordinator',
      receivedOn: addDays(state.receivedOn, (pick % 20) - 10),
      referrers: [{ person: 'p-other' }],
      services: [{ service }],
      recipients: [{ service }],
      actions: [{ id: 'there', text: 'v', service, dueOn: near, agreedOn: today, quietSince: today }],
    },
    correctEntry: correction(state, pick, today),
    retractEntry: retraction(state, pick),

    ...runningOf(n, pick, today, state),
  };
  return { type: command, id: `try-${n}`, actor: actorOf(pick), data: special[command] ?? COMMANDS[command].example } as unknown as Draft;
}

// Challenges of services of the case, and what becomes of them.
function challengeData(
  n: number,
  pick: number,
  today: string,
  service: string,
  state: CaseState,
): Readonly<Partial<Record<CommandName, object>>> {
  const challenge = state.challenges[pick % Math.max(1, state.challenges.length)]?.id ?? 'none';
  return {
    raiseChallenge: { id: `c${n}`, service, text: 'v', ...(pick % 3 === 0 ? { onBehalfOf: 'FAMILY', toldBy: 'p-lead' } : {}) },
    issueChallenge: { challenge },
    dismissChallenge: { challenge, reason: 'v' },
    respondChallenge: { challenge, text: 'v' },
    advanceChallenge: { challenge, reason: 'v' },
    holdChallenge: { challenge, until: addDays(today, 1 + (pick % 12)), reason: 'v' },
    withdrawChallenge: { challenge, reason: 'v' },
    resolveChallenge: { challenge, outcome: pick % 3 === 0 ? 'UNRESOLVED_AT_BOARD' : 'RESOLVED_ACTION_AGREED' },
  };
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
