import { describe, expect, it } from '@jest/globals';
import { simulate } from '../../../domain';
import type { CaseState, ScriptStep } from '../../../domain';
import { REFERRAL, step, TRIAGED } from '../../support/story';

type Data = Readonly<Record<string, unknown>>;

/** The state after the steps, which must all be accepted. */
function after(profile: 'oxfordshire' | 'dorset', steps: readonly ScriptStep[]): CaseState {
  const result = simulate({ profile, until: steps.at(-1)!.at.slice(0, 10), steps });
  if ('problems' in result || !result.state) throw new Error('the script is not sound');
  expect(result.entries.filter((one) => one.kind === 'refusal')).toEqual([]);
  return result.state;
}
const itemsOf = ({ gaps }: CaseState) => gaps.map(({ item }) => item);

const HELD: Data = {
  heldOn: '2026-06-10',
  attendance: [{ service: 'svc-a', status: 'ATTENDED', uninvited: true }],
  outcomes: ['PLAN_AGREED'],
};
const CLOSING: Data = { code: 'RISK_REDUCED_SINGLE_AGENCY', reason: 'v' };

/** What comes before a command, so that it is accepted. */
const BEFORE: Readonly<Record<string, readonly ScriptStep[]>> = {
  submitReferral: [],
  submitCall: [],
  decideTriage: [step('2026-06-01T10:00', 'submitReferral', REFERRAL)],
  acceptCall: [step('2026-06-01T10:00', 'submitCall', REFERRAL)],
  scheduleMeeting: [step('2026-06-01T10:00', 'submitReferral', REFERRAL)],
  completeMeeting: [step('2026-06-01T10:00', 'submitReferral', REFERRAL)],
  publishPlan: [step('2026-06-01T10:00', 'submitReferral', REFERRAL), step('2026-06-10T16:00', 'completeMeeting', HELD)],
  proposeClosure: [step('2026-06-01T10:00', 'submitReferral', REFERRAL), step('2026-06-10T16:00', 'completeMeeting', HELD)],
};
/** The least that a command takes. */
const LEAST: Readonly<Record<string, Data>> = {
  submitReferral: REFERRAL,
  submitCall: REFERRAL,
  decideTriage: TRIAGED,
  acceptCall: {},
  scheduleMeeting: { on: '2026-06-15', mode: 'ONLINE' },
  completeMeeting: HELD,
  publishPlan: { reviewOn: '2026-07-01' },
  proposeClosure: CLOSING,
};
const FOR_CALLS = ['submitCall', 'acceptCall'];
const giving = (command: string, more: Data, earlier: readonly ScriptStep[] = BEFORE[command] ?? []) =>
  after(FOR_CALLS.includes(command) ? 'dorset' : 'oxfordshire', [
    ...earlier,
    step('2026-06-12T11:00', command, { ...LEAST[command], ...more }),
  ]);

