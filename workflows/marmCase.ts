import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { CaseActivities, CommitDraft, DeliveryReport } from '../activities/contract';
import type { CaseEvent, CaseState, ClockView, Draft, Entry, Refusal } from '../domain';
// The parts that a case needs, not the whole of the rules: each case in memory and each replay pays for what is read here.
import { isTerminal } from '../domain/case/codes';
import { COMMAND_NAMES, COMMANDS } from '../domain/case/commands/table';
import { NEW_CASE } from '../domain/case/evolve';
import { takeStep } from '../domain/case/step';
import { clockViews } from '../domain/clocks/explain';
import { nextPending } from '../domain/clocks/settle';
import { noticesOf } from '../domain/notices/notices';
import { forecast } from '../domain/simulate/forecast';
import { caseNow, wakeDelay } from './clock';
import { DELIVERY_REPORT, QUERIES, ROLL_OVER } from './messages';
import type { Accepted, Carried, CaseInput, CaseResult, ShellRefusal, StateView } from './messages';
import { isReport } from './reports';
import { attributesOf, detailsOf, entryWords, profileOf, timerSummary } from './shown';

const { recordAndSend, loadCase, raiseAlarm } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '15s',
  retry: { initialInterval: '200ms', maximumInterval: '10s' },
});
const { deliverNotices } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '2m',
  retry: { initialInterval: '5s', maximumInterval: '5m' },
});

export const rollOver = defineSignal(ROLL_OVER);
export const deliveryReport = defineSignal<[report: unknown]>(DELIVERY_REPORT);
export const stateQuery = defineQuery<StateView>(QUERIES.state);
export const clocksQuery = defineQuery<readonly ClockView[], [asOf?: number]>(QUERIES.clocks);
export const explainQuery = defineQuery<readonly string[], [clock: string, asOf?: number]>(QUERIES.explain);
export const forecastQuery = defineQuery<readonly Entry[], [until: number]>(QUERIES.forecast);

const MOST_UNRECORDED = 20;
const KNOWN_COMMANDS = 500;
const ONE_HOUR = 3_600_000;
const REST_EVENTS = 60;

const SHUT_WORDS: Readonly<Record<ShellRefusal, string>> = {
  RESUMING: 'The case is being read back: try again at once.',
  CASE_HELD: 'The case is held until operations have looked at it.',
  RECORD_BACKLOG: 'The record cannot be written just now: try again in a minute.',
  BUSY: 'The case is taking a breath: try again in a moment.',
};

type Refused = { readonly code: string; readonly message: string; readonly field?: string; readonly rule?: string };
const asFailure = (refusal: Refused): ApplicationFailure => ApplicationFailure.nonRetryable(refusal.message, refusal.code, refusal);

const refusedAtStart = (refusal: Refused, { id }: Draft): CaseResult => ({ refused: refusal as Refusal, commandId: id });

const commitOf = (state: CaseState, events: readonly CaseEvent[], command: Draft | undefined): CommitDraft => ({
  seq: state.seq,
  at: state.lastAt,
  actor: command?.actor ?? 'system',
  command: command?.type ?? null,
  commandId: command?.id ?? null,
  events,
  notices: noticesOf(events, state),
});

/**
 * One case, from its first command to its end: it takes commands as updates, lives through its deadlines, and has every step recorded.
 * The rules are the core's; this function only keeps order: settle before decide, one recording at a time, one timer.
 */
