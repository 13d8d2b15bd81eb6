import { describe, expect, it } from '@jest/globals';
import { checkProfile, OBLIGATIONS, PROFILES } from '../../../domain';
import type { Finding, NoticeId, ProtocolProfile } from '../../../domain';
import { TEXTS } from '../../../notifications/texts';
import { add, at, drop, put } from '../../support/jsonEdit';
import type { Edit } from '../../support/jsonEdit';
import { NORTHMARSH } from '../../support/northmarsh';

const hasText = (notice: NoticeId, variant: string): boolean => Object.hasOwn(TEXTS[notice], variant);
const check = (profile: ProtocolProfile): readonly Finding[] => checkProfile(profile, { hasText });
const published = (id: string): ProtocolProfile => [...PROFILES, NORTHMARSH].find((one) => one.id === id)!;

/** The findings of a copy of a profile in which something is changed. */
function broken(id: string, ...edits: readonly Edit[]): readonly string[] {
  const copy = structuredClone(published(id));
  for (const edit of edits) edit(copy);
  return check(copy).map((one) => `${one.code} ${one.place}`);
}

describe('given the published profiles', () => {
  it.each(PROFILES.map((profile) => [`${profile.id}@${profile.version}`, profile] as const))('%s has no finding', (_name, profile) => {
    expect(check(profile)).toEqual([]);
  });
});

describe('given a step of a ladder that is broken', () => {
  const ladder = '/timers/T-MEET/ladders/STANDARD';
  const review = '/timers/T-REVIEW/ladders/HIGH';
  const afterOutside = { at: '+9WD', notice: 'N10', variant: 'overdue', to: ['COORDINATOR'] };

  it.each([
    ['a message has no recipient', 'oxfordshire', put(`${ladder}/0/to`, []), `NO_RECIPIENT ${ladder}/0`],
    ['a step neither speaks nor flags', 'oxfordshire', put(`${ladder}/0/notice`, null), `SAYS_NOTHING ${ladder}/0`],
    ['there is no text for the message', 'oxfordshire', put(`${ladder}/0/variant`, 'never-written'), `NO_TEXT ${ladder}/0`],
    [
      'it is addressed to a role that is not in the role table',
      'oxfordshire',
      put(`${ladder}/0/to/0`, 'MAYOR'),
      `UNKNOWN_ROLE ${ladder}/0/to/0`,
    ],
    ['it is addressed to a role that nobody holds here', 'dorset', put(`${ladder}/0/to/0`, 'TRIAGE_PARTNER'), `NO_HOLDER ${ladder}/0/to/0`],
    ['it raises a flag that no page knows', 'oxfordshire', put(`${ladder}/0/flag`, 'LATE'), `UNKNOWN_FLAG ${ladder}/0`],
    ['it stands before one that fires earlier', 'oxfordshire', put(`${ladder}/0/at`, '+9WD'), `OUT_OF_ORDER ${ladder}/1`],
    ['two steps have one name', 'oxfordshire', put(`${ladder}/1/at`, '-5WD'), `SAME_NAME ${ladder}/1`],
    ['contacts outside are told before others', 'oxfordshire', add(review, afterOutside), `OUTSIDE_NOT_LAST ${review}/7`],
  ])('when %s, then that is found, and nothing else', (_what, id, edit, found) => {
    expect(broken(id, edit)).toEqual([found]);
  });
});

