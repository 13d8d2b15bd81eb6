export { readSettings, SettingsError } from './env';
export type { Settings } from './env';
export { issueToken, loadOrMakeIssuerKey, LOCAL_ISSUER, publicHalf } from './localIssuer';
