import { describe, expect, it } from '@jest/globals';
import { hasLeft, holdersBefore, isHere, isOutsideDomain, isPlainAddress, nameOn, renamed, touchedBy, whoseTurn } from '../../../domain';
import type { OfficeHeld, Person } from '../../../domain';
import { organisation, person } from '../../support/books';

const ON = '2026-08-05';
const away = (id: string, standsIn: string | null, more: Partial<Person> = {}): Person =>
  person(id, { absences: [{ from: '2026-08-03', to: '2026-08-14', standsIn }], ...more });

/** Follows the turns as the repository does; gives who acts, or nobody. */
function acting(people: readonly Person[], on = ON): string {
  const asked: Person[] = people.slice(0, 1);
  for (;;) {
    const turn = whoseTurn(asked, on);
    if (turn === 'NOBODY') return 'nobody';
    if ('acts' in turn) return turn.acts.id;
    const next = people.find(({ id }) => id === turn.ask);
    if (!next) return 'nobody';
    asked.push(next);
  }
}

describe('who acts for somebody', () => {
  it.each<[string, readonly Person[], string]>([
    ['who is there acts', [person('p-a')], 'p-a'],
    ['who is away has the one who stands in', [away('p-a', 'p-b'), person('p-b')], 'p-b'],
    ['who stands in is away too: the next one', [away('p-a', 'p-b'), away('p-b', 'p-c'), person('p-c')], 'p-c'],
    ['nobody stands in', [away('p-a', null)], 'nobody'],
    ['two stand in for each other and both are away', [away('p-a', 'p-b'), away('p-b', 'p-a')], 'nobody'],
    ['who stands in is not in the directory', [away('p-a', 'p-z')], 'nobody'],
    ['who has left has a successor', [person('p-a', { leaving: { on: '2026-07-31', to: 'p-b' } }), person('p-b')], 'p-b'],
    ['who has left without a successor', [person('p-a', { leaving: { on: '2026-07-31', to: null } })], 'nobody'],
    ['who was made inactive', [person('p-a', { active: false })], 'nobody'],
    ['who leaves at the end of today is there', [person('p-a', { leaving: { on: ON, to: 'p-b' } }), person('p-b')], 'p-a'],
    [
      'a row of five ends with nobody',
      [away('p-a', 'p-b'), away('p-b', 'p-c'), away('p-c', 'p-d'), away('p-d', 'p-e'), person('p-e')],
      'nobody',
    ],
  ])('%s', (_what, people, who) => {
    expect(acting(people)).toBe(who);
  });
  it('both the first and the last day are days away, the days beside them are not', () => {
    const one = away('p-a', null);
    expect(['2026-08-02', '2026-08-03', '2026-08-14', '2026-08-15'].map((on) => isHere(one, on))).toEqual([true, false, false, true]);
  });
  it('the last day is a day at work', () => {
    const one = person('p-a', { leaving: { on: '2026-08-31', to: null } });
    expect(['2026-08-31', '2026-09-01'].map((on) => hasLeft(one, on))).toEqual([false, true]);
  });
});

describe('who was this when', () => {
  it('an old day has the old name', () => {
    const married = renamed(person('p-a', { name: 'Test Ash' }), 'Test Birch', '2026-04-01');
    const again = renamed(married, 'Test Cedar', '2026-06-01');
    expect(['2026-03-31', '2026-04-01', '2026-05-31', '2026-06-01'].map((on) => nameOn(again, on))).toEqual([
      ...['Test Ash', 'Test Birch', 'Test Birch', 'Test Cedar'],
    ]);
  });
  it('a name that is mended on its first day leaves no trace', () => {
    const first = renamed(person('p-a', { name: 'Test Ash' }), 'Test Brich', '2026-04-01');
    const mended = renamed(first, 'Test Birch', '2026-04-01');
    expect([mended.name, mended.formerNames]).toEqual(['Test Birch', [{ name: 'Test Ash', until: '2026-03-31' }]]);
  });
});

describe('who held an office then', () => {
  const office: OfficeHeld = { role: 'COORDINATOR', locality: 'oxfordshire' };
  const [was, is] = [person('p-old'), person('p-new')];
  const moved = {
    people: [
      { before: is, after: { ...is, offices: [office] } },
      { before: { ...was, offices: [office] }, after: was },
    ],
    organisations: [],
  };
  it('a change is taken back', () => {
    expect(holdersBefore(['p-new'], office, [moved])).toEqual(['p-old']);
    expect(holdersBefore(['p-new'], office, [])).toEqual(['p-new']);
  });
  it('a change says which office it is about', () => {
    expect(touchedBy(moved)).toEqual(['p-new', 'office:oxfordshire:COORDINATOR', 'p-old']);
  });
});

describe('mail addresses', () => {
  it.each(['ash@council.example', "o'neill+marm@mail.council.example", `${'a'.repeat(64)}@b.example`])('%s is one', (address) => {
    expect(isPlainAddress(address)).toBe(true);
  });
  it.each([
    '"a@evil x"@good.test',
    'ash(comment)@council.example',
    'group: ash@council.example;',
    'Ash <ash@council.example>',
    'аsh@council.example',
    'ash@council.example\r\nBcc: x@evil.test',
    'ash@council',
    'ash.@council.example',
    `${'a'.repeat(10_000)}@b.example`,
    `ash@${'b.'.repeat(120)}example.example`,
  ])('%s is none', (address) => {
    expect(isPlainAddress(address)).toBe(false);
  });
  it('an address outside the own domains is seen, whatever its letters', () => {
    const own = organisation('org-council', { mailDomains: ['council.example'] });
    const outside = (email: string | null) => isOutsideDomain({ email }, own);
    expect(['a@council.example', 'a@COUNCIL.example', null].map(outside)).toEqual([false, false, false]);
    expect(['a@mail.council.example', 'a@evil.example', 'a@council.example.evil.example'].map(outside)).toEqual([true, true, true]);
    expect(isOutsideDomain({ email: 'a@evil.example' }, organisation('org-free'))).toBe(false);
  });
});
