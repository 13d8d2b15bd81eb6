import { createHash } from 'node:crypto';
import { parseFrom } from './smtpChannel';

/** The Message-ID that a text always gives, at the sender's domain. */
export const messageIdOf = (text: string, mailFrom: string): string => {
  const domain = parseFrom(mailFrom).address.split('@').at(-1) ?? 'marm.example';
  return `<${createHash('sha256').update(text).digest('hex').slice(0, 40)}@${domain}>`;
};
