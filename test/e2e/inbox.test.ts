import { describe, expect, it } from '@jest/globals';
import { useBrowser } from '../support/browser';
import { e2eStack } from '../support/e2eStack';

describe('the inbox in a browser', () => {
  const browser = useBrowser();
  const { inbox, ref } = e2eStack();
  const subjects = 'tbody td:nth-child(3)';

  it('shows the mails of a case at the time of its own clock', async () => {
    const { page } = await browser.open(inbox);
    const reminder = page.getByRole('row').filter({ hasText: `MARM meeting not booked - ref ${ref}` });
    expect(await reminder.first().innerText()).toContain('Tue 31 Mar 2026 09:00');
  });

  it('finds the mails to one address', async () => {
    const { page } = await browser.open(inbox);
    const before = await page.locator(subjects).count();
    await page.getByLabel('Address').fill('fire-lead');
    await page.getByRole('button', { name: 'Search' }).click();
    const found = await page.locator('tbody td:nth-child(2)').allInnerTexts();
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(before);
    expect(new Set(found)).toEqual(new Set(['fire-lead@ox-fire.example']));
  });

  it('finds the mails of one case, and says so when there are none', async () => {
    const { page } = await browser.open(`${inbox}/?ref=${ref}`);
    expect(await page.locator(subjects).count()).toBeGreaterThan(5);
    await page.getByLabel('Case reference').fill('2222-22');
    await page.getByLabel('Case reference').press('Enter');
    expect(await page.getByRole('status').innerText()).toContain('0 messages of case 2222-22');
    await page.getByRole('link', { name: 'Show all messages' }).click();
    expect(await page.locator(subjects).count()).toBeGreaterThan(5);
  });

  it('opens a mail with its headers and its text', async () => {
    const { page } = await browser.open(`${inbox}/?ref=${ref}`);
    await page
      .getByRole('link', { name: `MARM meeting not booked - ref ${ref}` })
      .first()
      .click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('MARM meeting not booked');
    const text = await page.getByRole('main').innerText();
    for (const part of ['X-Marm-Notice', 'Message-ID', 'If someone is in immediate danger call 999.']) expect(text).toContain(part);
    await page.getByRole('link', { name: `All messages of case ${ref}` }).click();
    expect(await page.getByLabel('Case reference').inputValue()).toBe(ref);
  });

  it('needs nothing but itself, and can be used from the keyboard', async () => {
    const { page, hosts } = await browser.open(inbox);
    expect([...hosts]).toEqual(['127.0.0.1']);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to the main content');
    expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
  });
});
