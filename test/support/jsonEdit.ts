/** A change of one place in a JSON value; the place is a pointer. */
export type Edit = (root: object) => void;

/** The value at a pointer. @throws Error where there is none */
export function at(root: object, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, name) => {
      if (typeof value !== 'object' || value === null || !(name in value)) throw new Error(`nothing stands at ${pointer}`);
      return (value as Record<string, unknown>)[name];
    }, root);
}

function parentOf(root: object, pointer: string): { parent: Record<string, unknown>; name: string } {
  const cut = pointer.lastIndexOf('/');
  return { parent: at(root, pointer.slice(0, cut)) as Record<string, unknown>, name: pointer.slice(cut + 1) };
}

/** Puts a value at a place. */
export const put =
  (pointer: string, value: unknown): Edit =>
  (root) => {
    const { parent, name } = parentOf(root, pointer);
    parent[name] = value;
  };

/** Takes away what stands at a place. */
export const drop =
  (pointer: string): Edit =>
  (root) => {
    const { parent, name } = parentOf(root, pointer);
    if (!Reflect.has(parent, name)) throw new Error(`nothing stands at ${pointer}`);
    Reflect.deleteProperty(parent, name);
  };

/** Adds an entry to the list at a place. */
export const add =
  (pointer: string, value: unknown): Edit =>
  (root) => {
    (at(root, pointer) as unknown[]).push(value);
  };
