import { describe, expect, it } from '@jest/globals';
import {
  allowedCommands,
  COMMAND_NAMES,
  COMMANDS,
  decide,
  findProfile,
  fromIso,
  isOwnService,
  mayGive,
  seesEscalation,
  ROLES,
  sightOf,
  STAGES,
  STAGES_OF,
} from '../../../domain';
import type { CaseCommand, CaseState, CommandName, Role, Stage } from '../../../domain';
import { holder, lapsedCase, notifiedCase, roleCase, SERVICE, toldCase } from '../../support/roleCase';

/**
 * Who may give what, one letter per role; a dot says no. Contacts outside the case are asked once they were told of a lapsed review and
 * notified of the case.
 * Written by hand from the role table of the protocols: it is not to be worked out from the command table.
 */
const COLUMNS: readonly Role[] = [
  'REFERRER',
  'REFERRING_MANAGER',
  'COORDINATOR',
  'COORDINATOR_MANAGER',
  'TRIAGE_PARTNER',
  'TRIAGE_PARTNER_MANAGER',
  'CONVENER_MANAGER',
  'CHAIR',
  'NOTE_TAKER',
  'RELATIONSHIP_HOLDER',
  'LEAD_WORKER',
  'RESPONSIBLE_MANAGER',
  'LA_CONTACT',
  'BOARD_CONTACT',
  'RECORDS_MANAGER',
  'LA_TEAM_MANAGER',
  'BOARD_CHAIR',
  'CHILDRENS_LEAD',
  'INFORMATION_GOVERNANCE_LEAD',
  'ADVOCATE',
  'SAFEGUARDING_LEAD',
  'RAISER',
];
const MAY_GIVE: Readonly<Record<CommandName, string>> = {
  //                        r f C m T t H c n w L M A B k a b y g v S z
  submitReferral: /*        */ 'x x x x x x x x x x x x x x x x x x x x x x',
  submitCall: /*            */ 'x x x x x x x x x x x x x x x x x x x x x x',
  adoptCase: /*             */ 'x x x x x x x x x x x x x x x x x x x x x x',
  acceptCall: /*            */ '. . x . . . x . . . . . . . . . . . . . . .',
  startTriage: /*           */ '. . x . x . . . . . . . . . . . . . . . . .',
  decideTriage: /*          */ '. . x . x . . . . . . . . . . . . . . . . .',
  concurTriage: /*          */ '. . x . x . . . . . . . . . . . . . . . . .',
  recordHandover: /*        */ '. . x x x . . . . . . . . . . . . . . . . .',
  setPace: /*               */ '. . x . x . . . . . . . . . . . . . . . . .',
  recordReferrerContact: /* */ '. . x . . . . . . . . . . . . . . . . . . .',
  withdraw: /*              */ 'x . x x . . x . . . . . . . . . . . . . . .',
  varyMeetingAim: /*        */ '. . x . . . . . . . . . . . . . . . . . . .',
  amendReferral: /*         */ 'x . x . . . . . . . . . . . . . . . . . . .',
  reinstateReferral: /*     */ '. . . x . . x . . . . . . . . . . . . . . .',
  mergeInto: /*             */ '. . x . . . . . . . . . . . . . . . . . . .',
  takeOverCase: /*          */ '. . . . . . . . . . . . . . . . . . . . . .',
  scheduleMeeting: /*       */ '. . x . . . . x . . . . . . . . . . . . . .',
  postponeMeeting: /*       */ '. . x . . . . x . . . . . . . . . . . . . .',
  cancelMeeting: /*         */ '. . x . . . . x . . . . . . . . . . . . . .',
  inviteService: /*         */ '. . x . . . . x . . . . . . . . . . . . . .',
  respondInvite: /*         */ '. . x . . . . . . . x x . . . . . . . . . .',
  submitContribution: /*    */ '. . x . . . . . . . x x . . . . . . . . . .',
  completeMeeting: /*       */ '. . x . . . . x x . . . . . . . . . . . . .',
  publishSummary: /*        */ '. . x . . . . x x . . . . . . . . . . . . .',
  publishMinutes: /*        */ '. . x . . . . x x . . . . . . . . . . . . .',
  recordOutcomeShared: /*   */ '. . x . . . . x . x x . . . . . . . . . . .',
  closeGap: /*              */ 'x . x . . . . x x . . . . . . . . . x . . .',
  setReviewDate: /*         */ '. . x . . . . x . . . . . . . . . . . . . .',
  keepReviewDate: /*        */ '. . x . . . . x . . . . . . . . . . . . . .',
  bringReviewForward: /*    */ '. . x . . . . x . . . . . . . . . . . . . .',
  scheduleReview: /*        */ '. . x . . . . x . . . . . . . . . . . . . .',
  cancelReview: /*          */ '. . x . . . . x . . . . . . . . . . . . . .',
  decideLapsedReview: /*    */ '. . x x . . x . . . . . . . . . . . . . . .',
  recordOversight: /*       */ '. . . . . . . . . . . . x x . . . . . . . .',
  addAction: /*             */ '. . x . . . . x x . . . . . . . . . . . . .',
  acceptAction: /*          */ '. . x . . . . . . . x x . . . . . . . . . .',
  counterPropose: /*        */ '. . x . . . . . . . x x . . . . . . . . . .',
  declineAction: /*         */ '. . x . . . . . . . x x . . . . . . . . . .',
  updateProgress: /*        */ '. . x . . . . . . . x x . . . . . . . . . .',
  completeAction: /*        */ '. . x . . . . . . . x x . . . . . . . . . .',
  endAction: /*             */ '. . x . . . . . . . x x . . . . . . . . . .',
  extendDueDate: /*         */ '. . x . . . . . . . x x . . . . . . . . . .',
  reassignAction: /*        */ '. . x . . . . x . . . . . . . . . . . . . .',
  publishPlan: /*           */ '. . x . . . . x x . . . . . . . . . . . . .',
  confirmPlanUnchanged: /*  */ '. . x . . . . x x . . . . . . . . . . . . .',
  confirmReceipt: /*        */ '. . x . . . . . . . x x . . . . . . . . . .',
  raiseChallenge: /*        */ 'x x x x x x x x x x x x . . . . . x . x x .',
  issueChallenge: /*        */ '. . x . . . . . . . . . . . . . . . . . . .',
  dismissChallenge: /*      */ '. . x . . . . . . . . . . . . . . . . . . .',
  respondChallenge: /*      */ '. . . . . . x . . . x x . . . . x . . . x .',
  advanceChallenge: /*      */ '. . x . . . . . . . . . . . . . . . . . . x',
  holdChallenge: /*         */ '. . x . . . . . . . . . . . . . . . . . . x',
  withdrawChallenge: /*     */ '. . x . . . . . . . . . . . . . . . . . . x',
  resolveChallenge: /*      */ '. . x . . . . . . . . . . . . . x . . . . x',
  addRisk: /*               */ '. . x . . . . x x . x x . . . . . . . . . .',
  rateRisk: /*              */ '. . x . . . . x x . . . . . . . . . . . . .',
  setRiskTier: /*           */ '. . x . . . . x . . . . . . . . . . . . . .',
  raiseRiskConcern: /*      */ 'x x x x x . x x x x x x . . . . . x . . . .',
  answerRiskConcern: /*     */ '. . x x . . x . . . . . . . . . . . . . . .',
  recordSignificantEvent: /**/ 'x x x x x . x x x x x x . . . . . x . . . .',
  requestReview: /*         */ 'x x x x x . x x x x x x . . . . . x . . . .',
  recordEngagement: /*      */ '. . x . . . . x x x x x . . . . . . . . . .',
  considerEscalation: /*    */ 'x x x x x . x x x x x x . . . . . x . . . .',
  notifyLocalAuthority: /*  */ 'x x x x x . x x x x x x . . . . . x . . . .',
  recordLaAcknowledgement: /**/ '. . x x . . . . . . . . x . . x . . . . . .',
  recordLaDecision: /*      */ '. . x x . . . . . . . . x . . x . . . . . .',
  answerLaQuestion: /*      */ 'x x x x x . x x x x x x . . . . . x . . . .',
  requestLegalAdvice: /*    */ 'x x x x x . x x x x x x . . . . . x . . . .',
  recordConsent: /*         */ 'x . x . . . . . . . x x . . . . . . . . . .',
  recordSharingGrounds: /*  */ '. . x . . . . . . . . . . . . . . . . . . .',
  withdrawConsent: /*       */ '. . x . . . . . . . x x . . . . . . . . . .',
  recordCapacity: /*        */ '. . x . . . . . . . x x . . . . . . . . . .',
  planBestInterests: /*     */ '. . x . . . . . . . x x . . . . . . . . . .',
  recordBestInterests: /*   */ '. . x . . . . . . . x x . . . . . . . . . .',
  considerAdvocate: /*      */ '. . x . . . . . . . x x . . . . . . . . . .',
  appointAdvocate: /*       */ '. . x . . . . . . . . . . . . . . . . . . .',
  endAdvocacy: /*           */ '. . x . . . . . . . . . . . . . . . . . . .',
  recordPersonViews: /*     */ '. . x . . . . . . x x x . . . . . . . x . .',
  recordParticipationSupport: /**/ '. . x . . . . . . . x x . . . . . . . . . .',
  recordRepresentative: /*  */ '. . x . . . . . . . . . . . . . . . . . . .',
  proposeClosure: /*        */ '. . x . . . . x . . . . . . . . . . . . . .',
  answerClosure: /*         */ '. . x . . . . . . . x x . . . . . . . . . .',
  objectToClosure: /*       */ '. . x . . . . . . . x x . . . . . . . . . .',
  confirmClosure: /*        */ '. . x x . . x . . . . . . . . . . . . . . .',
  reopenCase: /*            */ '. . . x . . x . . . . . . . . . . . . . . .',
  recordDeath: /*           */ '. . x x . . x x . . . . . . . . . . . . . .',
  retractDeath: /*          */ '. . x x . . x x . . . . . . . . . . . . . .',
  placeLegalHold: /*        */ '. . x x . . . . . . . . . . x . . . x . . .',
  liftLegalHold: /*         */ '. . . . . . . . . . . . . . x . . . x . . .',
  decideRetention: /*       */ '. . . . . . . . . . . . . . x . . . x . . .',
  assignRole: /*            */ '. . x x . . x . . . . x x x . . . . . . . .',
  acceptRole: /*            */ '. . . . . . . . . . . . . . . . . . . . . .',
  vacateRole: /*            */ '. . x x . . x . . . . x . . . . . . . . . .',
  acknowledgeOverdue: /*    */ '. . x x . . . . . . . . . . . . . . . . . .',
  overrideTimer: /*         */ '. . x x . . . . . . . . . . . . . . . . . .',
  pauseClocks: /*           */ '. . x x . . . . . . . . . . . . . . . . . .',
  resumeClocks: /*          */ '. . x x . . . . . . . . . . . . . . . . . .',
  pinCalendar: /*           */ '. . x x . . . . . . . . . . . . . . . . . .',
  migrateProfile: /*        */ '. . x x . . . . . . . . . . . . . . . . . .',
  setAbsence: /*            */ '. . x x x . x x x . x x . . . . . . . . . .',
  endInvolvement: /*        */ '. . x . . . x . . . . x . . . . . . . . . .',
  recordDeliveryFailure: /* */ '. . . . . . . . . . . . . . . . . . . . . .',
  recordOtherChannel: /*    */ '. . x x . . x . . . . . . . . . . . . . . .',
  correctEntry: /*          */ '. . x x . . . x x . . . . . . . . . . . . .',
  retractEntry: /*          */ '. . x x . . x . . . . . . . . . . . x . . .',
};

