import { beforeAll, describe, expect, it } from '@jest/globals';
import { callerOf, forwardTo, open, PEOPLE } from '../support/api';
import type { Caller, ClockBody, ProblemBody } from '../support/api';
import { mailsAbout, sentTwice } from '../support/mailbox';
import { sharedStack } from '../support/stack';

/** S1 as it would stand on paper: met on 8 April, a visit due on 1 May and not done, the review on 20 May. */
const PAPER = {
  reasons: ['SELF_NEGLECT'],
  risks: 'Synthetic: blocked exits.',
  consent: { position: 'GIVEN' },
  stage: 'PLAN_ACTIVE',
  receivedOn: '2026-03-26',
  services: [{ service: 'svc-fire-safety' }],
  lastMeeting: { on: '2026-04-08', tier: 'HIGH' },
  plan: { publishedOn: '2026-04-14' },
  actions: [{ id: 'visit', text: 'Synthetic: home fire safety visit.', service: 'svc-fire-safety', dueOn: '2026-05-01' }],
  reviewOn: '2026-05-20',
};
const adoption = (data: object = PAPER) => ({
  profile: 'oxfordshire',
  command: 'adoptCase',
  data,
  training: { clock: '2026-05-06T10:00' },
});

interface CaseBody {
  readonly stage: string;
  readonly adopted: { readonly on: string; readonly takeOver: readonly object[] };
  readonly receivedOn: string;
  readonly plan: { readonly version: number };
  readonly clocks: readonly ClockBody[];
  readonly flags: readonly string[];
}

let coordinator: Caller;
let ref: string;
beforeAll(async () => {
  coordinator = await callerOf(sharedStack(), PEOPLE.coordinator);
  ref = await open(coordinator, adoption());
});

/** 'N09 +3WD 2026-05-07T08:00 who' for each mail, on the case's own clock in UTC. */
const told = async (): Promise<readonly string[]> =>
  (await mailsAbout(sharedStack(), ref)).map(({ headers, date, to }) =>
    [headers['x-marm-notice'], headers['x-marm-threshold'], new Date(date ?? '').toISOString().slice(0, 16), to.split('@')[0]]
      .filter((part) => part !== undefined)
      .join(' '),
  );

describe('given a case on paper that is taken over on Wednesday 6 May', () => {
  it('then it stands where it stood, with its real dates and the list of what is open', async () => {
    const { body } = await coordinator.get<CaseBody>(`/v1/cases/${ref}`);
    expect(body).toMatchObject({
      stage: 'PLAN_ACTIVE',
      receivedOn: '2026-03-26',
      adopted: { on: '2026-05-06', takeOver: [{ clock: 'T-ACTION', key: 'action:visit', dueOn: '2026-05-01' }] },
      flags: [],
    });
    expect(body.clocks.map(({ clock, dueOn }) => `${clock} ${dueOn}`)).toEqual(
      expect.arrayContaining(['T-ACTION 2026-05-01', 'T-REVIEW 2026-05-20']),
    );
    expect(body.clocks.map(({ clock }) => clock)).not.toEqual(expect.arrayContaining(['T-MEET']));
  });
  it('then one mail goes that day, and what was overdue on paper sends nothing', async () => {
    expect(await told()).toEqual(['N01 at-once 2026-05-06T09:00 officer-ox']);
  });
  it('then its lead worker sees it without a new invitation', async () => {
    const lead = await callerOf(sharedStack(), PEOPLE.fireLead);
    expect((await lead.get<CaseBody>(`/v1/cases/${ref}`)).body.stage).toBe('PLAN_ACTIVE');
  });
  it('when it lives on to 11 May, then the visit speaks on its own grid, and stalls', async () => {
    await forwardTo(coordinator, ref, '2026-05-11T12:00');
    expect((await told()).slice(1).sort()).toEqual([
      'N09 +3WD 2026-05-07T08:00 fire-lead',
      'N09 +3WD 2026-05-07T08:00 fire-manager',
      'N09 +5WD 2026-05-11T08:00 fire-manager',
      'N09 +5WD 2026-05-11T08:00 officer-ox',
    ]);
    expect(sentTwice(await mailsAbout(sharedStack(), ref))).toEqual([]);
    expect((await coordinator.get<CaseBody>(`/v1/cases/${ref}`)).body.flags).toContain('ACTION_STALLED');
  });
  it('when what is on paper cannot be, then it is said in the field', async () => {
    const { reviewOn: _none, ...rest } = PAPER;
    const answer = await coordinator.post<ProblemBody>('/v1/cases', adoption(rest));
    expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual([422, 'STAGE_NEEDS_MORE', '/data/reviewOn']);
  });
});
