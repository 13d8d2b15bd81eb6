import { BadCursorError } from '../../persistence';

interface Page<T> {
  readonly found: readonly T[];
  readonly next: string | null;
}

/** One page of entries by id, for lists that are short enough to be read whole; the cursor is the last id. @throws BadCursorError */
export function pageOf<T extends { readonly id: string }>(
  all: readonly T[],
  { cursor, limit = 25 }: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Page<T> {
  if (cursor !== undefined && !/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(cursor))
    throw new BadCursorError('This cursor is not one of ours: begin again without it.');
  const rest = [...all].sort((a, b) => (a.id < b.id ? -1 : 1)).filter(({ id }) => cursor === undefined || id > cursor);
  const found = rest.slice(0, limit);
  return { found, next: rest.length > limit ? (found.at(-1)?.id ?? null) : null };
}
