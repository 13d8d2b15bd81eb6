import type { Holder, ProtocolProfile, Role } from '../../domain';
import type { Directory, Person } from '../../persistence';

const OFFICES: readonly Role[] = [
  'COORDINATOR',
  'TRIAGE_PARTNER',
  'CONVENER_MANAGER',
  'LA_CONTACT',
  'LA_TEAM_MANAGER',
  'BOARD_CONTACT',
  'BOARD_CHAIR',
  'RECORDS_MANAGER',
  'INFORMATION_GOVERNANCE_LEAD',
];

/** Whom a case is about, as far as it decides who takes part. */
export interface About {
  readonly under18: boolean;
}

/**
 * Who holds which role when a case opens; an office that nobody holds is left out, and the case raises the vacancy. The lead of
 * children's services takes part for somebody under 18 only.
 */
export async function firstHolders(
  directory: Directory,
  profile: ProtocolProfile,
  actor: string,
  about: About,
): Promise<readonly Holder[]> {
  const worker = await directory.person(actor);
  const offices = await officeHolders(directory, profile.id, about.under18 ? [...OFFICES, 'CHILDRENS_LEAD'] : OFFICES);
  const own = [...held('REFERRER', actor), ...held('REFERRING_MANAGER', worker?.manager)];
  return profile.convenerIsCoordinator.value
    ? [...convener(offices, actor, worker), ...own, ...(await hostService(directory, worker))]
    : [...convened(offices, worker), ...own];
}

interface Office {
  readonly role: Role;
  readonly holder: Person | null;
}

const officeHolders = (directory: Directory, locality: string, offices: readonly Role[]): Promise<readonly Office[]> =>
  Promise.all(offices.map(async (role) => ({ role, holder: await directory.officeHolder(role, locality) })));

// An officer convenes: offices and their managers.
function convened(offices: readonly Office[], worker: Person | null): readonly Holder[] {
  const holderOf = (role: Role) => offices.find((one) => one.role === role)?.holder ?? null;
  return [
    ...offices.flatMap(({ role, holder }) => held(role, holder?.id)),
    ...held('COORDINATOR_MANAGER', holderOf('COORDINATOR')?.manager),
    ...held('TRIAGE_PARTNER_MANAGER', holderOf('TRIAGE_PARTNER')?.manager),
    ...(holderOf('CONVENER_MANAGER') ? [] : held('CONVENER_MANAGER', holderOf('COORDINATOR')?.manager ?? worker?.manager)),
  ];
}

// The worker who calls the meeting convenes and hosts, and coordinates until a key contact is named (Dorset learning, Who).
function convener(offices: readonly Office[], actor: string, worker: Person | null): readonly Holder[] {
  const own: readonly Role[] = ['COORDINATOR', 'CONVENER_MANAGER', 'TRIAGE_PARTNER'];
  const hosting = worker?.manager ?? offices.find((one) => one.role === 'CONVENER_MANAGER')?.holder?.id;
  return [
    ...offices.filter(({ role }) => !own.includes(role)).flatMap(({ role, holder }) => held(role, holder?.id)),
    ...held('COORDINATOR', actor),
    ...held('COORDINATOR_MANAGER', worker?.manager),
    ...held('CONVENER_MANAGER', hosting),
  ];
}

// The convening worker's own service takes part, with that worker as its lead worker.
async function hostService(directory: Directory, worker: Person | null): Promise<readonly Holder[]> {
  if (worker?.service == null) return [];
  const { service } = worker;
  const manager = (await directory.service(service))?.responsibleManager ?? worker.manager;
  return [{ role: 'LEAD_WORKER', service, person: worker.id }, ...held('RESPONSIBLE_MANAGER', manager).map((one) => ({ ...one, service }))];
}

const held = (role: Role, person: string | null | undefined): readonly Holder[] =>
  person === null || person === undefined ? [] : [{ role, person }];

/** Lead worker, responsible manager and safeguarding lead of each service that a command names, and the manager of a coordinator that it names. */
export async function namedHolders(directory: Directory, named: Named): Promise<readonly Holder[]> {
  const found = await Promise.all(named.services.map(async (service) => ({ service, row: await directory.service(service) })));
  const coordinator = named.coordinator === undefined ? null : await directory.person(named.coordinator);
  return [
    ...found.flatMap(({ service, row }) => [
      ...held('LEAD_WORKER', row?.leadWorker).map((holder) => ({ ...holder, service })),
      ...held('RESPONSIBLE_MANAGER', row?.responsibleManager).map((holder) => ({ ...holder, service })),
      ...held('SAFEGUARDING_LEAD', row?.safeguardingLead).map((holder) => ({ ...holder, service })),
    ]),
    ...held('COORDINATOR_MANAGER', coordinator?.manager),
  ];
}

/** Where people work, by person; who is not in the directory is left out. */
export async function organisationsOf(directory: Directory, people: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const found = await Promise.all([...new Set(people)].map((person) => directory.person(person)));
  return Object.fromEntries(found.flatMap((person) => (person ? [[person.id, person.organisation]] : [])));
}

/** What a command names of the directory. */
export interface Named {
  readonly services: readonly string[];
  readonly people: readonly string[];
  readonly organisations: readonly string[];
  readonly coordinator?: string;
}