describe('given clocks and timers that do not fit each other', () => {
  const triage = published('oxfordshire').timers['T-TRIAGE'];
  it.each([
    ['a timer has no clock', 'oxfordshire', put('/timers/T-GUESS', published('oxfordshire').timers['T-CLOSE']), 'NO_CLOCK /timers/T-GUESS'],
    ['a clock that every case needs has no timer', 'dorset', drop('/timers/T-ACCEPT'), 'NO_TIMER /timers/T-ACCEPT'],
    ['a clock that this locality needs has no timer', 'oxfordshire', drop('/timers/T-TRIAGE'), 'NO_TIMER /timers/T-TRIAGE'],
    ['a pace leads to no date', 'dorset', drop('/timers/T-MEET/due/IMMEDIATE'), 'NO_RULE /timers/T-MEET/due/IMMEDIATE'],
    ['a tier leads to no ladder', 'dorset', drop('/timers/T-REVIEW/ladders/CRITICAL'), 'NO_RULE /timers/T-REVIEW/ladders/CRITICAL'],
  ])('when %s, then that is found, and nothing else', (_what, id, edit, found) => {
    expect(broken(id, edit)).toEqual([found]);
  });
  it('when a locality without triage has a timer for it, then that is found', () => {
    expect(broken('dorset', put('/timers/T-TRIAGE', triage))).toContain('NEVER_ARMED /timers/T-TRIAGE');
  });
});

describe('given a way to the meeting that a case cannot go', () => {
  it.each([
    ['no case can begin', 'dorset', put('/intake/value', 'LETTER'), 'UNKNOWN_CHOICE /intake/value'],
    ['nobody known convenes', 'northmarsh', put('/convenor/value', 'MAYOR'), 'UNKNOWN_CHOICE /convenor/value'],
    ['triage is on and nobody decides', 'northmarsh', put('/triage/value/deciders', []), 'DEAD_END /triage/value/deciders'],
  ])('when %s, then that is found', (_what, id, edit, found) => {
    expect(broken(id, edit)).toContain(found);
  });
  it('when the referrer is to be contacted after a triage that is none, then that is found', () => {
    const timer = published('oxfordshire').timers['T-CONTACT'];
    expect(broken('dorset', put('/referrerContactRequired/value', true), put('/timers/T-CONTACT', timer))).toEqual([
      'DEAD_END /referrerContactRequired',
    ]);
  });
  it('when a clock tells nobody anything, then that is found, and nothing else', () => {
    const mute = { at: '+1WD', notice: null, variant: 'vacant', to: [], flag: 'ROLE_VACANT' };
    expect(broken('dorset', put('/timers/T-ROLE/ladders', { '-': [mute] }))).toEqual(['NO_RECIPIENT /timers/T-ROLE']);
    expect(broken('dorset', put('/timers/T-ROLE/ladders', { '-': [] }))).toEqual(['NO_RECIPIENT /timers/T-ROLE']);
  });
});

describe('given roles that lead nowhere', () => {
  it.each([
    ['a required role', add('/requiredRoles/value', 'MAYOR'), '/requiredRoles/value/2'],
    ['a triager', add('/triage/value/deciders', 'MAYOR'), '/triage/value/deciders/2'],
    ['somebody who hears of a new case', add('/newCaseNotice/value', 'MAYOR'), '/newCaseNotice/value/2'],
    ['who chairs until a Chair is named', put('/chairDefaultsTo/value', 'MAYOR'), '/chairDefaultsTo/0'],
    ['who hears the repeats', put('/timers/T-REVIEW/repeatTo', ['MAYOR']), '/timers/T-REVIEW/repeatTo/0'],
  ])('%s is found', (_what, edit, place) => {
    expect(broken('oxfordshire', edit)).toEqual([`UNKNOWN_ROLE ${place}`]);
  });
});

describe('given a value that does not say where it comes from', () => {
  const figure = '/timers/T-CONTACT/due/-';
  it.each([
    ['a value without any source', put('/outOfHoursLine', 'Ring the duty team.'), '/outOfHoursLine'],
    ['an unknown tag', put('/basis/source', 'X'), '/basis'],
    ['no paragraph', put('/basis/cite', ' '), '/basis'],
    ['a local default that is called the framework’s', put('/outOfHoursLine/source', 'S'), '/outOfHoursLine'],
    ['a figure of a timer without a paragraph', put(`${figure}/cite`, ''), figure],
  ])('%s is found', (_what, edit, place) => {
    expect(broken('oxfordshire', edit)).toEqual([`NO_SOURCE ${place}`]);
  });
});