/** In which stages a command may be given, in the order of the stages. "N" opens a case. */
const STAGE_COLUMNS: readonly Stage[] = [
  'RECEIVED',
  'TRIAGE',
  'REFERRER_CONTACT',
  'HANDOVER_PENDING',
  'CONVENING',
  'MEETING_SCHEDULED',
  'RECORDING',
  'PLAN_ACTIVE',
  'REVIEW_SCHEDULED',
  'CLOSING',
  'CLOSED',
  'NOT_PROCEEDED',
  'MERGED',
];
const IN_STAGE: Readonly<Record<CommandName, string>> = {
  //                      R T r h C M r P V c . . .
  submitReferral: /*        */ 'N N N N N N N N N N N N N',
  submitCall: /*            */ 'N N N N N N N N N N N N N',
  adoptCase: /*             */ 'N N N N N N N N N N N N N',
  acceptCall: /*            */ 'x x x . x x x x x . . . .',
  startTriage: /*           */ 'x . . . . . . . . . . . .',
  decideTriage: /*          */ 'x x x . x x x x x . . . .',
  concurTriage: /*          */ 'x x x x x x x x x x . . .',
  recordHandover: /*        */ '. . . x . . . . . . . . .',
  setPace: /*               */ 'x x x . x x . . . . . . .',
  recordReferrerContact: /* */ '. . x . x x x x x x . . .',
  withdraw: /*              */ 'x x x x x x x . . . . . .',
  varyMeetingAim: /*        */ 'x x x . x x . . . . . . .',
  amendReferral: /*         */ 'x x x x x x x x x x . . .',
  reinstateReferral: /*     */ '. . . . . . . . . . . x .',
  mergeInto: /*             */ 'x x x x x x x x x x . . .',
  takeOverCase: /*          */ 'x x x x x x x x x x . . .',
  scheduleMeeting: /*       */ 'x x x . x . . . . . . . .',
  postponeMeeting: /*       */ 'x x x . x x . . x . . . .',
  cancelMeeting: /*         */ 'x x x . x x . . . . . . .',
  inviteService: /*         */ 'x x x . x x . . x . . . .',
  respondInvite: /*         */ 'x x x . x x . . x . . . .',
  submitContribution: /*    */ 'x x x . x x x x x . . . .',
  completeMeeting: /*       */ 'x x x . x x . x x . . . .',
  publishSummary: /*        */ 'x x x x x x x x x x . . .',
  publishMinutes: /*        */ 'x x x x x x x x x x . . .',
  recordOutcomeShared: /*   */ 'x x x x x x x x x x . . .',
  closeGap: /*              */ 'x x x x x x x x x x . . .',
  setReviewDate: /*         */ '. . . . . . x x x . . . .',
  keepReviewDate: /*        */ '. . . . . . x x x . . . .',
  bringReviewForward: /*    */ '. . . . . . x x x . . . .',
  scheduleReview: /*        */ '. . . . . . . x . . . . .',
  cancelReview: /*          */ '. . . . . . . . x . . . .',
  decideLapsedReview: /*    */ '. . . . . . x x x . . . .',
  recordOversight: /*       */ 'x x x x x x x x x x . . .',
  addAction: /*             */ 'x x x . x x x x x . . . .',
  acceptAction: /*          */ 'x x x . x x x x x . . . .',
  counterPropose: /*        */ 'x x x . x x x x x . . . .',
  declineAction: /*         */ 'x x x . x x x x x . . . .',
  updateProgress: /*        */ 'x x x x x x x x x x . . .',
  completeAction: /*        */ 'x x x x x x x x x x . . .',
  endAction: /*             */ 'x x x x x x x x x x . . .',
  extendDueDate: /*         */ 'x x x . x x x x x . . . .',
  reassignAction: /*        */ 'x x x . x x x x x . . . .',
  publishPlan: /*           */ '. . . . . . x x x . . . .',
  confirmPlanUnchanged: /*  */ '. . . . . . x . . . . . .',
  confirmReceipt: /*        */ 'x x x x x x x x x x . . .',
  raiseChallenge: /*        */ 'x x x x x x x x x x . . .',
  issueChallenge: /*        */ 'x x x x x x x x x x . . .',
  dismissChallenge: /*      */ 'x x x x x x x x x x . . .',
  respondChallenge: /*      */ 'x x x x x x x x x x x . .',
  advanceChallenge: /*      */ 'x x x x x x x x x x x . .',
  holdChallenge: /*         */ 'x x x x x x x x x x x . .',
  withdrawChallenge: /*     */ 'x x x x x x x x x x x . .',
  resolveChallenge: /*      */ 'x x x x x x x x x x x . .',
  addRisk: /*               */ 'x x x x x x x x x x . . .',
  rateRisk: /*              */ 'x x x x x x x x x x . . .',
  setRiskTier: /*           */ 'x x x x x x x x x x . . .',
  raiseRiskConcern: /*      */ 'x x x x x x x x x x . . .',
  answerRiskConcern: /*     */ 'x x x x x x x x x x . . .',
  recordSignificantEvent: /**/ 'x x x x x x x x x x . . .',
  requestReview: /*         */ 'x x x x x x x x x x . . .',
  recordEngagement: /*      */ 'x x x x x x x x x x . . .',
  considerEscalation: /*    */ 'x x x x x x x x x x . . .',
  notifyLocalAuthority: /*  */ 'x x x x x x x x x x . . .',
  recordLaAcknowledgement: /**/ 'x x x x x x x x x x . . .',
  recordLaDecision: /*      */ 'x x x x x x x x x x . . .',
  answerLaQuestion: /*      */ 'x x x x x x x x x x . . .',
  requestLegalAdvice: /*    */ 'x x x x x x x x x x . . .',
  recordConsent: /*         */ 'x x x x x x x x x x . . .',
  recordSharingGrounds: /*  */ 'x x x x x x x x x x . . .',
  withdrawConsent: /*       */ 'x x x x x x x x x x . . .',
  recordCapacity: /*        */ 'x x x x x x x x x x . . .',
  planBestInterests: /*     */ 'x x x x x x x x x x . . .',
  recordBestInterests: /*   */ 'x x x x x x x x x x . . .',
  considerAdvocate: /*      */ 'x x x x x x x x x x . . .',
  appointAdvocate: /*       */ 'x x x x x x x x x x . . .',
  endAdvocacy: /*           */ 'x x x x x x x x x x . . .',
  recordPersonViews: /*     */ 'x x x x x x x x x x . . .',
  recordParticipationSupport: /**/ 'x x x x x x x x x x . . .',
  recordRepresentative: /*  */ 'x x x x x x x x x x . . .',
  proposeClosure: /*        */ '. . . . . . x x x . . . .',
  answerClosure: /*         */ '. . . . . . . . . x . . .',
  objectToClosure: /*       */ '. . . . . . . . . x . . .',
  confirmClosure: /*        */ '. . . . . . . . . x . . .',
  reopenCase: /*            */ '. . . . . . . . . . x . .',
  recordDeath: /*           */ 'x x x x x x x x x x . . .',
  retractDeath: /*          */ '. . . . . . . . . x x . .',
  placeLegalHold: /*        */ 'x x x x x x x x x x x x x',
  liftLegalHold: /*         */ 'x x x x x x x x x x x x x',
  decideRetention: /*       */ '. . . . . . . . . . x x x',
  assignRole: /*            */ 'x x x x x x x x x x . . .',
  acceptRole: /*            */ 'x x x x x x x x x x . . .',
  vacateRole: /*            */ 'x x x x x x x x x x . . .',
  acknowledgeOverdue: /*    */ 'x x x x x x x x x x . . .',
  overrideTimer: /*         */ 'x x x x x x x x x x . . .',
  pauseClocks: /*           */ 'x x x . x x x x x . . . .',
  resumeClocks: /*          */ 'x x x x x x x x x x . . .',
  pinCalendar: /*           */ 'x x x x x x x x x x . . .',
  migrateProfile: /*        */ 'x x x x x x x x x x . . .',
  setAbsence: /*            */ 'x x x x x x x x x x . . .',
  endInvolvement: /*        */ 'x x x x x x x x x x . . .',
  recordDeliveryFailure: /* */ 'x x x x x x x x x x x x x',
  recordOtherChannel: /*    */ 'x x x x x x x x x x x x x',
  correctEntry: /*          */ 'x x x x x x x x x x x x x',
  retractEntry: /*          */ 'x x x x x x x x x x x x x',
};

