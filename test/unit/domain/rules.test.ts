import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  allowedCommands,
  applyCommit,
  checkData,
  clockViews,
  COMMAND_NAMES,
  COMMANDS,
  decide,
  findProfile,
  fold,
  forecast,
  fromIso,
  londonInstant,
  mayGive,
  membersOf,
  nextPending,
  noticesOf,
  PROFILES,
  reconcile,
  settle,
  STAGES,
  STAGES_OF,
} from '../../../domain';
import type { CaseCommand, CaseEvent, CaseState, CommandName, Decision } from '../../../domain';
import { runs } from '../../support/runs';
import { REFERRAL } from '../../support/story';

const oxfordshire = findProfile('oxfordshire')!;
const at = (text: string): number => fromIso(`${text}Z`)!;
const command = (type: CommandName, data: object, when: number, more: object = {}): CaseCommand =>
  ({ id: `${type}-${when}`, actor: 'p-officer', type, data, at: when, ...more }) as unknown as CaseCommand;
const events = (decision: Decision): readonly CaseEvent[] => ('events' in decision ? decision.events : []);
const holders = ['COORDINATOR', 'TRIAGE_PARTNER', 'CONVENER_MANAGER', 'REFERRER'].map((role) => ({
  role,
  person: `p-${role.toLowerCase()}`,
}));

const opened = (when = at('2026-03-26T15:20')): CaseState => {
  const decision = decide(command('submitReferral', REFERRAL, when, { holders }), null, oxfordshire);
  return applyCommit(null, { seq: 1, at: when, events: events(decision) });
};

describe('settling', () => {
  it('given the exact instant of a threshold, then a command of that instant comes first', () => {
    const nine = londonInstant('2026-03-31', '09:00');
    const before = settle(opened(), oxfordshire, nine - 1);
    expect(before.some((one) => one.type === 'ThresholdPassed' && one.clock === 'T-MEET')).toBe(false);
    expect(settle(opened(), oxfordshire, nine).some((one) => one.type === 'ThresholdPassed' && one.clock === 'T-MEET')).toBe(true);
  });
  it('however late or often it runs, the facts are the same but for the instant of firing', () => {
    const until = at('2026-06-30T12:00');
    const plain = (list: readonly CaseEvent[]) => list.map((one) => (one.type === 'ThresholdPassed' ? { ...one, firedAt: 0 } : one));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: at('2026-03-26T15:21'), max: until }), { maxLength: 6 }), (stops) => {
        let state = opened();
        const piecewise: CaseEvent[] = [];
        for (const stop of [...stops].sort((a, b) => a - b).concat(until)) {
          const step = settle(state, oxfordshire, stop);
          piecewise.push(...step);
          state = fold(state, step);
        }
        expect(plain(piecewise)).toEqual(plain(settle(opened(), oxfordshire, until)));
      }),
      { numRuns: runs(40) },
    );
  });
  it('makes progress: what comes next lies after what has been settled', () => {
    const until = at('2027-03-26T12:00');
    const later = fold(opened(), settle(opened(), oxfordshire, until));
    expect(nextPending(later, oxfordshire)!.at).toBeGreaterThan(until);
    expect(settle(later, oxfordshire, until)).toEqual([]);
  });
  it('fires no message twice for the same deadline and threshold, and none early', () => {
    const happened = settle(opened(), oxfordshire, at('2027-03-26T12:00'));
    const keys = happened.flatMap((one) => (one.type === 'ThresholdPassed' ? [`${one.clock}/${one.key}/${one.threshold}`] : []));
    expect(new Set(keys).size).toBe(keys.length);
    expect(happened.every((one) => one.type !== 'ThresholdPassed' || one.firedAt >= one.dueAt)).toBe(true);
  });
  it('reconciling twice gives nothing the second time', () => {
    const state = opened();
    expect(reconcile(state, oxfordshire, state.lastAt)).toEqual([]);
  });
});