// Command, what its record asks for, the data that answer it, and the paragraph.
const ASKED: readonly (readonly [string, string, Data, string])[] = [
  ['submitReferral', 'PROTECTIVE_FACTORS', { protectiveFactors: 'v' }, 'Oxfordshire framework 5.2'],
  ['submitReferral', 'TRIED_SO_FAR', { triedSoFar: 'v' }, 'Oxfordshire framework 4.5'],
  ['submitReferral', 'RISK_ASSESSMENT', { riskAssessment: 'v' }, 'Oxfordshire framework 4.5, 5.2'],
  ['submitReferral', 'PATHWAY', { pathwayConsulted: true }, 'Oxfordshire framework 6.1'],
  ['submitReferral', 'MANAGER_DISCUSSED', { managerDiscussed: true }, 'Oxfordshire framework 5.2'],
  ['submitReferral', 'CAPACITY_NOTE', { capacityNote: 'v' }, 'Oxfordshire framework 5.1'],
  ['submitReferral', 'ADVICE_GIVEN', { adviceGiven: 'v' }, 'Oxfordshire framework 5.2'],
  ['submitCall', 'PROTECTIVE_FACTORS', { protectiveFactors: 'v' }, 'local default'],
  ['submitCall', 'TRIED_SO_FAR', { triedSoFar: 'v' }, 'local default'],
  ['submitCall', 'CAPACITY_NOTE', { capacityNote: 'v' }, 'Dorset learning, Individual and Who'],
  ['acceptCall', 'ELIGIBILITY', { eligibility: 'v' }, 'there is no gatekeeper'],
  ['acceptCall', 'ALTERNATIVES', { alternatives: 'v' }, 'there is no gatekeeper'],
  [
    'decideTriage',
    'SECTION_42_SCREEN',
    { section42: { careNeeds: 'YES', abuseOrNeglect: 'NO', unableToProtect: 'UNSURE' } },
    'Oxfordshire framework 6.1',
  ],
  ['scheduleMeeting', 'PERSON_INVITED', { personInvited: true }, 'Oxfordshire framework 6.2; Dorset learning, Individual'],
  ['scheduleMeeting', 'PERSON_INVITED', { personNotInvitedReason: 'v' }, 'Oxfordshire framework 6.2; Dorset learning, Individual'],
  ['scheduleMeeting', 'ADVOCATE_CONSIDERED', { advocateConsidered: true }, 'Oxfordshire framework 6.2; Dorset learning, Individual'],
  ['completeMeeting', 'CAPACITY', { capacity: { outcome: 'PRESUMED_NOT_ASSESSED', reason: 'v' } }, 'Oxfordshire framework 6.2'],
  ['completeMeeting', 'RISK_RATING', { likelihood: 3, impact: 3 }, 'Oxfordshire framework 6.2'],
  ['completeMeeting', 'RISK_RATING', { tier: 'LOW' }, 'Oxfordshire framework 6.2'],
  ['completeMeeting', 'RATIONALE', { rationale: 'v' }, 'Oxfordshire framework 4.10, 6.2'],
  ['publishPlan', 'NO_ACTION_REASON', { noActionReason: 'v' }, 'Oxfordshire framework 6.2'],
  ['publishPlan', 'CONTINGENCY', { contingency: 'v' }, 'Oxfordshire framework 6.3'],
  ['proposeClosure', 'CLOSURE_RATING', { finalTier: 'LOW' }, 'final rating'],
  ['proposeClosure', 'CLOSURE_RISK_OUTCOME', { riskOutcome: 'REDUCED' }, 'become of the risk'],
  ['proposeClosure', 'CLOSURE_CAPACITY', { capacityNote: 'v' }, 'Oxfordshire framework 5.1, 6.3'],
  ['proposeClosure', 'CLOSURE_PERSON_TOLD', { personTold: 'v' }, 'Dorset learning, Outcomes'],
  ['proposeClosure', 'CLOSURE_RESIDUAL_RISK', { residualRiskHolder: 'v' }, 'risk that remains'],
  ['proposeClosure', 'CLOSURE_WAY_BACK', { reReferralRoute: 'v' }, 'come back'],
];

describe('given what the record asks for', () => {
  it.each(ASKED)(
    'when %s leaves out %s, then it is accepted and the gap stays; with %j there is none',
    (command, item, answer, paragraph) => {
      const open = giving(command, {}).gaps.find((gap) => gap.item === item);
      expect(open?.requirement).toContain(paragraph);
      expect(open?.dueOn).toBe('2026-06-16');
      expect(itemsOf(giving(command, answer))).not.toContain(item);
    },
  );
});

describe('given a review that is agreed', () => {
  const agreed = (more: Data) => itemsOf(giving('completeMeeting', more)).includes('REVIEW_INTERVAL_REASON');
  it.each([
    ['at HIGH within 28 days', { likelihood: 3, impact: 4, reviewOn: '2026-07-08' }, false],
    ['at HIGH beyond them', { likelihood: 3, impact: 4, reviewOn: '2026-07-09' }, true],
    ['beyond them with one line of reason', { likelihood: 3, impact: 4, reviewOn: '2026-07-09', reviewReason: 'v' }, false],
    ['at a tier that is given, beyond its 14 days', { tier: 'CRITICAL', reviewOn: '2026-06-25' }, true],
    ['without any tier, within the 42 days of MODERATE', { reviewOn: '2026-07-22' }, false],
    ['without any tier, beyond them', { reviewOn: '2026-07-23' }, true],
    ['not at all', { tier: 'CRITICAL' }, false],
  ])('%s, then a reason is asked for: see the table', (_what, data, asked) => {
    expect(agreed(data)).toBe(asked);
  });
});

