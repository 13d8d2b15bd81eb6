import type { Instant } from '../../calendar';
import type { ChallengeEvents } from './challenge';
import type { ClosingEvents } from './closing';
import type { CorrectionEvents } from './corrections';
import type { EngineEvents } from './engine';
import type { EscalationEvents } from './escalation';
import type { IntakeEvents } from './intake';
import type { MeetingsEvents } from './meetings';
import type { PersonEvents } from './person';
import type { PlanEvents } from './plan';
import type { RiskEvents } from './risk';
import type { RunningEvents } from './running';

export type { Action, Addressee, Announcement, ObligationFact, RecordGap } from './shapes';

type Kinds = IntakeEvents &
  MeetingsEvents &
  PlanEvents &
  PersonEvents &
  RiskEvents &
  EscalationEvents &
  ChallengeEvents &
  ClosingEvents &
  RunningEvents &
  CorrectionEvents &
  EngineEvents;

export type EventType = keyof Kinds;
/** Every fact of a case, in the past tense, with the instant at which it was recorded. */
export type CaseEvent<T extends EventType = EventType> = { [K in T]: { readonly type: K; readonly at: Instant } & Readonly<Kinds[K]> }[T];
