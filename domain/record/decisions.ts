import type { CommandName } from '../case/commands/table';

/** A command as a decision on record: what is decided, and which of its fields hold the answer, the reasons and the dissent. */
export interface DecisionRow {
  /** What is decided, as a heading. */
  readonly what: string;
  /** Fields with the answer, where the command has one. */
  readonly answer: readonly string[];
  /** Fields with the reasons. */
  readonly why: readonly string[];
  /** Fields in which somebody says otherwise. */
  readonly dissent: readonly string[];
  /** Fields with who took part, beside the one who recorded it. */
  readonly takingPart: readonly string[];
  /** It is a decision only where this field was filled in; a dot leads into a group. */
  readonly onlyWith: string | null;
}

const row = (what: string, parts: Partial<Omit<DecisionRow, 'what'>> = {}): DecisionRow => ({
  what,
  answer: [],
  why: ['reason'],
  dissent: [],
  takingPart: [],
  onlyWith: null,
  ...parts,
});
const SHARING = { answer: ['consent.position', 'consent.grounds'], why: ['consent.facts'], onlyWith: 'consent.grounds' } as const;
const SECTION_42 = ['section42.notRaisedBecause'] as const;

/**
 * Every command, as a decision or as none. Those that only note a fact, a view or a message are none: the timeline has them. Reasons may stand
 * in one field with options and dissent, as in the record of a meeting (Oxfordshire framework 4.10, 6.2: record the rationale).
 */
