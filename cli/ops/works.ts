import type { Servers } from '../addresses';

/** Scheduled work that operations can look at and ask for. */
interface Work {
  readonly name: string;
  readonly columns: readonly string[];
  /** What it would do now; does nothing. */
  preview(servers: Servers): Promise<readonly object[]>;
  run(servers: Servers): Promise<void>;
}

/** All of it, by name; each loads what it needs when it is asked for. */
export const WORKS: readonly Work[] = [
  {
    name: 'morning-round',
    columns: ['recipient', 'messages', 'cases', 'since'],
    preview: async (servers) => (await import('./morningRound.js')).previewRound(servers),
    run: async (servers) => (await import('./morningRound.js')).runRound(servers),
  },
  {
    name: 'draft-sweep',
    columns: ['draft', 'author', 'savedOn', 'reminder', 'to'],
    preview: async (servers) => (await import('./draftSweep.js')).previewSweep(servers),
    run: async (servers) => (await import('./draftSweep.js')).runSweep(servers),
  },
];
