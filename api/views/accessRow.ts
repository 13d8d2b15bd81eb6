import { z } from 'zod';
import { toIso } from '../../domain';
import type { AccessRow, Directory } from '../../persistence';
import { moment } from './parts';

const KINDS = ['READ', 'REFUSED', 'BREAK_GLASS', 'EXCLUDED', 'EXCLUSION_ENDED', 'SENT', 'ALERTED', 'ALERT_NOT_SENT'] as const;

export const accessLogAnswer = z.strictObject({
  rows: z.array(
    z.strictObject({
      at: moment,
      kind: z.enum(KINDS),
      route: z.string(),
      person: z.string().nullable(),
      name: z.string().nullable(),
      client: z.string().nullable(),
      service: z.string().nullable(),
      organisation: z.string().nullable(),
      sight: z.enum(['CASE', 'INVITATION', 'INCIDENT', 'REFERENCE', 'NOTHING', 'STATUS']).nullable(),
      through: z.enum(['ROLE', 'BREAK_GLASS', 'CLIENT']).nullable(),
      status: z.int().nullable(),
      correlationId: z.string(),
    }),
  ),
  breakGlass: z.array(
    z.strictObject({ id: z.string(), person: z.string(), name: z.string().nullable(), reason: z.string(), from: moment, until: moment }),
  ),
  next: z.string().nullable(),
});
type AccessLogAnswer = z.infer<typeof accessLogAnswer>;

/** Names of people by their ids; null for somebody whom the directory does not know any longer. */
export async function namesOf(directory: Directory, ids: readonly (string | null)[]): Promise<(id: string | null) => string | null> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  const found = new Map(await Promise.all(known.map(async (id) => [id, (await directory.person(id))?.name ?? null] as const)));
  return (id) => (id === null ? null : (found.get(id) ?? null));
}

/** A row of the access log as people see it. */
export const toAccessRow = (row: AccessRow, nameOf: (id: string | null) => string | null): AccessLogAnswer['rows'][number] => ({
  at: toIso(row.at),
  kind: row.kind,
  route: row.route,
  person: row.person,
  name: nameOf(row.person),
  client: row.client,
  service: row.service,
  organisation: row.organisation,
  sight: row.sight,
  through: row.through,
  status: row.status,
  correlationId: row.correlationId,
});
