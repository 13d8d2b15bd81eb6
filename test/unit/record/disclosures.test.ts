import { describe, expect, it } from '@jest/globals';
import { applyCommit } from '../../../domain';
import type { CaseState } from '../../../domain';
import { actsOf, groundOf, isAlwaysNoted, lookDisclosed, mayRead, mendedIn, shownBeforeMending } from '../../../domain/record';
import type { Disclosure, RecordedStep } from '../../../domain/record';
import { textsShown } from '../../../api/routes/records/parts';
import { lookId } from '../../../persistence';
import { holder, roleCase } from '../../support/roleCase';
import { recordOf } from '../../support/steps';

const NOON = Date.parse('2026-12-10T12:00:00Z');
const PARTNER = { person: 'p-partner', service: 'svc-fire-safety', organisation: 'org-fire' };
const consenting = (position: CaseState['person']['consent']['position'], grounds: CaseState['person']['consent']['grounds'] = null) => {
  const state = roleCase();
  return { ...state, person: { ...state.person, consent: { ...state.person.consent, position, grounds } } };
};
const actsIn = (steps: readonly RecordedStep[]): readonly Disclosure[] => {
  let state: CaseState | null = null;
  return steps.flatMap((step) => {
    state = applyCommit(state, step);
    return actsOf(step, state);
  });
};

describe('given somebody who looks at a case', () => {
  const shown = { kind: 'CASE', parts: ['person', 'risk'] } as const;
  it.each([
    ['another organisation', 'org-council', PARTNER, true],
    ['the organisation that holds the case', 'org-fire', PARTNER, false],
    ['an organisation that the directory does not know', 'org-council', { ...PARTNER, organisation: null }, true],
    ['some organisation, of a case whose host the directory does not know', null, PARTNER, true],
  ])('from %s, then that is a disclosure or not', (_from, host, looker, counts) => {
    expect(lookDisclosed(roleCase(), host, looker, shown, NOON) !== null).toBe(counts);
  });
  it('when nothing personal is shown, then it is none', () => {
    expect(lookDisclosed(roleCase(), 'org-council', PARTNER, { kind: 'ESCALATION', parts: [] }, NOON)).toBeNull();
  });
  it.each([
    ['GIVEN', null, 'CONSENT'],
    ['REFUSED', 'CRIME', 'CRIME'],
    ['REFUSED', null, 'NONE_ON_RECORD'],
    ['NOT_YET_SOUGHT', null, 'NONE_ON_RECORD'],
    ['LACKS_CAPACITY_BEST_INTERESTS', null, 'BEST_INTERESTS'],
    [null, null, 'NONE_ON_RECORD'],
  ] as const)('with consent %s and ground %s, then it rests on %s', (position, grounds, ground) => {
    const state = consenting(position, grounds);
    expect(groundOf(state)).toBe(ground);
    expect(lookDisclosed(state, 'org-council', PARTNER, shown, NOON)).toMatchObject({ position, ground, by: null, seq: state.seq });
  });
  it('when the same is shown again on that London day, then it is the same row; another day, entry or part is another', () => {
    const row = lookDisclosed(roleCase(), 'org-council', PARTNER, shown, Date.parse('2026-06-10T22:30:00Z'))!;
    const id = lookId('K7QF-2M', row);
    expect(lookId('K7QF-2M', { ...row, at: Date.parse('2026-06-10T09:00:00Z') })).toBe(id);
    for (const other of [{ at: Date.parse('2026-06-10T23:30:00Z') }, { seq: row.seq + 1 }, { parts: ['person'] }])
      expect(lookId('K7QF-2M', { ...row, ...other })).not.toBe(id);
  });
});

describe('given the fields of what is shown', () => {
  it('then texts are named by fact and field, and nothing else is', () => {
    const text = `v-${'0'.repeat(32)}`;
    const event = {
      type: 'MeetingCompleted',
      at: 1,
      heldOn: '2026-04-08',
      data: { rationale: text, consent: { facts: text }, actions: [{ text }] },
    };
    expect(textsShown([{ seq: 3, events: [event] }], '')).toEqual([
      'MeetingCompleted.actions.text',
      'MeetingCompleted.consent.facts',
      'MeetingCompleted.rationale',
    ]);
  });
});

describe('given a case that is shared without consent, from its script', () => {
  const steps = recordOf('s10', '2026-12-31');
  it('then the plan leaves one row for each recipient, on the ground that stood then', () => {
    const plan = actsIn(steps).filter(({ kind }) => kind === 'PLAN');
    expect(plan.map(({ recipient, ground, position }) => [recipient.service, ground, position])).toEqual([
      ['svc-fire-safety', 'RISK_TO_OTHERS', 'REFUSED'],
      ['svc-housing', 'RISK_TO_OTHERS', 'REFUSED'],
    ]);
  });
  it('then the same steps give the same rows, and none holds a value', () => {
    expect(actsIn(recordOf('s10', '2026-12-31'))).toEqual(actsIn(steps));
    expect(JSON.stringify(actsIn(steps))).not.toContain('Synthetic');
  });
});

