import { describe, expect, it } from '@jest/globals';
import { checkProfile, findProfile, settle } from '../../../domain';
import type { CaseEvent, ProtocolProfile } from '../../../domain';
import { caseOn, deadlines, give, moves } from '../../support/running';
import { entriesOf } from '../../support/scripts';
import { refusals, spoken, step } from '../../support/story';

const pin = (at: string, data: object) => step(at, 'pinCalendar', { version: 'ew-test.2', ...data });
const days = (entries: ReturnType<typeof entriesOf>, clock: string) =>
  spoken(entries, clock).map((one) => one.split(' ').slice(0, 2).join(' '));
const s7 = (until: string, ...more: readonly ReturnType<typeof step>[]) =>
  entriesOf('s7', (steps) => [...steps, ...more].sort((a, b) => (a.at < b.at ? -1 : 1)), { until });

describe('another calendar', () => {
  it('given a bank holiday that comes, then what is ahead is counted anew, and what fired is not sent again', () => {
    // Due Fri 18 Dec; a holiday on Tue 22 Dec moves +3WD, STALLED and the draft by a day; -2WD, due and +1WD have fired.
    expect(days(s7('2027-01-07', pin('2026-12-21T12:00', { added: [{ on: '2026-12-22' }] })), 'T-ACTION')).toEqual([
      '2026-12-16T09:00:00Z -2WD',
      '2026-12-18T09:00:00Z due',
      '2026-12-21T09:00:00Z +1WD',
      '2026-12-24T09:00:00Z +3WD',
      '2026-12-30T09:00:00Z +5WD',
      '2027-01-07T09:00:00Z +10WD',
    ]);
  });
  it('given closure days that come, then they count for the locality’s sums', () => {
    const closed = [{ on: '2026-12-24' }, { on: '2026-12-29' }, { on: '2026-12-30' }, { on: '2026-12-31' }];
    expect(days(s7('2027-01-05', pin('2026-12-21T12:00', { closed })), 'T-ACTION').at(-1)).toBe('2027-01-05T09:00:00Z +5WD');
  });
  it('given a holiday that goes, then what counts over it comes a day earlier', () => {
    const gone = pin('2026-12-27T12:00', { removed: [{ on: '2026-12-28' }] });
    expect(days(s7('2026-12-29', gone), 'T-ACTION').at(-1)).toBe('2026-12-28T09:00:00Z +5WD');
  });
  it('given two that come, and a step has passed unsent by the new count, then it is caught up once', () => {
    // The review of 20 January is to be booked ten working days before: Wed 6 January, and Mon 4 January by the new count.
    const come = pin('2027-01-05T10:00', { added: [{ on: '2027-01-12' }, { on: '2027-01-13' }] });
    expect(days(s7('2027-01-18', come), 'T-REVIEW')).toEqual(['2027-01-05T10:00:00Z catch-up', '2027-01-11T09:00:00Z -5WD']);
    expect(days(s7('2027-01-18'), 'T-REVIEW')).toEqual(['2027-01-06T09:00:00Z -10WD', '2027-01-13T09:00:00Z -5WD']);
  });
  it('given a count from an anchor, then its date moves, is recorded with why, and keeps what was sent', () => {
    const owing = caseOn('s7', '2026-12-09');
    const sent = give(owing, '2026-12-15T10:00').state;
    expect(deadlines(sent)).toContain('T-MINUTES meeting:1 2026-12-16');
    const { state, events } = give(sent, '2026-12-15T11:00', {
      type: 'pinCalendar',
      data: { version: 'ew-test.2', added: [{ on: '2026-12-16' }] },
    });
    expect(moves(events)).toEqual([
      'T-MINUTES meeting:1 2026-12-16 2026-12-17 CALENDAR',
      'T-FEEDBACK meeting:1 2026-12-16 2026-12-17 CALENDAR',
      'T-SILENT action:repairs 2026-12-23 2026-12-24 CALENDAR',
    ]);
    expect(state.obligations.find((one) => one.clock === 'T-MINUTES')?.passed).toEqual(['-1WD']);
    const later = settle(state, findProfile('oxfordshire')!, Date.parse('2026-12-31T23:00:00Z'));
    const passed = (clock: string) =>
      later.flatMap((one) =>
        one.type === 'ThresholdPassed' && one.clock === clock ? [`${new Date(one.at).toISOString().slice(0, 10)} ${one.threshold}`] : [],
      );
    expect(passed('T-MINUTES').slice(0, 1)).toEqual(['2026-12-18 +1WD']);
    expect(passed('T-FEEDBACK').slice(0, 2)).toEqual(['2026-12-17 due', '2026-12-18 +1WD']);
  });
  it('given the same change and back, then every date ahead is as before', () => {
    const begun = give(caseOn('s7', '2026-12-09'), '2026-12-10T08:30').state;
    const there = give(begun, '2026-12-10T08:40', {
      type: 'pinCalendar',
      data: { version: 'v2', added: [{ on: '2026-12-16' }], closed: [{ on: '2026-12-14' }] },
    });
    const back = give(there.state, '2026-12-10T08:50', {
      type: 'pinCalendar',
      data: { version: 'v3', removed: [{ on: '2026-12-16' }], opened: [{ on: '2026-12-14' }] },
    });
    const ahead = (state: typeof begun): readonly (string | number)[] =>
      settle(state, findProfile('oxfordshire')!, Date.parse('2027-03-01T00:00:00Z')).flatMap((one: CaseEvent) =>
        one.type === 'ThresholdPassed' ? [`${one.clock} ${one.key} ${one.threshold} ${one.at}`] : [],
      );
    expect(moves(there.events).length).toBeGreaterThan(0);
    expect(deadlines(back.state)).toEqual(deadlines(begun));
    expect(ahead(back.state)).toEqual(ahead(begun));
  });
  it('given the aim of 14 calendar days, then it does not move', () => {
    const begun = caseOn('s7', '2026-12-01');
    const { state } = give(begun, '2026-12-01T11:00', { type: 'pinCalendar', data: { version: 'v2', added: [{ on: '2026-12-15' }] } });
    expect(deadlines(state)).toContain('T-MEET meeting:1 2026-12-15');
    expect(state.calendar).toMatchObject({ version: 'v2', bundle: begun.calendar.bundle, added: ['2026-12-15'] });
  });
  it('given a day that does not lie ahead, or other days under the same name, then it is refused', () => {
    expect(refusals(s7('2026-12-21', pin('2026-12-21T12:00', { added: [{ on: '2026-12-21' }] })))).toEqual(['CALENDAR_DAY_NOT_AHEAD']);
    const twice = [pin('2026-12-21T12:00', { added: [{ on: '2026-12-22' }] }), pin('2026-12-21T12:01', { added: [{ on: '2026-12-23' }] })];
    expect(refusals(s7('2026-12-21', ...twice))).toEqual(['CALENDAR_UNCHANGED']);
  });
});

