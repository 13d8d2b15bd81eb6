import type { Refusal } from '../domain/case/refusals';
import type { CaseState } from '../domain/case/state';
import type { CommitDraft, DeliveryReport, RoundPass } from '../activities/contract';
import type { Draft } from '../domain/case/command';

/** What a run carries over to the next one of the same case. */
export interface Carried {
  readonly state: CaseState;
  readonly seq: number;
  readonly head: string;
  readonly unsent: readonly number[];
  readonly answers: readonly (readonly [string, number])[];
  readonly queue: readonly CommitDraft[];
  readonly offsetMs: number;
  readonly shown: string;
  readonly hold: string | null;
  /** Reports of failed messages that came while the case was held. */
  readonly reports?: readonly DeliveryReport[];
}

/** The argument of `marmCase`. Creation gives `first`; waking an ended case gives `resume` and `first`; continue-as-new gives `carried`. */
export interface CaseInput {
  readonly schemaVersion: 1;
  readonly ref: string;
  readonly locality: string;
  readonly profile: { readonly id: string; readonly version: string };
  readonly first?: Draft;
  readonly resume?: true;
  readonly training: boolean;
  /** Case clock minus workflow clock; 0 outside training. */
  readonly offsetMs: number;
  /** How long after its instant the wake of this case may lie, spread by reference. */
  readonly spreadMs: number;
  readonly carried?: Carried;
}

/** How a run ends: with the refusal of the command that opened or woke the case, or because nothing is left to wait for. */
export type CaseResult = { readonly refused: Refusal; readonly commandId: string } | { readonly ended: true; readonly seq: number };

/** Answer of every command. */
export interface Accepted {
  readonly seq: number;
}

/** Answer of the query `state`. */
export interface StateView {
  readonly state: CaseState;
  readonly seq: number;
  readonly head: string;
  readonly asOf: number;
  readonly hold: string | null;
  readonly queued: number;
  readonly unsent: readonly number[];
  readonly historyEvents: number;
  /** Case clock minus workflow clock. */
  readonly offsetMs: number;
}

/** Refusals of the shell rather than of the rules; they say "try again" or "not now". */
export const SHELL_REFUSALS = ['RESUMING', 'CASE_HELD', 'RECORD_BACKLOG', 'BUSY'] as const;
export type ShellRefusal = (typeof SHELL_REFUSALS)[number];

export const WORKFLOW_TYPE = 'marmCase';
export const QUERIES = { state: 'state', clocks: 'clocks', explain: 'explain', forecast: 'forecast' } as const;
export const ROLL_OVER = 'rollOver';
/** Signal of the morning round to a case: messages that could not be delivered. */
export const DELIVERY_REPORT = 'deliveryReport';
export type { DeliveryReport };

export const ROUND_TYPE = 'morningRound';
/** The argument of `morningRound`. */
export interface RoundInput {
  /** What the last cases of the morning are given to record what they have to say. */
  readonly settleMs: number;
  /** How long after a pass that left something the next one comes; it doubles, up to five minutes. */
  readonly retryMs: number;
  readonly carried?: RoundTotal;
}
/** What a round did in all. */
export type RoundTotal = Pick<RoundPass, 'mails' | 'messages' | 'dropped' | 'failed'> & { readonly passes: number };

export const SWEEP_TYPE = 'draftSweep';
