export { readSettings, settingRows, SettingsError } from './env';
export { START_SETTINGS } from './startSettings';
export type { SettingRow } from './startSettings';
export type { Settings } from './env';
export { issueToken, loadOrMakeIssuerKey, LOCAL_ISSUER, publicHalf } from './localIssuer';
