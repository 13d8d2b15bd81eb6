import { describe, expect, it } from '@jest/globals';
import { clockViews, findProfile, fromIso, readInstant, simulate, takeStep } from '../../../domain';
import type { Refusal, ScriptStep } from '../../../domain';
import { daysOf, entriesOf, messagesOn, script, stateOn as stateAt, without } from '../../support/scripts';
import { refusals, spoken, step } from '../../support/story';

const entries = entriesOf('s3');
const oxfordshire = findProfile('oxfordshire')!;
const stateOn = (until: string) => {
  const read = script('s3');
  const result = simulate({ ...read, steps: read.steps.filter((step) => step.at <= `${until}T23:59`), until });
  if ('problems' in result || !result.state) throw new Error('the script is not sound');
  return result.state;
};
const dueOf = (day: string, clock: string, key?: string) =>
  clockViews(stateOn(day), oxfordshire, fromIso(`${day}T12:00:00Z`)!).find(
    (one) => one.clock === clock && (key === undefined || one.key === key),
  );

interface Closing {
  readonly answering?: readonly string[];
  readonly more?: readonly ScriptStep[];
  readonly change?: (steps: readonly ScriptStep[]) => readonly ScriptStep[];
  readonly data?: object;
  readonly by?: string;
}

/** Confirms a closure that was proposed on Thursday 12 November, with its gaps closed; gives the refusal, or undefined. */
function confirmed(
  at: string,
  { answering = [], more = [], change = (steps) => steps, data = {}, by = 'simulated-coordinator_manager' }: Closing = {},
): Refusal | undefined {
  const whole = { code: 'TRANSFERRED_S42', reason: 'synthetic', riskOutcome: 'REMAINS', ...data };
  const before = (steps: readonly ScriptStep[]) => [...change(steps), ...more, step('2026-11-12T10:00', 'proposeClosure', whole)];
  const gaps = stateAt('s3', '2026-11-12', before).gaps.map(({ id }) =>
    step('2026-11-12T11:00', 'closeGap', { gap: id, notConsideredBecause: 'synthetic' }),
  );
  const answers = answering.map((service) => step('2026-11-12T12:00', 'answerClosure', { service }));
  const state = stateAt('s3', '2026-11-12', (steps) => [...before(steps), ...gaps, ...answers]);
  const taken = takeStep(state, oxfordshire, readInstant(at)!, {
    id: 'x',
    type: 'confirmClosure',
    actor: by,
    data: {},
  });
  return 'refusal' in taken ? taken.refusal : undefined;
}

describe('S3: cuckooing in Oxfordshire, an assault and a section 42 enquiry', () => {
  it('given the pace settled at triage, then the aim moves from 28 to 21 October, and nobody is nudged', () => {
    expect(refusals(entries)).toEqual([]);
    expect(dueOf('2026-10-14', 'T-MEET')).toMatchObject({ dueOn: '2026-10-28', endsAt: fromIso('2026-10-28T23:59:59Z') });
    expect(dueOf('2026-10-15', 'T-MEET')?.dueOn).toBe('2026-10-21');
    expect(daysOf(entries, 'T-MEET')).toEqual([]);
  });
  it('then the reminders of the review go at 09:00 by the clock of the day, after the clocks have gone back', () => {
    expect(spoken(entries, 'T-REVIEW').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '2026-11-04T09:00:00Z -10WD',
      '2026-11-11T09:00:00Z -5WD',
      '2026-11-17T09:00:00Z -1WD',
    ]);
  });
  it('given the tier CRITICAL, then coordinator and lead workers hear at that minute, and the review date stays without a question', () => {
    expect(messagesOn(entries, '2026-11-09')).toEqual(['N12 - COORDINATOR+LEAD_WORKER', 'N13 - LA_CONTACT', 'N13 - COORDINATOR_MANAGER']);
    expect(entries.find((one) => one.notice === 'N12')?.at).toBe('2026-11-09T10:30:00Z');
    expect(daysOf(entries, 'T-RERATE')).toEqual([]);
  });
  it('given acknowledgement and enquiry in time, then the local authority is chased by nobody, and the review stands', () => {
    expect(dueOf('2026-11-09', 'T-LA', 'acknowledgement')?.dueOn).toBe('2026-11-10');
    expect(daysOf(entries, 'T-LA')).toEqual([]);
    expect(stateOn('2026-11-11')).toMatchObject({
      stage: 'REVIEW_SCHEDULED',
      escalation: { status: 'S42_ENQUIRY' },
      review: { on: '2026-11-18' },
    });
  });
  it('given the enquiry runs on and police and housing agree, then the case closes as handed over to it', () => {
    expect(confirmed('2026-11-12T13:00', { answering: ['svc-police', 'svc-housing'] })).toBeUndefined();
  });
  it('given the coordinator alone, then a manager is needed, since the tier is CRITICAL', () => {
    const by = 'simulated-coordinator';
    expect(confirmed('2026-11-12T13:00', { answering: ['svc-police', 'svc-housing'], by })?.code).toBe('MANAGER_NEEDED');
  });
  it('given police and housing are silent, then the fifth working day is waited for, and no longer', () => {
    expect(confirmed('2026-11-18T10:00')?.code).toBe('ANSWERS_AWAITED');
    expect(confirmed('2026-11-19T10:00')).toBeUndefined();
  });
  it('given an action of the police that is not done, then their silence is no answer', () => {
    const more = [step('2026-11-11T13:00', 'addAction', { id: 'patrol', text: 'synthetic', service: 'svc-police', dueOn: '2026-12-01' })];
    expect(confirmed('2026-11-20T10:00', { more })).toMatchObject({
      code: 'ANSWERS_MISSING',
      message: expect.stringContaining('svc-police'),
    });
    expect(confirmed('2026-11-20T10:00', { more, answering: ['svc-police'] })).toBeUndefined();
  });
  it.each([
    ['has only acknowledged', []],
    ['asks for more', [step('2026-11-11T12:00', 'recordLaDecision', { decision: 'MORE_INFORMATION', question: 'synthetic' })]],
  ])('given the local authority %s, then its answer is named as missing, however long it takes', (_what, more) => {
    const change = without('recordLaDecision');
    const refusal = confirmed('2027-01-15T10:00', { answering: ['svc-police', 'svc-housing'], more, change });
    expect(refusal).toMatchObject({ code: 'ANSWERS_MISSING', message: expect.stringContaining('the local authority') });
  });
  it('given it was not notified, or the tier is MODERATE by then, then recorded silence suffices', () => {
    expect(confirmed('2026-11-20T10:00', { change: without('recordLaDecision'), data: { finalTier: 'MODERATE' } })).toBeUndefined();
    const change = without('notifyLocalAuthority', 'recordLaAcknowledgement', 'recordLaDecision');
    expect(confirmed('2026-11-20T10:00', { change })).toBeUndefined();
  });
  it('given no acknowledgement, then the contact is reminded on the second day', () => {
    const silent = entriesOf('s3', without('recordLaAcknowledgement'));
    expect(spoken(silent, 'T-LA')).toEqual(['2026-11-11T09:00:00Z ack+1WD LA_CONTACT']);
  });
});
