import { COMMAND_NAMES, kebabOf } from '../domain';
import { isDraftId, isReference } from './commands/reference';

const WORDS: ReadonlySet<string> = new Set([
  ...['', 'v1', 'cases', 'commands', 'timeline', 'clocks', 'forecast', 'notices', 'forward', 'problems', 'openapi.json', 'drafts', 'send'],
  ...['exclusions', 'end', 'break-glass', 'access-log', 'search'],
  ...['directory', 'people', 'organisations', 'services', 'offices', 'imports', 'export', 'me', 'proposals', 'history', 'open-roles'],
  ...['amend', 'absence', 'leave', 'hand-over-all'],
  ...['disclosures', 'exports', 'decisions', 'sheet'],
  ...COMMAND_NAMES.map(kebabOf),
]);

const isOurs = (part: string): boolean => WORDS.has(part) || isReference(part) || isDraftId(part) || /^[a-z2-7]{52}$/.test(part);

/** The path of a request as the log may hold it: our own words, references, ids of drafts and commands; somebody may have typed a name into the rest. */
export const loggedPath = (url: string): string =>
  (url.split('?')[0] ?? '')
    .split('/')
    .map((part) => (isOurs(part) ? part : '-'))
    .join('/');
