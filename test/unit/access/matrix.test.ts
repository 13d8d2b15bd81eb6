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
  sightOf,
  STAGES,
} from '../../../domain';
import type { CaseCommand, CaseState, CommandName, Role, Stage } from '../../../domain';
import { holder, roleCase, SERVICE, toldCase } from '../../support/roleCase';

/**
 * Who may give what, one letter per role; a dot says no. Contacts outside the case are asked once they were told of a lapsed review.
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
];
const MAY_GIVE: Readonly<Record<CommandName, string>> = {
  //                      r f C m T t H c n w L M A B k a b y g v
  submitReferral: /*     */ 'x x x x x x x x x x x x x x x x x x x x',
  submitCall: /*         */ 'x x x x x x x x x x x x x x x x x x x x',
  acceptCall: /*         */ '. . x . . . x . . . . . . . . . . . . .',
  startTriage: /*        */ '. . x . x . . . . . . . . . . . . . . .',
  decideTriage: /*       */ '. . x . x . . . . . . . . . . . . . . .',
  concurTriage: /*       */ '. . x . x . . . . . . . . . . . . . . .',
  recordHandover: /*     */ '. . x x x . . . . . . . . . . . . . . .',
  setPace: /*            */ '. . x . x . . . . . . . . . . . . . . .',
  recordReferrerContact: /**/ '. . x . . . . . . . . . . . . . . . . .',
  withdraw: /*           */ 'x . x . . . . . . . . . . . . . . . . .',
  scheduleMeeting: /*    */ '. . x . . . . x . . . . . . . . . . . .',
  postponeMeeting: /*    */ '. . x . . . . x . . . . . . . . . . . .',
  cancelMeeting: /*      */ '. . x . . . . x . . . . . . . . . . . .',
  inviteService: /*      */ '. . x . . . . x . . . . . . . . . . . .',
  respondInvite: /*      */ '. . x . . . . . . . x x . . . . . . . .',
  submitContribution: /* */ '. . x . . . . . . . x x . . . . . . . .',
  completeMeeting: /*    */ '. . x . . . . x x . . . . . . . . . . .',
  publishSummary: /*     */ '. . x . . . . x x . . . . . . . . . . .',
  publishMinutes: /*     */ '. . x . . . . x x . . . . . . . . . . .',
  recordOutcomeShared: /**/ '. . x . . . . x . x x . . . . . . . . .',
  closeGap: /*           */ 'x . x . . . . x x . . . . . . . . . . .',
  setReviewDate: /*      */ '. . x . . . . x . . . . . . . . . . . .',
  scheduleReview: /*     */ '. . x . . . . x . . . . . . . . . . . .',
  cancelReview: /*       */ '. . x . . . . x . . . . . . . . . . . .',
  decideLapsedReview: /* */ '. . x x . . x . . . . . . . . . . . . .',
  recordOversight: /*    */ '. . . . . . . . . . . . x x . . . . . .',
  addAction: /*          */ '. . x . . . . x x . . . . . . . . . . .',
  acceptAction: /*       */ '. . x . . . . . . . x x . . . . . . . .',
  counterPropose: /*     */ '. . x . . . . . . . x x . . . . . . . .',
  declineAction: /*      */ '. . x . . . . . . . x x . . . . . . . .',
  updateProgress: /*     */ '. . x . . . . . . . x x . . . . . . . .',
  completeAction: /*     */ '. . x . . . . . . . x x . . . . . . . .',
  endAction: /*          */ '. . x . . . . . . . x x . . . . . . . .',
  extendDueDate: /*      */ '. . x . . . . . . . x x . . . . . . . .',
  reassignAction: /*     */ '. . x . . . . x . . . . . . . . . . . .',
  publishPlan: /*        */ '. . x . . . . x x . . . . . . . . . . .',
  confirmPlanUnchanged: /**/ '. . x . . . . x x . . . . . . . . . . .',
  confirmReceipt: /*     */ '. . x . . . . . . . x x . . . . . . . .',
  proposeClosure: /*     */ '. . x . . . . x . . . . . . . . . . . .',
  answerClosure: /*      */ '. . x . . . . . . . x x . . . . . . . .',
  objectToClosure: /*    */ '. . x . . . . . . . x x . . . . . . . .',
  confirmClosure: /*     */ '. . x x . . x . . . . . . . . . . . . .',
  reopenCase: /*         */ '. . . x . . x . . . . . . . . . . . . .',
  recordDeath: /*          */ '. . x x . . x x . . . . . . . . . . . .',
  retractDeath: /*         */ '. . x x . . x x . . . . . . . . . . . .',
  placeLegalHold: /*       */ '. . x x . . . . . . . . . . x . . . x .',
  liftLegalHold: /*        */ '. . . . . . . . . . . . . . x . . . x .',
  assignRole: /*         */ '. . x x . . x . . . . x x x . . . . . .',
  vacateRole: /*         */ '. . x x . . x . . . . x . . . . . . . .',
  acknowledgeOverdue: /* */ '. . x x . . . . . . . . . . . . . . . .',
  overrideTimer: /*        */ '. . x x . . . . . . . . . . . . . . . .',
  pauseClocks: /*          */ '. . x x . . . . . . . . . . . . . . . .',
  resumeClocks: /*         */ '. . x x . . . . . . . . . . . . . . . .',
  pinCalendar: /*          */ '. . x x . . . . . . . . . . . . . . . .',
  migrateProfile: /*       */ '. . x x . . . . . . . . . . . . . . . .',
  recordDeliveryFailure: /**/ '. . . . . . . . . . . . . . . . . . . .',
  recordOtherChannel: /*   */ '. . x x . . x . . . . . . . . . . . . .',
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
  submitReferral: /*     */ 'N N N N N N N N N N N N N',
  submitCall: /*         */ 'N N N N N N N N N N N N N',
  acceptCall: /*         */ 'x x x . x x x x x . . . .',
  startTriage: /*        */ 'x . . . . . . . . . . . .',
  decideTriage: /*       */ 'x x x . x x x x x . . . .',
  concurTriage: /*       */ 'x x x x x x x x x x . . .',
  recordHandover: /*     */ '. . . x . . . . . . . . .',
  setPace: /*            */ 'x x x . x x . . . . . . .',
  recordReferrerContact: /**/ '. . x . x x x x x x . . .',
  withdraw: /*           */ 'x x x x x x x . . . . . .',
  scheduleMeeting: /*    */ 'x x x . x . . . . . . . .',
  postponeMeeting: /*    */ 'x x x . x x . . x . . . .',
  cancelMeeting: /*      */ 'x x x . x x . . . . . . .',
  inviteService: /*      */ 'x x x . x x . . x . . . .',
  respondInvite: /*      */ 'x x x . x x . . x . . . .',
  submitContribution: /* */ 'x x x . x x x x x . . . .',
  completeMeeting: /*    */ 'x x x . x x . x x . . . .',
  publishSummary: /*     */ 'x x x x x x x x x x . . .',
  publishMinutes: /*     */ 'x x x x x x x x x x . . .',
  recordOutcomeShared: /**/ 'x x x x x x x x x x . . .',
  closeGap: /*           */ 'x x x x x x x x x x . . .',
  setReviewDate: /*      */ '. . . . . . x x x . . . .',
  scheduleReview: /*     */ '. . . . . . . x . . . . .',
  cancelReview: /*       */ '. . . . . . . . x . . . .',
  decideLapsedReview: /* */ '. . . . . . x x x . . . .',
  recordOversight: /*    */ 'x x x x x x x x x x . . .',
  addAction: /*          */ 'x x x . x x x x x . . . .',
  acceptAction: /*       */ 'x x x . x x x x x . . . .',
  counterPropose: /*     */ 'x x x . x x x x x . . . .',
  declineAction: /*      */ 'x x x . x x x x x . . . .',
  updateProgress: /*     */ 'x x x x x x x x x x . . .',
  completeAction: /*     */ 'x x x x x x x x x x . . .',
  endAction: /*          */ 'x x x x x x x x x x . . .',
  extendDueDate: /*      */ 'x x x . x x x x x . . . .',
  reassignAction: /*     */ 'x x x . x x x x x . . . .',
  publishPlan: /*        */ '. . . . . . x x x . . . .',
  confirmPlanUnchanged: /**/ '. . . . . . x . . . . . .',
  confirmReceipt: /*     */ 'x x x x x x x x x x . . .',
  proposeClosure: /*     */ '. . . . . . x x x . . . .',
  answerClosure: /*      */ '. . . . . . . . . x . . .',
  objectToClosure: /*    */ '. . . . . . . . . x . . .',
  confirmClosure: /*     */ '. . . . . . . . . x . . .',
  reopenCase: /*         */ '. . . . . . . . . . x . .',
  recordDeath: /*          */ 'x x x x x x x x x x . . .',
  retractDeath: /*         */ '. . . . . . . . . x x . .',
  placeLegalHold: /*       */ 'x x x x x x x x x x x x x',
  liftLegalHold: /*        */ 'x x x x x x x x x x x x x',
  assignRole: /*         */ 'x x x x x x x x x x . . .',
  vacateRole: /*         */ 'x x x x x x x x x x . . .',
  acknowledgeOverdue: /* */ 'x x x x x x x x x x . . .',
  overrideTimer: /*        */ 'x x x x x x x x x x . . .',
  pauseClocks: /*          */ 'x x x . x x x x x . . . .',
  resumeClocks: /*         */ 'x x x x x x x x x x . . .',
  pinCalendar: /*          */ 'x x x x x x x x x x . . .',
  migrateProfile: /*       */ 'x x x x x x x x x x . . .',
  recordDeliveryFailure: /**/ 'x x x x x x x x x x x x x',
  recordOtherChannel: /*   */ 'x x x x x x x x x x x x x',
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

