import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { isExecutable, onPath } from './find';
import { projectRoot } from './root';

const exec = promisify(execFile);
const VERSION = '147.0.0';
const HOW_TO_GET_ONE =
  'No browser could be found or unpacked: install Chromium and put `chromium` on the PATH, or name its program in MARM_CHROMIUM.';

/** Runs as root, without a screen, and calls nobody. */
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--no-first-run'],
];

interface BrowserProgram {
  readonly binary: string;
  /** Fonts that come with it, for machines that have none. */
  readonly fontsDir?: string;
}

/** A browser: named in the environment, on the PATH, in the cache, else unpacked from the development dependency. @throws Error with one line that says how to get one */
async function obtainChromium(cacheDir: string): Promise<BrowserProgram> {
  const named = process.env['MARM_CHROMIUM'] ?? onPath('chromium');
  if (named !== undefined && named !== '') return isExecutable(named) ? { binary: named } : fail(`${named} is not a program that runs.`);
  const folder = join(cacheDir, `chromium-${VERSION}`);
  const program = { binary: join(folder, 'chromium'), fontsDir: join(folder, 'fonts') };
  if (!isExecutable(program.binary)) await unpack(cacheDir, folder).catch((error: unknown) => fail(String(error).split('\n')[0] ?? ''));
  return program;
}

const fail = (why: string): never => {
  throw new Error(`${HOW_TO_GET_ONE} (${why})`);
};

// Unpacked beside its place and moved there, so that two runs at once do not see half a browser.
async function unpack(cacheDir: string, folder: string): Promise<void> {
  mkdirSync(cacheDir, { recursive: true });
  const work = mkdtempSync(join(cacheDir, 'unpack-'));
  try {
    await exec(process.execPath, [join(projectRoot(), 'scripts', 'unpackChromium.mjs')], { env: { ...process.env, TMPDIR: work } });
    renameSync(work, folder);
  } catch (error) {
    if (!isExecutable(join(folder, 'chromium'))) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A browser that has been started. @throws Error with one line that says how to get one */
export async function openBrowser(): Promise<Browser> {
  const cacheDir = process.env['MARM_CACHE_DIR'] ?? join(homedir(), '.cache', 'marm-engine');
  const { binary, fontsDir } = await obtainChromium(cacheDir);
  const env = { ...process.env, ...(fontsDir === undefined ? {} : { FONTCONFIG_FILE: fontsFile(cacheDir, fontsDir) }) };
  return chromium
    .launch({ executablePath: binary, args: FLAGS, env: env })
    .catch((error: unknown) => fail(`${binary}: ${String(error).split('\n')[0] ?? ''}`));
}

// The fonts of the machine, and those that came with the browser.
function fontsFile(cacheDir: string, fontsDir: string): string {
  const file = join(cacheDir, `fonts-${VERSION}.conf`);
  const dirs = [fontsDir, '/usr/share/fonts', '/usr/local/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<cachedir prefix="xdg">fontconfig</cachedir></fontconfig>`,
  );
  return file;
}
