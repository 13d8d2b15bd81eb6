import type { Holder, Role } from '../../domain';
import type { Directory, Person } from '../../persistence';

const OFFICES: readonly Role[] = ['COORDINATOR', 'TRIAGE_PARTNER', 'CONVENER_MANAGER', 'LA_CONTACT', 'BOARD_CONTACT', 'RECORDS_MANAGER'];

/** Who holds the offices of a locality when a case opens; an office that nobody holds is left out, and the case raises the vacancy. */
export async function officeHolders(directory: Directory, locality: string, actor: string): Promise<readonly Holder[]> {
  const offices = await Promise.all(OFFICES.map(async (role) => ({ role, holder: await directory.officeHolder(role, locality) })));
  const holderOf = (role: Role) => offices.find((one) => one.role === role)?.holder ?? null;
  const referrer = await directory.person(actor);
  return [
    ...offices.flatMap(({ role, holder }) => held(role, holder?.id)),
    ...held('COORDINATOR_MANAGER', holderOf('COORDINATOR')?.manager),
    ...held('TRIAGE_PARTNER_MANAGER', holderOf('TRIAGE_PARTNER')?.manager),
    ...(holderOf('CONVENER_MANAGER') ? [] : held('CONVENER_MANAGER', hostOf(holderOf('COORDINATOR'), referrer))),
    ...held('REFERRER', actor),
    ...held('REFERRING_MANAGER', referrer?.manager),
  ];
}

const hostOf = (coordinator: Person | null, referrer: Person | null) => coordinator?.manager ?? referrer?.manager;
const held = (role: Role, person: string | null | undefined): readonly Holder[] =>
  person === null || person === undefined ? [] : [{ role, person }];

/** Lead worker and responsible manager of each service that a command names, as the directory has them. */
export async function serviceHolders(directory: Directory, data: unknown): Promise<readonly Holder[]> {
  const found = await Promise.all(namedServices(data).map(async (service) => ({ service, row: await directory.service(service) })));
  return found.flatMap(({ service, row }) => [
    ...held('LEAD_WORKER', row?.leadWorker).map((holder) => ({ ...holder, service })),
    ...held('RESPONSIBLE_MANAGER', row?.responsibleManager).map((holder) => ({ ...holder, service })),
  ]);
}

/** Every service that a command names. */
export function namedServices(data: unknown): readonly string[] {
  if (Array.isArray(data)) return [...new Set(data.flatMap((one) => namedServices(one)))];
  if (typeof data !== 'object' || data === null) return [];
  const here = 'service' in data && typeof data.service === 'string' ? [data.service] : [];
  return [...new Set([...here, ...Object.values(data).flatMap((one) => namedServices(one))])];
}