describe('what a person is told that they may do now', () => {
  /** Commands that wait for something else: a meeting that is booked, an agreement that is owed. */
  const WAIT: readonly CommandName[] = ['postponeMeeting', 'cancelMeeting', 'concurTriage'];
  it.each(STAGE_COLUMNS.map((stage, n) => [stage, n] as const))('%s: exactly where role and stage both say yes', (stage, n) => {
    const expected = (role: Role, name: CommandName): boolean =>
      roleCells(name)[COLUMNS.indexOf(role)] === 'x' && stageCells(name)[n] === 'x' && !WAIT.includes(name);
    for (const role of COLUMNS) {
      const wrong = allowedCommands(toldCase({ stage }), holder(role)).filter(
        ({ command, allowed, reason }) => allowed !== expected(role, command) || allowed !== (reason === null),
      );
      expect([role, wrong]).toEqual([role, []]);
    }
  });
  it('a command of the engine itself is offered to nobody', () => {
    expect(allowedCommands(toldCase(), holder('COORDINATOR')).map((one) => one.command)).not.toContain('recordDeliveryFailure');
  });
});

describe('somebody without a role', () => {
  it('may open a case, and do nothing on this one', () => {
    expect(COMMAND_NAMES.filter((name) => mayGive(toldCase(), 'p-stranger', name))).toEqual(['submitReferral', 'submitCall']);
    expect(COMMAND_NAMES.filter((name) => mayGive(null, 'p-stranger', name))).toEqual(['submitReferral', 'submitCall']);
  });
});

