import type { Instant } from '../../calendar';
import type { ClosingEvents } from './closing';
import type { CorrectionEvents } from './corrections';
import type { EngineEvents } from './engine';
import type { IntakeEvents } from './intake';
import type { MeetingsEvents } from './meetings';
import type { PlanEvents } from './plan';
import type { RunningEvents } from './running';

export type { Action, Addressee, Announcement, ObligationFact, RecordGap } from './shapes';

type Kinds = IntakeEvents & MeetingsEvents & PlanEvents & ClosingEvents & RunningEvents & CorrectionEvents & EngineEvents;

export type EventType = keyof Kinds;
/** Every fact of a case, in the past tense, with the instant at which it was recorded. */
export type CaseEvent<T extends EventType = EventType> = { [K in T]: { readonly type: K; readonly at: Instant } & Readonly<Kinds[K]> }[T];
