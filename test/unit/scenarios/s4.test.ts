import { describe, expect, it } from '@jest/globals';
import { clockViews, findProfile, fromIso, simulate } from '../../../domain';
import type { CaseState, ScriptStep } from '../../../domain';
import { daysOf, entriesOf, messagesOn, script, without } from '../../support/scripts';
import { refusals, spoken } from '../../support/story';

const absent = entriesOf('s4', (steps) => steps, { until: '2026-11-19' });
const stateOn = (until: string, change: (steps: readonly ScriptStep[]) => readonly ScriptStep[] = (steps) => steps): CaseState => {
  const read = script('s4');
  const steps = change(read.steps).filter((step) => step.at.slice(0, 10) <= until);
  const result = simulate({ ...read, until, steps });
  if ('problems' in result || !result.state) throw new Error('the script is not sound');
  return result.state;
};
const dueOf = (state: CaseState, key: string, now: string) =>
  clockViews(state, findProfile('oxfordshire')!, fromIso(now)!).find((one) => one.key === key)?.dueOn;

describe('S4: a service that twice stays away without a word', () => {
  it('then it and its manager are asked for a contribution on the working day after each meeting', () => {
    expect(refusals(absent)).toEqual([]);
    expect(spoken(absent, 'T-ABSENT')).toEqual([
      '2026-09-25T08:00:00Z 1WD LEAD_WORKER+RESPONSIBLE_MANAGER',
      '2026-10-23T08:00:00Z 1WD LEAD_WORKER+RESPONSIBLE_MANAGER',
      '2026-10-27T09:00:00Z draft COORDINATOR',
    ]);
  });
  it('then the contributions are due two working days after each meeting', () => {
    expect(dueOf(stateOn('2026-09-25'), 'meeting:1/svc-mental-health', '2026-09-25T12:00:00Z')).toBe('2026-09-28');
    expect(dueOf(stateOn('2026-10-23'), 'meeting:2/svc-mental-health', '2026-10-23T12:00:00Z')).toBe('2026-10-26');
  });
  it('then the draft is there on 27 October and not before, and nothing of it is sent to the service by itself', () => {
    expect(stateOn('2026-10-26').challenges).toEqual([]);
    const drafted = stateOn('2026-10-27', without('issueChallenge'));
    expect(drafted.challenges).toMatchObject([{ id: 'draft-1', service: 'svc-mental-health', status: 'DRAFT', begun: null }]);
    const unissued = entriesOf('s4', without('issueChallenge'), { until: '2026-11-19' });
    expect(unissued.filter((one) => one.notice === 'N15').map((one) => `${one.at} ${one.to.join('+')}`)).toEqual([
      '2026-10-27T09:00:00Z COORDINATOR',
    ]);
  });
  it('given it issued that day, then its second stage is due on 30 October and the next one is passed on after the weekend', () => {
    expect(dueOf(stateOn('2026-10-27'), 'challenge:draft-1/stage2', '2026-10-27T12:00:00Z')).toBe('2026-10-30');
    expect(messagesOn(absent, '2026-10-27')).toContain('N15 - RESPONSIBLE_MANAGER+RAISER');
    expect(spoken(absent, 'T-CHALLENGE')).toEqual([
      '2026-10-30T09:00:00Z due RESPONSIBLE_MANAGER+RAISER',
      '2026-11-02T09:00:00Z stage3-open SAFEGUARDING_LEAD+RAISER',
      '2026-11-06T09:00:00Z due SAFEGUARDING_LEAD+RAISER',
      '2026-11-09T09:00:00Z +1WD RAISER+COORDINATOR',
      '2026-11-16T09:00:00Z +6WD SAFEGUARDING_LEAD+RAISER+COORDINATOR',
    ]);
  });
  it('then booking in time keeps the aim quiet, the proposed action is chased, and other actions and the next review go on', () => {
    expect(daysOf(absent, 'T-MEET')).toEqual([]);
    expect(spoken(absent, 'T-ACCEPT')).toEqual(['2026-09-28T08:00:00Z due RESPONSIBLE_MANAGER', '2026-09-29T08:00:00Z +1WD COORDINATOR']);
    expect(spoken(absent, 'T-ACTION')[0]).toBe('2026-11-04T09:00:00Z -2WD LEAD_WORKER');
    expect(stateOn('2026-10-30').review?.on).toBe('2026-11-19');
  });
  it('given a contribution on the last day, then the absence does not count and nothing is drafted', () => {
    const contributed = {
      at: '2026-10-26T17:00',
      command: 'submitContribution',
      data: { service: 'svc-mental-health', text: 'synthetic' },
    };
    const entries = entriesOf('s4', (steps) => [...without('issueChallenge')(steps), contributed], { until: '2026-11-19' });
    expect(daysOf(entries, 'T-ABSENT')).toEqual(['2026-09-25', '2026-10-23']);
  });
  it('given a contribution a day too late, then the coordinator is asked all the same', () => {
    const late = { at: '2026-10-27T08:30', command: 'submitContribution', data: { service: 'svc-mental-health', text: 'synthetic' } };
    const entries = entriesOf('s4', (steps) => [...without('issueChallenge')(steps), late], { until: '2026-11-19' });
    expect(daysOf(entries, 'T-ABSENT').at(-1)).toBe('2026-10-27');
  });
});
