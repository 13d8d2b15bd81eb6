/** A cursor that no answer of ours gave. */
export class BadCursorError extends Error {}

/** An opaque place in the worklist: after this due date and reference. */
export const toCursor = (key: number, ref: string): string => Buffer.from(JSON.stringify([key, ref])).toString('base64url');

/** Reads a cursor. @throws BadCursorError */
export function fromCursor(text: string): { readonly key: number; readonly ref: string } {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(parsed) && typeof parsed[0] === 'number' && typeof parsed[1] === 'string') return { key: parsed[0], ref: parsed[1] };
  } catch {
    // Not ours: the error below says so.
  }
  throw new BadCursorError('This cursor is not one of ours: begin again without it.');
}
