import type { DeliveryReport } from '../activities/contract';
import { checkData } from '../domain/case/commands/check';

/** True for a report that a case can record. A signal may be sent by hand: a bad one is left alone, since a handler must never throw. */
export function isReport(value: unknown): value is DeliveryReport {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('rows' in value)) return false;
  return typeof value.id === 'string' && value.id !== '' && checkData('recordDeliveryFailure', { rows: value.rows }).length === 0;
}
