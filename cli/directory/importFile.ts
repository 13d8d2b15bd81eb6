import { show } from '../asking';
import type { Options } from '../asking';
import { postFile } from '../client';
import { readText } from '../files';
import { table } from '../print';
import type { Row } from '../print';

interface Answer {
  readonly dryRun: boolean;
  readonly added: readonly string[];
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[];
  readonly deactivated: readonly string[];
  readonly unchanged: number;
  readonly notInFile: readonly string[];
  readonly outsideDomain: readonly string[];
  readonly openRoles: readonly { readonly person: string; readonly cases: readonly Row[] }[];
}

/** Sends a file of people, to be tried or taken in, and prints what it does. @throws CliError with a line for each thing that is wrong */
export async function importFile(file: string, options: Options & { now?: boolean; complete?: boolean }): Promise<void> {
  const query = new URLSearchParams({ dry: String(options.now !== true), complete: String(options.complete === true) });
  const answer = (await postFile(options, `/v1/directory/imports?${query.toString()}`, readText(file), 'text/csv')) as Answer;
  show(options, answer, () => {
    table(rowsOf(answer), ['what', 'person', 'fields', 'cases']);
    console.log(`${answer.unchanged} are in the directory as the file has them.`);
    if (answer.dryRun) console.log('Nothing is changed: add --now to take the file in.');
  });
}

function rowsOf({ added, changed, deactivated, notInFile, outsideDomain, openRoles }: Answer): readonly Row[] {
  const cases = (person: string) => openRoles.find((one) => one.person === person)?.cases.map(({ ref }) => ref) ?? [];
  return [
    ...added.map((person) => ({ what: 'added', person })),
    ...changed.map(({ id, fields }) => ({ what: 'changed', person: id, fields })),
    ...deactivated.map((person) => ({ what: 'made inactive', person, cases: cases(person) })),
    ...notInFile.map((person) => ({ what: 'not in the file, stays', person })),
    ...outsideDomain.map((person) => ({ what: 'address outside the own domains', person })),
  ];
}
