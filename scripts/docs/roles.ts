import { COMMAND_NAMES, COMMANDS, ROLE_TABLE, ROLES } from '../../domain';
import type { Role } from '../../domain';
import { code, codes, pageOf, table } from './markdown';

/** docs/generated/roles.md: who holds a role in each locality, what it is for, and which commands it may give. */
export const rolesPage = (): string =>
  pageOf(
    'Roles on a case',
    'A message goes to a role; who holds the role is looked up when the message is sent. A message for a role that nobody holds goes to the hosting manager.',
    table(
      ['Role', 'What it may do', 'In Oxfordshire', 'In Dorset', 'Sees'],
      ROLES.map((role) => {
        const { may, oxfordshire, dorset, sees } = ROLE_TABLE[role];
        return [code(role), may, oxfordshire, dorset, SEES[sees]];
      }),
    ),
    '## Which role may give which command',
    table(
      ['Role', 'Commands'],
      ROLES.map((role) => [code(role), commandsOf(role)]),
    ),
  );

const SEES: Readonly<Record<(typeof ROLE_TABLE)[Role]['sees'], string>> = {
  CASE: 'the case',
  OWN_REFERRAL: 'the own referral',
  REFERENCE_ONLY: 'the reference only',
  NO_CONTENT: 'no content',
};

function commandsOf(role: Role): string {
  const given = COMMAND_NAMES.filter((name) => (COMMANDS[name].mayGive as readonly string[]).includes(role));
  return given.length === 0 ? 'none' : codes(given);
}
