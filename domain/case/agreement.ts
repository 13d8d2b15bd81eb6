import type { CaseState } from './state';

/** A service that was at the last meeting, or has its lead worker on the case, has agreed to what is added; others are asked. */
export const hasAgreed = (state: CaseState, service: string): boolean =>
  state.lastHeld?.present.includes(service) === true || state.services.some((one) => one.service === service && one.leadWorker !== null);
