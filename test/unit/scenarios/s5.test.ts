import { describe, expect, it } from '@jest/globals';
import { clockViews, endOfDay, findProfile, londonDateOf, pendings } from '../../../domain';
import type { ScriptStep } from '../../../domain';
import { daysOf, dueOn, entriesOf, stateOn } from '../../support/scripts';
import { refusals, spoken } from '../../support/story';

const stateOf = (until: string, change?: (steps: readonly ScriptStep[]) => readonly ScriptStep[]) => stateOn('s5', until, change);

// The same life of somebody born on another day.
const bornOn =
  (day: string) =>
  (steps: readonly ScriptStep[]): readonly ScriptStep[] =>
    steps.map((step) => (step.command === 'submitReferral' ? { ...step, data: { ...step.data, person: { bornOn: day } } } : step));

describe('S5: a person of 17 in Oxfordshire', () => {
  it('then N19 comes on its calendar days, the passed one on receipt, the birthday on the Monday after it', () => {
    const entries = entriesOf('s5');
    expect(refusals(entries)).toEqual([]);
    expect(spoken(entries, 'T-AGE18')).toEqual([
      '2026-09-01T09:00:00Z catch-up COORDINATOR+CHILDRENS_LEAD',
      '2026-11-20T09:00:00Z -90d COORDINATOR+CHILDRENS_LEAD',
      '2027-01-21T09:00:00Z -30d COORDINATOR+CHILDRENS_LEAD',
      '2027-02-22T09:00:00Z birthday COORDINATOR+CHILDRENS_LEAD',
    ]);
    expect(entries.find((one) => one.clock === 'T-AGE18')?.covers).toEqual(['-180d']);
    expect(daysOf(entries, 'T-MEET')).toEqual([]);
  });
  it('then the dates are those of the framework, and the birthday is 18 years after the birth', () => {
    expect([dueOn('s5', '2026-09-01', 'T-TRIAGE'), dueOn('s5', '2026-09-01', 'T-MEET'), dueOn('s5', '2026-09-30', 'T-REVIEW')]).toEqual([
      ['- 2026-09-03'],
      ['meeting:1 2026-09-15'],
      ['review:1 2026-10-23'],
    ]);
    const views = clockViews(stateOf('2026-09-30'), findProfile('oxfordshire')!, endOfDay('2026-09-30'));
    const birthday = views.find((one) => one.clock === 'T-AGE18');
    expect([birthday?.dueOn, birthday?.explanation.rule, birthday?.explanation.skipped]).toEqual(['2027-02-20', '18 years', []]);
  });
  it('given the birthday is past, then the pathway is a task of the coordinator and the day of birth is forgotten', () => {
    expect(stateOf('2027-02-21').person.bornOn).toBe('2009-02-20');
    const after = stateOf('2027-02-22');
    expect(after.gaps.find(({ item }) => item === 'PATHWAY_DECISION')).toMatchObject({ owner: 'COORDINATOR', dueOn: '2027-02-24' });
    expect(after.person.bornOn).toBeNull();
    expect(after.obligations.filter(({ clock }) => clock === 'T-AGE18')).toEqual([]);
  });
  it('given the lead of children’s services is not invited, then the record lacks that, and the meeting is booked', () => {
    const uninvited = stateOf('2026-09-05', (steps) =>
      steps.map((step) => (step.command === 'scheduleMeeting' ? { ...step, data: { ...step.data, childrensLeadInvited: false } } : step)),
    );
    expect(uninvited.meeting?.on).toBe('2026-09-11');
    expect(uninvited.gaps.map(({ item }) => item)).toContain('CHILDRENS_LEAD_INVITED');
    expect(stateOf('2026-09-05').gaps.map(({ item }) => item)).not.toContain('CHILDRENS_LEAD_INVITED');
  });
  it('given an adult, then neither a day of birth nor a deadline enters the case', () => {
    const adult = stateOf('2026-09-05', bornOn('2008-09-01'));
    expect([adult.person.bornOn, adult.obligations.filter(({ clock }) => clock === 'T-AGE18')]).toEqual([null, []]);
    expect(stateOf('2026-09-01', bornOn('2008-09-02')).person.bornOn).toBe('2008-09-02');
  });
  it('given a birth on 29 February, then the birthday is 1 March', () => {
    const leap = stateOf('2026-09-01', bornOn('2012-02-29'));
    const toCome = pendings(leap, findProfile('oxfordshire')!, endOfDay('2030-03-04'));
    const ofAge = toCome.filter((one) => one.kind === 'threshold' && one.obligation.clock === 'T-AGE18');
    expect(ofAge.map(({ at }) => londonDateOf(at))).toEqual(['2029-08-31', '2029-11-30', '2030-01-30', '2030-03-01']);
  });
});