describe('given a notification of the local authority', () => {
  const step = { seq: 9, at: NOON, actor: 'p-lead', command: 'notifyLocalAuthority' };
  const by = { role: 'COORDINATOR' as const };
  const data = { steps: 'v-1' };
  it('then it is noted whoever hosts the case, to its contact, by who notified', () => {
    const event = { type: 'LocalAuthorityNotified' as const, at: NOON, on: '2026-12-10', by, byMember: true, data };
    const [row] = actsOf({ ...step, events: [event] }, consenting('REFUSED', 'VITAL_INTERESTS'));
    expect(row).toMatchObject({
      kind: 'LA_NOTIFICATION',
      recipient: { person: holder('LA_CONTACT') },
      by: 'p-lead',
      ground: 'VITAL_INTERESTS',
    });
    expect(isAlwaysNoted('LA_NOTIFICATION')).toBe(true);
    expect(isAlwaysNoted('PLAN')).toBe(false);
  });
  it('then a hand-over names the process, and triage for MARM is none', () => {
    const triaged = (outcome: 'MARM' | 'OTHER_PROCESS' | 'SAFEGUARDING_CONCERN', destination?: 'MARAC') => {
      const what = { outcome, rationale: 'v-1', ...(destination ? { destination } : {}) };
      const fact = {
        type: 'TriageDecided' as const,
        at: NOON,
        on: '2026-12-10',
        outcome,
        alone: false,
        by: 'p-x',
        byRole: null,
        data: what,
      };
      return actsOf({ ...step, events: [fact] }, roleCase()).map(({ recipient }) => recipient.body);
    };
    expect([triaged('MARM'), triaged('OTHER_PROCESS', 'MARAC'), triaged('SAFEGUARDING_CONCERN')]).toEqual([
      [],
      ['MARAC'],
      ['SAFEGUARDING_CONCERN'],
    ]);
  });
});

describe('given entries that were mended since', () => {
  const retracted = [{ seq: 5, command: 'addAction', entry: 9 }];
  it.each([
    ['a look after it was made', 'TIMELINE', 8, [5]],
    ['a look before it was made', 'TIMELINE', 4, []],
    ['a look when it was retracted already', 'TIMELINE', 9, []],
    ['a plan that was sent with it', 'PLAN', 6, [5]],
    ['an invitation, which shows no action', 'INVITATION', 6, []],
    ['a notification of its own words', 'LA_NOTIFICATION', 6, []],
  ] as const)('then %s tells which of them it can have shown', (_what, kind, seq, shown) => {
    expect(shownBeforeMending({ kind, seq }, retracted)).toEqual(shown);
  });
  it('then they are read from the record', () => {
    const at = NOON;
    const frame = { at, actor: 'p-x', command: 'retractEntry' };
    const event = { type: 'EntryRetracted' as const, at, seq: 5, fact: 'addAction' as const, key: '-', on: '2026-12-10' };
    const step = { ...frame, seq: 9, events: [{ ...event, data: { seq: 5, reason: 'v-1', incident: 'v-2' } }] };
    expect(mendedIn([step])).toEqual({ retracted, corrected: [] });
  });
});

describe('given the people of a case', () => {
  it('then who reads the account of disclosures and who takes the case out is by role', () => {
    const state = roleCase();
    const may = (part: 'DISCLOSURES' | 'EXPORT') =>
      (['COORDINATOR', 'INFORMATION_GOVERNANCE_LEAD', 'RECORDS_MANAGER', 'LEAD_WORKER', 'LA_CONTACT', 'REFERRER'] as const).filter((role) =>
        mayRead(state, holder(role), part),
      );
    expect(may('DISCLOSURES')).toEqual(['COORDINATOR', 'INFORMATION_GOVERNANCE_LEAD', 'RECORDS_MANAGER']);
    expect(may('EXPORT')).toEqual(['COORDINATOR', 'INFORMATION_GOVERNANCE_LEAD']);
  });
  it('when somebody is excluded, then no role helps', () => {
    const exclusions = [{ who: { person: holder('COORDINATOR') }, by: 'p-x', reason: 'r', at: 0 }];
    expect(mayRead(roleCase(), holder('COORDINATOR'), 'EXPORT', { at: 0, exclusions, breakGlass: [] })).toBe(false);
  });
});
