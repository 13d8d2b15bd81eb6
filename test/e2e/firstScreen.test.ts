import { describe, expect, it } from '@jest/globals';
import { e2eStack, marm } from '../support/e2eStack';

describe('the first commands of the README', () => {
  const { printed, ref } = e2eStack();

  it('take the referral to a published plan', async () => {
    expect(await marm(`show ${ref}`)).toMatchObject({ training: true, meetingsHeld: 1, plan: { version: 1, publishedOn: '2026-04-14' } });
  });

  it('say where the date of the meeting comes from', () => {
    expect(printed).toContain(
      'The first meeting is due by the end of Thursday 9 April 2026: 14 calendar days after the referral was received',
    );
    expect(printed).toContain('Good Friday and Easter Monday do not extend it');
  });

  it('show the running deadlines and the mails of the case', () => {
    expect(printed).toMatch(/T-MEET\s+│ meeting:1/);
    expect(printed).toContain(`MARM meeting not booked - ref ${ref}`);
  });
});
