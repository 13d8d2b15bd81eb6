import { settingRows, START_SETTINGS } from '../../config';
import type { SettingRow } from '../../config';
import { code, table } from './markdown';

/** The table of settings for the README: the engine's from their schema, then those of `npm start` and the tests. */
export const settingsTable = (): string => table(['Setting', 'Default', 'What it is'], [...settingRows(), ...START_SETTINGS].map(row));

const row = ({ name, byDefault, what }: SettingRow): readonly string[] => [
  code(name),
  byDefault === 'must be set' || byDefault === 'not set' || byDefault.includes(',') ? byDefault : code(byDefault),
  what,
];
