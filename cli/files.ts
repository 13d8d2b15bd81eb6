import { readFileSync, writeFileSync } from 'node:fs';
import { CliError } from './client';

/** Reads a JSON object from a file, or from standard input for '-'. @throws CliError naming the file */
export function readJson(file: string): Readonly<Record<string, unknown>> {
  const value = parse(file);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  throw new CliError(`${file}: this is not a JSON object. Check commas, quotes and braces.`);
}

/** Reads a JSON list from a file. @throws CliError naming the file */
export function readList(file: string): readonly unknown[] {
  const value = parse(file);
  if (Array.isArray(value)) return value;
  throw new CliError(`${file}: this is not a JSON list.`);
}

/** Reads a file as text, or standard input for '-'. @throws CliError naming the file */
export function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new CliError(`${file}: the file cannot be read. Check its name.`);
  }
}

// Undefined for text that is not JSON.
function parse(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Writes a file that only its owner may read. @throws CliError naming the file */
export function writeOwn(file: string, bytes: Buffer): void {
  try {
    writeFileSync(file, bytes, { mode: 0o600 });
  } catch {
    throw new CliError(`${file}: the file cannot be written. Check the folder.`);
  }
}
