export type { MailChannel, OutgoingMail, SendResult } from './channel';
export { renderMail } from './render';
export { renderMorning } from './renderMorning';
export type { MorningLine } from './renderMorning';
export { TEXTS, textOf } from './texts';
export type { Text } from './texts/text';
export { WORDS } from './words';
export type { Words } from './words';
export { createSmtpChannel, parseFrom } from './smtpChannel';
