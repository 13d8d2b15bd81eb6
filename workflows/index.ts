export { marmCase } from './marmCase';
