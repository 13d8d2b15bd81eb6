import { createHash } from 'node:crypto';
import { toIso } from '../../domain';
import { toHtml } from '../../notifications';
import type { MailChannel, OutgoingMail } from '../../notifications';
import type { CaseRepository, LateCase } from '../../persistence';

/** How long after its wake, and after the spread of wakes, a case counts as late (local default). */
const LATE_MS = 15 * 60_000;
const HOUR_MS = 3_600_000;
const MOST_NAMED = 20;

/** What the watchdog works with. It reads the database alone, so that it speaks when Temporal or the worker cannot. */
export interface WatchdogDeps {
  readonly cases: Pick<CaseRepository, 'late'>;
  readonly channel: Pick<MailChannel, 'send'>;
  readonly opsAddress: string;
  readonly spreadMs: number;
  /** Called after each check that finds nothing late, so that who waits for it hears when the engine has fallen silent. */
  readonly alive: () => Promise<void>;
  readonly log: { error(facts: object, text: string): void };
  readonly wallClock: () => number;
}

export interface Watchdog {
  /** Looks once. Never throws: what it cannot do now, it tries again at the next look. */
  check(): Promise<void>;
  /** False while a case is late. */
  isWell(): boolean;
}

/** Tells operations when a case has not done what it should have done by itself: by readiness at once, by mail once an hour while it lasts. */
export function createWatchdog(deps: WatchdogDeps): Watchdog {
  let late: readonly LateCase[] = [];
  let toldAt: number | null = null;
  const tell = async (now: number): Promise<void> => {
    if (toldAt !== null && now - toldAt < HOUR_MS) return;
    deps.log.error({ cases: late.length, since: toIso(late[0]?.wakeAt ?? now) }, 'cases are late');
    const { kind } = await deps.channel.send(toMail(deps.opsAddress, late, now));
    if (kind === 'sent') toldAt = now;
  };
  return {
    isWell: () => late.length === 0,
    async check() {
      try {
        const now = deps.wallClock();
        late = await deps.cases.late(now - LATE_MS - deps.spreadMs, MOST_NAMED);
        if (late.length > 0) { await tell(now); return; }
        toldAt = null;
        await deps.alive();
      } catch (error) {
        deps.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'the watchdog could not look');
      }
    },
  };
}

function toMail(to: string, late: readonly LateCase[], now: number): OutgoingMail {
  const paragraphs = [
    'Cases of the MARM engine have not done what they should have done by themselves. People are not being reminded.',
    ...late.map(({ ref, wakeAt }) => `${ref}: should have acted at ${toIso(wakeAt)}`),
    ...(late.length === MOST_NAMED ? ['There may be more.'] : []),
    'Look whether a worker polls (/health/ready of the API, and the Temporal UI), then at each of these cases in the Temporal UI.',
    'This comes once an hour while it lasts.',
  ];
  return {
    to,
    subject: 'MARM engine: cases are late',
    text: `${paragraphs.join('\n\n')}\n`,
    html: toHtml([{ paragraphs }]),
    messageId: messageIdOf(to, now),
    replyTo: null,
    date: null,
    headers: { 'X-Marm-Notice': 'WATCHDOG' },
  };
}

// The same in every process that looks, so that a mailbox can tell that they are one.
function messageIdOf(to: string, now: number): string {
  const digest = createHash('sha256').update(`watchdog ${to} ${Math.floor(now / HOUR_MS)}`);
  return `<${digest.digest('hex').slice(0, 40)}@${to.split('@').at(-1) ?? 'marm.example'}>`;
}