/** The cells of a row. @throws Error when one is missing: each must be decided */
function cells(table: Readonly<Record<string, string>>, name: CommandName, columns: readonly string[], signs: RegExp): readonly string[] {
  const row = (table[name] ?? '').split(' ');
  if (row.length !== columns.length || !row.every((cell) => signs.test(cell)))
    throw new Error(`the row of ${name} must have ${columns.length} cells`);
  return row;
}
const roleCells = (name: CommandName) => cells(MAY_GIVE, name, COLUMNS, /^[x.]$/);
const stageCells = (name: CommandName) => cells(IN_STAGE, name, STAGE_COLUMNS, /^[xN.]$/);

const oxfordshire = findProfile('oxfordshire')!;
const give = (type: CommandName, state: CaseState) =>
  decide(
    { id: 'c', actor: 'p-any', type, data: COMMANDS[type].example, at: fromIso('2026-06-01T10:00:00Z')! } as unknown as CaseCommand,
    state,
    oxfordshire,
  );
const codeOf = (type: CommandName, state: CaseState): string | null => {
  const decision = give(type, state);
  return 'refusal' in decision ? decision.refusal.code : null;
};

describe('the two tables', () => {
  it('have a row for every command and a column for every stage', () => {
    expect(Object.keys(MAY_GIVE).sort()).toEqual([...COMMAND_NAMES].sort());
    expect(Object.keys(IN_STAGE).sort()).toEqual([...COMMAND_NAMES].sort());
    expect(STAGE_COLUMNS).toEqual(STAGES);
    expect([...COLUMNS].sort()).toEqual([...ROLES].sort());
  });
  it('refuse a row with a cell too few, too many or unknown', () => {
    const row = (text: string) => () => cells({ setPace: text }, 'setPace', ['A', 'B'], /^[x.]$/);
    expect(row('x .')()).toEqual(['x', '.']);
    for (const text of ['x', 'x . x', 'x ?', '']) expect(row(text)).toThrow('must have 2 cells');
  });
});