describe('given an obligation of the locality’s own document that is taken out', () => {
  /** Takes a recipient out of every step of a timer. */
  const silence =
    (clock: string, role: string): Edit =>
    (copy) => {
      for (const ladder of Object.values(at(copy, `/timers/${clock}/ladders`) as Record<string, { to: string[] }[]>))
        for (const step of ladder) step.to = [...step.to.filter((one) => one !== role), 'COORDINATOR'];
    };
  const whenever = { workingDays: 20 };
  const without: Readonly<Record<string, Edit>> = {
    'O-REASONS': drop('/reasonCodes/value/HARM_TO_OTHERS'),
    'O-LEAD-WORKER': silence('T-ACTION', 'LEAD_WORKER'),
    'O-MARM-OFFICER': put('/convenor/value', 'ANY_AGENCY'),
    'O-TRIAGE': put('/triage/value/deciders', ['COORDINATOR']),
    'O-REFERRER-CONTACT': put('/referrerContactRequired/value', false),
    'O-TWO-WEEKS': put('/timers/T-MEET/due/STANDARD/value', { calendarDays: 15 }),
    'O-RESPONSIBLE-MANAGER': silence('T-ACTION', 'RESPONSIBLE_MANAGER'),
    'O-RECORD': put('/noteTakerDefaultsTo/value', null),
    'O-REVIEW': put('/timers/T-REVIEW/due/-/value', whenever),
    'D-ANY-AGENCY': put('/convenor/value', 'MARM_OFFICER'),
    'D-NO-GATEKEEPER': put('/triage/value/enabled', true),
    'D-REASONS': drop('/reasonCodes/value/ABUSE_OR_NEGLECT'),
    'D-KEY-CONTACT': put('/convenerIsCoordinator/value', false),
    'O-ESCALATE': put('/escalationPrompts/value', ['RISK_RISING_AND_NOT_ENGAGING']),
    'O-LA-CONSENT': put('/escalationConsentGate/value', false),
    'D-ESCALATE': put('/escalationPrompts/value', ['UNMITIGATED_SERIOUS_HARM']),
    'D-CHAIR-AND-NOTE-TAKER': put('/chairDefaultsTo/value', 'COORDINATOR'),
    'D-NOTES': silence('T-MINUTES', 'NOTE_TAKER'),
    'D-OWNERSHIP': silence('T-ACTION', 'RESPONSIBLE_MANAGER'),
    'D-PLAN-UPDATES': silence('T-PLANDIST', 'UNCONFIRMED_RECIPIENTS'),
    'D-FEEDBACK': silence('T-FEEDBACK', 'RELATIONSHIP_HOLDER'),
    'D-REVIEW': put('/timers/T-REVIEW/due/-/value', whenever),
  };
  const all = Object.entries(OBLIGATIONS).flatMap(([id, obligations]) => obligations.map((one) => [one.id, id] as const));
  const deviation = (obligation: string, reason = 'A trial of six months.') => ({ obligation, reason, agreedBy: 'The Board' });

  it.each(all)('%s is missed in %s, unless a deviation says why it is left out', (obligation, id) => {
    const edit = without[obligation];
    if (!edit) throw new Error(`no way to take out ${obligation} is written down here`);
    const missed = `OBLIGATION_REMOVED /deviations/${obligation}`;
    expect(broken(id, edit)).toContain(missed);
    expect(broken(id, edit, put('/deviations', [deviation(obligation)]))).not.toContain(missed);
  });
  it.each([
    ['has no reason', deviation('O-TWO-WEEKS', ' ')],
    ['names nothing that the locality’s document asks for', deviation('D-FEEDBACK')],
  ])('a deviation that %s is found', (_what, unclear) => {
    expect(broken('oxfordshire', put('/deviations', [unclear]))).toEqual([`DEVIATION_UNCLEAR /deviations/${unclear.obligation}`]);
  });
});
