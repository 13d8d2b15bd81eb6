export { isPlainAddress } from './addresses';
export type { MailChannel, OutgoingMail, SendResult } from './channel';
export { renderMail } from './render';
export { renderMorning } from './renderMorning';
export type { MorningLine } from './renderMorning';
export { createSmtpChannel, parseFrom } from './smtpChannel';
