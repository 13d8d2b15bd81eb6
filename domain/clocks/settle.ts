import { startOfDay } from '../calendar';
import type { Instant } from '../calendar';
import type { CaseEvent } from '../case/events';
import { fold } from '../case/evolve';
import type { Pause } from '../case/regions/running';
import type { CaseState, HeldNotice, Obligation } from '../case/state';
import type { ProtocolProfile } from '../profiles';
import { addresseesOf } from './audience';
import type { AudienceContext } from './audience';
import { contextOf, isLive } from './clock';
import { passEvents } from './pass';
import { reconcile } from './reconcile';
import { openThresholds } from './thresholds';
import type { Threshold } from './thresholds';

/** Something that happens by itself at an instant: a threshold passes, a waiting message is let go, or a pause is over. */
export type Pending =
  | { readonly kind: 'threshold'; readonly at: Instant; readonly obligation: Obligation; readonly threshold: Threshold }
  | { readonly kind: 'held'; readonly at: Instant; readonly held: HeldNotice }
  | { readonly kind: 'pause-over'; readonly at: Instant; readonly pause: Pause };

/** Everything that will happen by itself up to `until` and the next thing after it, earliest first. */
export function pendings(state: CaseState, profile: ProtocolProfile, until: Instant): readonly Pending[] {
  const context = contextOf(state, profile);
  const thresholds = state.obligations.flatMap((obligation) =>
    openThresholds(context, obligation, until).map((threshold): Pending => ({
      kind: 'threshold',
      at: threshold.at,
      obligation,
      threshold,
    })),
  );
  const held = state.held.map((one): Pending => ({ kind: 'held', at: one.notBefore, held: one }));
  return [...thresholds, ...held, ...pauseEnd(state)].sort((a, b) => a.at - b.at);
}

const pauseEnd = (state: CaseState): readonly Pending[] => {
  const { pause } = state.running;
  return pause && isLive(state) ? [{ kind: 'pause-over', at: startOfDay(pause.until), pause }] : [];
};

/** The next thing that happens by itself, if any. */
export const nextPending = (state: CaseState, profile: ProtocolProfile): Pending | undefined => pendings(state, profile, state.lastAt)[0];

/**
 * Applies every threshold and waiting message whose instant has come by `now` (inclusive), in order of time.
 * Total: never refuses; running it again with the same `now` gives nothing. However late it runs, the facts are the same but for `firedAt`.
 */
export function settle(state: CaseState, profile: ProtocolProfile, now: Instant): readonly CaseEvent[] {
  const events: CaseEvent[] = [];
  let current = state;
  for (;;) {
    const first = pendings(current, profile, now)[0];
    if (!first || first.at > now) return events;
    const step = instant(current, profile, first.at, now);
    events.push(...step);
    current = fold(current, step);
  }
}

// All that is due at one instant, each as its own record, then what follows from it.
function instant(state: CaseState, profile: ProtocolProfile, at: Instant, now: Instant): readonly CaseEvent[] {
  const due = pendings(state, profile, at).filter((one) => one.at === at);
  // One after the other, so that what the first does is known to the next: two actions of a service draft one challenge.
  let current = state;
  const happened = due.flatMap((one) => {
    const step = happening({ state: current, profile }, one, now);
    current = fold(current, step);
    return step;
  });
  return [...happened, ...reconcile(current, profile, at)];
}

function happening(context: AudienceContext, one: Pending, now: Instant): readonly CaseEvent[] {
  switch (one.kind) {
    case 'threshold':
      return passed(context, one, now);
    case 'held':
      return released(context.state, one.held, one.at);
    case 'pause-over':
      return [{ type: 'ClocksResumed', at: one.at, from: one.pause.from, on: one.pause.until, because: 'UNTIL', reasonRef: null }];
  }
}

function passed(
  context: AudienceContext,
  { obligation, threshold }: Extract<Pending, { kind: 'threshold' }>,
  now: Instant,
): readonly CaseEvent[] {
  const { policy, label, at } = threshold;
  const facts = passEvents(context.state, obligation, threshold, now, false);
  const to = addresseesOf(context, obligation, policy.to);
  if (policy.notice === null || to.length === 0) return facts;
  const notice = {
    notice: policy.notice,
    variant: policy.variant,
    to,
    clock: obligation.clock,
    key: obligation.key,
    threshold: label,
    dueOn: obligation.dueOn,
    planned: true,
  };
  return [...facts, { type: 'NoticeDue', at, notice }];
}

// A catch-up that is no longer true is dropped; an event notice is always sent (local default).
function released(state: CaseState, { id, notice }: HeldNotice, at: Instant): readonly CaseEvent[] {
  const stillTrue = state.obligations.some((one) => one.clock === notice.clock && one.key === notice.key && one.dueOn === notice.dueOn);
  const sent = !notice.planned || stillTrue;
  return [{ type: 'HeldNoticeSettled', at, id, sent }, ...(sent ? [{ type: 'NoticeDue', at, notice } as const] : [])];
}
