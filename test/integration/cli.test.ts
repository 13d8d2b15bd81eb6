import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { marm } from '../support/cli';
import type { CliRun } from '../support/cli';
import { sharedStack } from '../support/stack';

const S1 = 'examples/referrals/s1-hoarding.json';
const folder = mkdtempSync(join(tmpdir(), 'marm-cli-'));
const run = (...args: readonly string[]): Promise<CliRun> => marm(sharedStack().stateDir, args);
const json = async (...args: readonly string[]): Promise<Record<string, unknown>> => {
  const { code, out, err } = await run(...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Record<string, unknown>;
};
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('given the first screen of commands, typed one after another', () => {
  let ref: string;
  let submitted: CliRun;
  beforeAll(async () => {
    submitted = await run('submit', S1, '--clock', '2026-03-26T15:20');
    ref = /^Case (\S+)$/m.exec(submitted.out)?.[1] ?? '';
    await run('forward', ref, '--to', '2026-03-30T11:00');
    await run('do', ref, 'decideTriage', 'examples/commands/decide-triage.json');
    await run('forward', ref, '--to', '2026-03-31T14:00');
    await run('do', ref, 'schedule-meeting', 'examples/commands/schedule-meeting.json');
  });

  it('then submit names the case and says what to do in an emergency', () => {
    expect(submitted).toMatchObject({ code: 0, err: '' });
    expect(submitted.out).toMatch(/^Case [2-9A-Z]{4}-[2-9A-Z]{2}\nReceived\. .*999/);
  });
  it('then show tells the stage in words and the running deadlines in London time', async () => {
    const { code, out } = await run('show', ref);
    expect(code).toBe(0);
    expect(out).toMatch(/stageText +waiting for contact with the referrer/);
    expect(out).toMatch(/trainingClock +Tue 31 Mar 2026 14:0\d/);
    expect(out).toMatch(/T-MEET.*meeting:1.*2026-04-09.*\+1WD, Fri 10 Apr 2026 09:00/);
    expect(out).not.toContain('{"');
    expect(await json('show', ref)).toMatchObject({ ref, stage: 'REFERRER_CONTACT', meeting: { on: '2026-04-08' } });
  });
  it('then clocks lists each deadline with what happens next', async () => {
    expect((await run('clocks', ref)).out).toMatch(/T-CONTACT.*2026-04-01.*due, Wed 1 Apr 2026 09:00/);
    const { clocks } = (await json('clocks', ref)) as { clocks: readonly { clock: string }[] };
    expect(clocks.map((one) => one.clock)).toEqual(expect.arrayContaining(['T-CONTACT', 'T-MEET']));
  });
  it('then explain says where a date comes from, in one paragraph', async () => {
    const { code, out } = await run('explain', ref, 'T-MEET');
    expect(code).toBe(0);
    expect(out).toContain('Thursday 9 April 2026: 14 calendar days after the referral was received on Thursday 26 March 2026');
    expect(out).toContain('Good Friday and Easter Monday do not extend it');
    expect((await run('explain', ref, 'T-REVIEW')).out).toContain('No T-REVIEW runs on this case.');
  });
  it('then who must not see it is excluded, who must see it looks without a role, and its coordinator reads both', async () => {
    expect((await run('exclude', ref, '--person', 'p-fire-lead')).err).toContain('--reason: say why');
    expect((await run('exclude', ref, '--person', 'p-fire-lead', '--reason', 'A relative.')).out).toMatch(/p-fire-lead.*A relative\./);
    expect((await run('show', ref, '--as', 'p-police-lead')).err).toContain('NOT_FOUND');
    expect((await run('break-glass', ref, '--reason', 'At the door.', '--hours', '2')).out).toMatch(/until +\w{3} \d/);
    expect((await run('show', ref, '--as', 'p-police-lead')).code).toBe(0);
    const { out } = await run('access', ref);
    expect(out).toMatch(/REFUSED.*p-police-lead/);
    expect(out).toMatch(/READ.*p-police-lead.*BREAK_GLASS/);
    expect(out).toMatch(/p-police-lead.*At the door\./);
  });
  it('then a partner system is registered that fits the directory, and no other', async () => {
    expect((await run('client', 'list')).out).toContain('client-housing-ox');
    const row = { id: 'client-gp', organisation: 'org-ox-trust', service: 'svc-gp', scopes: ['cases:read-own'], actsFor: 'p-gp-lead' };
    expect((await run('client', 'save', file('client.json', JSON.stringify(row)))).out).toContain('client-gp');
    const wrong = file('wrong.json', JSON.stringify({ ...row, actsFor: 'p-fire-lead' }));
    expect((await run('client', 'save', wrong)).err).toContain('actsFor: name an active person of svc-gp');
  });
  it('then forecast says what happens if nobody acts', async () => {
    expect((await run('forecast', ref, '--days', '30')).out).toMatch(/Fri 10 Apr 2026 09:00.*T-MEET.*\+1WD.*N05/);
    const { entries } = (await json('forecast', ref, '--days', '5')) as { entries: readonly { at: string; clock: string | null }[] };
    expect(entries.some((one) => one.clock === 'T-CONTACT')).toBe(true);
    expect(entries.every((one) => one.at < '2026-04-06')).toBe(true);
  });
  it('then what-if says which dates and messages would change, of the case as it stands, and changes nothing', async () => {
    const before = await json('clocks', ref);
    const found = (await json('what-if', ref, '--pace', 'EXPEDITED')) as {
      deadlines: readonly object[];
      messages: Readonly<Record<string, readonly object[]>>;
    };
    expect(found.deadlines).toContainEqual({ clock: 'T-MEET', key: 'meeting:1', from: '2026-04-09', to: '2026-04-02' });
    expect(found.messages['moved']).toContainEqual(
      expect.objectContaining({ from: expect.objectContaining({ at: '2026-04-10T08:00:00Z', threshold: '+1WD' }) }),
    );
    const days = file('days-off.json', '["2026-04-10"]');
    expect((await run('what-if', ref, '--holidays', days)).out).toMatch(/moved.*T-MEET.*\+1WD.*Fri 10 Apr 2026 09:00.*Mon 13 Apr 2026/);
    expect(await json('clocks', ref)).toEqual(before);
    expect((await run('what-if', 'ZZZZ-ZZ', '--pace', 'EXPEDITED')).err).toBe('There is no case ZZZZ-ZZ. Check the reference.\n');
  });
  it('then worklist and inbox show the case and its mails', async () => {
    expect((await run('worklist')).out).toMatch(new RegExp(`${ref}.*REFERRER_CONTACT`));
    const { out } = await run('inbox', '--ref', ref);
    expect(out).toMatch(/Tue 31 Mar 2026 09:00.*officer-ox@ox-council\.example.*MARM meeting not booked/);
    const mine = await run('inbox', '--ref', ref, '--to', 'fire-lead@ox-fire.example', '--json');
    const mails = JSON.parse(mine.out) as readonly { to: string }[];
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.every((mail) => mail.to === 'fire-lead@ox-fire.example')).toBe(true);
  });
  it('then do takes the data alone, or from standard input', async () => {
    const contacted = JSON.stringify({ result: 'REACHED', involvement: 'ATTEND_PART' });
    const given = await marm(sharedStack().stateDir, ['do', ref, 'recordReferrerContact', '-', '--json'], contacted);
    expect([given.code, JSON.parse(given.out)]).toEqual([0, expect.objectContaining({ ref, seq: expect.any(Number) })]);
  });
  it('then a refused command ends with 1 and one line that says why', async () => {
    const { code, out, err } = await run('do', ref, 'publishPlan', 'examples/commands/publish-plan.json');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^WRONG_STAGE: This cannot be done now: .*\.\n$/);
  });
  it('then a command with wrong fields names each of them', async () => {
    const { code, err } = await run('do', ref, 'addAction', file('wrong.json', '{"id": "a1", "when": "soon"}'));
    expect(code).toBe(1);
    expect(err).toMatch(/^INVALID_REQUEST: .*\n/);
    for (const field of ['/data/text', '/data/service', '/data/dueOn', '/data/when']) expect(err).toContain(`  ${field}: `);
  });
  it('then an unknown case, a command that does not exist and a time that is none say what to check', async () => {
    expect((await run('show', 'ZZZZ-ZZ')).err).toMatch(/^NOT_FOUND: .*Check the reference\.\n$/);
    expect((await run('do', ref, 'closeAtOnce', file('empty.json', '{}'))).err).toMatch(/^UNKNOWN_COMMAND: /);
    expect((await run('forward', ref, '--to', 'tomorrow')).err).toMatch(/^INVALID_REQUEST: .*\n {2}\/to: Give a London time/);
  });
});

