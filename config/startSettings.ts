/** A setting as the documentation tells it. */
export interface SettingRow {
  readonly name: string;
  /** What holds when it is not set. */
  readonly byDefault: string;
  readonly what: string;
}

/** Settings that only `npm start`, the tests and the scripts read; the engine itself never sees them. */
export const START_SETTINGS: readonly SettingRow[] = [
  { name: 'MARM_SMTP_PORT', byDefault: '1025', what: 'SMTP port of the captured mail; a free one if it is taken and not set' },
  { name: 'MARM_TEMPORAL_UI_PORT', byDefault: '8233', what: 'Temporal UI; a free port if it is taken and not set' },
  { name: 'MARM_TEMPORAL_BIN', byDefault: 'PATH, cache, download', what: 'The `temporal` command line, 1.9 or newer' },
  { name: 'MARM_MONGOD_BIN', byDefault: 'PATH, cache, download', what: 'The `mongod` program, 7 or newer' },
  { name: 'MARM_CHROMIUM', byDefault: 'PATH, development dependency', what: 'The browser of `npm run test:e2e` and `npm run screenshots`' },
];
