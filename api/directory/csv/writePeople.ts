import { stringify } from 'csv-stringify/sync';
import { IMPORT_COLUMNS } from '../../../domain';
import type { ImportColumn, Person } from '../../../domain';

/**
 * People as a file that spreadsheets open and an import takes in again. A cell that a spreadsheet would run as a formula begins with a single
 * quote; the byte order mark tells it that the file is UTF-8.
 */
export const writePeople = (people: readonly Person[]): string =>
  stringify(people.map(toRow), {
    header: true,
    columns: [...IMPORT_COLUMNS],
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });

const toRow = (person: Person): Readonly<Record<ImportColumn, string>> => ({
  id: person.id,
  name: person.name,
  email: person.email ?? '',
  telephone: person.telephone ?? '',
  organisation: person.organisation,
  service: person.service ?? '',
  manager: person.manager ?? '',
  active: person.active ? 'yes' : 'no',
});
