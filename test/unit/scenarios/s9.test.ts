import { describe, expect, it } from '@jest/globals';
import { clockViews, findProfile, fromIso, holderOf, mayGive, sightOf, simulate } from '../../../domain';
import type { CaseState } from '../../../domain';
import { daysOf, entriesOf, messagesOn, script, without } from '../../support/scripts';
import { refusals, spoken } from '../../support/story';

const stateOn = (name: string, until: string): CaseState => {
  const read = script(name);
  const result = simulate({ ...read, until, steps: read.steps.filter((step) => step.at.slice(0, 10) <= until) });
  if ('problems' in result || !result.state) throw new Error('the script is not sound');
  return result.state;
};
const dueOn = (name: string, day: string): readonly string[] =>
  clockViews(stateOn(name, day), findProfile('oxfordshire')!, fromIso(`${day}T12:00:00Z`)!)
    .filter((one) => one.clock === 'T-CHALLENGE')
    .map((one) => `${one.key} ${one.dueOn}`);

const LADDER = [
  '2026-08-27T08:00:00Z due LEAD_WORKER+RAISER',
  '2026-08-28T08:00:00Z stage2-open RESPONSIBLE_MANAGER+RAISER',
  '2026-09-02T08:00:00Z due RESPONSIBLE_MANAGER+RAISER',
  '2026-09-03T08:00:00Z stage3-open SAFEGUARDING_LEAD+RAISER',
];

describe('S9: housing challenges the trust', () => {
  const entries = entriesOf('s9');
  it('then it is told at once, each stage on its days over the August holiday, and nothing once it is resolved', () => {
    expect(refusals(entries)).toEqual([]);
    expect(messagesOn(entries, '2026-08-25')).toContain('N15 - LEAD_WORKER+RAISER');
    expect(messagesOn(entries, '2026-08-31')).toEqual([]);
    expect(spoken(entries, 'T-CHALLENGE')).toEqual(LADDER);
    expect(messagesOn(entries, '2026-09-07')).toEqual(['N15 - SAFEGUARDING_LEAD+RAISER']);
  });
  it('then the stages are due on 27 August, 2 and 9 September', () => {
    expect(dueOn('s9', '2026-08-25')).toEqual(['challenge:c1/stage1 2026-08-27']);
    expect(dueOn('s9', '2026-08-28')).toEqual(['challenge:c1/stage2 2026-09-02']);
    expect(dueOn('s9', '2026-09-03')).toEqual(['challenge:c1/stage3 2026-09-09']);
    expect(dueOn('s9', '2026-09-07')).toEqual([]);
  });
  it('then the timers of the case run throughout', () => {
    expect(daysOf(entries, 'T-REVIEW').slice(0, 3)).toEqual(['2026-08-25', '2026-09-02', '2026-09-08']);
  });
  it('given nobody settles it, then the third stage asks and repeats, and never goes to the fourth by itself', () => {
    const silent = entriesOf('s9', without('resolveChallenge'), { until: '2026-10-31' });
    expect(spoken(silent, 'T-CHALLENGE').slice(4, 8)).toEqual([
      '2026-09-09T08:00:00Z due SAFEGUARDING_LEAD+RAISER',
      '2026-09-10T08:00:00Z +1WD RAISER+COORDINATOR',
      '2026-09-17T08:00:00Z +6WD SAFEGUARDING_LEAD+RAISER+COORDINATOR',
      '2026-09-24T08:00:00Z +11WD SAFEGUARDING_LEAD+RAISER+COORDINATOR',
    ]);
    expect(silent.filter((one) => one.to.includes('BOARD_CHAIR'))).toEqual([]);
  });
});

describe('S9: the same on a CRITICAL case', () => {
  it('then the first stage ends the same day and the second begins next morning', () => {
    const entries = entriesOf('s9-critical');
    expect(refusals(entries)).toEqual([]);
    expect(dueOn('s9-critical', '2026-08-25')).toEqual(['challenge:c1/stage1 2026-08-25']);
    expect(spoken(entries, 'T-CHALLENGE').slice(0, 2)).toEqual([
      '2026-08-26T08:00:00Z stage2-open RESPONSIBLE_MANAGER+RAISER',
      '2026-08-28T08:00:00Z due RESPONSIBLE_MANAGER+RAISER',
    ]);
  });
  it('given it is raised after 18:00, then the first stage ends on the next working day', () => {
    const evening = entriesOf('s9-critical', (steps) =>
      steps.map((step) => (step.command === 'raiseChallenge' ? { ...step, at: '2026-08-25T18:00' } : step)),
    );
    expect(spoken(evening, 'T-CHALLENGE').slice(0, 2)).toEqual([
      '2026-08-26T08:00:00Z due LEAD_WORKER+RAISER',
      '2026-08-27T08:00:00Z stage2-open RESPONSIBLE_MANAGER+RAISER',
    ]);
  });
});

describe('S9: raised by the person’s sister', () => {
  const teller = 'simulated-coordinator';
  it('then the same clock runs, and every message for her goes to the worker who tells her', () => {
    const entries = entriesOf('s9-sister');
    expect(refusals(entries)).toEqual([]);
    expect(spoken(entries, 'T-CHALLENGE')).toEqual(LADDER);
    const [challenge] = stateOn('s9-sister', '2026-08-25').challenges;
    expect(challenge).toMatchObject({ onBehalfOf: 'FAMILY', raisedBy: teller });
  });
  it('given a worker outside the case is to tell her, then that one is reached as a person, sees no content and may still withdraw it', () => {
    const read = script('s9-sister');
    const steps = read.steps.map((step) =>
      step.command === 'raiseChallenge' ? { ...step, data: { ...step.data, toldBy: 'p-outside' } } : step,
    );
    const result = simulate({ ...read, until: '2026-08-26', steps: steps.filter((step) => step.at < '2026-08-26') });
    if ('problems' in result || !result.state) throw new Error('the script is not sound');
    expect(holderOf(result.state, { role: 'RAISER', person: 'p-outside' })).toBe('p-outside');
    expect(sightOf(result.state, 'p-outside')).toBe('REFERENCE');
    expect(mayGive(result.state, 'p-outside', 'withdrawChallenge')).toBe(true);
    expect(mayGive(result.state, 'p-outside', 'updateProgress')).toBe(false);
  });
});
