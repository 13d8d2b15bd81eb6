import { defineSearchAttributeKey } from '@temporalio/common';
import type { SearchAttributeUpdatePair } from '@temporalio/common';
import type { CaseState, Pending, ProtocolProfile } from '../domain';
import { endOfDay, formatShort, londonDateOf, londonTimeOf } from '../domain/calendar';
import { STAGE_WORDS } from '../domain/case/stages';
import { contextOf } from '../domain/clocks/clock';
import { clockViews, nextDue } from '../domain/clocks/explain';
import { aimOn, meetingOwed } from '../domain/clocks/meetings/meet';
import { nextPending } from '../domain/clocks/settle';
import { findProfile } from '../domain/profiles';

const keys = {
  stage: defineSearchAttributeKey('MarmStage', 'KEYWORD'),
  locality: defineSearchAttributeKey('MarmLocality', 'KEYWORD'),
  pace: defineSearchAttributeKey('MarmPace', 'KEYWORD'),
  escalation: defineSearchAttributeKey('MarmEscalation', 'KEYWORD'),
  flags: defineSearchAttributeKey('MarmFlags', 'KEYWORD_LIST'),
  nextDueAt: defineSearchAttributeKey('MarmNextDueAt', 'DATETIME'),
  targetAt: defineSearchAttributeKey('MarmTargetAt', 'DATETIME'),
  overdue: defineSearchAttributeKey('MarmOverdue', 'BOOL'),
  training: defineSearchAttributeKey('MarmTraining', 'BOOL'),
};

/** The profile that a case is pinned to. @throws Error if this build does not carry it: the case then waits for a build that does */
export function profileOf(pinned: { id: string; version: string }): ProtocolProfile {
  const profile = findProfile(pinned.id, pinned.version);
  if (!profile) throw new Error(`profile ${pinned.id}@${pinned.version} is not in this build`);
  return profile;
}

/** What operations staff can list and filter by; codes and dates only, stored in clear. */
export function attributesOf(
  state: CaseState,
  profile: ProtocolProfile,
  held: boolean,
  training: boolean,
  now: number,
): SearchAttributeUpdatePair[] {
  const due = nextDue(state, now);
  const flags = [...new Set(state.flags.map((one) => one.flag))];
  const target = meetingOwed(state) ? endOfDay(aimOn(contextOf(state, profile))) : null;
  return [
    { key: keys.stage, value: state.stage ?? 'NEW' },
    { key: keys.locality, value: state.locality },
    { key: keys.pace, value: state.pace },
    { key: keys.escalation, value: state.escalation.status },
    { key: keys.flags, value: held ? [...flags, 'HELD'] : flags },
    { key: keys.nextDueAt, value: due ? new Date(due.at) : null },
    { key: keys.targetAt, value: target === null ? null : new Date(target) },
    { key: keys.overdue, value: due?.overdue ?? false },
    { key: keys.training, value: training },
  ];
}

/** 'Tue 31 Mar 2026 09:00', London. */
export const when = (at: number): string => `${formatShort(londonDateOf(at))} ${londonTimeOf(at)}`;

/** 'T-MEET -5WD · Tue 31 Mar 2026 09:00': the summary of a timer. */
export function timerSummary(pending: Pending): string {
  const what = pendingWords(pending);
  return `${what} · due ${when(pending.at)}`;
}

function pendingWords(pending: Pending): string {
  switch (pending.kind) {
    case 'threshold':
      return `${pending.obligation.clock} ${pending.threshold.label}`;
    case 'held':
      return `${pending.held.notice.notice} waits for open hours`;
    case 'pause-over':
      return 'the pause is over';
  }
}

/** 'entry 4' or 'entries 4, 5, 6': what an activity works on, for its summary. */
export const entryWords = (seqs: readonly number[]): string => `${seqs.length === 1 ? 'entry' : 'entries'} ${seqs.join(', ')}`;

/** What the case waits for, in Markdown, for the Temporal UI: stage, next three clocks, flags, what happens next. */
export function detailsOf(state: CaseState, profile: ProtocolProfile, hold: string | null, training: boolean, now: number): string {
  const clocks = clockViews(state, profile, now).slice(0, 3);
  const next = nextPending(state, profile);
  return [
    ...(training ? ['**Training case on its own clock.** It is not a real person’s case.', ''] : []),
    ...(hold === null ? [] : [`**HELD: ${hold}.** No deadline fires until operations resume it.`, '']),
    `**Stage:** ${state.stage === null ? 'not open' : STAGE_WORDS[state.stage]} (${state.stage ?? '-'})`,
    `**As of:** ${when(now)} London`,
    `**Happens next if nobody acts:** ${next ? timerSummary(next) : 'nothing'}`,
    '',
    '| Clock | For | Due by the end of | Next |',
    '|---|---|---|---|',
    ...clocks.map(
      (one) =>
        `| ${one.clock} | ${one.key} | ${formatShort(one.dueOn)}${one.overdue ? ' **overdue**' : ''} | ${one.next ? `${one.next.threshold}, ${when(one.next.at)}` : '-'} |`,
    ),
    '',
    `**Flags:** ${state.flags.map((one) => one.flag).join(', ') || 'none'}`,
  ].join('\n');
}
