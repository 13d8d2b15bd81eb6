import { describe, expect, it } from '@jest/globals';
import { useBrowser } from '../support/browser';
import { e2eStack } from '../support/e2eStack';

interface Contract {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, unknown>>;
}

describe('the contract of the API in a browser', () => {
  const browser = useBrowser();
  const { api } = e2eStack();

  it('loads without signing in and names every way in', async () => {
    const { page } = await browser.open(`${api}/openapi.json`);
    const contract = JSON.parse(await page.locator('body').innerText()) as Contract;
    expect(contract.openapi).toMatch(/^3\.1\./);
    expect(Object.keys(contract.paths)).toEqual(
      expect.arrayContaining(['/v1/cases', '/v1/cases/{ref}/clocks', '/v1/cases/{ref}/commands/schedule-meeting']),
    );
  });

  it('is named on the page at the root', async () => {
    const { page } = await browser.open(api);
    expect(await page.locator('body').innerText()).toContain('/openapi.json');
  });
});
