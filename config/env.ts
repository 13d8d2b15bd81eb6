import { z } from 'zod';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { SettingRow } from './startSettings';

const port = z.coerce.number().int().min(0).max(65_535);
const onOff = z.enum(['on', 'off']);

const schema = z.object({
  MARM_MODE: z
    .enum(['embedded', 'production'])
    .describe(
      '`embedded` under `npm start`; elsewhere it must be named. `production` refuses everything that is only for trying things out',
    ),
  MARM_STATE_DIR: z.string().default('.marm').describe('Databases, captured mail, keys, logs and the lock of this installation'),
  MARM_CACHE_DIR: z.string().optional().describe('Downloaded servers; `~/.cache/marm-engine` if not set'),
  MARM_API_HOST: z.string().min(1).default('127.0.0.1').describe('Network address that the API listens on'),
  MARM_API_PORT: port.default(3000).describe('API, health and contract; `npm start` takes a free port if it is taken and not set'),
  MARM_INBOX_PORT: port
    .default(8025)
    .describe('Captured mail: page at `/`, JSON at `/api/messages`; a free port if it is taken and not set'),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s:]+:\d+$/)
    .default('127.0.0.1:7233')
    .describe('Temporal server; if set, `npm start` uses it and starts none'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('marm').describe('Temporal namespace of the cases'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//)
    .describe('MongoDB; if not set, `npm start` starts one. `production` needs `tls=true`'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .describe('Mail relay; if not set, `npm start` starts the capture. `production` needs `smtps://` or `requireTLS=true`'),
  MARM_PUBLIC_URL: z.url().optional().describe('Address of the service in links; the API’s own if not set. `production` needs https'),
  MARM_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n<>@]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/, 'give an address, or a name with the address in angle brackets')
    .default('MARM <no-reply@marm.example>')
    .describe('Sender of every mail'),
  MARM_OPS_ADDRESS: z.email().default('operations@marm.example').describe('Who hears when the engine itself needs somebody'),
  MARM_DEADMAN_URL: z
    .url()
    .optional()
    .describe('Called each minute while no case is late; whoever waits for it hears when the engine falls silent'),
  MARM_TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0).describe('How many reverse proxies stand before the API'),
  MARM_SPREAD_S: z.coerce
    .number()
    .int()
    .min(0)
    .max(3600)
    .default(600)
    .describe('Over how many seconds after 09:00 the cases of a morning wake; 0 for training cases'),
  MARM_MORNING_ROUND: onOff
    .default('on')
    .describe('One mail per person and morning for planned messages; `off`: each goes at its own wake'),
  MARM_TRAINING: onOff.optional().describe('Cases on a training clock: `on` when embedded, refused in `production`'),
  MARM_OIDC_ISSUER: z.url().optional().describe('Issuer of bearer tokens; the local issuer if not set. `production` needs https'),
  MARM_OIDC_AUDIENCE: z.string().default('marm-engine').describe('Audience that a token must be for'),
  MARM_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info').describe('How much is logged'),
  MARM_VAULT_KEY_FILE: z
    .string()
    .optional()
    .describe('Key-encryption key of the vault, 32 bytes in base64; made in the state folder when embedded, needed in `production`'),
});

/** The settings of the engine as the documentation tells them, read from the schema itself. */
export function settingRows(): readonly SettingRow[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const { default: byDefault, description = '' } = property as { default?: string | number; description?: string };
    return { name, what: description, byDefault: String(byDefault ?? (required.includes(name) ? 'must be set' : 'not set')) };
  });
}

/** Every setting of the engine, parsed once. Durations carry their unit. */
export interface Settings {
  readonly mode: 'embedded' | 'production';
  readonly stateDir: string;
  readonly cacheDir: string;
  readonly apiHost: string;
  readonly apiPort: number;
  readonly inboxPort: number;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly mongoUri: string;
  readonly smtpUrl: string;
  readonly publicUrl: string;
  readonly mailFrom: string;
  readonly opsAddress: string;
  /** null: nobody waits for signs of life. */
  readonly deadmanUrl: string | null;
  readonly trustProxyHops: number;
  readonly spreadMs: number;
  /** true: the planned 09:00 messages of one person are one mail; false: each goes at its own wake. */
  readonly morningRound: boolean;
  readonly training: boolean;
  /** null: the local issuer of the embedded mode, whose key stands in the state folder. */
  readonly oidcIssuer: string | null;
  readonly oidcAudience: string;
  readonly logLevel: string;
  /** Key-encryption key of the vault: 32 bytes in base64. */
  readonly vaultKeyFile: string;
  readonly issuerKeyFile: string;
}

