import type { Connection, NativeConnection } from './types';
import { SEARCH_ATTRIBUTES } from './names';

const TYPE_NUMBERS = { KEYWORD: 2, DATETIME: 6, BOOL: 5, KEYWORD_LIST: 7 } as const;
const CLI_TYPES = { KEYWORD: 'Keyword', DATETIME: 'Datetime', BOOL: 'Bool', KEYWORD_LIST: 'KeywordList' } as const;

/**
 * Makes sure that the namespace knows the search attributes: a case that uses an unknown one would never get on.
 * Registers them where that is asked for (embedded); elsewhere @throws Error with the command to run.
 */
export async function ensureSearchAttributes(
  connection: Connection | NativeConnection,
  namespace: string,
  register: boolean,
): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(([name]) => !Object.hasOwn(customAttributes, name));
  if (missing.length === 0) return;
  if (!register) {
    const command = missing
      .map(([name, type]) => `temporal operator search-attribute create --namespace ${namespace} --name ${name} --type ${CLI_TYPES[type]}`)
      .join('; ');
    throw new Error(`Search attributes are missing in namespace ${namespace}. Run: ${command}`);
  }
  const searchAttributes = Object.fromEntries(missing.map(([name, type]) => [name, TYPE_NUMBERS[type]]));
  await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
}
