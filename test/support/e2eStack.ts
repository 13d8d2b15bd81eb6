import { paste } from '../../scripts/demo/firstScreen';
import type { DemoAddresses } from '../../scripts/demo/stack';

/** The running engine of the browser tests and the case that the README's commands made. */
export interface E2eStack extends DemoAddresses {
  readonly stateDir: string;
  readonly ref: string;
  /** What the commands printed. */
  readonly printed: string;
}

/** @throws Error when the set-up did not start the engine: a layer is never skipped */
export function e2eStack(): E2eStack {
  const told = process.env['MARM_E2E'];
  if (told === undefined) throw new Error('Run this layer through npm run test:e2e, which starts the engine.');
  return JSON.parse(told) as E2eStack;
}

/** What the command line answers for programs, such as `marm('show K7QF-2M')`. */
export const marm = async (command: string): Promise<unknown> =>
  JSON.parse(await paste([`npx marm ${command} --json`], { MARM_STATE_DIR: e2eStack().stateDir }));
