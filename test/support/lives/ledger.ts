import type { CaseEvent } from '../../../domain';

/** What is known of one running deadline while the events of a life are read in order. */
interface Running {
  readonly dueOn: string;
  readonly passed: readonly string[];
  /** Steps that have passed and may still be spoken of, each once. */
  readonly unsaid: readonly string[];
}

type Ledger = Map<string, Running>;

const nameOf = ({ clock, key }: { readonly clock: string | null; readonly key: string }): string => `${clock ?? '-'}/${key}`;

/**
 * Reads the events of a life in order. @throws Error at the first threshold or planned message that is early, comes twice for one date,
 * or speaks of a deadline that does not run.
 */
export function checkLedger(events: readonly CaseEvent[]): void {
  const ledger: Ledger = new Map();
  for (const event of events) note(ledger, event);
}

function note(ledger: Ledger, event: CaseEvent): void {
  if (event.type === 'ObligationArmed') arm(ledger, event.obligation);
  if (event.type === 'ObligationRestored') restore(ledger, event);
  if (event.type === 'ObligationReplanned' && event.from !== event.obligation.dueOn) move(ledger, event);
  if (event.type === 'ObligationEnded') ledger.delete(nameOf(event));
  if (event.type === 'ThresholdPassed') pass(ledger, event);
  if (event.type === 'NoticeDue' && event.notice.planned) say(ledger, event);
}

function arm(ledger: Ledger, obligation: { readonly clock: string; readonly key: string; readonly dueOn: string }): void {
  ledger.set(nameOf(obligation), { dueOn: obligation.dueOn, passed: [], unsaid: [] });
}

// One that a pause or the calendar moved keeps what has passed.
function move(ledger: Ledger, { obligation, kept }: CaseEvent<'ObligationReplanned'>): void {
  const running = ledger.get(nameOf(obligation));
  if (kept === true && running) ledger.set(nameOf(obligation), { ...running, dueOn: obligation.dueOn });
  else arm(ledger, obligation);
}

function restore(ledger: Ledger, { obligation, passed }: CaseEvent<'ObligationRestored'>): void {
  ledger.set(nameOf(obligation), { dueOn: obligation.dueOn, passed, unsaid: [] });
}

function pass(ledger: Ledger, event: CaseEvent<'ThresholdPassed'>): void {
  const mark = event.mark ?? event.threshold;
  const running = ledger.get(nameOf(event));
  if (!running) throw new Error(`${mark} of ${nameOf(event)} passed, which does not run`);
  if (event.firedAt < event.dueAt || event.at < event.dueAt) throw new Error(`${mark} of ${nameOf(event)} passed early`);
  if (running.passed.includes(mark)) throw new Error(`${mark} of ${nameOf(event)} passed twice`);
  ledger.set(nameOf(event), { ...running, passed: [...running.passed, mark], unsaid: [...running.unsaid, event.threshold] });
}

function say(ledger: Ledger, { notice }: CaseEvent<'NoticeDue'>): void {
  const running = ledger.get(nameOf(notice));
  if (!running || running.dueOn !== notice.dueOn)
    throw new Error(`${notice.notice} spoke of ${nameOf(notice)}, which is over or has another date`);
  const unsaid = [...running.unsaid];
  for (const step of notice.covers ?? [notice.threshold ?? '-']) {
    const at = unsaid.indexOf(step);
    if (at < 0) throw new Error(`${notice.notice} of ${nameOf(notice)} at ${step} was sent twice for ${running.dueOn}, or before its time`);
    unsaid.splice(at, 1);
  }
  ledger.set(nameOf(notice), { ...running, unsaid });
}
