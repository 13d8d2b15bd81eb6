export { startCapture } from './capture';
export type { Capture } from './capture';
export type { CapturedMail } from './capturedMail';
export { obtainMongo, startMongo } from './mongoServer';
export { choosePorts, freePort } from './ports';
export { answers, hasEnded, run, untilReady } from './processes';
export type { Running } from './processes';
export { projectRoot } from './root';
export { obtainTemporal, startTemporal } from './temporalServer';
