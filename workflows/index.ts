export { draftSweep } from './draftSweep';
export { marmCase } from './marmCase';
export { morningRound } from './morningRound';
