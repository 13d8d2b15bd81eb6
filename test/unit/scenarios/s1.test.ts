import { describe, expect, it } from '@jest/globals';
import { clockViews, findProfile, fromIso, simulate, toIso } from '../../../domain';
import { daysOf, entriesOf, messagesOn, script, without } from '../../support/scripts';
import { flags, refusals } from '../../support/story';

const whole = entriesOf('s1');
const until = (day: string, last: string) => {
  const read = script('s1');
  const result = simulate({ ...read, until: day, steps: read.steps.filter((step) => step.at <= last) });
  if ('problems' in result || !result.state) throw new Error('the script is not sound');
  const profile = findProfile('oxfordshire')!;
  return clockViews(result.state, profile, fromIso(`${day}T12:00:00Z`)!);
};
const due = (views: ReturnType<typeof until>, clock: string) => {
  const found = views.find((one) => one.clock === clock);
  return found && `${found.dueOn} ${toIso(found.endsAt)}`;
};

describe('S1: self-neglect and hoarding in Oxfordshire, from referral to closure', () => {
  it('given the whole story, then nothing is refused and no flag is raised', () => {
    expect(refusals(whole)).toEqual([]);
    expect(flags(whole)).toEqual([]);
  });
  it('then each clock speaks on its days and on no other', () => {
    expect({
      triage: daysOf(whole, 'T-TRIAGE'),
      contact: daysOf(whole, 'T-CONTACT'),
      meet: daysOf(whole, 'T-MEET'),
      info: daysOf(whole, 'T-INFO').filter((day) => day < '2026-05'),
      remind: daysOf(whole, 'T-REMIND'),
      action: daysOf(whole, 'T-ACTION'),
      silent: daysOf(whole, 'T-SILENT'),
      review: daysOf(whole, 'T-REVIEW'),
    }).toEqual({
      triage: ['2026-03-30'],
      contact: ['2026-04-01'],
      meet: ['2026-03-31'],
      info: ['2026-04-02'],
      remind: ['2026-04-07'],
      action: ['2026-04-29'],
      silent: [],
      review: ['2026-05-06', '2026-05-13', '2026-05-19', '2026-06-17', '2026-06-24', '2026-06-30'],
    });
  });
  it('then nothing at all is said on 1 May, the day of the action done the day before', () => {
    expect(messagesOn(whole, '2026-05-01')).toEqual([]);
  });
  it('given the meeting held on 8 April, then summary, record and word to the person have their dates', () => {
    const views = until('2026-04-08', '2026-04-08T12:10');
    expect(due(views, 'T-SUMMARY')).toBe('2026-04-09 2026-04-09T22:59:59Z');
    expect(due(views, 'T-MINUTES')).toBe('2026-04-15 2026-04-15T22:59:59Z');
    expect(due(views, 'T-FEEDBACK')).toBe('2026-04-15 2026-04-15T22:59:59Z');
    expect(due(views, 'T-REVIEW')).toBe('2026-05-20 2026-05-20T22:59:59Z');
  });
  it('given the review of 20 May, then the next one is due on 1 July', () => {
    expect(due(until('2026-05-20', '2026-05-20T12:05'), 'T-REVIEW')).toBe('2026-07-01 2026-07-01T22:59:59Z');
  });
  it('given no note on the action, then one nudge on the tenth working day and a flag without a message on the fifteenth', () => {
    const silent = entriesOf('s1', without('updateProgress', 'completeAction'), { until: '2026-04-30' });
    expect(daysOf(silent, 'T-SILENT')).toEqual(['2026-04-22']);
    // The fifteenth working day is 29 April, when the action's own clock speaks: silence is mute from then on.
    expect(flags(silent).filter((one) => one < '2026-05')).toEqual([]);
  });
  it('given no record is published, then note-taker, Chair, manager, and every five working days after', () => {
    const bare = entriesOf('s1', (steps) => steps.filter((step) => step.at <= '2026-04-08T13:00'), { until: '2026-05-08' });
    const said = bare
      .filter((one) => one.clock === 'T-MINUTES')
      .map((one) => `${one.at.slice(0, 10)} ${one.threshold ?? ''} ${one.to.join('+')}`);
    expect(said).toEqual([
      '2026-04-14 -1WD NOTE_TAKER',
      '2026-04-16 +1WD CHAIR',
      '2026-04-22 10WD COORDINATOR_MANAGER',
      '2026-04-29 +15WD CHAIR+COORDINATOR_MANAGER',
      '2026-05-07 +20WD CHAIR+COORDINATOR_MANAGER',
    ]);
    expect(daysOf(bare, 'T-SUMMARY')).toEqual(['2026-04-10']);
    expect(daysOf(bare, 'T-FEEDBACK')).toEqual(['2026-04-15', '2026-04-16', '2026-04-23', '2026-04-30', '2026-05-08']);
  });
});
