import { describe, expect, it } from '@jest/globals';
import { clockViews, escalationPrompts, findProfile, fromIso, mayGive, sightOf, simulate } from '../../../domain';
import type { ScriptStep } from '../../../domain';
import { daysOf, entriesOf, messagesOn, script, without } from '../../support/scripts';
import { refusals, spoken } from '../../support/story';

const entries = entriesOf('s2');
const dorset = findProfile('dorset')!;
const stateOn = (until: string, change: (steps: readonly ScriptStep[]) => readonly ScriptStep[] = (steps) => steps) => {
  const read = script('s2');
  const steps = change(read.steps).filter((step) => step.at <= `${until}T23:59`);
  const result = simulate({ ...read, steps, until });
  if ('problems' in result || !result.state) throw new Error('the script is not sound');
  return result.state;
};
const dueOf = (day: string, clock: string, key?: string) =>
  clockViews(stateOn(day), dorset, fromIso(`${day}T12:00:00Z`)!).find(
    (one) => one.clock === clock && (key === undefined || one.key === key),
  );

describe('S2: support refused in Dorset, and the case goes to the local authority', () => {
  it('given the whole story, then nothing is refused, there is no triage, and the meeting is booked too early for a nudge', () => {
    expect(refusals(entries)).toEqual([]);
    expect(entries.filter((one) => one.clock === 'T-TRIAGE' || one.notice === 'N05')).toEqual([]);
    expect(dueOf('2026-06-03', 'T-MEET')?.dueOn).toBe('2026-06-15');
  });
  it('given the meeting, then summary, notes and word to the person are due on their days', () => {
    expect(dueOf('2026-06-11', 'T-SUMMARY')).toMatchObject({ dueOn: '2026-06-12', endsAt: fromIso('2026-06-12T22:59:59Z') });
    expect(dueOf('2026-06-12', 'T-MINUTES')).toMatchObject({ dueOn: '2026-06-18', endsAt: fromIso('2026-06-18T22:59:59Z') });
    expect(dueOf('2026-06-12', 'T-FEEDBACK')).toMatchObject({ dueOn: '2026-06-18', endsAt: fromIso('2026-06-18T22:59:59Z') });
  });
  it('then the reminders of the review go on their days and on no other', () => {
    expect(daysOf(entries, 'T-REVIEW').filter((day) => day <= '2026-07-23')).toEqual(['2026-07-09', '2026-07-16', '2026-07-22']);
  });
  it('given risk rising and no engagement at the review, then people are asked, and nothing is sent by itself', () => {
    const state = stateOn('2026-07-23', without('notifyLocalAuthority'));
    expect(escalationPrompts(state, dorset).map(({ code }) => code)).toContain('RISK_RISING_AND_NOT_ENGAGING');
    expect(state.escalation.status).toBe('NONE');
    expect(entriesOf('s2', without('notifyLocalAuthority')).filter((one) => one.notice === 'N13')).toEqual([]);
  });
  it('given the notification, then the local authority and the manager hear at that minute, and the question rests', () => {
    expect(messagesOn(entries, '2026-07-23')).toEqual(['N13 - LA_CONTACT', 'N13 - COORDINATOR_MANAGER']);
    expect(entries.filter((one) => one.notice === 'N13' && one.threshold === null).map((one) => one.at)).toEqual([
      '2026-07-23T14:00:00Z',
      '2026-07-23T14:00:00Z',
    ]);
    expect(escalationPrompts(stateOn('2026-07-23'), dorset).map(({ code }) => code)).toEqual([]);
  });
  it('given it is acknowledged on the day, then only the decision is chased, once', () => {
    expect(dueOf('2026-07-23', 'T-LA', 'acknowledgement')?.dueOn).toBe('2026-07-24');
    expect(spoken(entries, 'T-LA')).toEqual(['2026-07-28T08:00:00Z 3WD LA_TEAM_MANAGER']);
  });
  it('given the answers, then coordinator, Chair and lead workers hear of each at once', () => {
    expect(entries.filter((one) => one.notice === 'N14').map((one) => `${one.at} ${one.to.join('+')}`)).toEqual([
      '2026-07-24T10:30:00Z COORDINATOR+CHAIR+LEAD_WORKER',
      '2026-07-29T13:00:00Z COORDINATOR+CHAIR+LEAD_WORKER',
    ]);
  });
  it('given a new plan, then every recipient of the first has it to confirm by 31 July', () => {
    expect(dueOf('2026-07-29', 'T-PLANDIST')).toMatchObject({ dueOn: '2026-07-31' });
    expect(stateOn('2026-07-29').plan?.recipients).toEqual(stateOn('2026-06-18').plan?.recipients);
    expect(stateOn('2026-07-29').plan?.recipients).toHaveLength(2);
  });
  it('given no decision, then the fifth day goes to coordinator, manager and team manager, and then every five days', () => {
    const silent = entriesOf('s2', without('recordLaDecision'), { until: '2026-08-13' });
    expect(spoken(silent, 'T-LA')).toEqual([
      '2026-07-28T08:00:00Z 3WD LA_TEAM_MANAGER',
      '2026-07-30T08:00:00Z 5WD COORDINATOR+COORDINATOR_MANAGER+LA_TEAM_MANAGER',
      '2026-08-06T08:00:00Z +10WD LA_TEAM_MANAGER+COORDINATOR+COORDINATOR_MANAGER',
      '2026-08-13T08:00:00Z +15WD LA_TEAM_MANAGER+COORDINATOR+COORDINATOR_MANAGER',
    ]);
  });
  it('given a person who refused and no grounds on record, then the notification is refused; grounds in the same step let it go', () => {
    const grounds = { grounds: 'SAFEGUARD_ADULT_AT_RISK', facts: 'synthetic' };
    const refusing = (more: object) => (steps: readonly ScriptStep[]) =>
      steps
        .filter((step) => step.at <= '2026-07-23T15:00')
        .map((step) => {
          if (step.command === 'recordConsent') return { ...step, data: { position: 'REFUSED' } };
          return step.command === 'notifyLocalAuthority' ? { ...step, data: { ...step.data, ...more } } : step;
        });
    expect(refusals(entriesOf('s2', refusing({})))).toEqual(['GROUNDS_MISSING']);
    expect(refusals(entriesOf('s2', refusing(grounds)))).toEqual([]);
  });
  it('then the local authority’s people see and answer from the notification on, and not before', () => {
    for (const person of ['simulated-la_contact', 'simulated-la_team_manager']) {
      expect([sightOf(stateOn('2026-07-22'), person), mayGive(stateOn('2026-07-22'), person, 'recordLaDecision')]).toEqual([
        'NOTHING',
        false,
      ]);
      expect([sightOf(stateOn('2026-07-23'), person), mayGive(stateOn('2026-07-23'), person, 'recordLaDecision')]).toEqual([
        'REFERENCE',
        true,
      ]);
      expect(mayGive(stateOn('2026-07-23'), person, 'assignRole')).toBe(false);
    }
  });
});
