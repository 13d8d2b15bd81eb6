export { readSettings, SettingsError } from './env';
export type { Settings } from './env';
