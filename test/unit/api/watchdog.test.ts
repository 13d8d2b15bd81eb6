import { describe, expect, it } from '@jest/globals';
import { createWatchdog } from '../../../api/watchdog/watchdog';
import type { OutgoingMail } from '../../../notifications';
import type { LateCase } from '../../../persistence';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 2, 26, 12);

/** A watchdog over cases that wake at given instants, with what it has said. */
function watching(cases: readonly LateCase[], { spreadMs = 0, kind = 'sent' }: { spreadMs?: number; kind?: 'sent' | 'later' } = {}) {
  const mails: OutgoingMail[] = [];
  const seen = { now: NOON, alive: 0, problems: 0, cases, broken: false };
  const dog = createWatchdog({
    cases: {
      late: (before, limit) =>
        seen.broken
          ? Promise.reject(new Error('the database is away'))
          : Promise.resolve(seen.cases.filter(({ wakeAt }) => wakeAt < before).slice(0, limit)),
    },
    channel: { send: (mail) => (mails.push(mail), Promise.resolve({ kind, response: '' })) },
    opsAddress: 'operations@marm.example',
    spreadMs,
    alive: () => {
      seen.alive += 1;
      return Promise.resolve();
    },
    log: { error: () => (seen.problems += 1) },
    wallClock: () => seen.now,
  });
  const look = (after: number) => {
    seen.now = NOON + after * MINUTE;
    return dog.check();
  };
  return { dog, mails, seen, look };
}
const due = [{ ref: 'K7QF-2M', wakeAt: NOON }];

describe('given a case that should act at noon', () => {
  it('when it is 15 minutes past, then nothing is said yet, and whoever waits hears that all is well', async () => {
    const { dog, mails, seen, look } = watching(due);
    await look(15);
    expect([dog.isWell(), mails.length, seen.alive]).toEqual([true, 0, 1]);
  });
  it('when it has not acted after that, then readiness fails and operations get one mail with its reference', async () => {
    const { dog, mails, seen, look } = watching(due);
    await look(16);
    await look(17);
    expect([dog.isWell(), mails.length, seen.alive]).toEqual([false, 1, 0]);
    expect(mails[0]).toMatchObject({ to: 'operations@marm.example', subject: 'MARM engine: cases are late' });
    expect(mails[0]?.text).toContain('K7QF-2M: should have acted at 2026-03-26T12:00:00Z');
  });
  it('when an hour has passed, then it is said again; when it has acted, then all is well', async () => {
    const { dog, mails, seen, look } = watching(due);
    await look(16);
    await look(76);
    expect(mails).toHaveLength(2);
    expect(mails[0]?.messageId).not.toBe(mails[1]?.messageId);
    seen.cases = [];
    await look(77);
    expect([dog.isWell(), seen.alive]).toEqual([true, 1]);
  });
  it('given wakes are spread over ten minutes, then it is late ten minutes later', async () => {
    const { dog, look } = watching(due, { spreadMs: 10 * MINUTE });
    await look(25);
    expect(dog.isWell()).toBe(true);
    await look(26);
    expect(dog.isWell()).toBe(false);
  });
  it('given the relay puts the mail off, then the next look tries again', async () => {
    const { mails, look } = watching(due, { kind: 'later' });
    await look(16);
    await look(17);
    expect(mails).toHaveLength(2);
  });
  it('given the database cannot be read, then it says so in the log and goes on, and nobody hears that all is well', async () => {
    const { seen, look } = watching([]);
    seen.broken = true;
    await look(1);
    expect([seen.problems, seen.alive]).toEqual([1, 0]);
  });
});
