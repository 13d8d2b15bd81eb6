import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ApiDeps } from '../../../api/deps';
import { mergeCase } from '../../../api/commands/mergeCase';
import type { CaseState, Draft } from '../../../domain';
import type { Outcome } from '../../../temporal';
import { holder, roleCase } from '../../support/roleCase';

const SOURCE = 'K7QF-2M';
const TARGET = 'M3TV-8C';
const ACCEPTED: Outcome = { kind: 'accepted', seq: 7 };

interface Sent {
  readonly ref: string;
  readonly draft: Draft;
}
let sent: Sent[] = [];
let answers: Outcome[] = [];
/** Exclusions from the other case. */
let hidden: readonly object[] = [];
let stored: { readonly ref: string; readonly text: string }[] = [];

beforeEach(() => {
  sent = [];
  answers = [];
  stored = [];
  hidden = [];
});

const target = roleCase({ stage: 'CONVENING', holders: { COORDINATOR: 'p-other' } });

/** The parts of the API that merging touches, as fakes that note what is asked of them. */
const depsWith = (targetState: CaseState | null): ApiDeps =>
  ({
    repositories: {
      cases: {
        find: (ref: string) => {
          const state = ref === SOURCE ? roleCase() : ref === TARGET ? targetState : null;
          return Promise.resolve(state && { ref, state, training: false });
        },
      },
      vault: {
        get: (_ref: string, vaultRef: string) => Promise.resolve(`text of ${vaultRef}`),
        put: ({ ref, text }: { ref: string; text: string }) => {
          stored.push({ ref, text });
          return Promise.resolve(`v-${'0'.repeat(31)}${stored.length}`);
        },
      },
      commits: { list: () => Promise.resolve([]) },
      exceptions: {
        of: (ref: string) => Promise.resolve({ exclusions: ref === TARGET ? hidden : [], breakGlass: [] }),
      },
      directory: {
        person: (id: string) => Promise.resolve({ id, organisation: 'org', service: null, active: true }),
        service: (id: string) => Promise.resolve({ id }),
      },
    },
    gateway: {
      command: (ref: string, draft: Draft) => {
        sent.push({ ref, draft });
        return Promise.resolve(answers.shift() ?? ACCEPTED);
      },
    },
    wallClock: () => 0,
  }) as unknown as ApiDeps;

const merge = (
  more: { state?: CaseState; into?: string; otherCoordinator?: string; actor?: string; expectedSeq?: number } = {},
  to: CaseState | null = target,
) =>
  mergeCase(depsWith(to), {
    ref: SOURCE,
    state: more.state ?? roleCase(),
    actor: more.actor ?? holder('COORDINATOR'),
    command: 'mergeInto',
    commandId: 'merge-1',
    body: { data: { into: more.into ?? TARGET, reason: 'synthetic', otherCoordinator: more.otherCoordinator ?? 'p-other' } },
    expectedSeq: more.expectedSeq,
  });
const told = (): readonly string[] => sent.map(({ ref, draft }) => `${ref} ${draft.type}`);

describe('merging a case into another one', () => {
  it('when it is asked for, then the other one takes over first, and then this one ends', async () => {
    expect(await merge()).toEqual(ACCEPTED);
    expect(told()).toEqual([`${TARGET} takeOverCase`, `${SOURCE} mergeInto`]);
    expect(sent[0]?.draft.data).toMatchObject({ from: SOURCE, agreedBy: 'p-other', receivedOn: '2026-03-26' });
    expect(sent[1]?.draft.id).toBe('merge-1');
  });
  it('then the narrative of open actions and challenges is written into the other case’s vault', async () => {
    const [first, ...rest] = roleCase().actions.map((one) => ({ ...one, textRef: `v-${'a'.repeat(32)}` }));
    await merge({ state: roleCase({ actions: first ? [first, ...rest] : rest }) });
    const [challenge] = roleCase().challenges;
    const texts = stored.filter(({ ref }) => ref === TARGET).map(({ text }) => text);
    const [action] = [`text of v-${'a'.repeat(32)}`];
    expect([...texts].sort()).toEqual([action, action, action, challenge?.textRef]);
  });
  it('given the other case is one that its coordinator must not see, then there is no such case', async () => {
    hidden = [{ id: 'x-1', who: { person: holder('COORDINATOR') }, by: 'p-other', reason: 'v-reason', at: 0, ended: null }];
    await expect(merge()).rejects.toMatchObject({ code: 'UNKNOWN_CASE' });
    expect(sent).toEqual([]);
  });
  it('given it broke off half done, when it is asked for again, then both are given under the same ids', async () => {
    answers = [ACCEPTED, { kind: 'unavailable' }];
    expect(await merge()).toEqual({ kind: 'unavailable' });
    const first = sent.map(({ draft }) => draft.id);
    sent = [];
    expect(await merge()).toEqual(ACCEPTED);
    expect(sent.map(({ draft }) => draft.id)).toEqual(first);
  });
  it('given the answer of the other case is still awaited, then this one goes on and the request may be repeated', async () => {
    answers = [{ kind: 'pending' }];
    expect(await merge()).toEqual({ kind: 'unavailable' });
    expect(told()).toEqual([`${TARGET} takeOverCase`]);
  });
  it('given the other case refuses, then this one goes on', async () => {
    answers = [{ kind: 'refused', refusal: { code: 'WRONG_STAGE', message: 'It is closed.' } }];
    expect(await merge()).toMatchObject({ kind: 'refused' });
    expect(told()).toEqual([`${TARGET} takeOverCase`]);
  });
  it('given this case has ended or moved on, then nothing is carried over and the rules answer', async () => {
    await merge({ state: roleCase({ stage: 'MERGED' }) });
    await merge({ expectedSeq: 99 });
    expect(told()).toEqual([`${SOURCE} mergeInto`, `${SOURCE} mergeInto`]);
  });
  it.each([
    ['into itself', { into: SOURCE }, target, 'UNKNOWN_CASE'],
    ['into a case that is not there', {}, null, 'UNKNOWN_CASE'],
    ['into a case of another locality', {}, { ...target, locality: 'dorset' }, 'UNKNOWN_CASE'],
    ['without the other coordinator', { otherCoordinator: 'p-somebody' }, target, 'AGREEMENT_MISSING'],
    ['by somebody who may not', { actor: holder('LEAD_WORKER') }, target, 'NOT_PERMITTED'],
  ])('%s: refused, and nothing is carried over', async (_what, more, to, code) => {
    await expect(merge(more, to)).rejects.toMatchObject({ code });
    expect(sent).toEqual([]);
  });
});
