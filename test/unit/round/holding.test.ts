import { describe, expect, it } from '@jest/globals';
import { releaseOf } from '../../../activities/round/holding';
import { linesOf } from '../../../activities/round/lines';
import { readSettings } from '../../../config';
import type { Notice } from '../../../domain';
import type { LedgerRow } from '../../../persistence';
import { roundTime } from '../../../temporal';
import { waitAfter } from '../../../workflows/roundPace';
import { london } from '../../support/liveCase';
import { passWith } from '../../support/round';

const ROUND = { windowMs: 600_000 };
const AT_NINE = { planned: true, threshold: '+1WD', at: london('2026-07-06T09:00') };

describe('which messages wait for the morning round', () => {
  it.each([
    ['a planned message of 09:00 in summer time', AT_NINE],
    ['one in winter time', { ...AT_NINE, at: london('2026-12-07T09:00') }],
    ['one on its due day', { ...AT_NINE, threshold: 'due' }],
  ])('%s waits until the round goes', (_what, notice) => {
    expect(releaseOf(notice, false, ROUND)).toBe(notice.at + 600_000);
  });
  it.each([
    ['what follows from an event', { ...AT_NINE, planned: false }, false],
    ['a catch-up, though it is armed at 09:00', { ...AT_NINE, threshold: 'catch-up' }, false],
    ['what goes at once', { ...AT_NINE, threshold: 'at-once' }, false],
    ['what quiet hours let go at 08:00', { ...AT_NINE, at: london('2026-07-06T08:00') }, false],
    ['a message of another minute', { ...AT_NINE, at: AT_NINE.at + 1 }, false],
    ['a message of 09:00 UTC in summer', { ...AT_NINE, at: AT_NINE.at + 3_600_000 }, false],
    ['a message of a training case', AT_NINE, true],
  ])('%s goes by itself', (_what, notice, training) => {
    expect(releaseOf(notice, training, ROUND)).toBeNull();
  });
  it('given there is no round, then nothing waits', () => {
    expect(releaseOf(AT_NINE, false, null)).toBeNull();
  });
});

describe('when the round goes', () => {
  it.each([
    ['no spread', 0, { hour: 9, minute: 10, windowMs: 600_000 }],
    ['a spread of ten minutes', 600_000, { hour: 9, minute: 10, windowMs: 600_000 }],
    ['a spread of ten minutes and a second', 601_000, { hour: 9, minute: 11, windowMs: 660_000 }],
    ['a spread of an hour', 3_600_000, { hour: 10, minute: 0, windowMs: 3_600_000 }],
  ])('given %s, then it goes after the last case has woken, and not before 09:10', (_what, spreadMs, time) => {
    expect(roundTime(spreadMs)).toEqual(time);
  });
});

describe('when the round goes on', () => {
  it('given nothing is left, then it is done, whatever is held for another morning', () => {
    expect(waitAfter(passWith({ mails: 3, nextAt: london('2026-07-07T09:10') }), 0, 5_000)).toBeUndefined();
  });
  it('given something is left, then ever later, but within five minutes, and without end', () => {
    const waits = [0, 1, 2, 6, 50].map((idle) => waitAfter(passWith({ left: 1 }), idle, 5_000));
    expect(waits).toEqual([5_000, 10_000, 20_000, 300_000, 300_000]);
  });
  it('given only a case has yet to hear of a failure, then for some passes; the next round takes it from there', () => {
    expect(waitAfter(passWith({ unheard: 1 }), 7, 5_000)).toBe(300_000);
    expect(waitAfter(passWith({ unheard: 1 }), 8, 5_000)).toBeUndefined();
  });
});

describe('the setting MARM_MORNING_ROUND', () => {
  const settings = (value?: string) =>
    readSettings({ MARM_MODE: 'embedded', MONGODB_URI: 'mongodb://x', SMTP_URL: 'smtp://x', MARM_MORNING_ROUND: value });
  it('is on unless it is off, and nothing else', () => {
    expect([settings().morningRound, settings('on').morningRound, settings('off').morningRound]).toEqual([true, true, false]);
    expect(() => settings('no')).toThrow(/MARM_MORNING_ROUND/);
  });
});

describe('what a list says of several messages about one deadline', () => {
  const row = (ref: string, key: string, more: Partial<Notice>): { row: LedgerRow } => ({
    row: { id: `${ref}:${key}:${more.at ?? 0}`, ref, seq: 4, notice: { clock: 'T-ACTION', key, n: 0, at: 0, ...more } } as LedgerRow,
  });
  const ids = (rows: readonly { row: LedgerRow }[]) => linesOf(rows).map((one) => one.row.id);

  it('is the latest only', () => {
    expect(ids([row('A', 'action:1', { at: 2 }), row('A', 'action:1', { at: 3 }), row('A', 'action:1', { at: 1 })])).toEqual([
      'A:action:1:3',
    ]);
  });
  it('and every other deadline and case has a line of its own', () => {
    const all = [row('A', 'action:1', {}), row('A', 'action:2', {}), row('B', 'action:1', {}), row('A', 'action:1', { clock: 'T-SILENT' })];
    expect(linesOf(all)).toEqual(all);
  });
  it('one always stands, also of two at the same instant', () => {
    const twins = [row('A', 'action:1', { n: 1 }), row('A', 'action:1', { n: 2 })];
    expect(linesOf(twins)).toEqual([twins[1]]);
  });
});
