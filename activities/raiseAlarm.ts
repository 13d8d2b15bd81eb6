import { createHash } from 'node:crypto';
import type { ActivityDeps } from './deps';

/** Tells operations that a case needs them: a task, a line in the log and a mail that names the reference only. */
export const createRaiseAlarm =
  (deps: ActivityDeps) =>
  async ({ ref, reason }: { readonly ref: string; readonly reason: string }): Promise<void> => {
    const id = createHash('sha256').update(`${ref}|${reason}`).digest('hex').slice(0, 32);
    deps.log.error({ ref, reason }, 'case held');
    await deps.repositories.tasks.raise({ id: `held:${id}`, kind: 'CASE_HELD', ref, detail: reason, now: deps.wallClock() });
    const text = `Case ${ref} is held: ${reason}.\n\nNo deadline of this case fires until it is resumed. See the runbook for held cases.\n`;
    await deps.channel.send({
      to: deps.opsAddress,
      subject: `MARM operations - case held - ref ${ref}`,
      text,
      html: `<p>${text}</p>`,
      messageId: `<held-${id}@marm.example>`,
      replyTo: null,
      date: null,
      headers: {},
    });
  };
