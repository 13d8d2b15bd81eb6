import { describe, expect, it } from '@jest/globals';
import { daysOf, dueOn, entriesOf, messagesOn, stateOn } from '../../support/scripts';
import { refusals, spoken } from '../../support/story';

const dueOf = (until: string, clock: string) => dueOn('s8', until, clock);
const stateAt = (until: string) => stateOn('s8', until);

describe('S8: capacity for one decision is lost and found again', () => {
  const entries = entriesOf('s8');

  it('then N12 goes at once to coordinator and lead workers, and next morning asks who decides', () => {
    expect(refusals(entries)).toEqual([]);
    expect(messagesOn(entries, '2026-06-10')).toEqual(['N12 - COORDINATOR+LEAD_WORKER', 'N10 catch-up COORDINATOR+LEAD_WORKER']);
    expect(entries.find((one) => one.notice === 'N12')?.at).toBe('2026-06-10T10:00:00Z');
    expect(spoken(entries, 'T-CAPACITY')).toEqual(['2026-06-11T08:00:00Z decision-maker COORDINATOR+LEAD_WORKER']);
  });
  it('then three questions stand for the decision: who decides by the next day, and another look after 28 days', () => {
    expect(dueOf('2026-06-10', 'T-CAPACITY')).toEqual([
      'capacity:foot-treatment/decision-maker 2026-06-11',
      'capacity:foot-treatment/re-look 2026-07-08',
    ]);
    expect(dueOf('2026-06-11', 'T-CAPACITY')).toEqual(['capacity:foot-treatment/re-look 2026-07-08']);
  });
  it('given the review brought forward to 17 June, then the reminders of 26 June never come: one catch-up, then the day before', () => {
    expect(daysOf(entries, 'T-REVIEW')).toEqual(['2026-06-10', '2026-06-16']);
    expect(entries.find((one) => one.clock === 'T-REVIEW')?.covers).toEqual(['-10WD', '-5WD']);
    expect(messagesOn(entries, '2026-06-12')).toEqual([]);
  });
  it('given an advocate is needed, then by the fifth working day, and before the review once it is booked; appointed in time, nobody hears', () => {
    expect(dueOf('2026-06-10', 'T-ADVOCATE')).toEqual(['- 2026-06-17']);
    expect(dueOf('2026-06-11', 'T-ADVOCATE')).toEqual(['- 2026-06-16']);
    expect(spoken(entries, 'T-ADVOCATE')).toEqual([]);
    expect(stateAt('2026-06-12').person.advocacy).toEqual({ status: 'APPOINTED', on: '2026-06-12', type: 'IMCA' });
  });
  it('given capacity is found again on 24 June, then the new record stands in place of the old and nothing more is asked', () => {
    expect(stateAt('2026-06-24').person.capacity.map((one) => `${one.decision} ${one.outcome}`)).toEqual(['foot-treatment HAS']);
    expect(daysOf(entries, 'T-CAPACITY').filter((day) => day >= '2026-06-24')).toEqual([]);
  });
  it('then version 2 of the plan goes to every recipient of the first', () => {
    const plans = entries.filter((one) => one.key === 'plan:2' || one.key === 'plan:1');
    expect(plans.map((one) => one.at)).toEqual(['2026-05-18T09:05:00Z', '2026-06-18T09:05:00Z']);
    expect(stateAt('2026-06-18').plan?.recipients).toEqual(['svc-adult-care', 'svc-gp']);
    expect(dueOf('2026-06-18', 'T-PLANDIST').map((one) => one.slice(-10))).toEqual(['2026-06-22']);
  });
  it('then the meeting of 15 May was inside its target of 19 May, and T-MEET was silent', () => {
    expect(dueOf('2026-05-05', 'T-MEET')).toEqual(['meeting:1 2026-05-19']);
    expect(daysOf(entries, 'T-MEET')).toEqual([]);
  });
});

describe('S8 with a second decision', () => {
  const entries = entriesOf('s8-two-decisions');

  it('given capacity for the first is found again, then the second is still looked at again after 28 days', () => {
    expect(refusals(entries)).toEqual([]);
    const again = entries.filter((one) => one.clock === 'T-CAPACITY').map((one) => `${one.at} ${one.key ?? ''}`);
    expect(again).toEqual([
      '2026-06-11T08:00:00Z capacity:foot-treatment/decision-maker',
      '2026-06-11T08:00:00Z capacity:tenancy/decision-maker',
      '2026-07-08T08:00:00Z capacity:tenancy/re-look',
    ]);
  });
});