describe('another version of the rules', () => {
  const v1 = findProfile('oxfordshire')!;
  const minutes = v1.timers['T-MINUTES']!;
  const v2: ProtocolProfile = {
    ...v1,
    version: 'test-2',
    timers: { ...v1.timers, 'T-MINUTES': { ...minutes, due: { '-': { ...minutes.due['-']!, value: { workingDays: 7 } } } } },
  };
  const rules = { profiles: [v1, v2] };
  const migrate = { type: 'migrateProfile', data: { toVersion: 'test-2', reason: 'x' } };
  const begun = () => give(caseOn('s7', '2026-12-09'), '2026-12-10T08:30').state;

  it('is a sound one', () => {
    expect(checkProfile(v2, { hasText: () => true })).toEqual([]);
  });
  it('given a new version is published, then a case keeps its own until it is moved', () => {
    const { state, events } = give(begun(), '2026-12-10T09:30', undefined, rules);
    expect(moves(events)).toEqual([]);
    expect(state.profile.version).toBe(v1.version);
  });
  it('given it is moved, then what differs moves in the same step, and nothing else; it goes on by the new rules', () => {
    const { state, events } = give(begun(), '2026-12-10T09:30', migrate, rules);
    expect(events[0]).toMatchObject({ type: 'ProfileMigrated', from: v1.version, to: 'test-2', data: { reason: 'x' } });
    expect(moves(events)).toEqual(['T-MINUTES meeting:1 2026-12-16 2026-12-18 PROFILE']);
    expect(state.profile).toEqual({ id: 'oxfordshire', version: 'test-2' });
    const next = give(
      state,
      '2026-12-10T10:00',
      { type: 'updateProgress', data: { action: 'repairs', note: 'x' } },
      { ...rules, profile: v2 },
    );
    expect(deadlines(next.state)).toContain('T-MINUTES meeting:1 2026-12-18');
  });
  it('given the version that it has, then nothing happens; given one that is not there, then it is refused', () => {
    expect(give(begun(), '2026-12-10T09:30', { ...migrate, data: { toVersion: v1.version, reason: 'x' } }, rules).events).toEqual([]);
    expect(give(begun(), '2026-12-10T09:30', { ...migrate, data: { toVersion: 'none', reason: 'x' } }, rules).refused).toBe(
      'UNKNOWN_PROFILE_VERSION',
    );
  });
});
