import { z } from 'zod';
import { fromIso, parseLondonLocal } from '../../domain';

/** An instant: a London time such as 2026-03-26T15:20, or with Z. An hour that the change of the clocks leaves out or repeats is refused. */
export const instant = z
  .string()
  .max(40)
  .transform((text, context) => {
    const local = parseLondonLocal(text);
    const at = 'instant' in local ? local.instant : fromIso(text);
    if (at !== undefined) return at;
    context.addIssue({ code: 'custom', message: adviceFor('problem' in local ? local.problem : 'MALFORMED') });
    return z.NEVER;
  });

type Unreadable = Extract<ReturnType<typeof parseLondonLocal>, { problem: string }>['problem'];

const adviceFor = (problem: Unreadable): string =>
  problem === 'ABSENT' || problem === 'AMBIGUOUS'
    ? 'The clocks change in that hour: give an instant with Z.'
    : 'Give a London time such as 2026-03-26T15:20, or an instant with Z.';
