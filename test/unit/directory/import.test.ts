import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readPeople } from '../../../api/directory/csv/readPeople';
import { writePeople } from '../../../api/directory/csv/writePeople';
import { changesNothing, planImport, readRows } from '../../../domain';
import type { Books, ImportPlan, ImportProblem, ImportTerms } from '../../../domain';
import { administrator, booksOf, organisation, person, service } from '../../support/books';

const TERMS: ImportTerms = { complete: false, by: 'p-admin', today: '2026-08-05', mayKeep: () => true };
const COUNCIL = organisation('org-council', { services: [service('svc-one')], mailDomains: ['council.example'] });
const books = booksOf([administrator(), person('p-a', { telephone: '01632 960100' }), person('p-b')], [COUNCIL, organisation('org-far')]);

type Taken = { readonly plan: ImportPlan } | { readonly problems: readonly ImportProblem[] };

function taken(text: string, terms: Partial<ImportTerms> = {}, from: Books = books): Taken {
  const read = readPeople(text);
  if ('problems' in read) return read;
  const rows = readRows(read.table);
  return 'problems' in rows ? rows : planImport(from, rows.rows, { ...TERMS, ...terms });
}
function planOf(text: string, terms: Partial<ImportTerms> = {}, from: Books = books): ImportPlan {
  const result = taken(text, terms, from);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.plan;
}
/** What is wrong, as 'line column: problem'. */
function problemsOf(text: string, terms: Partial<ImportTerms> = {}): readonly string[] {
  const result = taken(text, terms);
  return 'problems' in result ? result.problems.map(({ line, column, problem }) => `${line} ${column ?? '-'}: ${problem}`) : [];
}
/** The directory after a plan. */
const after = ({ changes }: ImportPlan, from: Books = books): Books => ({
  ...from,
  people: new Map([...from.people, ...changes.people.map((one) => [one.after.id, one.after] as const)]),
});

const HEADER = 'id,name,email,organisation';
const FILE = `${HEADER},service,manager
p-a,Test p-a,p-a@council.example,org-council,svc-one,p-new
p-b,Test p-b,p-b@council.example,org-council,,
p-new,"Test ""New"", Mx",new@elsewhere.example,org-council,,
`;

describe('a file of people', () => {
  it('says who is added, who is changed in what, who stays, and whose address is outside the own domains', () => {
    const { added, changed, unchanged, outsideDomain, changes } = planOf(FILE);
    expect({ added, changed, unchanged, outsideDomain }).toEqual({
      added: ['p-new'],
      changed: [{ id: 'p-a', fields: ['manager', 'service'] }],
      unchanged: 1,
      outsideDomain: ['p-new'],
    });
    expect(changes.people.find(({ before }) => before === null)?.after.name).toBe('Test "New", Mx');
  });
  it('taken in again changes nothing', () => {
    expect(changesNothing(planOf(FILE, {}, after(planOf(FILE))))).toBe(true);
  });
  it('a column that is not there leaves its field, an empty cell takes it away', () => {
    const [kept] = planOf(`${HEADER}\np-a,Test New Name,p-a@council.example,org-council\n`).changes.people;
    expect([kept?.after.telephone, kept?.after.formerNames]).toEqual(['01632 960100', [{ name: 'Test p-a', until: '2026-08-04' }]]);
    const [taken1] = planOf(`${HEADER},telephone\np-a,Test p-a,p-a@council.example,org-council,\n`).changes.people;
    expect(taken1?.after).not.toHaveProperty('telephone');
  });
  it.each([
    ['a byte order mark and CRLF', `\ufeff${FILE.replaceAll('\n', '\r\n')}`],
    ['CR alone', FILE.replaceAll('\n', '\r')],
    ['empty lines and blanks around cells', FILE.replaceAll('\n', '\n\n').replaceAll('org-council', ' org-council ')],
    ['a header in capitals', FILE.replace('id,name', 'ID,Name')],
    ['every cell in quotes', FILE.replace('p-b,Test p-b', '"p-b","Test p-b"')],
  ])('%s makes no difference', (_what, text) => {
    expect(planOf(text)).toEqual(planOf(FILE));
  });
  it('letters that look the same are the same', () => {
    const written = (name: string) => planOf(`${HEADER}\np-new,${name},,org-council\n`).changes.people[0]?.after.name;
    expect(written('Zoe\u0308 Test')).toBe(written('Zo\u00eb Test'));
  });
});

describe('who is missing from a file', () => {
  const without = `${HEADER}\np-b,Test p-b,p-b@council.example,org-council\n`;
  it('stays, and is named', () => {
    expect(planOf(without)).toMatchObject({ deactivated: [], notInFile: ['p-a'] });
  });
  it('is made inactive where the file is said to be complete; never who takes it in, nor people of other organisations', () => {
    const far = booksOf([...books.people.values(), person('p-far', { organisation: 'org-far' })], [...books.organisations.values()]);
    expect(planOf(without, { complete: true }, far)).toMatchObject({ deactivated: ['p-a'], notInFile: [] });
  });
  it('somebody who is said to be inactive is, and comes back the same way', () => {
    const line = (active: string) => `${HEADER},active\np-a,Test p-a,p-a@council.example,org-council,${active}\n`;
    const gone = planOf(line('no'));
    expect(gone.deactivated).toEqual(['p-a']);
    expect(planOf(line('YES'), {}, after(gone)).changed).toEqual([{ id: 'p-a', fields: ['active'] }]);
  });
});

