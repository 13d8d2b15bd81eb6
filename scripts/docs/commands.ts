import { COMMAND_NAMES, COMMANDS, kebabOf, REFUSALS, STAGES_OF } from '../../domain';
import type { CommandName, Field, Fields } from '../../domain';
import type { CommandSpec } from '../../domain/case/commands/spec';
import { code, codes, fence, pageOf, table } from './markdown';

/** docs/commands.md: every command of the table with its data, who may give it and when. */
export const commandsPage = (): string =>
  pageOf(
    'Commands',
    'Every command that a case takes. The same table makes the messages of the workflow, the checks of the API, its contract and this page.',
    'A command is given with `POST /v1/cases/{ref}/commands/{name}` and an `Idempotency-Key`, or with `marm do REF name FILE`. Its body is `{"data": {...}}`; beside `data` it may carry `occurredOn` (the day of the fact, if it was an earlier one), `informant` (who told it) and `source` (how it was told). Fields marked † are narrative: they are kept encrypted in the vault, and everything else sees a reference only. Those marked ‡ tell about somebody else and are kept apart from what tells about the person. What the roles are stands in [roles](generated/roles.md), the stages in [lifecycle](generated/lifecycle.md).',
    table(['Command', 'What it is for', 'Who may give it'], COMMAND_NAMES.map(summaryRow)),
    ...COMMAND_NAMES.map(section),
    '## Refusals',
    'What the rules answer when a command cannot be accepted, and the status that the API gives it. The answer says what to do.',
    table(
      ['Code', 'Status'],
      Object.entries(REFUSALS).map(([name, status]) => [code(name), String(status)]),
    ),
  );

const specOf = (name: CommandName): CommandSpec => COMMANDS[name];

const summaryRow = (name: CommandName): readonly string[] => [
  `[${code(name)}](#${name.toLowerCase()})`,
  specOf(name).summary,
  whoMay(name),
];

const whoMay = (name: CommandName): string => specOf(name).mayGive.map(grantee).join(', ');

function grantee(role: CommandSpec['mayGive'][number]): string {
  if (role === 'ANY_AGENCY_USER') return 'anybody of any agency';
  if (role === 'PROPOSED_HOLDER') return 'whom the role was put to';
  return role === 'SYSTEM' ? 'the engine' : code(role);
}

function section(name: CommandName): string {
  const { summary, source, fields, example } = specOf(name);
  const stages = STAGES_OF[name];
  const rows = rowsOf(fields, '');
  return [
    `## ${name}`,
    summary,
    [
      `- Address: ${addressOf(name)}`,
      `- Source: ${source}`,
      `- Who may: ${whoMay(name)}`,
      `- When: ${stages === 'NEW' ? 'it opens a case' : codes(stages)}`,
    ].join('\n'),
    rows.length === 0 ? 'It takes no data.' : table(['Field', 'Form', 'Needed', 'What to give'], rows),
    'Example of `data`:',
    fence('json', JSON.stringify(example, null, 2)),
  ].join('\n\n');
}

function addressOf(name: CommandName): string {
  if (specOf(name).mayGive.every((role) => role === 'SYSTEM')) return 'none; only the engine gives it';
  return code(STAGES_OF[name] === 'NEW' ? 'POST /v1/cases' : `POST /v1/cases/{ref}/commands/${kebabOf(name)}`);
}

// Groups and lists stand under their own name, as in consent.position and services[].service.
function rowsOf(fields: Fields, before: string): readonly (readonly string[])[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = `${before}${name}`;
    const own = [
      `${code(path)}${isVaulted(field) ? (isAboutOthers(field) ? ' ‡' : ' †') : ''}`,
      formOf(field),
      field.optional === true ? 'no' : 'yes',
      field.help,
    ];
    if (field.kind === 'group') return [own, ...rowsOf(field.fields, `${path}.`)];
    return field.kind === 'list' ? [own, ...rowsOf(field.fields, `${path}[].`)] : [own];
  });
}

const isVaulted = ({ kind }: Field): boolean => ['text', 'birthDate', 'nhsNumber', 'uprn'].includes(kind);
const isAboutOthers = (field: Field): boolean => field.kind === 'text' && field.thirdParty === true;

function formOf(field: Field): string {
  switch (field.kind) {
    case 'date':
    case 'birthDate':
      return 'day, such as `2026-04-09`';
    case 'time':
      return 'time in London, such as `10:00`';
    case 'code':
      return `one of ${codes(field.of)}`;
    case 'codes':
      return `at least ${field.min} of ${codes(field.of)}`;
    case 'profileCodes':
      return `at least ${field.min} of the locality’s codes`;
    case 'id':
      return `id of ${/^[aeiou]/.test(field.of) ? 'an' : 'a'} ${field.of}`;
    case 'name':
      return 'name, as the case shows it';
    case 'nhsNumber':
      return 'NHS number: ten digits, spaces allowed';
    case 'uprn':
      return 'UPRN: up to 12 digits';
    case 'text':
      return 'text';
    case 'integer':
      return `${field.min} to ${field.max}`;
    case 'flag':
      return '`true` or `false`';
    case 'group':
      return 'group';
    case 'list':
      return `list of ${field.min} to ${field.max}`;
    default:
      return 'see the contract';
  }
}