describe('given a review, with an action whose date has passed', () => {
  const action = { id: 'a1', text: 'v', service: 'svc-a', dueOn: '2026-06-15' };
  const begun = [
    step('2026-06-01T10:00', 'submitReferral', REFERRAL),
    step('2026-06-10T16:00', 'completeMeeting', { ...HELD, actions: [action] }),
    step('2026-06-11T10:00', 'publishPlan', { reviewOn: '2026-06-22' }),
  ];
  const reviewed = (...more: readonly ScriptStep[]) =>
    itemsOf(after('oxfordshire', [...begun, ...more, step('2026-06-22T16:00', 'completeMeeting', { ...HELD, heldOn: '2026-06-22' })]));

  it('when nobody has said a word of it, then what became of it is asked for', () => {
    expect(reviewed()).toContain('PREVIOUS_ACTIONS');
  });
  it('when it is done, or somebody said where it stands, then not', () => {
    expect(reviewed(step('2026-06-12T10:00', 'completeAction', { action: 'a1' }))).not.toContain('PREVIOUS_ACTIONS');
    expect(reviewed(step('2026-06-12T10:00', 'updateProgress', { action: 'a1', note: 'v' }))).not.toContain('PREVIOUS_ACTIONS');
  });
  it('then each meeting has gaps of its own', () => {
    const state = after('oxfordshire', [...begun, step('2026-06-22T16:00', 'completeMeeting', { ...HELD, heldOn: '2026-06-22' })]);
    expect(state.gaps.filter(({ item }) => item === 'RATIONALE').map(({ id }) => id)).toEqual([
      'rationale-meeting-1',
      'rationale-meeting-2',
    ]);
  });
});

describe('given a closure that is proposed', () => {
  const action = { id: 'a1', text: 'v', service: 'svc-a', dueOn: '2026-07-15' };
  const withAction = [
    step('2026-06-01T10:00', 'submitReferral', REFERRAL),
    step('2026-06-10T16:00', 'completeMeeting', { ...HELD, actions: [action] }),
  ];
  const proposed = (data: Data, earlier?: readonly ScriptStep[]) => itemsOf(giving('proposeClosure', data, earlier));

  it('when an action has not ended, then that is a gap; when all have, it is none', () => {
    expect(proposed({}, withAction)).toContain('CLOSURE_ACTIONS');
    const updated = step('2026-06-11T09:00', 'updateProgress', { action: 'a1', note: 'v' });
    expect(proposed({}, [...withAction, updated])).toContain('CLOSURE_ACTIONS');
    const done = step('2026-06-11T10:00', 'completeAction', { action: 'a1' });
    expect(proposed({}, [...withAction, done])).not.toContain('CLOSURE_ACTIONS');
  });
  it.each(['HIGH', 'CRITICAL'])('when the risk is %s, then it is asked whether escalation was considered', (finalTier) => {
    expect(proposed({ finalTier })).toContain('CLOSURE_ESCALATION');
    expect(proposed({ finalTier, escalationConsidered: 'v' })).not.toContain('CLOSURE_ESCALATION');
    expect(proposed({ finalTier, code: 'TRANSFERRED_S42' })).not.toContain('CLOSURE_ESCALATION');
  });
  it('when it is lower, then not', () => {
    expect(proposed({ finalTier: 'MODERATE' })).not.toContain('CLOSURE_ESCALATION');
    expect(proposed({})).not.toContain('CLOSURE_ESCALATION');
  });
  it('when the meeting rated it, then no final rating is owed, and its tier counts', () => {
    const rated = [
      step('2026-06-01T10:00', 'submitReferral', REFERRAL),
      step('2026-06-10T16:00', 'completeMeeting', { ...HELD, tier: 'HIGH' }),
    ];
    expect(proposed({}, rated)).not.toContain('CLOSURE_RATING');
    expect(proposed({}, rated)).toContain('CLOSURE_ESCALATION');
  });
  it('when the risk is gone, then nobody holds what remains; when the person cannot be traced, capacity is not asked for', () => {
    expect(proposed({ code: 'RISK_REMOVED' })).not.toContain('CLOSURE_RESIDUAL_RISK');
    expect(proposed({ code: 'UNTRACEABLE' })).not.toContain('CLOSURE_CAPACITY');
  });
});

