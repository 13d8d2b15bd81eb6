import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { printCheck } from '../../../cli/profile/check';
import { diffText, profileDiff } from '../../../cli/profile/diff';
import { profileText } from '../../../cli/profile/show';
import { findProfile, PROFILES } from '../../../domain';
import type { ProtocolProfile } from '../../../domain';
import { add, put } from '../../support/jsonEdit';
import type { Edit } from '../../support/jsonEdit';

const published = (id: string): ProtocolProfile => findProfile(id)!;
function changed(id: string, ...edits: readonly Edit[]): ProtocolProfile {
  const copy = structuredClone(published(id));
  for (const edit of edits) edit(copy);
  return copy;
}

describe('given a profile that is shown in words', () => {
  const lines = (id: string) => profileText(published(id));
  it('then every value comes with its source, and the framework’s own figure with its paragraph', () => {
    expect(lines('oxfordshire')).toContain('  Due (standard): 14 calendar days  [S] Oxfordshire framework 6.1, sixth bullet');
    expect(lines('oxfordshire')).toContain('  Due (expedited): 5 working days  [D]');
    expect(lines('oxfordshire').filter((line) => /^ {2}Due/.test(line) && !/\[[SPLD]\]/.test(line))).toEqual([]);
  });
  it('then each step says when, what, to whom and which flag', () => {
    expect(lines('oxfordshire')).toContain(
      '    1 working day after; N05 "MARM meeting aim missed" to the MARM Officer, the MARM Officer’s manager; ' +
        'flag: meeting aim missed; a line in the Board’s log',
    );
  });
  it('then roles are called as the locality calls them, and a role that it does not have is left out', () => {
    expect(lines('dorset').join('\n')).toContain('to the key contact');
    expect(lines('dorset').join('\n')).not.toContain('MARM Officer’s manager');
    expect(lines('dorset').some((line) => line.startsWith('  triage partner'))).toBe(false);
    expect(lines('oxfordshire').some((line) => line.startsWith('  triage partner'))).toBe(true);
  });
  it.each(PROFILES.map((one) => [one.id] as const))('then no step of %s is left out', (id) => {
    const steps = Object.values(published(id).timers).flatMap((timer) => Object.values(timer.ladders).flat());
    expect(lines(id).filter((line) => / {4}(.* (before|after|day)|at once); /.test(line))).toHaveLength(steps.length);
  });
  it('then a deviation is told with its reason and who agreed', () => {
    const deviation = { obligation: 'O-TWO-WEEKS', reason: 'A trial.', agreedBy: 'The Board' };
    const text = profileText(changed('oxfordshire', put('/deviations', [deviation])));
    expect(text).toContain('Deviation from O-TWO-WEEKS: A trial. Agreed by: The Board');
  });
});

describe('given two profiles that are compared', () => {
  it('when they are the same, then it says so', () => {
    expect(diffText(profileDiff(published('dorset'), published('dorset')), 'a', 'b')).toEqual(['They are the same.']);
  });
  it('when a figure differs, then it is the one difference, with its sources', () => {
    const later = changed('oxfordshire', put('/timers/T-CONTACT/due/-/value', { workingDays: 3 }));
    expect(profileDiff(published('oxfordshire'), later)).toEqual([{ place: 'timers.T-CONTACT.due.-.workingDays', a: '2', b: '3' }]);
  });
  it('when a step is added, then the others are not called different', () => {
    const more = changed(
      'oxfordshire',
      add('/timers/T-CONTACT/ladders/-', { at: '+9WD', notice: 'N03', variant: 'contact-overdue', to: ['COORDINATOR'] }),
    );
    const places = profileDiff(published('oxfordshire'), more).map((one) => one.place);
    expect(places.every((place) => place.startsWith('timers.T-CONTACT.ladders.-[+9WD]'))).toBe(true);
    expect(places.length).toBeGreaterThan(0);
  });
  it('when two localities are compared, then what only one of them has is shown as missing in the other', () => {
    const all = profileDiff(published('oxfordshire'), published('dorset'));
    expect(all).toContainEqual({ place: 'triage.enabled', a: 'true', b: 'false' });
    expect(all.find((one) => one.place.startsWith('timers.T-TRIAGE'))?.b).toBeNull();
  });
});

describe('given profiles that are checked', () => {
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    jest.spyOn(console, 'log').mockImplementation((line: string) => {
      said.push(line);
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  it('when all are sound, then it says so and the exit code is 0', () => {
    expect(printCheck(PROFILES, {})).toBe(0);
    expect(said).toEqual(PROFILES.map((one) => `${one.id}@${one.version}: sound`));
  });
  it('when one is not, then the finding is printed and the exit code is 1', () => {
    const broken = changed('dorset', put('/timers/T-FEEDBACK/ladders/-/0/to', []));
    expect(printCheck([published('oxfordshire'), broken], { json: true })).toBe(1);
    const codes = (JSON.parse(said.join('')) as { profile: string; code: string }[]).map((one) => `${one.profile} ${one.code}`);
    expect(codes).toContain(`dorset@${broken.version} NO_RECIPIENT`);
  });
});
