/** What `npm run lives` is asked for. */
export interface Asked {
  readonly lives: number;
  readonly seed: number;
  /** The place of a shrunk life in its run, to see that one alone. */
  readonly path?: string;
}

const DEFAULT_LIVES = 1_000;
const USAGE = 'Usage: npm run lives -- --lives 1000 --seed 42; to see one failure again, add --path with what was printed.';

/** Reads the arguments; `seed` is taken where none is given. @throws Error that says how to ask */
export function readArguments(args: readonly string[], seed: number): Asked {
  const given = new Map<string, string>();
  for (let n = 0; n < args.length; n += 2) given.set(args[n] ?? '', args[n + 1] ?? '');
  const unknown = [...given.keys()].filter((name) => !['--lives', '--seed', '--path'].includes(name));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}. ${USAGE}`);
  const path = given.get('--path');
  return {
    lives: whole(given.get('--lives') ?? `${DEFAULT_LIVES}`, '--lives', 1),
    seed: whole(given.get('--seed') ?? `${seed}`, '--seed', -(2 ** 31)),
    ...(path === undefined ? {} : { path }),
  };
}

function whole(text: string, name: string, least: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least) throw new Error(`${name}: give a whole number. ${USAGE}`);
  return value;
}
