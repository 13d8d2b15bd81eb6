const trap = (what: string) => (): never => {
  throw new Error(`${what} was used where the time is an argument`);
};

/** Runs something in a world in which every look at a clock, and every throw of the dice, throws. */
export function withoutClock<T>(run: () => T): T {
  const { Date: date } = globalThis;
  const { random } = Math;
  const now = performance.now.bind(performance);
  globalThis.Date = new Proxy(date, {
    construct: trap('new Date'),
    apply: trap('Date()'),
    get: (target, name) => (name === 'now' ? trap('Date.now') : (Reflect.get(target, name) as unknown)),
  });
  Math.random = trap('Math.random');
  performance.now = trap('performance.now');
  try {
    return run();
  } finally {
    globalThis.Date = date;
    Math.random = random;
    performance.now = now;
  }
}
