import { londonDateOf } from '../../domain';
import type { Instant } from '../../domain';
import { messageIdOf, renderMorning } from '../../notifications';
import type { MorningLine, OutgoingMail } from '../../notifications';
import type { CaseView, RowOutcome } from '../../persistence';
import { raiseOrphan } from '../delivery/failures';
import { mailboxFor, toMail } from '../delivery/mail';
import { LEASE_MS, toOutcome } from '../delivery/outcome';
import type { Target } from '../delivery/targets';
import { isStillTrue } from '../delivery/truth';
import type { ActivityDeps } from '../deps';
import { viewFinder } from './gather';
import type { Addressed } from './gather';
import { linesOf } from './lines';

/** What became of one mail of the round. */
export interface Sent {
  readonly mails: number;
  readonly messages: number;
  readonly dropped: number;
  readonly failed: number;
}

interface Claimed extends Addressed {
  readonly claim: string;
  readonly view: CaseView | null;
}

/**
 * Sends the messages of one address as one mail: claims each, drops what is no longer true, sends, and writes each outcome as holder of its
 * claim. The Message-ID comes from address, morning and the messages claimed, and is written into them before the first try; every later
 * try uses the one that stands there, also when some of them have ended since and the mail has become shorter.
 */
export async function sendMorning(deps: ActivityDeps, addressed: readonly Addressed[], now: Instant): Promise<Sent> {
  const claimed = await claimAll(deps, addressed);
  const [still, gone] = [claimed.filter(isTrue), claimed.filter((one) => !isTrue(one))];
  await settleAll(deps, gone, () => ({ outcome: 'dropped', at: deps.wallClock() }));
  const outcomes = await settleAll(deps, still, await sendAll(deps, still, now));
  const count = (outcome: RowOutcome['outcome']) => outcomes.filter((one) => one.outcome === outcome).length;
  return { mails: count('sent') > 0 ? 1 : 0, messages: count('sent'), dropped: gone.length, failed: count('failed') };
}

async function claimAll(deps: ActivityDeps, addressed: readonly Addressed[]): Promise<readonly Claimed[]> {
  const claimed: Claimed[] = [];
  for (const { row, target } of addressed) {
    const mine = await deps.repositories.ledger.claim(row.id, deps.wallClock(), LEASE_MS);
    if (mine) claimed.push({ ...mine, target, view: null });
  }
  // Read after the claims, so that what has ended by then is not sent.
  const viewOf = viewFinder(deps);
  return Promise.all(claimed.map(async (one) => ({ ...one, view: await viewOf(one.row.ref) })));
}

const isTrue = ({ row, view }: Claimed): boolean => isStillTrue(row, view);

type Settle = (one: Claimed) => RowOutcome;

async function settleAll({ repositories }: ActivityDeps, all: readonly Claimed[], settle: Settle): Promise<readonly RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  for (const one of all) {
    const outcome = settle(one);
    if (await repositories.ledger.settle(one.row.id, one.claim, withReport(outcome))) outcomes.push(outcome);
  }
  return outcomes;
}

// Its case hears of what failed, and of what somebody else got instead.
const withReport = (outcome: RowOutcome): RowOutcome => (outcome.reason === undefined ? outcome : { ...outcome, report: 'owed' });

async function sendAll(deps: ActivityDeps, claimed: readonly Claimed[], now: Instant): Promise<Settle> {
  const at = deps.wallClock();
  const target = claimed[0]?.target;
  if (!target) {
    for (const { row } of claimed) await raiseOrphan(deps, row);
    return () => ({ outcome: 'failed', at, reason: 'NO_HOLDER' });
  }
  const messageId = await bundle(deps, claimed, target.address, now);
  const answer = await deps.channel.send({ ...(await mailOf(deps, claimed, target, now)), messageId });
  return ({ row, target: own }) => toOutcome(answer, own ?? target, { at: deps.wallClock(), since: row.bundledAt ?? at, open: 'held' });
}

async function bundle(deps: ActivityDeps, claimed: readonly Claimed[], address: string, now: Instant): Promise<string> {
  const [first] = claimed;
  if (first && first.row.bundledAt !== null) return first.row.messageId;
  const ids = claimed.map(({ row }) => row.id).sort();
  const own = claimed.length === 1 ? first?.row.messageId : undefined;
  const messageId = own ?? messageIdOf(JSON.stringify([address, londonDateOf(now), ids]), deps.mailFrom);
  await deps.repositories.round.bundle(
    claimed.map(({ row, claim }) => ({ id: row.id, claim })),
    messageId,
    deps.wallClock(),
  );
  return messageId;
}

// A single message keeps its own text.
async function mailOf(deps: ActivityDeps, claimed: readonly Claimed[], { address }: Target, now: Instant): Promise<OutgoingMail> {
  const said = linesOf(claimed);
  const [only] = said;
  if (only && said.length === 1) return toMail(deps, only.row, address, only.view);
  const lines = await Promise.all(said.map((one) => toLine(deps, one)));
  const boxes = new Set(lines.map(({ questions }) => questions));
  const { subject, text, html } = renderMorning({ lines, on: londonDateOf(now), publicUrl: deps.publicUrl });
  const replyTo = boxes.size === 1 ? (lines[0]?.questions ?? null) : null;
  const listed = (values: readonly string[]) => [...new Set(values)].sort().join(', ');
  const headers = {
    'X-Marm-Ref': listed(lines.map(({ ref }) => ref)),
    'X-Marm-Notice': listed(lines.map(({ notice }) => notice.notice)),
    'X-Marm-Round': londonDateOf(now),
  };
  return { to: address, subject, text, html, messageId: '', replyTo, date: null, headers };
}

const toLine = async (deps: ActivityDeps, { row, view }: Claimed): Promise<MorningLine> => ({
  notice: row.notice,
  ref: row.ref,
  locality: view?.state.locality ?? '',
  closureDays: view?.state.calendar.localClosureDays ?? [],
  questions: await mailboxFor(deps, row.notice),
});