describe.each(COMMAND_NAMES.map((name) => [name] as const))('%s', (name) => {
  it('may be given by exactly these roles', () => {
    const found = COLUMNS.map((role) => (mayGive(toldCase(), holder(role), name) ? 'x' : '.'));
    expect(found.join(' ')).toBe(roleCells(name).join(' '));
  });
  it('may be given in exactly these stages', () => {
    const found = STAGE_COLUMNS.map((stage) => {
      const code = codeOf(name, roleCase({ stage }));
      return code === 'ALREADY_STARTED' ? 'N' : code === 'WRONG_STAGE' ? '.' : 'x';
    });
    expect(found.join(' ')).toBe(stageCells(name).join(' '));
  });
});

/** Commands that wait for something else: a meeting that is booked, an agreement that is owed. */
const WAIT: readonly CommandName[] = ['postponeMeeting', 'cancelMeeting', 'concurTriage'];
/** What a locality does not have: Dorset has no triage, and in Oxfordshire triage takes the place of the self-check. */
const NOT_IN: Readonly<Record<'oxfordshire' | 'dorset', readonly CommandName[]>> = {
  oxfordshire: ['acceptCall'],
  dorset: ['startTriage', 'decideTriage', 'concurTriage'],
};
const OFFERED = COMMAND_NAMES.filter((name) => name !== 'recordDeliveryFailure' && name !== 'takeOverCase');

