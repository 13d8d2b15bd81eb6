import { readFileSync } from 'node:fs';
import { CliError } from './client';

/** Reads a JSON file, or standard input for '-'. @throws CliError naming the file */
export function readJson(file: string): Readonly<Record<string, unknown>> {
  let text = '';
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new CliError(`${file}: the file cannot be read. Check its name.`);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  } catch {
    // Told below with the name of the file.
  }
  throw new CliError(`${file}: this is not a JSON object. Check commas, quotes and braces.`);
}
