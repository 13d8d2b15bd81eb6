import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { pasteUpTo } from './demo/firstScreen';
import { startDemoStack } from './demo/stack';
import { projectRoot } from './servers';
import { openBrowser } from './servers/chromium';

const IMAGES = join(projectRoot(), 'docs', 'images');

interface Picture {
  readonly name: string;
  readonly address: string;
  readonly size: { readonly width: number; readonly height: number };
  /** Brings the page to what is to be seen. */
  readonly ready: (page: Page) => Promise<void>;
}

/** `npm run screenshots`: the pictures of the README, from training cases that live through its first commands. */
async function main(): Promise<void> {
  const browser = await openBrowser();
  const stack = await startDemoStack();
  try {
    const { inbox, temporalUi } = stack.addresses;
    mkdirSync(IMAGES, { recursive: true });
    const booked = await pasteUpTo('scheduleMeeting', stack.stateDir);
    await take(browser, details(`${temporalUi}/namespaces/marm/workflows/marm-case:${booked.ref}`));
    const planned = await pasteUpTo(null, stack.stateDir);
    await take(browser, timeline(`${temporalUi}/namespaces/marm/workflows/marm-case:${planned.ref}`));
    await take(browser, mails(`${inbox}/?ref=${planned.ref}`));
  } finally {
    await browser.close();
    await stack.stop();
  }
}

const details = (address: string): Picture => ({
  name: 'temporal-ui.png',
  address,
  size: { width: 1500, height: 900 },
  ready: async (page) => {
    await page.getByRole('tab', { name: 'User Metadata' }).click();
    await page.locator('iframe').last().contentFrame().getByText('Happens next').waitFor();
  },
});

const timeline = (address: string): Picture => ({
  name: 'temporal-timeline.png',
  address,
  size: { width: 1280, height: 1420 },
  ready: async (page) => {
    await page.getByText('publishPlan', { exact: true }).filter({ visible: true }).first().waitFor();
  },
});

const mails = (address: string): Picture => ({
  name: 'inbox.png',
  address,
  size: { width: 1400, height: 900 },
  ready: (page) => page.getByRole('table').waitFor(),
});

async function take(browser: Browser, { name, address, size, ready }: Picture): Promise<void> {
  const page = await browser.newPage({ viewport: size });
  await page.goto(address);
  await ready(page);
  const file = join(IMAGES, name);
  await page.screenshot({ path: file });
  await page.close();
  console.log(`docs/images/${name}: ${Math.round(statSync(file).size / 1024)} KB`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