describe('what is wrong in a file', () => {
  const line = (cells: string) => `${HEADER}\n${cells}\n`;
  it.each([
    ['an empty file', '', ['1 -: The file is empty.']],
    ['no such column', 'id,name,organisation,role\n', ['1 role: There is no such column.']],
    ['a column twice', 'id,name,organisation,name\n', ['1 name: This column is there twice.']],
    ['a column that is missing', 'id,name\n', ['1 organisation: This column is missing.']],
    ['semicolons', 'id;name;organisation\n', ['1 -: The columns are not parted by commas.']],
    [
      'a wrong line among others, lines ending in CRLF',
      line('p-new,Test,,org-council\n\np-x,,,org-council').replaceAll('\n', '\r\n'),
      ['4 name: The name is missing, too long or has control characters.'],
    ],
    ['an unclosed quote', line('p-new,"Test New,,org-council'), ['2 -: The double quotes do not pair up.']],
    ['too many cells', line('p-new,Test, New,,org-council'), ['2 -: This line has 5 cells, the header has 4.']],
    ['too few cells', line('p-new,Test'), ['2 -: This line has 2 cells, the header has 4.']],
    ['no name', line('p-new,,,org-council'), ['2 name: The name is missing, too long or has control characters.']],
    [
      'a line break in a name',
      line('p-new,"Test\r\nBcc",,org-council'),
      ['3 name: The name is missing, too long or has control characters.'],
    ],
    ['a change of direction', line('p-new,Test\u202eX,,org-council'), ['2 name: The name is missing, too long or has control characters.']],
    ['an address with a comment', line('p-new,Test,a(b)@council.example,org-council'), ['2 email: This is no plain mail address.']],
    ['an id with an operator', line('{$gt:},Test,,org-council'), ['2 id: This is no id.']],
    ['a name of a prototype', line('__proto__,Test,,org-council'), ['2 id: This is no id.']],
    ['an unknown organisation', line('p-new,Test,,org-none'), ['2 organisation: There is no such organisation in the directory.']],
    ['a person twice', line('p-new,Test,,org-council\np-new,Test,,org-council'), ['3 id: This person stands in line 2 already.']],
  ])('%s', (_what, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
  it('each line is told, and nothing of the file is taken in', () => {
    const text = `${HEADER},active\np-new,Test,,org-none,yes\np-b,,,org-council,perhaps\np-c,Test,,org-council,yes\n`;
    expect(problemsOf(text)).toHaveLength(2);
  });
  it('people whom somebody else keeps are refused, where they come from as where they would go', () => {
    const mayKeep = (id: string) => id === 'org-council';
    const refused = (text: string) => problemsOf(line(text), { mayKeep });
    expect(refused('p-new,Test,,org-far')).toEqual(['2 organisation: You do not keep the people of this organisation.']);
    const far = booksOf([administrator(), person('p-far', { organisation: 'org-far' })], [...books.organisations.values()]);
    const result = taken(line('p-far,Test,,org-council'), { mayKeep }, far);
    expect('problems' in result && result.problems.length).toBe(1);
  });
  it('nobody takes their own account away', () => {
    expect(problemsOf(`${HEADER},active\np-admin,Test,,org-council,no\n`)).toEqual(['2 active: This would take your own account away.']);
  });
  it('a quote that is never closed takes no time', () => {
    const begun = performance.now();
    expect(problemsOf(`${HEADER}\np-new,"${'x,'.repeat(450_000)}`)).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
  it('five thousand rows are planned in well under a second', () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => `p-${n},Test ${n},,org-council`).join('\n');
    const begun = performance.now();
    expect(planOf(`${HEADER}\n${rows}\n`).added).toHaveLength(5_000);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('a file that is written', () => {
  const people = [
    person('p-a', { name: '=HYPERLINK("http://evil.example")', telephone: '+44 1632 960100', organisation: 'org-council' }),
    person('p-b', { name: '-2+3 "quoted", Mx', email: null, active: false }),
    person('p-c', { name: "'t Hooft" }),
    person('p-d', { name: '@SUM(A1)' }),
  ];
  it('holds no cell that a spreadsheet would run', () => {
    const cells = writePeople(people).split(/\r\n|,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    expect(cells.length).toBeGreaterThan(30);
    expect(cells.filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
  });
  it('taken in again it says the same of everybody', () => {
    const from = booksOf([administrator(), ...people], [COUNCIL]);
    const { changed, added, deactivated } = planOf(writePeople(people), {}, from);
    expect({ changed, added, deactivated }).toEqual({ changed: [], added: [], deactivated: [] });
  });
});

describe('the examples', () => {
  const example = (name: string) => readFileSync(join(__dirname, '..', '..', '..', 'examples', 'directory', name), 'utf8');
  const directory = JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'examples', 'directory.json'), 'utf8')) as {
    people: Parameters<typeof booksOf>[0];
    organisations: Parameters<typeof booksOf>[1];
  };
  const from = booksOf(directory.people, directory.organisations);
  it('people.csv goes into the synthetic directory', () => {
    expect(planOf(example('people.csv'), {}, from)).toMatchObject({ added: ['p-fire-second', 'p-fire-third'], outsideDomain: [] });
  });
  it('with-mistakes.csv does not, for the reasons that its page gives', () => {
    const result = taken(example('with-mistakes.csv'), {}, from);
    expect('problems' in result && result.problems.map(({ line, column }) => `${line} ${column ?? '-'}`)).toEqual([
      ...['2 name', '2 email', '4 id'],
    ]);
  });
});
