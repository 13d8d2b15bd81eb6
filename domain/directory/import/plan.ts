import type { LondonDate } from '../../calendar';
import { differing, together } from '../change/books';
import type { Books } from '../change/books';
import { isEmptyChange, NO_CHANGES } from '../entries';
import type { DirectoryChanges, Person } from '../entries';
import { isOutsideDomain } from '../mail';
import { hasLeft } from '../presence';
import { changePerson, newPerson } from '../change/people';
import type { PersonData } from '../change/people';
import type { DirectoryDecision, DirectoryRefusal } from '../change/refusals';
import type { ImportColumn, ImportProblem } from './columns';
import { toData } from './rows';
import type { ImportRow } from './rows';

/** How a file is taken in. */
export interface ImportTerms {
  /** The file names everybody of its organisations: whoever is not in it is made inactive. */
  readonly complete: boolean;
  readonly by: string;
  readonly today: LondonDate;
  /** True for an organisation whose people the importing person may keep. */
  readonly mayKeep: (organisation: string) => boolean;
}

/** What a file would do, person by person. */
export interface ImportPlan {
  readonly changes: DirectoryChanges;
  readonly added: readonly string[];
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
  readonly deactivated: readonly string[];
  readonly unchanged: number;
  /** Active people of the organisations named who are not in the file, and stay as they are. */
  readonly notInFile: readonly string[];
  /** People of the file whose address is outside the domains of their organisation. */
  readonly outsideDomain: readonly string[];
}

/**
 * What a file of people comes to: all of it, or everything that is wrong with it. Taken in again it changes nothing. Nobody is made inactive for
 * not being in a file, unless it is said to be complete.
 */
export function planImport(
  books: Books,
  rows: readonly ImportRow[],
  terms: ImportTerms,
): { readonly plan: ImportPlan } | { readonly problems: readonly ImportProblem[] } {
  const known: Books = { ...books, people: new Map([...placeholders(rows, books), ...books.people]) };
  const done = rows.map((row) => ofRow(known, books.people.get(row.cells.id ?? ''), row, terms));
  const problems = done.flatMap((one) => ('problem' in one ? [one.problem] : []));
  const missing = missingFrom(books, rows, terms);
  const gone = terms.complete ? missing.map((person) => changePerson(books, person, { active: false }, terms.today)) : [];
  const kept = gone.flatMap((one) => ('refusal' in one ? [{ line: 1, column: null, problem: one.refusal.message, remedy: KEEP }] : []));
  if (problems.length + kept.length > 0) return { problems: [...problems, ...kept] };
  const changes = together(
    ...done.map((one) => ('changes' in one ? one.changes : NO_CHANGES)),
    ...gone.map((one) => ('changes' in one ? one.changes : NO_CHANGES)),
  );
  return { plan: summed(books, changes, rows, terms, missing) };
}

const KEEP = 'Put the person into the file, or take it in without calling it complete.';

// A manager may stand further down in the same file.
const placeholders = (rows: readonly ImportRow[], { people }: Books): readonly (readonly [string, Person])[] =>
  rows.flatMap(({ cells }) => {
    const { id = '', name = '', organisation = '' } = cells;
    if (id === '' || people.has(id)) return [];
    return [[id, { id, name, email: null, organisation, service: null, offices: [], manager: null, active: true }] as const];
  });

type Done = { readonly changes: DirectoryChanges } | { readonly problem: ImportProblem };

function ofRow(known: Books, before: Person | undefined, row: ImportRow, { by, today, mayKeep }: ImportTerms): Done {
  const { active, ...data } = toData(row);
  const at = (column: ImportColumn | null, problem: string, remedy: string): Done => ({
    problem: { line: row.line, column, problem, remedy },
  });
  const organisations = [data.organisation ?? '', ...(before ? [before.organisation] : [])];
  if (organisations.some((one) => known.organisations.has(one) && !mayKeep(one)))
    return at('organisation', 'You do not keep the people of this organisation.', 'Take the row out, or ask its administrator.');
  if (active === false && row.cells.id === by)
    return at('active', 'This would take your own account away.', 'Ask another administrator to do it.');
  const decision = before
    ? changePerson(known, before, { ...data, ...(active === undefined ? {} : { active }) }, today)
    : added(known, row, active);
  return 'refusal' in decision ? { problem: toProblem(row, decision.refusal) } : decision;
}

function added(known: Books, row: ImportRow, active = true): DirectoryDecision {
  const { active: _active, ...data } = toData(row);
  return newPerson(known, row.cells.id ?? '', { ...BLANK, ...data }, active);
}

const BLANK: PersonData = { name: '', email: null, telephone: null, organisation: '', service: null, manager: null };

const toProblem = ({ line }: ImportRow, { message, field }: DirectoryRefusal): ImportProblem => {
  const [problem = message, ...remedy] = message.split(': ');
  const said = remedy.join(': ');
  return {
    line,
    column: field?.slice(1) ?? null,
    problem: `${problem}.`.replace('..', '.'),
    remedy: said === '' ? 'Correct the cell.' : capital(said),
  };
};
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function missingFrom({ people }: Books, rows: readonly ImportRow[], { by, today }: ImportTerms): readonly Person[] {
  const ids = new Set(rows.map(({ cells }) => cells.id));
  const organisations = new Set(rows.map(({ cells }) => cells.organisation));
  return [...people.values()].filter(
    (one) => one.id !== by && organisations.has(one.organisation) && !ids.has(one.id) && !hasLeft(one, today),
  );
}

function summed(
  { organisations }: Books,
  changes: DirectoryChanges,
  rows: readonly ImportRow[],
  { complete, today }: ImportTerms,
  missing: readonly Person[],
): ImportPlan {
  const moved = changes.people.flatMap(({ before, after }) => (before ? [{ before, after }] : []));
  const isGone = ({ before, after }: (typeof moved)[number]): boolean => !hasLeft(before, today) && hasLeft(after, today);
  const named = new Set(rows.map(({ cells }) => cells.id));
  const outside = ({ after }: { after: Person }): boolean => isOutsideDomain(after, organisations.get(after.organisation) ?? {});
  return {
    changes,
    added: changes.people.filter(({ before }) => before === null).map(({ after }) => after.id),
    changed: moved.filter((one) => !isGone(one)).map(({ before, after }) => ({ id: after.id, fields: differing(before, after) })),
    deactivated: moved.filter(isGone).map(({ after }) => after.id),
    unchanged: rows.length - changes.people.filter(({ after }) => named.has(after.id)).length,
    notInFile: complete ? [] : missing.map(({ id }) => id),
    outsideDomain: changes.people.filter(outside).map(({ after }) => after.id),
  };
}

/** True for a file that is in the directory already. */
export const changesNothing = ({ changes }: ImportPlan): boolean => isEmptyChange(changes);
