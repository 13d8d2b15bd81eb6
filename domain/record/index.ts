export * from './acts';
export * from './clockHistory';
export * from './courses';
export * from './decisions';
export * from './disclosure';
export * from './readers';
export * from './sheet';
export * from './shows';
export type { RecordedStep } from './step';