export const DECISIONS: Readonly<Record<CommandName, DecisionRow | null>> = {
  submitReferral: row('Sharing without consent', SHARING),
  submitCall: row('Sharing without consent', SHARING),
  adoptCase: row('Sharing without consent', SHARING),
  amendReferral: null,
  acceptCall: row('Accepting a call', {
    answer: ['outcome', 'destination', 'section42'],
    why: ['eligibility', 'alternatives', ...SECTION_42],
    takingPart: ['keyContact'],
  }),
  startTriage: null,
  decideTriage: row('Outcome of triage', {
    answer: ['outcome', 'destination', 'pace', 'decidedAlone', 'thirdPartyAbuse', 'section42'],
    why: ['rationale', 'paceReason', 'aloneReason', 'concernRaised', ...SECTION_42],
  }),
  concurTriage: row('Agreement of the other triager', { why: ['note'], dissent: ['note'] }),
  recordReferrerContact: null,
  recordHandover: row('Answer to a hand-over', { answer: ['answer'], takingPart: ['by'] }),
  setPace: row('Pace', { answer: ['pace'] }),
  varyMeetingAim: row('A later aim for the meeting', { answer: ['on', 'reason'], why: ['note'] }),
  withdraw: row('Ending before a plan', { answer: ['outcome', 'coordinatorAgreed'] }),
  reinstateReferral: row('Going on after an ending'),
  mergeInto: row('Merging into another case', { answer: ['into'], takingPart: ['otherCoordinator'] }),
  takeOverCase: null,
  scheduleMeeting: row('Not inviting the person', {
    answer: ['personInvited'],
    why: ['personNotInvitedReason'],
    onlyWith: 'personNotInvitedReason',
  }),
  postponeMeeting: row('Moving a meeting', { answer: ['on', 'reason'], why: [] }),
  cancelMeeting: row('Cancelling a meeting', { answer: ['reason'], why: [] }),
  completeMeeting: row('Outcome of the meeting', {
    answer: [
      'outcomes',
      'tier',
      'likelihood',
      'impact',
      'reviewOn',
      'capacity.outcome',
      'consent.position',
      'consent.grounds',
      'section42',
    ],
    why: ['rationale', 'capacity.reason', 'consent.facts', 'alternativeApproach', 'escalationConsidered', 'reviewReason', ...SECTION_42],
    dissent: ['rationale'],
    takingPart: ['attendance'],
  }),
  inviteService: null,
  respondInvite: null,
  submitContribution: null,
  publishSummary: null,
  publishMinutes: null,
  closeGap: row('Leaving something unconsidered', { answer: ['gap'], why: ['notConsideredBecause'], onlyWith: 'notConsideredBecause' }),
  recordOutcomeShared: row('Not telling the person', { answer: ['result'], onlyWith: 'reason' }),
  addAction: null,
  publishPlan: row('The plan', { answer: ['reviewOn'], why: ['noActionReason', 'contingency', 'reviewReason'] }),
  updateProgress: null,
  completeAction: null,
  acceptAction: null,
  counterPropose: row('Another action proposed instead', { answer: ['action'], why: ['text'], dissent: ['text'] }),
  declineAction: row('Declining an action', { answer: ['action'], dissent: ['reason'] }),
  endAction: row('Ending an action that is not done', { answer: ['action', 'status'] }),
  extendDueDate: row('A later date for an action', { answer: ['action', 'dueOn'] }),
  reassignAction: row('Giving an action to another service', { answer: ['action', 'service'] }),
  confirmPlanUnchanged: row('The plan stands as it is', { answer: ['reviewOn'], why: ['reviewReason'] }),
  confirmReceipt: null,
  recordConsent: row('Sharing without consent', { answer: ['position', 'grounds'], why: ['facts'], onlyWith: 'grounds' }),
  recordSharingGrounds: row('Sharing without consent', {
    answer: ['grounds', 'personInformed'],
    why: ['facts', 'harmExpected', 'rightsConsidered'],
  }),
  withdrawConsent: null,
  recordCapacity: row('Mental capacity for a decision', {
    answer: ['id', 'decision', 'outcome', 'assessmentOn'],
    why: ['reason', 'risksDiscussed', 'supportGiven', 'executiveFunction', 'route'],
    dissent: ['views'],
    takingPart: ['assessor', 'assessorNote'],
  }),
  planBestInterests: row('Who makes the best-interests decision', { answer: ['decision', 'plannedFor'], why: [], takingPart: ['who'] }),
  recordBestInterests: row('Best-interests decision', {
    answer: ['decision'],
    why: ['text', 'wishes', 'lessRestrictive'],
    takingPart: ['consulted'],
  }),
  considerAdvocate: row('Whether an advocate is needed', { answer: ['result', 'triggers'] }),
  appointAdvocate: null,
  endAdvocacy: null,
  recordPersonViews: null,
  recordParticipationSupport: null,
  recordRepresentative: null,
  setReviewDate: row('Another review date', { answer: ['reviewOn'], why: ['reason', 'reviewReason'] }),
  keepReviewDate: row('Keeping the review date although the risk has risen'),
  bringReviewForward: row('An earlier review', { answer: ['reviewOn'] }),
  scheduleReview: row('Not inviting the person', {
    answer: ['personInvited'],
    why: ['personNotInvitedReason'],
    onlyWith: 'personNotInvitedReason',
  }),
  cancelReview: row('Cancelling a review', { answer: ['reviewOn'] }),
  decideLapsedReview: row('What happens after a lapsed review', { answer: ['decision', 'reviewOn'] }),
  recordOversight: row('Oversight of a lapsed case', { why: ['note'] }),
  addRisk: null,
  rateRisk: row('Rating of the risk', {
    answer: ['risk', 'likelihood', 'impact', 'tier', 'section42'],
    why: ['reason', ...SECTION_42],
    dissent: ['differing'],
  }),
  setRiskTier: row('Tier of the risk', { answer: ['tier', 'section42'], why: ['reason', ...SECTION_42] }),
  raiseRiskConcern: null,
  answerRiskConcern: row('Answer to a concern about the risk', { answer: ['concern'], why: ['answer'] }),
  recordSignificantEvent: null,
  requestReview: null,
  recordEngagement: null,
  considerEscalation: row('Whether to tell the local authority', { answer: ['section42'], why: ['reason', ...SECTION_42] }),
  notifyLocalAuthority: row('Notifying the local authority', { answer: ['grounds', 'section42'], why: ['steps', 'facts', ...SECTION_42] }),
  recordLaAcknowledgement: null,
  recordLaDecision: row('The local authority’s decision', { answer: ['decision'], why: ['reason', 'question'], takingPart: ['by'] }),
  answerLaQuestion: null,
  requestLegalAdvice: null,
  raiseChallenge: row('Challenging a service', { answer: ['service', 'action', 'onBehalfOf'], why: ['text'], dissent: ['text'] }),
  issueChallenge: row('Issuing a drafted challenge', { answer: ['challenge'], why: ['text'] }),
  dismissChallenge: row('Dismissing a drafted challenge', { answer: ['challenge'] }),
  respondChallenge: row('Answer to a challenge', { answer: ['challenge'], why: ['text'] }),
  advanceChallenge: row('Taking a challenge further', { answer: ['challenge'] }),
  holdChallenge: row('Putting off a challenge', { answer: ['challenge', 'until'] }),
  withdrawChallenge: row('Withdrawing a challenge', { answer: ['challenge'] }),
  resolveChallenge: row('Outcome of a challenge', { answer: ['challenge', 'outcome'], why: ['text'] }),
  proposeClosure: row('Proposing to close the case', {
    answer: ['code', 'riskOutcome', 'personOutcome', 'finalTier', 'institution'],
    why: [
      ...['reason', 'capacityNote', 'personTold', 'reReferralRoute', 'escalationConsidered', 'adviceGiven', 'risksDiscussed'],
      ...['handoverProof', 'checksMade', 'besidesDisengagement'],
    ],
    takingPart: ['residualRiskHolder', 'managerSignOff'],
  }),
  answerClosure: row('Agreeing to the closure', { answer: ['service'], why: ['note'] }),
  objectToClosure: row('Objecting to the closure', { answer: ['service', 'reviewOn'], dissent: ['reason'] }),
  confirmClosure: row('Closing the case', { answer: ['carried'], why: ['note'] }),
  reopenCase: row('Opening the case again', { answer: ['reviewOn'] }),
  recordDeath: null,
  retractDeath: row('Taking back a death recorded by mistake'),
  placeLegalHold: row('Keeping the record from disposal'),
  liftLegalHold: row('Lifting the hold on disposal'),
  assignRole: null,
  acceptRole: null,
  vacateRole: null,
  setAbsence: null,
  endInvolvement: row('A service leaves', { answer: ['service'], why: ['reason', 'planEndsBecause'] }),
  acknowledgeOverdue: row('Letting an overdue deadline rest', { answer: ['clock', 'key', 'lookAgainOn'] }),
  overrideTimer: row('Another date than the rule gives', { answer: ['clock', 'key', 'dueOn', 'workingDays'], takingPart: ['approver'] }),
  pauseClocks: row('Letting the clocks stand still', { answer: ['reason', 'until'], why: ['note'], takingPart: ['owner'] }),
  resumeClocks: row('Letting the clocks run again'),
  pinCalendar: null,
  migrateProfile: row('Other rules for the case', { answer: ['toVersion'] }),
  recordDeliveryFailure: null,
  recordOtherChannel: null,
  correctEntry: row('Correcting an entry', { answer: ['seq', 'field', 'date', 'code', 'text', 'service', 'likelihood', 'impact'] }),
  decideRetention: row('Keeping or disposing of the record', { answer: ['decision', 'until', 'because'], why: ['note'] }),
  retractEntry: row('Retracting an entry', { answer: ['seq'] }),
};

/** The value of a field of a command's data; a dot leads into a group. Undefined where nothing stands there. */
export function valueAt(data: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => (isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined), data);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
