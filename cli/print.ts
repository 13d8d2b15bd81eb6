import Table from 'cli-table3';
import pc from 'picocolors';
import { formatShort, fromIso, londonDateOf, londonTimeOf } from '../domain';

export type Row = Readonly<Record<string, unknown>>;

/** 'Tue 31 Mar 2026 09:00' in London; other text as it is. */
export function local(value: unknown): string {
  const at = typeof value === 'string' ? fromIso(value) : undefined;
  return at === undefined ? cell(value) : `${formatShort(londonDateOf(at))} ${londonTimeOf(at)}`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => cell(one)).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Prints rows as a table with the given columns. */
export function table(rows: readonly Row[], columns: readonly string[]): void {
  if (rows.length === 0) {
    console.log('Nothing.');
    return;
  }
  const printed = new Table({ head: columns.map((name) => pc.bold(name)), style: { head: [], border: [] } });
  for (const row of rows) printed.push(columns.map((name) => local(row[name])));
  console.log(printed.toString());
}

/** Prints the fields of one thing. */
export function fields(thing: Row, names: readonly string[]): void {
  for (const name of names) console.log(`${pc.bold(name.padEnd(14))} ${local(thing[name])}`);
}