describe('given a token of the local issuer', () => {
  it('then it opens the API, for a person whom the directory knows', async () => {
    const { code, out } = await run('token', '--as', 'p-officer-ox');
    expect(code).toBe(0);
    const answer = await fetch(`${sharedStack().api}/v1/cases`, { headers: { authorization: `Bearer ${out.trim()}` } });
    expect(answer.status).toBe(200);
  });
  it('then a length that is no number is refused', async () => {
    expect(await run('token', '--as', 'p-officer-ox', '--minutes', 'many')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(/^--minutes: .*\n$/),
    });
  });
});

describe('given what cannot work', () => {
  it('when the engine is not there, then one line says how to start it', async () => {
    const nowhere = mkdtempSync(join(tmpdir(), 'marm-nowhere-'));
    const { code, out, err } = await marm(nowhere, ['worklist', '--api', 'http://127.0.0.1:9']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe('The engine does not answer at http://127.0.0.1:9. Start it with: npm start\n');
  });
  it('when the file is missing or is no JSON, then one line names it', async () => {
    expect(await run('submit', 'nowhere.json')).toEqual({
      code: 1,
      out: '',
      err: 'nowhere.json: the file cannot be read. Check its name.\n',
    });
    const broken = file('broken.json', '{"profile": "oxfordshire",}');
    expect((await run('submit', broken)).err).toBe(`${broken}: this is not a JSON object. Check commas, quotes and braces.\n`);
  });
  it('when the command does not exist or an option is left out, then it says so and ends with 1', async () => {
    expect(await run('nonsense')).toMatchObject({ code: 1, err: expect.stringContaining("unknown command 'nonsense'") });
    expect(await run('token')).toMatchObject({ code: 1, err: expect.stringContaining('--as') });
  });
});

describe('given a script of dated commands', () => {
  interface Line {
    readonly at: string;
    readonly kind: string;
    readonly clock: string | null;
    readonly threshold: string | null;
    readonly notice: string | null;
    readonly to: readonly string[];
    readonly code: string | null;
  }
  const entriesOf = async (path: string): Promise<readonly Line[]> =>
    ((await json('simulate', path)) as { entries: readonly Line[] }).entries;

  it('then simulate needs no engine and prints each line in the agreed shape, in order of time', async () => {
    const { code, out } = await marm(folder, ['simulate', 'examples/scripts/s1.json', '--json']);
    const { entries, ...rest } = JSON.parse(out) as { entries: readonly Line[] };
    expect([code, rest]).toEqual([0, {}]);
    for (const one of entries) {
      expect(Object.keys(one)).toEqual(expect.arrayContaining(['at', 'kind', 'clock', 'key', 'threshold', 'notice', 'to', 'flag', 'code']));
      expect(['command', 'notice', 'flag', 'refusal']).toContain(one.kind);
      expect(one.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }
    expect([...entries].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))).toEqual(entries);
    expect(entries.filter((one) => one.notice === 'N05' && one.clock === 'T-MEET')).toEqual([
      expect.objectContaining({ at: '2026-03-31T08:00:00Z', kind: 'notice', threshold: '-5WD', to: ['COORDINATOR'], code: null }),
    ]);
  });
  it('then a refused step appears as a refusal and the run goes on', async () => {
    const steps = [
      {
        at: '2026-03-26T15:20',
        command: 'submitReferral',
        data: { reasons: ['REFUSAL'], risks: 'synthetic', consent: { position: 'GIVEN' } },
      },
      { at: '2026-03-27T10:00', command: 'publishPlan', data: {} },
      { at: '2026-03-30T10:00:00Z', command: 'decideTriage', data: { outcome: 'MARM', rationale: 'synthetic' } },
    ];
    const entries = await entriesOf(file('refused.json', JSON.stringify({ profile: 'oxfordshire', until: '2026-04-01', steps })));
    expect(entries.filter((one) => one.kind === 'refusal')).toEqual([
      expect.objectContaining({ at: '2026-03-27T10:00:00Z', kind: 'refusal', code: 'WRONG_STAGE' }),
    ]);
    expect(entries.filter((one) => one.kind === 'command').map((one) => one.at)).toEqual(['2026-03-26T15:20:00Z', '2026-03-30T10:00:00Z']);
  });
  it('then without --json it is a table for people', async () => {
    const { code, out } = await run('simulate', 'examples/scripts/s1.json');
    expect(code).toBe(0);
    expect(out).toMatch(/Tue 31 Mar 2026 09:00.*notice.*T-MEET.*-5WD.*N05.*COORDINATOR/);
  });
  it.each([
    ['an unknown profile', { profile: 'atlantis', until: '2026-04-01', steps: [] }, '/profile: There is no such profile'],
    ['no steps', { profile: 'oxfordshire', until: '2026-04-01' }, '"steps" must be a list'],
    ['a day that does not exist', { profile: 'oxfordshire', until: '2026-02-30', steps: [] }, '/until: Give a day'],
    [
      'a time that does not exist',
      { profile: 'oxfordshire', until: '2026-04-01', steps: [{ at: '2026-03-29T01:30', command: 'publishPlan', data: {} }] },
      '/steps/0/at: Give a London time',
    ],
    [
      'an unknown command',
      { profile: 'oxfordshire', until: '2026-04-01', steps: [{ at: '2026-03-26T15:20', command: 'close', data: {} }] },
      '/steps/0/command: There is no such command',
    ],
    [
      'an unknown field',
      { profile: 'oxfordshire', until: '2026-04-01', steps: [{ at: '2026-03-26T15:20', command: 'publishPlan', data: { x: 1 } }] },
      '/steps/0/data/x: There is no such field',
    ],
  ])('then %s stops it with the file, the place and what to do', async (what, script, message) => {
    const path = file(`${what.replaceAll(' ', '-')}.json`, JSON.stringify(script));
    const { code, out, err } = await run('simulate', path);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(path);
    expect(err).toContain(message);
  });
});
