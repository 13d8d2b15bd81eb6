import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkProfile, findProfile, PROFILES, simulate } from '../../../domain';
import type { Entry, NoticeId, ProtocolProfile, ScriptStep } from '../../../domain';
import { TEXTS } from '../../../notifications/texts';
import { filesUnder } from '../../support/files';
import { add, put } from '../../support/jsonEdit';
import { NORTHMARSH } from '../../support/northmarsh';
import { script } from '../../support/scripts';
import { refusals, spoken } from '../../support/story';

const root = join(__dirname, '..', '..', '..');
const check = (profile: ProtocolProfile) =>
  checkProfile(profile, { hasText: (notice: NoticeId, variant: string) => Object.hasOwn(TEXTS[notice], variant) });
const dorset = findProfile('dorset')!;

// One straight life: a call, its triage where there is one, a meeting, a plan, an action that is late.
const CALLED: readonly ScriptStep[] = script('s1').steps.flatMap((step): readonly ScriptStep[] => {
  if (step.command === 'submitReferral') return [{ ...step, command: 'submitCall', data: { ...step.data, reasons: ['SELF_NEGLECT'] } }];
  return step.command === 'recordReferrerContact' ? [] : [step];
});
const withoutTriage = CALLED.filter(({ command }) => command !== 'decideTriage');

function live(profile: ProtocolProfile, steps: readonly ScriptStep[]): readonly Entry[] {
  const result = simulate({ ...script('s1'), profile: profile.id, steps }, profile);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.entries;
}
const lines = (entries: readonly Entry[]) =>
  entries
    .filter((one) => one.kind === 'notice' || one.kind === 'flag')
    .map((one) => `${one.at} ${one.notice ?? one.flag ?? ''} ${one.clock ?? '-'} ${one.threshold ?? '-'} ${one.to.join('+')}`);

const unlike = (some: readonly string[] = [], others: readonly string[] = []) => [...new Set(some.filter((one) => !others.includes(one)))];

describe('given a third locality, as data only', () => {
  it('then its profile is sound', () => {
    expect(check(NORTHMARSH)).toEqual([]);
  });
  it('then no code knows its name', () => {
    const folders = ['activities', 'api', 'cli', 'config', 'domain', 'notifications', 'persistence', 'temporal', 'worker', 'workflows'];
    const naming = folders
      .flatMap((folder) => filesUnder(join(root, folder)))
      .filter((file) => /northmarsh/i.test(readFileSync(file, 'utf8')));
    expect(naming).toEqual([]);
    expect(PROFILES.map(({ id }) => id)).not.toContain('northmarsh');
  });
  it('then a whole life goes through, with nothing refused', () => {
    expect(refusals(live(NORTHMARSH, CALLED))).toEqual([]);
  });
  it('then it differs from a life in Dorset only where its data differ: receipt, triage, three weeks, a day off', () => {
    const [here, there] = [lines(live(NORTHMARSH, CALLED)), lines(live(dorset, withoutTriage))];
    expect(unlike(here, there)).toEqual([
      '2026-03-26T15:20:00Z N01 T-ACK at-once TRIAGE_PARTNER',
      '2026-03-30T10:00:00Z N04 - - REFERRER+REFERRING_MANAGER',
      '2026-04-01T08:00:00Z N07 T-INFO -2WD LEAD_WORKER',
    ]);
    expect(unlike(there, here)).toEqual([
      '2026-03-26T15:20:00Z N01 T-ACK at-once RESPONSIBLE_MANAGER',
      '2026-03-31T08:00:00Z N05 T-MEET -5WD COORDINATOR',
      '2026-04-02T08:00:00Z N07 T-INFO -2WD LEAD_WORKER',
    ]);
  });
  it('then an action that nobody does differs in the one figure that is its own, and in nothing else', () => {
    const late = ({ command }: ScriptStep) => command !== 'completeAction';
    const [here, there] = [live(NORTHMARSH, CALLED.filter(late)), live(dorset, withoutTriage.filter(late))].map((life) =>
      spoken(life, 'T-ACTION'),
    );
    expect(unlike(here, there)).toEqual(['2026-05-05T08:00:00Z +1WD LEAD_WORKER+RESPONSIBLE_MANAGER']);
    expect(unlike(there, here)).toEqual([
      '2026-05-05T08:00:00Z +1WD LEAD_WORKER',
      '2026-05-07T08:00:00Z +3WD LEAD_WORKER+RESPONSIBLE_MANAGER',
    ]);
  });
  it('then triage leads to the booking of a meeting, since nobody rings the caller', () => {
    const result = simulate({ ...script('s1'), profile: 'northmarsh', steps: CALLED.slice(0, 2), until: '2026-03-30' }, NORTHMARSH);
    expect(result).toMatchObject({ state: { stage: 'CONVENING', locality: 'northmarsh', calendar: { localClosureDays: ['2026-04-02'] } } });
  });
  it('then the aim of three weeks speaks on its own days: it ends on 16 April', () => {
    const silent = live(NORTHMARSH, CALLED.slice(0, 1));
    expect(
      spoken(silent, 'T-MEET')
        .slice(0, 6)
        .map((one) => one.slice(0, 10)),
    ).toEqual(['2026-04-09', '2026-04-13', '2026-04-15', '2026-04-17', '2026-04-24', '2026-05-01']);
  });
  it.each([
    ['an unknown reason', 'submitCall', { reasons: ['REFUSAL'] }, 'UNKNOWN_REASON'],
    ['a referral', 'submitReferral', {}, 'NOT_IN_THIS_LOCALITY'],
  ])('then %s is refused, as its data say', (_what, command, data, code) => {
    const first = CALLED[0]!;
    expect(refusals(live(NORTHMARSH, [{ ...first, command, data: { ...first.data, ...data } }]))).toEqual([code]);
  });
});

describe('given that its data are wrong', () => {
  const broken = (edit: (copy: object) => void) => {
    const copy = structuredClone(NORTHMARSH);
    edit(copy);
    return check(copy).map((one) => `${one.code} ${one.place}`);
  };
  it.each([
    [
      'triage is switched off and its timer left in',
      put('/triage/value', { enabled: false, deciders: [] }),
      'NEVER_ARMED /timers/T-TRIAGE',
    ],
    ['contact is asked for without a timer', put('/referrerContactRequired/value', true), 'NO_TIMER /timers/T-CONTACT'],
    ['somebody is told who is in no role table', add('/newCaseNotice/value', 'LIGHTHOUSE_KEEPER'), 'UNKNOWN_ROLE /newCaseNotice/value/1'],
  ])('when %s, then that is found', (_what, edit, found) => {
    expect(broken(edit)).toContain(found);
  });
});