describe.each(['oxfordshire', 'dorset'] as const)('what a person in %s is told that they may do now', (locality) => {
  const localCase = (stage: Stage): CaseState =>
    toldCase({ stage, locality, profile: { id: locality, version: findProfile(locality)?.version ?? '' } });
  const expected = (stage: number, name: CommandName): string => {
    const open = stageCells(name)[stage] === 'x' && !WAIT.includes(name) && !NOT_IN[locality].includes(name);
    return roleCells(name)
      .map((cell) => (open && cell === 'x' ? 'x' : '.'))
      .join(' ');
  };
  // A question mark is a cell that the code left out, an exclamation mark one whose reason does not go with its answer.
  const found = (state: CaseState): Readonly<Record<string, string>> => {
    const told = COLUMNS.map((role) => allowedCommands(state, holder(role), findProfile(locality)));
    const cell = (list: (typeof told)[number], name: CommandName): string => {
      const one = list.find(({ command }) => command === name);
      if (!one) return '?';
      return one.allowed !== (one.reason === null) ? '!' : one.allowed ? 'x' : '.';
    };
    return Object.fromEntries(OFFERED.map((name) => [name, told.map((list) => cell(list, name)).join(' ')]));
  };

  it.each(STAGE_COLUMNS.map((stage, n) => [stage, n] as const))('%s: each command for each role, cell by cell', (stage, n) => {
    expect(found(localCase(stage))).toEqual(Object.fromEntries(OFFERED.map((name) => [name, expected(n, name)])));
  });
  it('a command of the engine itself is offered to nobody', () => {
    const offered = allowedCommands(localCase('PLAN_ACTIVE'), holder('COORDINATOR')).map((one) => one.command);
    expect([...offered].sort()).toEqual([...OFFERED].sort());
  });
  it('every reason is a sentence without codes', () => {
    const reasons = STAGE_COLUMNS.flatMap((stage) =>
      COLUMNS.flatMap((role) => allowedCommands(localCase(stage), holder(role)).flatMap(({ reason }) => reason ?? [])),
    );
    expect(reasons.filter((reason) => !/^[A-Z].*\.$/.test(reason) || /[A-Z]{2,}_|[a-z][A-Z]/.test(reason))).toEqual([]);
  });
});

