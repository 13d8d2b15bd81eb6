import { parameter, reading } from '../../contractParts';
import { disclosuresSchema } from '../../views/disclosure';

const REF = parameter('ref', 'path', true);

/** The addresses of the record, for the contract. */
export const recordPaths = (): Readonly<Record<string, object>> => ({
  '/v1/cases/{ref}/disclosures': reading('Who outside the host was shown or sent personal data, and on what ground', [REF], {
    schema: disclosuresSchema,
  }),
});
