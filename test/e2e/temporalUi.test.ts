import { describe, expect, it } from '@jest/globals';
import { textWith, useBrowser } from '../support/browser';
import { eventually } from '../support/eventually';
import { e2eStack, marm } from '../support/e2eStack';

interface Shown {
  readonly stage: string;
  readonly stageText: string;
  readonly clocks: readonly { readonly clock: string; readonly key: string }[];
}

describe('a case in the Temporal UI', () => {
  const browser = useBrowser();
  const { temporalUi, ref } = e2eStack();
  const workflows = `${temporalUi}/namespaces/marm/workflows`;
  const openCase = () => browser.open(`${workflows}/marm-case:${ref}`);

  it('is in the list of workflows under its reference', async () => {
    const { page } = await browser.open(workflows);
    await page
      .getByRole('link', { name: `marm-case:${ref}` })
      .first()
      .click();
    await page.waitForURL((url) => decodeURIComponent(url.pathname).startsWith(`/namespaces/marm/workflows/marm-case:${ref}/`));
    await page.getByRole('heading', { name: `marm-case:${ref}` }).waitFor();
  });

  it('says what it is and what it waits for, without a developer', async () => {
    const { page } = await openCase();
    await page.getByRole('tab', { name: 'User Metadata' }).click();
    const details = await textWith(page, 'Stage:');
    const { stage, stageText, clocks } = (await marm(`show ${ref}`)) as Shown;
    expect(details).toContain(`Stage: ${stageText} (${stage})`);
    expect(details).toMatch(/Happens next if nobody acts: \S+ .*due \w{3} \d+ \w{3} 2026 \d\d:\d\d/);
    expect(clocks.length).toBeGreaterThan(0);
    for (const { clock, key } of clocks.slice(0, 3)) expect(details).toMatch(new RegExp(`${clock}\\s+${key}\\s+\\w{3} \\d+ \\w{3} 2026`));
    expect(await textWith(page, 'TRAINING')).toContain('oxfordshire');
  });

  it('tells its history by the names of the commands and of the deadlines', async () => {
    const { page } = await openCase();
    await page.locator('body').hover();
    // A long history is drawn as one scrolls, newest first: go on until the name comes into sight.
    const seen = (text: string | RegExp) =>
      eventually(async () => {
        if ((await page.getByText(text, { exact: true }).filter({ visible: true }).count()) > 0) return true;
        await page.mouse.wheel(0, 400);
        return false;
      });
    await seen(/^T-[A-Z-]+ \S+ · due /);
    for (const name of ['publishPlan', 'completeMeeting', 'recordReferrerContact', 'scheduleMeeting', 'decideTriage']) await seen(name);
  });

  it('shows codes only: nothing that was written about the person is there', async () => {
    const { page } = await openCase();
    await page.getByText('"SELF_NEGLECT"').first().waitFor();
    expect(await page.content()).not.toContain('Synthetic');
    await page.getByRole('tab', { name: 'Search Attributes' }).click();
    await page.getByText('"MarmStage"').first().waitFor();
    expect(await page.content()).not.toContain('Synthetic');
  });
});
