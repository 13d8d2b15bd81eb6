import { describe, expect, it } from '@jest/globals';
import { ofIncidents, RETRACTED, toEntries } from '../../../api/timeline/entries';
import { mendingOf } from '../../../api/timeline/mended';
import { fromVault } from '../../../api/commands/vaulting';
import { takeStep, findProfile, fromIso } from '../../../domain';
import type { CaseState, CommandName, Draft } from '../../../domain';
import type { Commit, Vault } from '../../../persistence';
import { REFERRAL } from '../../support/story';

const text = (n: number): string => `v-${String(n).padStart(32, '0')}`;
const profile = findProfile('oxfordshire')!;
type Given = readonly [type: CommandName, data: object, actor?: string];

// Commits as the engine records them, a minute apart.
function commitsOf(list: readonly Given[]): readonly Commit[] {
  let state: CaseState | null = null;
  return list.map(([type, data, actor = 'p-officer'], n) => {
    const at = (fromIso('2026-04-08T12:00:00Z') ?? 0) + n * 60_000;
    const taken = takeStep(state, profile, at, { type, data, actor, id: `c-${n}`, occurredOn: '2026-04-08' } as unknown as Draft);
    if ('refusal' in taken) throw new Error(`${type}: ${taken.refusal.message}`);
    state = taken.state;
    const events = [...taken.settled, ...taken.decided];
    return {
      ref: 'R',
      seq: taken.state.seq,
      at,
      actor,
      command: type,
      commandId: `c-${n}`,
      events,
      notices: [],
      prevHash: '',
      hash: `h${n}`,
      schema: 1,
    };
  });
}

const LIFE: readonly Given[] = [
  ['submitReferral', { ...REFERRAL, risks: text(1), person: { name: text(2) } }, 'p-referrer'],
  [
    'completeMeeting',
    {
      heldOn: '2026-04-08',
      attendance: [
        { service: 'svc-a', status: 'ATTENDED' },
        { service: 'svc-b', status: 'APOLOGY' },
      ],
      outcomes: ['PLAN_AGREED'],
      likelihood: 2,
      impact: 3,
      capacity: { outcome: 'HAS', reason: text(3) },
      reviewOn: '2026-05-20',
      actions: [
        { id: 'a1', text: text(4), service: 'svc-a', dueOn: '2026-05-01' },
        { id: 'a2', text: text(5), service: 'svc-a', dueOn: '2026-05-02' },
      ],
    },
  ],
  ['updateProgress', { action: 'a1', note: text(6) }, 'p-lead'],
];
const WHY = text(9);
const correct = (data: object): Given => ['correctEntry', { reason: WHY, ...data }, 'p-chair'];
const strike = (...corrections: readonly object[]) => mendingOf(commitsOf([...LIFE, ...corrections.map(correct)])).corrections;

describe('given a corrected entry', () => {
  it.each([
    ['a text of a group', { seq: 1, field: 'name', text: text(7) }, text(2), text(7)],
    ['the day of receipt', { seq: 1, field: 'occurredOn', date: '2026-04-07' }, '2026-04-08', '2026-04-07'],
    ['a review date', { seq: 2, field: 'reviewOn', date: '2026-05-21' }, '2026-05-20', '2026-05-21'],
    ['a rating', { seq: 2, field: 'rating', likelihood: 4, impact: 5 }, { likelihood: 2, impact: 3 }, { likelihood: 4, impact: 5 }],
    ['an attendance', { seq: 2, field: 'status', service: 'svc-b', code: 'ATTENDED' }, 'APOLOGY', 'ATTENDED'],
    ['one of two actions', { seq: 2, field: 'dueOn', action: 'a2', date: '2026-05-03' }, '2026-05-02', '2026-05-03'],
    ['the text of an action', { seq: 2, field: 'text', action: 'a2', text: text(7) }, text(5), text(7)],
    ['a reason in a group', { seq: 2, field: 'reason', text: text(7) }, text(3), text(7)],
    ['a text that was not given', { seq: 2, field: 'rationale', text: text(7) }, null, text(7)],
    ['a note', { seq: 3, field: 'note', text: text(7) }, text(6), text(7)],
  ])('%s: the original is struck, the new one stands, with who and why', (_what, data, struck, now) => {
    const [one] = strike(data).get(data.seq) ?? [];
    expect(one).toMatchObject({ field: data.field, struck, now, by: 'p-chair', why: WHY, entry: 4 });
  });
  it('when it is corrected again, then what the first correction said is struck', () => {
    const all = strike({ seq: 3, field: 'note', text: text(7) }, { seq: 3, field: 'note', text: text(8) });
    expect(all.get(3)?.map((one) => [one.struck, one.now])).toEqual([
      [text(6), text(7)],
      [text(7), text(8)],
    ]);
  });
  it('when it is another service’s attendance, then the first correction is not struck', () => {
    const all = strike(
      { seq: 2, field: 'status', service: 'svc-b', code: 'PART' },
      { seq: 2, field: 'status', service: 'svc-a', code: 'PART' },
    );
    expect(all.get(2)?.map((one) => [one.service, one.struck])).toEqual([
      ['svc-b', 'APOLOGY'],
      ['svc-a', 'ATTENDED'],
    ]);
  });
});

describe('given a retracted entry with a correction of it', () => {
  const commits = commitsOf([
    ...LIFE,
    correct({ seq: 3, field: 'note', text: text(7) }),
    ['retractEntry', { seq: 3, reason: text(10), incident: text(8) }, 'p-officer'],
  ]);
  const mending = mendingOf(commits);
  const vault = { get: (_ref: string, name: string) => Promise.resolve(`opened ${name}`) } as unknown as Vault;
  const read = async (lead: boolean) =>
    JSON.stringify(
      await fromVault(vault, 'R', toEntries(commits, mending, lead), { refs: lead ? new Set() : mending.hiddenRefs, instead: RETRACTED }),
    );

  it('then its texts, those of its correction and what is said of the incident are hidden, and nothing else', () => {
    expect([...mending.hiddenRefs].sort()).toEqual([text(6), text(7), text(8), WHY].sort());
  });
  it('then everybody but the lead reads that it was retracted, by whom and when, and neither text nor reference', async () => {
    const shown = await read(false);
    for (const hidden of [6, 7, 8]) expect(shown).not.toContain(text(hidden));
    for (const open of [1, 10]) expect(shown).toContain(`opened ${text(open)}`);
    const [entry] = (JSON.parse(shown) as readonly { seq: number }[]).filter((one) => one.seq === 3);
    expect(entry).toEqual({
      seq: 3,
      at: '2026-04-08T12:02:00Z',
      actor: 'p-lead',
      command: 'updateProgress',
      commandId: 'c-2',
      events: [],
      hash: 'h2',
      retracted: { words: RETRACTED, by: 'p-officer', at: '2026-04-08T12:04:00Z', entry: 5 },
    });
  });
  it('then the information-governance lead reads all of it', async () => {
    const shown = await read(true);
    for (const hidden of [6, 7, 8]) expect(shown).toContain(`opened ${text(hidden)}`);
  });
  it('then an incident is these entries only', () => {
    expect(ofIncidents(commits, mending).map((one) => one.seq)).toEqual([3, 4, 5]);
  });
});