// What a way of closing asks for beside the rest, and the data that answer it.
const OF_A_CODE: readonly (readonly [string, string, Data, string])[] = [
  ['CAPACITATED_DECISION_RISK_REMAINS', 'CLOSURE_ADVICE_GIVEN', { adviceGiven: 'v' }, 'Oxfordshire framework 5.2'],
  ['CAPACITATED_DECISION_RISK_REMAINS', 'CLOSURE_RISKS_DISCUSSED', { risksDiscussed: 'v' }, 'Oxfordshire framework 5.1'],
  ['CAPACITATED_DECISION_RISK_REMAINS', 'CLOSURE_ESCALATION', { escalationConsidered: 'v' }, 'Oxfordshire framework 7.1'],
  ['CAPACITATED_DECISION_RISK_REMAINS', 'CLOSURE_MANAGER_SIGN_OFF', { managerSignOff: 'simulated-manager-svc-a' }, 'manager signs off'],
  ['MOVED_AREA', 'CLOSURE_HANDOVER_PROOF', { handoverProof: 'v' }, 'handed over in the new area'],
  ['INSTITUTION', 'CLOSURE_INSTITUTION', { institution: 'PRISON' }, 'prison, hospital or placement'],
  ['UNTRACEABLE', 'CLOSURE_CHECKS', { checksMade: 'v' }, 'checks made to find the person'],
];

describe('given a way of closing that needs a proof of its own', () => {
  it.each(OF_A_CODE)('when %s leaves out %s, then the gap stays; with %j there is none', (code, item, answer, paragraph) => {
    expect(giving('proposeClosure', { code }).gaps.find((gap) => gap.item === item)?.requirement).toContain(paragraph);
    expect(itemsOf(giving('proposeClosure', { code, ...answer }))).not.toContain(item);
  });
  it.each(OF_A_CODE)('when the case closes otherwise than by %s, then %s is not asked for', (_code, item) => {
    expect(itemsOf(giving('proposeClosure', { code: 'RISK_REMOVED' }))).not.toContain(item);
  });
  it('then the sign-off is for the coordinator’s manager', () => {
    const { gaps } = giving('proposeClosure', { code: 'CAPACITATED_DECISION_RISK_REMAINS' });
    expect(gaps.find(({ item }) => item === 'CLOSURE_MANAGER_SIGN_OFF')?.owner).toBe('COORDINATOR_MANAGER');
  });
});

describe('given a person who does not engage', () => {
  const engagement = (value: string) => step('2026-06-11T09:00', 'recordEngagement', { engagement: value });
  const proposed = (data: Data, value = 'NOT') =>
    itemsOf(giving('proposeClosure', data, [...(BEFORE['proposeClosure'] ?? []), engagement(value)]));
  it.each(['RISK_REMOVED', 'RISK_REDUCED_SINGLE_AGENCY', 'TRANSFERRED_OTHER_PROCESS', 'CAPACITATED_DECISION_RISK_REMAINS', 'UNTRACEABLE'])(
    'when the case is to close as %s, then it is asked what closes it beside that',
    (code) => {
      expect(proposed({ code })).toContain('CLOSURE_NOT_DISENGAGEMENT_ALONE');
      expect(proposed({ code, besidesDisengagement: 'v' })).not.toContain('CLOSURE_NOT_DISENGAGEMENT_ALONE');
    },
  );
  it.each(['TRANSFERRED_S42', 'MOVED_AREA', 'INSTITUTION'])(
    'when it closes as %s, then that is the reason and nothing is asked',
    (code) => {
      expect(proposed({ code })).not.toContain('CLOSURE_NOT_DISENGAGEMENT_ALONE');
    },
  );
  it('when the person takes part after all, or it was never said, then nothing is asked', () => {
    expect(proposed({}, 'PARTLY')).not.toContain('CLOSURE_NOT_DISENGAGEMENT_ALONE');
    expect(itemsOf(giving('proposeClosure', {}))).not.toContain('CLOSURE_NOT_DISENGAGEMENT_ALONE');
  });
});

describe('given a gap that is open', () => {
  const opened = [step('2026-06-01T10:00', 'submitReferral', REFERRAL)];
  it('when it is filled, or said why it was not considered, then it is closed and the others stay', () => {
    const before = itemsOf(after('oxfordshire', opened));
    const closed = itemsOf(after('oxfordshire', [...opened, step('2026-06-02T10:00', 'closeGap', { gap: 'pathway', entry: 'v' })]));
    expect(closed).toEqual(before.filter((item) => item !== 'PATHWAY'));
  });
  it('when a meeting is booked a second time with nothing said, then the same gap is not opened twice', () => {
    const booked = step('2026-06-02T10:00', 'scheduleMeeting', { on: '2026-06-15', mode: 'ONLINE' });
    const again = [
      ...opened,
      booked,
      step('2026-06-03T10:00', 'cancelMeeting', { reason: 'CALENDAR' }),
      { ...booked, at: '2026-06-04T10:00' },
    ];
    expect(itemsOf(after('oxfordshire', again)).filter((item) => item === 'PERSON_INVITED')).toHaveLength(1);
  });
});
