export { isAbout, startCapture } from './capture';
export type { Capture, CapturedMail } from './capture';
export { obtainMongo, startMongo } from './mongoServer';
export { choosePorts, freePort } from './ports';
export { answers, hasEnded, run, untilReady } from './processes';
export type { Running } from './processes';
export { obtainTemporal, startTemporal } from './temporalServer';
