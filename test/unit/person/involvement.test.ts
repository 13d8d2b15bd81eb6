import { describe, expect, it } from '@jest/globals';
import { simulate } from '../../../domain';
import type { CaseState, ScriptStep } from '../../../domain';
import { play, REFERRAL, refusals, spoken, step } from '../../support/story';

// Monday 5 January 2026.
const opened = step('2026-01-05T10:00', 'submitReferral', REFERRAL);
const needed = (at = '2026-01-06T10:00') => step(at, 'considerAdvocate', { result: 'NEEDED', triggers: ['SUBSTANTIAL_DIFFICULTY'] });
const booked = (on: string) => step('2026-01-07T10:00', 'scheduleMeeting', { on, mode: 'ONLINE' });
const moved = (on: string) => step('2026-01-07T11:00', 'postponeMeeting', { on, reason: 'CALENDAR' });
const asked = (steps: readonly ScriptStep[], until: string) =>
  spoken(play([opened, ...steps], until), 'T-ADVOCATE').map((one) => one.replace(/T\S+/, ''));

function stateOf(steps: readonly ScriptStep[]): CaseState {
  const result = simulate({ profile: 'oxfordshire', until: '2026-01-09', steps: [opened, ...steps] });
  if ('problems' in result || !result.state) throw new Error('the script is not sound');
  return result.state;
}

describe('given that an advocate is needed', () => {
  it('then by the fifth working day: on it, on the next, and from there on', () => {
    expect(asked([needed()], '2026-01-21')).toEqual([
      '2026-01-13 due COORDINATOR',
      '2026-01-14 +1WD COORDINATOR',
      '2026-01-21 +6WD COORDINATOR',
    ]);
  });
  it('when a meeting is booked before that, then by the working day before it', () => {
    expect(asked([needed(), booked('2026-01-12')], '2026-01-12')).toEqual(['2026-01-09 due COORDINATOR', '2026-01-12 +1WD COORDINATOR']);
  });
  it('when the meeting is moved out, then the date moves with it, at most to the fifth working day', () => {
    expect(asked([needed(), booked('2026-01-09'), moved('2026-01-13')], '2026-01-12')).toEqual(['2026-01-12 due COORDINATOR']);
    expect(asked([needed(), booked('2026-01-09'), moved('2026-01-30')], '2026-01-13')).toEqual(['2026-01-13 due COORDINATOR']);
  });
  it('when it is said again, then it still counts from the first time', () => {
    expect(asked([needed(), needed('2026-01-12T10:00')], '2026-01-13')).toEqual(['2026-01-13 due COORDINATOR']);
  });
  it.each([
    ['one is appointed', step('2026-01-08T10:00', 'appointAdvocate', { type: 'CARE_ACT', provider: 'v' })],
    ['the person declines', step('2026-01-08T10:00', 'considerAdvocate', { result: 'DECLINED' })],
    ['none turns out to be needed', step('2026-01-08T10:00', 'considerAdvocate', { result: 'NOT_NEEDED', reason: 'v' })],
  ])('when %s, then nobody is reminded', (_what, answer) => {
    expect(asked([needed(), answer], '2026-02-28')).toEqual([]);
  });
  it('when it is called not needed without a reason, then that is refused', () => {
    expect(refusals(play([opened, step('2026-01-06T10:00', 'considerAdvocate', { result: 'NOT_NEEDED' })], '2026-01-06'))).toEqual([
      'REASON_MISSING',
    ]);
  });
});

describe('given an advocate', () => {
  const appointed = step('2026-01-08T10:00', 'appointAdvocate', { type: 'IMCA', provider: 'v', advocate: 'p-advocate' });
  const ended = step('2026-01-09T10:00', 'endAdvocacy', { reason: 'v' });
  it('then the advocate holds the role while the work lasts, and its end leaves no vacancy to fill', () => {
    expect(stateOf([appointed]).holders.ADVOCATE).toBe('p-advocate');
    const after = stateOf([appointed, ended]);
    expect([after.holders.ADVOCATE, after.person.advocacy.status, after.vacancies]).toEqual([undefined, 'ENDED', []]);
  });
  it('when none is appointed, then none can end', () => {
    expect(refusals(play([opened, needed(), ended], '2026-01-09'))).toEqual(['NO_ADVOCATE']);
  });
});

describe('given people close to the person', () => {
  const recorded = (data: object) => step('2026-01-06T10:00', 'recordRepresentative', { name: 'v', ...data });
  it('when family is involved, then the ground is asked for', () => {
    expect(refusals(play([opened, recorded({ kind: 'FAMILY_OR_CARER' })], '2026-01-06'))).toEqual(['FAMILY_GROUND_MISSING']);
    expect(stateOf([recorded({ kind: 'FAMILY_OR_CARER', ground: 'CONSENT' })]).person.representatives).toEqual([
      expect.objectContaining({ kind: 'FAMILY_OR_CARER', ground: 'CONSENT', documentSeen: false }),
    ]);
  });
  it.each([
    ['was not seen', { kind: 'ATTORNEY_HW' }, true],
    ['was seen', { kind: 'ATTORNEY_HW', documentSeen: true }, false],
  ])('when the document behind an authority %s, then a gap says so: %#', (_what, data, gap) => {
    expect(stateOf([recorded(data)]).gaps.some(({ item }) => item === 'DOCUMENT_SEEN')).toBe(gap);
  });
  it('when views and support are recorded, then both are taken in any living stage', () => {
    const views = step('2026-01-06T10:00', 'recordPersonViews', { views: 'v' });
    const support = step('2026-01-06T10:01', 'recordParticipationSupport', { format: 'v' });
    expect(refusals(play([opened, views, support], '2026-01-06'))).toEqual([]);
  });
});
