export { isPlainAddress } from './addresses';
export type { MailChannel, OutgoingMail, SendResult } from './channel';
export { renderMail } from './render';
export { TEXTS, textOf } from './texts';
export type { Text } from './texts/text';
export { WORDS } from './words';
export type { Words } from './words';
export { createSmtpChannel, parseFrom } from './smtpChannel';
