export { marmCase } from './marmCase';
export { morningRound } from './morningRound';