describe('somebody without a role', () => {
  it('may open a case, and do nothing on this one', () => {
    expect(COMMAND_NAMES.filter((name) => mayGive(toldCase(), 'p-stranger', name))).toEqual(['submitReferral', 'submitCall', 'adoptCase']);
    expect(COMMAND_NAMES.filter((name) => mayGive(null, 'p-stranger', name))).toEqual(['submitReferral', 'submitCall', 'adoptCase']);
  });
});

describe('contacts outside the case', () => {
  it.each(['LA_CONTACT', 'BOARD_CONTACT'] as const)('%s does and sees nothing until told, then oversees and sees the reference', (role) => {
    const acts = (state: CaseState) => COMMAND_NAMES.filter((name) => STAGES_OF[name] !== 'NEW' && mayGive(state, holder(role), name));
    expect(acts(roleCase())).toEqual([]);
    expect(sightOf(roleCase(), holder(role))).toBe('NOTHING');
    expect([...acts(lapsedCase())].sort()).toEqual(['assignRole', 'recordOversight']);
    expect(sightOf(lapsedCase(), holder(role))).toBe('REFERENCE');
  });
  it.each(['LA_CONTACT', 'LA_TEAM_MANAGER'] as const)(
    '%s, once the local authority is notified, sees the reference with the escalation, and may acknowledge and decide, nothing else',
    (role) => {
      const acts = (state: CaseState) => COMMAND_NAMES.filter((name) => STAGES_OF[name] !== 'NEW' && mayGive(state, holder(role), name));
      expect([sightOf(roleCase(), holder(role)), acts(roleCase())]).toEqual(['NOTHING', []]);
      expect(sightOf(notifiedCase(), holder(role))).toBe('REFERENCE');
      expect(acts(notifiedCase())).toEqual(['recordLaAcknowledgement', 'recordLaDecision']);
      expect([seesEscalation(lapsedCase(), holder(role)), seesEscalation(notifiedCase(), holder(role))]).toEqual([false, true]);
    },
  );
  it('the Board’s contact sees nothing of a notification, and the local authority’s manager nothing of a lapse', () => {
    expect(sightOf(notifiedCase(), holder('BOARD_CONTACT'))).toBe('NOTHING');
    expect(seesEscalation(notifiedCase(), holder('BOARD_CONTACT'))).toBe(false);
    expect(sightOf(lapsedCase(), holder('LA_TEAM_MANAGER'))).toBe('NOTHING');
  });
  it('who is also on the case sees its content, told or not', () => {
    const lead = { service: SERVICE, leadWorker: holder('LA_CONTACT'), responsibleManager: null };
    expect(sightOf(roleCase({ services: [lead] }), holder('LA_CONTACT'))).toBe('CASE');
  });
});

