import { z } from 'zod';
import { toIso } from '../../domain';
import type { StoredExclusion } from '../../persistence';
import { moment } from './parts';

export const exclusionAnswer = z.strictObject({
  id: z.string(),
  person: z.string().nullable(),
  service: z.string().nullable(),
  name: z.string().nullable().describe('Of the person who is excluded.'),
  reason: z.string(),
  by: z.string(),
  byName: z.string().nullable(),
  at: moment,
  ended: z.strictObject({ by: z.string(), at: moment }).nullable(),
});

/** An exclusion as those see it who keep the access; its reason still is a reference into the vault. */
export const toExclusion = (
  { id, who, reason, by, at, ended }: StoredExclusion,
  nameOf: (id: string | null) => string | null,
): z.infer<typeof exclusionAnswer> => ({
  id,
  person: 'person' in who ? who.person : null,
  service: 'service' in who ? who.service : null,
  name: nameOf('person' in who ? who.person : null),
  reason,
  by,
  byName: nameOf(by),
  at: toIso(at),
  ended: ended && { by: ended.by, at: toIso(ended.at) },
});
