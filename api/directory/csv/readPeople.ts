import { CsvError, parse } from 'csv-parse/sync';
import type { ImportProblem, ImportTable } from '../../../domain';

const LONGEST_LINE = 10_000;
const NEUTRALISED = /^'(?=[=+\-@\t\r])/;

interface Read {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads a file of people as spreadsheets write it: with or without a byte order mark, lines that end in any way, cells in quotes. A sign that
 * was put before a cell so that no spreadsheet runs it is taken off again.
 */
export function readPeople(text: string): { readonly table: ImportTable } | { readonly problems: readonly ImportProblem[] } {
  try {
    const [first, ...rest] = parse(text.replace(/\r\n?/g, '\n'), {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_LINE,
    }) as unknown as readonly Read[];
    if (!first) return problem(1, 'The file is empty.', 'Write a line with the names of the columns, then one line for each person.');
    return tabled(first, rest);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return problem(lineOf(error), ...saidOf(error));
  }
}

function tabled({ record: header }: Read, rest: readonly Read[]): ReturnType<typeof readPeople> {
  if (header.length === 1 && /[;\t]/.test(header[0] ?? ''))
    return problem(1, 'The columns are not parted by commas.', 'Save the file as CSV with commas (comma separated values, UTF-8).');
  const uneven = rest.filter(({ record }) => record.length !== header.length);
  if (uneven.length === 0)
    return { table: { header, lines: rest.map(({ record, info }) => ({ line: info.lines, cells: record.map(plain) })) } };
  return {
    problems: uneven.map(({ record, info }) => ({
      line: info.lines,
      column: null,
      problem: `This line has ${record.length} cells, the header has ${header.length}.`,
      remedy: 'Put a cell that has a comma into double quotes, and write a comma for each empty cell.',
    })),
  };
}

const plain = (cell: string): string => cell.replace(NEUTRALISED, '');

const problem = (line: number, said: string, remedy: string) => ({ problems: [{ line, column: null, problem: said, remedy }] });

const lineOf = (error: CsvError): number => (typeof error['lines'] === 'number' ? error['lines'] : 1);

function saidOf({ code }: CsvError): [string, string] {
  if (code === 'CSV_MAX_RECORD_SIZE')
    return ['A line is far too long, or a double quote is never closed.', 'Close the quote, or shorten the line.'];
  return ['The double quotes do not pair up.', 'Close each quote; write a quote within a cell twice.'];
}