describe('a vacant coordinator', () => {
  const { COORDINATOR: _vacant, ...holders } = roleCase().holders;
  it('is stood in for by the hosting manager, who does the coordinator’s work until the role is filled', () => {
    const asCoordinator = (state: CaseState) => COMMAND_NAMES.filter((name) => mayGive(state, holder('CONVENER_MANAGER'), name));
    const both = (name: CommandName) =>
      roleCells(name)[COLUMNS.indexOf('COORDINATOR')] === 'x' || roleCells(name)[COLUMNS.indexOf('CONVENER_MANAGER')] === 'x';
    expect(asCoordinator(roleCase({ holders }))).toEqual(COMMAND_NAMES.filter(both));
    expect(asCoordinator(roleCase())).not.toContain('publishPlan');
  });
});

describe('what a person sees', () => {
  const SEES: Readonly<Record<Role, 'CASE' | 'REFERENCE' | 'NOTHING'>> = {
    REFERRER: 'CASE',
    REFERRING_MANAGER: 'CASE',
    COORDINATOR: 'CASE',
    COORDINATOR_MANAGER: 'CASE',
    TRIAGE_PARTNER: 'CASE',
    TRIAGE_PARTNER_MANAGER: 'REFERENCE',
    CONVENER_MANAGER: 'CASE',
    CHAIR: 'CASE',
    NOTE_TAKER: 'CASE',
    RELATIONSHIP_HOLDER: 'CASE',
    LEAD_WORKER: 'CASE',
    RESPONSIBLE_MANAGER: 'CASE',
    LA_CONTACT: 'NOTHING',
    BOARD_CONTACT: 'NOTHING',
    RECORDS_MANAGER: 'REFERENCE',
    LA_TEAM_MANAGER: 'NOTHING',
    BOARD_CHAIR: 'REFERENCE',
    CHILDRENS_LEAD: 'CASE',
    INFORMATION_GOVERNANCE_LEAD: 'REFERENCE',
    ADVOCATE: 'NOTHING',
    SAFEGUARDING_LEAD: 'REFERENCE',
    RAISER: 'REFERENCE',
  };
  it.each(Object.entries(SEES) as [Role, string][])('%s: %s, while nobody outside is told', (role, sight) => {
    expect(sightOf(roleCase(), holder(role))).toBe(sight);
  });
  it('somebody without a role sees nothing, and who does an action of a service sees the case', () => {
    expect([sightOf(toldCase(), 'p-stranger'), sightOf(roleCase(), 'p-lent')]).toEqual(['NOTHING', 'CASE']);
  });
});

