export { isPlainAddress } from './addresses';
export type { MailChannel, OutgoingMail, SendResult } from './channel';
export { renderMail } from './render';
export { createSmtpChannel, parseFrom } from './smtpChannel';
