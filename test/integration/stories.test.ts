import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { fromIso, londonDateOf, londonTimeOf, simulate } from '../../domain';
import { script } from '../support/scripts';
import { callerOf } from '../support/api';
import { mailsAbout } from '../support/mailbox';
import { sharedStack } from '../support/stack';

const run = promisify(execFile);
const MAIN = join(resolve(__dirname, '..', '..'), 'dist', 'cli', 'main.js');

interface Line {
  readonly at: string;
  readonly kind: string;
  readonly what: string;
  readonly who: string;
  readonly detail: string;
}

// The story as it passes through API, workflow, database and SMTP of the running engine.
async function played(id: string): Promise<{ readonly ref: string; readonly happenings: readonly Line[] }> {
  const env = { ...process.env, MARM_STATE_DIR: sharedStack().stateDir };
  const { stdout } = await run(process.execPath, [MAIN, 'story', id, '--json'], { env, maxBuffer: 16_000_000 });
  return JSON.parse(stdout) as { ref: string; happenings: readonly Line[] };
}

const minute = (at: string): string => {
  const instant = fromIso(at) ?? Date.parse(at);
  return `${londonDateOf(instant)} ${londonTimeOf(instant)}`;
};
const distinct = (lines: readonly string[]): readonly string[] => [...new Set(lines)].sort();

function expected(name: string) {
  const result = simulate(script(name));
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  const said = result.entries.filter((one) => one.kind === 'notice');
  return {
    mails: distinct(said.map((one) => `${minute(one.at)} ${[one.notice, one.threshold].filter((part) => part !== null).join(' ')}`)),
    commands: result.entries.filter((one) => one.kind === 'command').map((one) => `${minute(one.at)} ${one.command ?? ''}`),
    flags: result.entries
      .filter((one) => one.kind === 'flag')
      .map((one) => `${minute(one.at)} ${one.raised === true ? '+' : '-'}${one.flag ?? ''}`),
  };
}

describe('stories on the real servers', () => {
  it.each([
    ['S1', 's1', 104],
    ['S2', 's2', 52],
    ['S3', 's3', 49],
    ['S4', 's4', 63],
    ['S6', 's6', 46],
    ['S7', 's7', 28],
    ['S8', 's8', 48],
    ['S10', 's10', 54],
  ])(
    '%s: the mails received, the commands and the flags are those of the simulator, to the minute',
    async (id, name, howMany) => {
      const { ref, happenings: lines } = await played(id);
      const mails = lines.filter((one) => one.kind === 'mail');
      const wanted = expected(name);
      expect(distinct(mails.map((one) => `${minute(one.at)} ${one.detail}`))).toEqual(wanted.mails);
      expect(lines.filter((one) => one.kind === 'command').map((one) => `${minute(one.at)} ${one.what}`)).toEqual(wanted.commands);
      expect(lines.filter((one) => one.kind === 'flag').map((one) => `${minute(one.at)} ${one.what}`)).toEqual(wanted.flags);
      expect(mails.length).toBe(howMany);
      // Every narrative of a story begins with these words; reasons and names of services are not for mail either.
      const words = (await mailsAbout(sharedStack(), ref)).map(({ subject, text }) => `${subject} ${text}`);
      expect(words.join(' ')).not.toMatch(/synthetic example|svc-|[A-Z]+_[A-Z]+|self-neglect|hoarding|section 42|capacity/i);
    },
    120_000,
  );
  it('S6: the lapse message is in the inbox of the local authority and of the Board, and says nothing of the case but its reference', async () => {
    const response = await fetch(`${sharedStack().inbox}/api/messages?to=la-do@do-council.example`);
    const mails = (await response.json()) as readonly { subject: string; text: string }[];
    const mail = mails.find((one) => one.subject.includes('case without review'));
    expect(mail?.subject).toMatch(/^\[TRAINING\] MARM case without review - ref [0-9A-Z]{4}-[0-9A-Z]{2}$/);
    expect(mail?.text).not.toMatch(/2026|review date|risk|self-neglect/i);
  });
  it('S6: the contacts outside see the reference and whom to ring, may say what they did, and nothing else', async () => {
    const stack = sharedStack();
    const response = await fetch(`${stack.inbox}/api/messages?to=la-do@do-council.example`);
    const mails = (await response.json()) as readonly { subject: string; headers: Readonly<Record<string, string>> }[];
    const mail = mails.find((one) => one.subject.includes('case without review'));
    const ref = mail?.headers['x-marm-ref'] ?? '';
    const contact = await callerOf(stack, 'p-la-do');
    const seen = await contact.get<{ sight: string; why: string; ring: readonly { role: string; name: string; telephone: string }[] }>(
      `/v1/cases/${ref}`,
    );
    expect(seen.body.sight).toBe('REFERENCE');
    expect(seen.body.why).toContain('something is overdue');
    expect(Object.keys(seen.body).sort()).toEqual(['ref', 'ring', 'seq', 'sight', 'why']);
    expect(seen.body.ring.every(({ name, telephone }) => name !== '' && /^01632 960\d{3}$/.test(telephone))).toBe(true);
    for (const part of ['timeline', 'clocks', 'forecast', 'notices'])
      expect((await contact.get(`/v1/cases/${ref}/${part}`)).status).toBe(404);
    expect((await contact.give(ref, 'record-oversight', { note: 'Synthetic: rang the manager.' })).status).toBe(200);
    expect((await contact.give(ref, 'set-review-date', { reviewOn: '2026-11-20', reason: 'Synthetic.' })).status).toBe(403);
    expect((await contact.get<{ cases: readonly unknown[] }>('/v1/cases')).body.cases).toEqual([]);
  });
});
