import { isPlainAddress } from '../mail';

/** The columns of a file of people, in the order in which one is written. */
export const IMPORT_COLUMNS = ['id', 'name', 'email', 'telephone', 'organisation', 'service', 'manager', 'active'] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** Columns without which a row says nothing. One that is left out of the file stays as it is; an empty cell takes away what was there. */
export const NEEDED_COLUMNS: readonly ImportColumn[] = ['id', 'name', 'organisation'];

/** What is wrong in a file, where, and what to do about it. */
export interface ImportProblem {
  /** The line of the file, counted from 1 with the header. */
  readonly line: number;
  /** The column by its name in the header; null for a whole line. */
  readonly column: string | null;
  readonly problem: string;
  readonly remedy: string;
}

interface ColumnRule {
  readonly fits: (cell: string) => boolean;
  readonly problem: string;
  readonly remedy: string;
}

const ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
const LONGEST_NAME = 200;
const emptyOr = (fits: (cell: string) => boolean) => (cell: string) => cell === '' || fits(cell);
const isId = (cell: string): boolean => ID.test(cell);

/** What a cell of each column may hold; cells come trimmed. */
export const COLUMN_RULES: Readonly<Record<ImportColumn, ColumnRule>> = {
  id: {
    fits: isId,
    problem: 'This is no id.',
    remedy: 'Give letters, digits and hyphens, at most 64, such as p-ash: what the sign-in service calls the person.',
  },
  name: {
    fits: (cell) => cell !== '' && Array.from(cell).length <= LONGEST_NAME && !/\p{Control}|\p{Surrogate}|\p{Bidi_Control}/u.test(cell),
    problem: 'The name is missing, too long or has control characters.',
    remedy: `Write the name in one line of at most ${LONGEST_NAME} characters.`,
  },
  email: {
    fits: emptyOr(isPlainAddress),
    problem: 'This is no plain mail address.',
    remedy: 'Give one address such as ash@council.example, or leave the cell empty.',
  },
  telephone: {
    fits: emptyOr(isTelephone),
    problem: 'This is no telephone number.',
    remedy: 'Give digits and spaces, such as 01632 960100, or leave the cell empty.',
  },
  organisation: {
    fits: isId,
    problem: 'This is no id of an organisation.',
    remedy: 'Give the id that the directory shows, such as org-council.',
  },
  service: {
    fits: emptyOr(isId),
    problem: 'This is no id of a service.',
    remedy: 'Give the id that the directory shows, such as svc-housing, or leave the cell empty.',
  },
  manager: { fits: emptyOr(isId), problem: 'This is no id of a person.', remedy: 'Give the manager’s id, or leave the cell empty.' },
  active: {
    fits: (cell) => ['yes', 'no'].includes(cell.toLowerCase()),
    problem: 'This says neither yes nor no.',
    remedy: 'Write yes or no.',
  },
};

/** True for digits with the signs that people write between them. */
export function isTelephone(text: string): boolean {
  return /^\+?[0-9][0-9 ()-]{1,28}[0-9]$/.test(text);
}