describe('contacts outside the case', () => {
  it.each(['LA_CONTACT', 'BOARD_CONTACT'] as const)('%s does and sees nothing until told, then oversees and sees the reference', (role) => {
    const acts = (state: CaseState) =>
      COMMAND_NAMES.filter((name) => !name.startsWith('submitR') && !name.startsWith('submitCall') && mayGive(state, holder(role), name));
    expect(acts(roleCase())).toEqual([]);
    expect(sightOf(roleCase(), holder(role))).toBe('NOTHING');
    expect([...acts(toldCase())].sort()).toEqual(['assignRole', 'recordOversight']);
    expect(sightOf(toldCase(), holder(role))).toBe('REFERENCE');
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
    LA_TEAM_MANAGER: 'REFERENCE',
    BOARD_CHAIR: 'REFERENCE',
    CHILDRENS_LEAD: 'CASE',
    INFORMATION_GOVERNANCE_LEAD: 'REFERENCE',
    ADVOCATE: 'NOTHING',
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
    ['who was lent an action notes progress on it', 'p-lent', 'updateProgress', { action: 'lent' }, true],
    ['who was lent an action answers for a service that is not theirs', 'p-lent', 'respondInvite', { service: SERVICE }, false],
  ] as const)('%s: %#', (_what, person, command, data, allowed) => {
    expect(own(person, command, data)).toBe(allowed);
  });
});