// One closure, so that a step, its answer and its timer can only change together.
// eslint-disable-next-line complexity
export async function marmCase(input: CaseInput): Promise<CaseResult> {
  const carried = input.carried;
  const limit = input.training ? 4_000 : 1_000;
  let state: CaseState = carried?.state ?? NEW_CASE;
  let seq = carried?.seq ?? 0;
  let head = carried?.head ?? '';
  let unsent: readonly number[] = carried?.unsent ?? [];
  let answers: readonly (readonly [string, number])[] = carried?.answers ?? [];
  let queue: readonly CommitDraft[] = carried?.queue ?? [];
  let offsetMs = carried?.offsetMs ?? input.offsetMs;
  let shown = carried?.shown ?? '';
  let hold: string | null = carried?.hold ?? null;
  let reports: readonly DeliveryReport[] = carried?.reports ?? [];
  let loading = input.resume === true;
  let rolling = false;
  let delivering = false;
  let armed: { at: number; scope: CancellationScope } | undefined;

  const now = (): number => caseNow(state, offsetMs);
  // The rules that the case is pinned to: the ones it begins with until a command moves it.
  const profile = () => profileOf(state.stage === null ? input.profile : state.profile);
  const next = () => (state.stage === null ? undefined : nextPending(state, profile()));
  const overdue = (): boolean => {
    const pending = next();
    // Written so that an instant that is no number counts as overdue and holds the case.
    return pending !== undefined && !(pending.at > now());
  };
  const answer = (id: string): number | undefined => answers.find(([known]) => known === id)?.[1];
  const stop = (reason: string): void => {
    hold = reason;
    void raiseAlarm.executeWithOptions({ summary: `Tell operations: ${reason}` }, [{ ref: input.ref, reason }]);
  };

  // Settle, decide, evolve, queue: synchronous, so that nothing comes between. A dry run changes nothing.
  const step = (command?: Draft, dryRun = false): Refused | undefined => {
    const at = now();
    const taken = takeStep(state.stage === null ? null : state, profile(), at, command);
    if ('refusal' in taken) return taken.refusal;
    const events = [...taken.settled, ...taken.decided];
    if (dryRun || (!command && events.length === 0)) return undefined;
    state = taken.state;
    seq = state.seq;
    queue = [...queue, commitOf(state, events, command)];
    if (command) answers = [...answers, [command.id, seq] as const].slice(-KNOWN_COMMANDS);
    return undefined;
  };

  // A deadline is never refused; if its instant does not go by, the case is held for a person to look at.
  const tick = (): void => {
    if (hold !== null || loading || !overdue()) return;
    step();
    if (overdue()) stop('a deadline does not advance');
  };

  const shut = (): ShellRefusal | undefined => {
    if (loading) return 'RESUMING';
    if (hold !== null) return 'CASE_HELD';
    if (queue.length >= MOST_UNRECORDED) return 'RECORD_BACKLOG';
    return workflowInfo().historyLength >= limit ? 'BUSY' : undefined;
  };

  // What the morning round could not deliver is on record at once, and only once however often it is told.
  const heed = (): void => {
    if (loading || hold !== null || state.stage === null) return;
    for (const { id, rows } of reports)
      if (answer(id) === undefined) step({ type: 'recordDeliveryFailure', id, actor: 'system', data: { rows } });
    reports = [];
  };

  if (input.first && !loading && !carried) {
    const refused = step(input.first);
    if (refused) return refusedAtStart(refused, input.first);
  }

  for (const type of COMMAND_NAMES) {
    setHandler(
      defineUpdate<Accepted, [Omit<Draft, 'type'>]>(type),
      (command) => {
        if (answer(command.id) === undefined) {
          const refused = step({ ...command, type } as Draft);
          if (refused) throw asFailure(refused);
        }
        return { seq: answer(command.id) ?? seq };
      },
      {
        description: COMMANDS[type].summary,
        validator: (command: Omit<Draft, 'type'>) => {
          if (answer(command.id) !== undefined) return;
          const closed = shut();
          const refused = closed ? { code: closed, message: SHUT_WORDS[closed] } : step({ ...command, type } as Draft, true);
          if (refused) throw asFailure(refused);
        },
      },
    );
  }
  setHandler(rollOver, () => {
    rolling = true;
  });
  setHandler(
    deliveryReport,
    (report) => {
      if (!isReport(report) || reports.some((known) => known.id === report.id)) return;
      reports = [...reports, report];
      heed();
    },
    { description: 'Messages of the morning round that could not be delivered' },
  );
  setHandler(stateQuery, () => ({
    state,
    seq,
    head,
    asOf: now(),
    hold,
    queued: queue.length,
    unsent,
    historyEvents: workflowInfo().historyLength,
    offsetMs,
  }));
  setHandler(clocksQuery, (asOf) => clockViews(state, profile(), asOf ?? now()));
  setHandler(explainQuery, (clock, asOf) =>
    clockViews(state, profile(), asOf ?? now())
      .filter((one) => one.clock === clock)
      .map((one) => one.explanation.text),
  );
  setHandler(forecastQuery, (until) => forecast(state, profile(), until));

  const record = async (): Promise<void> => {
    const commits = queue.slice(0, 50);
    const request = { ref: input.ref, head, commits, now: now(), training: input.training, offsetMs };
    const summary = `Record ${entryWords(commits.map((one) => one.seq))} and send`;
    const result = await recordAndSend.executeWithOptions({ summary }, [request]);
    if ('conflict' in result) {
      stop(`commit ${result.conflict} stands in the record with another hash`);
      return;
    }
    queue = queue.slice(commits.length);
    head = result.head;
    unsent = [...unsent, ...result.unsent];
  };

  // At most one delivery at a time; the loop never waits for it. What it has not settled stays in `unsent` and survives continue-as-new.
  const deliver = async (): Promise<void> => {
    const seqs = [...unsent];
    delivering = true;
    const request = { ref: input.ref, seqs, now: now(), training: input.training };
    const { failed } = await deliverNotices.executeWithOptions({ summary: `Send the messages of ${entryWords(seqs)}` }, [request]);
    delivering = false;
    unsent = unsent.filter((one) => !seqs.includes(one));
    if (failed.length > 0) step({ type: 'recordDeliveryFailure', id: `delivery-${seq}`, actor: 'system', data: { rows: failed } });
  };

  // The timer survives steps; only an earlier instant replaces it.
  const arm = (): void => {
    const pending = next();
    if (!pending || hold !== null || (armed && armed.at <= pending.at)) return;
    armed?.scope.cancel();
    const mine = { at: pending.at, scope: new CancellationScope() };
    armed = mine;
    const wait = Math.max(1, pending.at + wakeDelay(input.ref, input.spreadMs) - now());
    void mine.scope
      .run(() => sleep(wait, { summary: timerSummary(pending) }))
      .then(
        () => {
          armed = undefined;
          tick();
          arm();
        },
        () => undefined,
      );
  };

  const toRecord = (): boolean => queue.length > 0 && hold === null;
  const toDeliver = (): boolean => unsent.length > 0 && !delivering && hold === null;
  const atRest = (): boolean => !toRecord() && allHandlersFinished();
  const over = (): boolean =>
    state.stage !== null && isTerminal(state.stage) && next() === undefined && unsent.length === 0 && hold === null && atRest();
  const longWait = (): boolean => {
    const pending = next();
    return !pending || pending.at - now() > ONE_HOUR;
  };
  const mustRoll = (): boolean => {
    const events = workflowInfo().historyLength;
    return atRest() && (rolling || events >= limit || (!input.training && longWait() && events > REST_EVENTS));
  };
  const show = (): void => {
    const attributes = attributesOf(state, profile(), hold !== null, input.training, now());
    const current = JSON.stringify(attributes.map(({ key, value }) => [key.name, value]));
    setCurrentDetails(detailsOf(state, profile(), hold, input.training, now()));
    if (current === shown) return;
    shown = current;
    upsertSearchAttributes(attributes);
  };
  const carry = (): Carried => ({ state, seq, head, unsent, answers, queue, offsetMs, shown, hold, reports });

  if (loading) {
    const loaded = await loadCase.executeWithOptions({ summary: 'Read the case back from its record' }, [{ ref: input.ref }]);
    state = loaded.state;
    seq = loaded.seq;
    head = loaded.head;
    answers = loaded.answers;
    unsent = loaded.unsent;
    // A new run starts on the server's clock: catch up with what the case has lived through.
    offsetMs = Math.max(loaded.offsetMs, state.lastAt - Date.now());
    loading = false;
    heed();
    const refused = input.first && answer(input.first.id) === undefined ? step(input.first) : undefined;
    if (input.first && refused && over()) return refusedAtStart(refused, input.first);
  }

  for (;;) {
    tick();
    if (toRecord()) {
      await record();
      continue;
    }
    if (toDeliver()) void deliver();
    show();
    if (over()) return { ended: true, seq };
    if (mustRoll()) {
      const { first: _first, resume: _resume, ...kept } = input;
      await continueAsNew<typeof marmCase>({ ...kept, carried: carry() });
    }
    arm();
    await condition(
      () => toRecord() || toDeliver() || over() || (rolling && atRest()) || (armed === undefined && hold === null && next() !== undefined),
    );
  }
}
