import type { CaseEvent, EventType } from '../../../domain';
import type { ExportEntry } from '../schema';
import { inWords, said } from './words';
import type { Names } from './words';

type Told = { readonly [T in EventType]?: (event: CaseEvent<T>, names: Names) => string };

const which = (clock: string | null, key: string): string => `${clock ?? 'The case'}${key === '-' ? '' : ` (${key})`}`;
const day = (on: string): string => said(on, {});

// What the engine itself notes, in one line for each; the export as JSON has every part of it.
const TOLD: Told = {
  StageEntered: ({ to }) => `The case is now: ${inWords(to).toLowerCase()}`,
  GapOpened: ({ gap }) => `The record lacks: ${inWords(gap.item).toLowerCase()} (${gap.requirement}), by ${day(gap.dueOn)}`,
  ObligationArmed: ({ obligation: { clock, key, dueOn } }) => `${which(clock, key)} runs: due ${day(dueOn)}`,
  ObligationRestored: ({ obligation: { clock, key, dueOn } }) => `${which(clock, key)} runs again: due ${day(dueOn)}`,
  ObligationReplanned: ({ obligation: { clock, key, dueOn }, from }) => `${which(clock, key)} moves from ${day(from)} to ${day(dueOn)}`,
  ObligationEnded: ({ clock, key }) => `${which(clock, key)} ends`,
  ThresholdPassed: ({ clock, key, threshold, caughtUp }) => `${which(clock, key)} passes ${threshold}${caughtUp ? ', caught up' : ''}`,
  FlagRaised: ({ flag, clock, key }) => `Flag raised: ${inWords(flag).toLowerCase()}, ${which(clock, key)}`,
  FlagCleared: ({ flag, clock, key }) => `Flag cleared: ${inWords(flag).toLowerCase()}, ${which(clock, key)}`,
  RoleAssigned: ({ role, service, person }, names) =>
    `${inWords(role)}${service === undefined ? '' : ` of ${said(service, names)}`}: ${said(person, names)}`,
};

/** A fact that the engine notes by itself, as a sentence; null for what people recorded. */
export const engineFact = (event: ExportEntry['events'][number], names: Names): string | null =>
  (TOLD as Readonly<Record<string, (event: object, names: Names) => string>>)[event.type]?.(event, names) ?? null;