/** A bad or missing setting; its message is one line that names the setting. */
export class SettingsError extends Error {}

/**
 * Reads the settings from an environment. The only reader of it in the product.
 * @throws SettingsError with one line that names what is wrong and what to do.
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const parsed = schema.safeParse(withoutEmpty(env));
  if (!parsed.success) throw new SettingsError(firstProblem(parsed.error));
  const e = parsed.data;
  if (e.MARM_MODE === 'production') checkProduction(e);
  const stateDir = resolve(e.MARM_STATE_DIR);
  return {
    mode: e.MARM_MODE,
    stateDir,
    cacheDir: e.MARM_CACHE_DIR ?? join(homedir(), '.cache', 'marm-engine'),
    apiHost: e.MARM_API_HOST,
    apiPort: e.MARM_API_PORT,
    inboxPort: e.MARM_INBOX_PORT,
    temporal: { address: e.TEMPORAL_ADDRESS, namespace: e.TEMPORAL_NAMESPACE },
    mongoUri: e.MONGODB_URI,
    smtpUrl: e.SMTP_URL,
    publicUrl: e.MARM_PUBLIC_URL?.replace(/\/+$/, '') ?? `http://127.0.0.1:${e.MARM_API_PORT}`,
    mailFrom: e.MARM_MAIL_FROM,
    opsAddress: e.MARM_OPS_ADDRESS,
    deadmanUrl: e.MARM_DEADMAN_URL ?? null,
    trustProxyHops: e.MARM_TRUST_PROXY_HOPS,
    spreadMs: e.MARM_SPREAD_S * 1000,
    morningRound: e.MARM_MORNING_ROUND === 'on',
    training: (e.MARM_TRAINING ?? (e.MARM_MODE === 'embedded' ? 'on' : 'off')) === 'on',
    oidcIssuer: e.MARM_OIDC_ISSUER ?? null,
    oidcAudience: e.MARM_OIDC_AUDIENCE,
    logLevel: e.MARM_LOG_LEVEL,
    vaultKeyFile: e.MARM_VAULT_KEY_FILE ?? join(stateDir, 'keys', 'vault.key'),
    issuerKeyFile: join(stateDir, 'keys', 'issuer.jwk.json'),
  };
}

const withoutEmpty = (env: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));

function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  return `Setting ${issue?.path.join('.') ?? '?'}: ${issue?.message ?? 'is not valid'}. See the table of settings in the README.`;
}

function checkProduction(e: z.infer<typeof schema>): void {
  const stop = (name: string, why: string): never => {
    throw new SettingsError(`Setting ${name}: ${why}. See the table of settings in the README.`);
  };
  if (e.MARM_TRAINING === 'on') stop('MARM_TRAINING', 'training cases are refused in production');
  if (e.MARM_OIDC_ISSUER?.startsWith('https://') !== true)
    stop('MARM_OIDC_ISSUER', 'production needs an https issuer; the local issuer is refused');
  if (!/[?&](tls|ssl)=true/.test(e.MONGODB_URI) && !e.MONGODB_URI.startsWith('mongodb+srv://'))
    stop('MONGODB_URI', 'production needs tls=true');
  if (!e.SMTP_URL.startsWith('smtps://') && !/[?&]requireTLS=true/.test(e.SMTP_URL))
    stop('SMTP_URL', 'production needs smtps:// or requireTLS=true');
  if (e.MARM_VAULT_KEY_FILE === undefined) stop('MARM_VAULT_KEY_FILE', 'production needs a key file of 32 bytes in base64');
  if (e.MARM_PUBLIC_URL?.startsWith('https://') !== true) stop('MARM_PUBLIC_URL', 'production needs the https address of the service');
}