describe('deciding', () => {
  it('never throws and gives plain JSON, whatever the command, the stage and the day', () => {
    const stages = fc.constantFrom(...STAGES);
    fc.assert(
      fc.property(
        fc.constantFrom(...COMMAND_NAMES),
        stages,
        fc.integer({ min: at('2026-03-26T16:00'), max: at('2026-09-26T16:00') }),
        (name, stage, when) => {
          const state: CaseState = { ...opened(), stage };
          const base = applyCommit(state, { seq: 1, at: when - 1, events: settle(state, oxfordshire, when - 1) });
          const decision = decide(command(name, COMMANDS[name].example, when), base, oxfordshire);
          expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
          const stages_ = STAGES_OF[name];
          if (stages_ !== 'NEW' && !stages_.includes(stage)) expect(decision).toMatchObject({ refusal: { code: 'WRONG_STAGE' } });
        },
      ),
      { numRuns: runs(300) },
    );
  });
  it('gives every example of the command table a form that it accepts itself', () => {
    for (const name of COMMAND_NAMES) expect({ name, problems: checkData(name, COMMANDS[name].example) }).toEqual({ name, problems: [] });
  });
  it('refuses a stale entry number', () => {
    expect(
      decide(command('vacateRole', { role: 'CHAIR' }, at('2026-03-27T10:00'), { expectedSeq: 7 }), opened(), oxfordshire),
    ).toMatchObject({ refusal: { code: 'STALE_SEQ' } });
  });
  it('records what the record still lacks as gaps, each with its paragraph, and goes on', () => {
    expect(opened().gaps.map((gap) => gap.item)).toContain('PROTECTIVE_FACTORS');
    expect(opened().gaps.every((gap) => gap.requirement !== '' && gap.dueOn === '2026-03-30')).toBe(true);
  });
  it('given messages that failed, then one flag, one N20, and a vacancy where a role has nobody', () => {
    const rows = [
      { seq: 1, n: 0, reason: 'REFUSED', role: 'COORDINATOR', notice: 'N01' },
      { seq: 1, n: 1, reason: 'NO_HOLDER', role: 'TRIAGE_PARTNER', notice: 'N01' },
    ];
    const happened = events(decide(command('recordDeliveryFailure', { rows }, at('2026-03-27T10:00')), opened(), oxfordshire));
    const after = fold(opened(), happened);
    expect(after.flags.map((one) => one.flag)).toEqual(['DELIVERY_FAILED']);
    expect(after.vacancies.map((one) => one.role)).toEqual(['TRIAGE_PARTNER']);
    expect(noticesOf(happened, after).map((one) => `${one.notice} ${one.person}`)).toEqual(['N20 p-coordinator']);
  });
});

describe('who gets what', () => {
  it('given a vacant role, then its messages go to the hosting manager', () => {
    const state = fold(opened(), [{ type: 'RoleVacated', at: opened().lastAt, role: 'COORDINATOR', on: '2026-03-26' }]);
    const due = settle(state, oxfordshire, londonInstant('2026-03-31', '09:00')).filter(
      (one) => one.type === 'NoticeDue' && one.notice.clock === 'T-MEET',
    );
    expect(noticesOf(due, state).map((one) => one.person)).toEqual(['p-convener_manager']);
  });
  it('given one person in two roles, then one message', () => {
    const decision = decide(
      command('submitReferral', REFERRAL, at('2026-03-26T15:20'), {
        holders: ['COORDINATOR', 'TRIAGE_PARTNER'].map((role) => ({ role, person: 'p-one' })),
      }),
      null,
      oxfordshire,
    );
    const state = fold(null, events(decision));
    expect(noticesOf(events(decision), state).filter((one) => one.notice === 'N01')).toHaveLength(1);
  });
  it('names everybody on a case once', () => {
    expect(membersOf(opened())).toEqual(['p-convener_manager', 'p-coordinator', 'p-referrer', 'p-triage_partner']);
  });
});

describe('who may do what', () => {
  it('lets the coordinator book, the referrer not, and a stranger nothing', () => {
    const state = opened();
    expect(mayGive(state, 'p-coordinator', 'scheduleMeeting')).toBe(true);
    expect(mayGive(state, 'p-referrer', 'scheduleMeeting')).toBe(false);
    expect(COMMAND_NAMES.filter((name) => mayGive(state, 'p-stranger', name))).toEqual(['submitReferral', 'submitCall', 'adoptCase']);
  });
  it('tells for each command that it is allowed, or why not', () => {
    const rows = allowedCommands(opened(), 'p-coordinator');
    expect(rows.find((one) => one.command === 'scheduleMeeting')).toEqual({ command: 'scheduleMeeting', allowed: true, reason: null });
    expect(rows.find((one) => one.command === 'publishPlan')?.reason).toContain('received');
    expect(rows.every((one) => one.allowed || (one.reason ?? '') !== '')).toBe(true);
  });
});

describe('explaining', () => {
  it('says where the date of the first meeting comes from, and why Easter does not move it', () => {
    const text = clockViews(opened(), oxfordshire, opened().lastAt).find((one) => one.clock === 'T-MEET')!.explanation.text;
    expect(text).toBe(
      'The first meeting is due by the end of Thursday 9 April 2026: 14 calendar days after the referral was received on Thursday 26 March 2026 (Oxfordshire framework 6.1, sixth bullet). Good Friday and Easter Monday do not extend it, because the aim counts calendar days.',
    );
  });
  it('forecasts what happens if nobody acts, by the same rules', () => {
    const ahead = forecast(opened(), oxfordshire, at('2026-04-10T12:00'));
    expect(ahead.filter((one) => one.clock === 'T-MEET' && one.kind === 'notice').map((one) => one.threshold)).toEqual([
      '-5WD',
      '-3WD',
      '-1WD',
      '+1WD',
    ]);
  });
});

describe('profiles', () => {
  it('give every value a source', () => {
    const check = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('value' in value) expect(value).toMatchObject({ source: expect.stringMatching(/^[SPLD]$/), cite: expect.stringMatching(/./) });
      Object.values(value).forEach(check);
    };
    PROFILES.forEach(check);
  });
  it('the same straight course differs between localities only where they differ', () => {
    expect(PROFILES.map((one) => one.timers['T-MEET']?.due['STANDARD']?.source)).toEqual(['S', 'D']);
    expect(PROFILES.map((one) => one.timers['T-ACTION'])).toEqual([PROFILES[0]?.timers['T-ACTION'], PROFILES[0]?.timers['T-ACTION']]);
  });
});