describe('speaking for a service', () => {
  const own = (person: string, command: CommandName, data: object): boolean =>
    isOwnService(roleCase(), person, command, data as Readonly<Record<string, unknown>>);
  const LEAD = holder('LEAD_WORKER');
  const MANAGER = holder('RESPONSIBLE_MANAGER');

  it.each([
    ['a lead worker answers an invitation of the own service', LEAD, 'respondInvite', { service: SERVICE }, true],
    ['a lead worker answers an invitation of another service', LEAD, 'respondInvite', { service: 'svc-other' }, false],
    ['a lead worker notes progress on an action of the own service', LEAD, 'updateProgress', { action: 'own' }, true],
    ['a lead worker notes progress on an action of another service', LEAD, 'updateProgress', { action: 'other' }, false],
    ['a lead worker completes an action of another service', LEAD, 'completeAction', { action: 'other' }, false],
    ['a lead worker extends an action of another service', LEAD, 'extendDueDate', { action: 'other' }, false],
    ['a lead worker declines an action proposed to another service', LEAD, 'declineAction', { action: 'other' }, false],
    ['a responsible manager confirms receipt for the own service', MANAGER, 'confirmReceipt', { service: SERVICE }, true],
    ['a responsible manager confirms receipt for another service', MANAGER, 'confirmReceipt', { service: 'svc-other' }, false],
    ['a responsible manager objects to closure for another service', MANAGER, 'objectToClosure', { service: 'svc-other' }, false],
    ['a responsible manager names the own lead worker', MANAGER, 'assignRole', { role: 'LEAD_WORKER', service: SERVICE }, true],
    [
      'a responsible manager names the lead worker of another service',
      MANAGER,
      'assignRole',
      { role: 'LEAD_WORKER', service: 'svc-other' },
      false,
    ],
    ['a responsible manager names a coordinator for the whole case', MANAGER, 'assignRole', { role: 'COORDINATOR' }, false],
    [
      'a responsible manager names a coordinator under the own service',
      MANAGER,
      'assignRole',
      { role: 'COORDINATOR', service: SERVICE },
      false,
    ],
    ['a responsible manager vacates a role of the whole case', MANAGER, 'vacateRole', { role: 'COORDINATOR' }, false],
    ['a coordinator names a Chair', holder('COORDINATOR'), 'assignRole', { role: 'CHAIR' }, true],
    ['a coordinator speaks for any service', holder('COORDINATOR'), 'respondInvite', { service: 'svc-other' }, true],
    ['a Chair records word to the person, whoever gave it', holder('CHAIR'), 'recordOutcomeShared', {}, true],
    ['a lead worker challenges another service', LEAD, 'raiseChallenge', { service: 'svc-other' }, true],
    ['a lead worker challenges the own service', LEAD, 'raiseChallenge', { service: SERVICE }, true],
    ['who was lent an action notes progress on it', 'p-lent', 'updateProgress', { action: 'lent' }, true],
    ['who was lent an action answers for a service that is not theirs', 'p-lent', 'respondInvite', { service: SERVICE }, false],
  ] as const)('%s: %#', (_what, person, command, data, allowed) => {
    expect(own(person, command, data)).toBe(allowed);
  });
});
