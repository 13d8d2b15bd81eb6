import type { PersonData } from '../change/people';
import { COLUMN_RULES, IMPORT_COLUMNS, NEEDED_COLUMNS } from './columns';
import type { ImportColumn, ImportProblem } from './columns';

/** One line of a file, by column; columns that the file does not have are left out. */
export interface ImportRow {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<ImportColumn, string>>>;
}

/** A file as it was read: its header and lines of as many cells. */
export interface ImportTable {
  readonly header: readonly string[];
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const MOST_ROWS = 5_000;

/** The rows of a file, or everything that is wrong with its header and its cells, each with its place and what to do. */
export function readRows({
  header,
  lines,
}: ImportTable): { readonly rows: readonly ImportRow[] } | { readonly problems: readonly ImportProblem[] } {
  const columns = header.map((name) => name.trim().toLowerCase());
  const wrong = wrongHeader(columns);
  if (wrong.length > 0) return { problems: wrong };
  if (lines.length > MOST_ROWS)
    return { problems: [{ line: 1, column: null, problem: `There are more than ${MOST_ROWS} rows.`, remedy: 'Split the file.' }] };
  const rows = lines.map(({ line, cells }): ImportRow => ({
    line,
    cells: Object.fromEntries(columns.map((name, at) => [name, (cells[at] ?? '').normalize('NFC').trim()])),
  }));
  const problems = [...rows.flatMap(wrongCells), ...repeated(rows)];
  return problems.length > 0 ? { problems } : { rows };
}

function wrongHeader(columns: readonly string[]): readonly ImportProblem[] {
  const problem = (column: string, said: string, remedy: string): ImportProblem => ({ line: 1, column, problem: said, remedy });
  const known = `The columns are: ${IMPORT_COLUMNS.join(', ')}.`;
  return [
    ...columns
      .filter((name) => !IMPORT_COLUMNS.some((one) => one === name))
      .map((name) => problem(name.slice(0, 100), 'There is no such column.', `Rename it or take it out. ${known}`)),
    ...columns
      .filter((name, at) => columns.indexOf(name) !== at)
      .map((name) => problem(name.slice(0, 100), 'This column is there twice.', 'Keep one of the two.')),
    ...NEEDED_COLUMNS.filter((name) => !columns.includes(name)).map((name) => problem(name, 'This column is missing.', `Add it. ${known}`)),
  ];
}

const wrongCells = ({ line, cells }: ImportRow): readonly ImportProblem[] =>
  IMPORT_COLUMNS.flatMap((column) => {
    const cell = cells[column];
    const { fits, problem, remedy } = COLUMN_RULES[column];
    return cell === undefined || fits(cell) ? [] : [{ line, column, problem, remedy }];
  });

function repeated(rows: readonly ImportRow[]): readonly ImportProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, cells: { id = '' } }) => {
    const before = first.get(id);
    first.set(id, before ?? line);
    if (before === undefined) return [];
    return [{ line, column: 'id', problem: `This person stands in line ${before} already.`, remedy: 'Keep one of the two rows.' }];
  });
}

const orNull = (cell: string): string | null => (cell === '' ? null : cell);

/** What a row says of a person; what its file has no column for is left out. Its cells have been checked. */
export function toData({ cells }: ImportRow): Partial<PersonData> & { readonly active?: boolean } {
  const { name, email, telephone, organisation, service, manager, active } = cells;
  return {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email: orNull(email) }),
    ...(telephone === undefined ? {} : { telephone: orNull(telephone) }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(service === undefined ? {} : { service: orNull(service) }),
    ...(manager === undefined ? {} : { manager: orNull(manager) }),
    ...(active === undefined ? {} : { active: active.toLowerCase() === 'yes' }),
  };
}
