import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAbout, startCapture } from '../../scripts/servers';
import type { CapturedMail } from '../../scripts/servers';
import { openLink } from './link';

/** A capturing SMTP server of a test's own, which can be told to refuse, and which can be cut off. */
export interface Relay {
  readonly smtpUrl: string;
  /** What it has accepted about a case, in order. */
  mailsAbout(ref: string): readonly CapturedMail[];
  /** What it has accepted for one address, in order. */
  mailsTo(address: string | null): readonly CapturedMail[];
  /** Answers 550 to these addresses from now on; to nobody when none is given. */
  refuse(...addresses: readonly string[]): void;
  cutOff(): Promise<void>;
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the capture of the product behind a wire that can be cut. */
export async function startRelay(): Promise<Relay> {
  const file = join(mkdtempSync(join(tmpdir(), 'marm-mail-')), 'inbox.jsonl');
  const capture = await startCapture({ smtpPort: 0, inboxPort: 0, file });
  const link = await openLink(Number(new URL(capture.smtpUrl).port));
  return {
    smtpUrl: `smtp://127.0.0.1:${link.port}`,
    mailsAbout: (ref) => capture.messages.filter((mail) => isAbout(mail, ref)),
    mailsTo: (address) => capture.messages.filter((mail) => mail.to === address),
    refuse: (...addresses) => {
      capture.answer((to) => (addresses.includes(to) ? 550 : 250));
    },
    cutOff: () => link.cut(),
    restore: () => link.mend(),
    close: async () => {
      await link.cut();
      await capture.close();
    },
  };
}
