import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../scripts/servers/chromium';
import { eventually } from './eventually';

/** A page that also knows which machines it has talked to. */
export interface WatchedPage {
  readonly page: Page;
  readonly hosts: ReadonlySet<string>;
}

/** A browser for the tests of one file; `open` gives a fresh page at an address. */
export function useBrowser(): { open(address: string): Promise<WatchedPage> } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  return {
    async open(address) {
      if (!browser) throw new Error('the browser has not started');
      const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
      const hosts = new Set<string>();
      page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
      page.setDefaultTimeout(20_000);
      await page.goto(address);
      return { page, hosts };
    },
  };
}

/** The text of the first frame of a page that has `part` in it; the Temporal UI shows Markdown in frames of its own. */
export async function textWith(page: Page, part: string): Promise<string> {
  return eventually(async () => {
    const texts = await Promise.all(page.frames().map((frame) => frame.locator('body').innerText()));
    // The frames inside come last, and say it without the page around it.
    return texts.reverse().find((text) => text.includes(part));
  });
}
