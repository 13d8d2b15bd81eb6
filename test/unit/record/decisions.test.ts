import { describe, expect, it } from '@jest/globals';
import { COMMAND_NAMES, COMMANDS } from '../../../domain';
import type { Field, Fields } from '../../../domain';
import {
  clockHistory,
  consentCourse,
  DECISIONS,
  decisionsIn,
  followedBy,
  knownBefore,
  MOST_FOLLOWING,
  riskCourse,
} from '../../../domain/record';
import { recordOf } from '../../support/steps';

const fieldAt = (fields: Fields, path: string): Field | undefined => {
  const [name = '', ...rest] = path.split('.');
  const found = fields[name];
  if (rest.length === 0 || !found) return found;
  return found.kind === 'group' ? fieldAt(found.fields, rest.join('.')) : undefined;
};

describe('the table of decisions', () => {
  it('says of every command whether it is a decision', () => {
    expect(Object.keys(DECISIONS).sort()).toEqual([...COMMAND_NAMES].sort());
  });
  it('names only fields that the command has, and keeps reasons in texts', () => {
    const wrong = COMMAND_NAMES.flatMap((name) => {
      const row = DECISIONS[name];
      if (!row) return [];
      const { fields } = COMMANDS[name] as { fields: Fields };
      const all = [...row.answer, ...row.why, ...row.dissent, ...row.takingPart, ...(row.onlyWith === null ? [] : [row.onlyWith])];
      const unknown = all.filter((path) => fieldAt(fields, path) === undefined);
      const noText = row.why.filter((path) => fieldAt(fields, path)?.kind !== 'text');
      return [...unknown, ...noText].map((path) => `${name}.${path}`);
    });
    expect(wrong).toEqual([]);
  });
  it('leaves no command out that asks for a reason: each is a decision, or only notes that something was not done', () => {
    const asksWhy = COMMAND_NAMES.filter((name) => {
      const found = (COMMANDS[name] as { fields: Fields }).fields['reason'];
      return found?.kind === 'text' && found.optional !== true;
    });
    expect(asksWhy.filter((name) => DECISIONS[name] === null).sort()).toEqual(['endAdvocacy', 'requestReview']);
  });
});

describe('given the record of a case, shared without consent', () => {
  const steps = recordOf('s10', '2027-01-31');
  const decisions = decisionsIn(steps);
  it('then its decisions stand in order, the ground for sharing first, each with who and in which role', () => {
    expect(decisions.slice(0, 2).map((one) => [one.command, one.what])).toEqual([
      ['submitReferral', 'Sharing without consent'],
      ['decideTriage', 'Outcome of triage'],
    ]);
    expect(decisions[0]?.why).toEqual([{ field: 'consent.facts', value: 'Synthetic example: three small fires in a shared block.' }]);
    expect(decisions[1]?.roles).toContainEqual({ role: 'COORDINATOR' });
    expect(decisions[1]?.rule).toBe('Oxfordshire framework 6.1, third bullet');
  });
  it('then what was known at triage is the case before it: received, refused with a ground, triage due and why', () => {
    const { seq } = decisions[1]!;
    const known = knownBefore(steps, seq)!;
    expect([known.asOf, known.state.stage, known.state.tier, known.state.person.consent.grounds]).toEqual([
      seq - 1,
      'RECEIVED',
      null,
      'RISK_TO_OTHERS',
    ]);
    expect(known.clocks.find((one) => one.clock === 'T-TRIAGE')?.explanation.text).toContain('2 working days');
    expect(knownBefore(steps, 1)).toBeNull();
  });
  it('then what followed is what came next, a few entries of it', () => {
    const next = followedBy(steps, 1);
    expect(next[0]).toMatchObject({ seq: 2, command: 'decideTriage' });
    expect(next[0]?.facts).toContain('TriageDecided');
    expect(next.length).toBeLessThanOrEqual(MOST_FOLLOWING);
  });
  it('then a referral with consent is no decision to share without it', () => {
    expect(decisionsIn(recordOf('s1')).map((one) => one.command)).not.toContain('submitReferral');
  });
  it('then the courses of risk and consent have a turn for each change', () => {
    expect(consentCourse(steps)[0]).toMatchObject({ seq: 1, position: 'REFUSED', grounds: 'RISK_TO_OTHERS', on: '2026-11-30' });
    const turns = riskCourse(steps).map(({ tier, score }) => `${tier} ${score}`);
    expect(turns).toEqual(['HIGH 15', 'HIGH 12']);
    expect(riskCourse(steps)[0]?.command).toBe('completeMeeting');
  });
});

describe('given a review whose date was set earlier when the person lost capacity', () => {
  const steps = recordOf('s8');
  const history = clockHistory(steps, { clock: 'T-REVIEW', key: 'review:1' });
  it('then the way of its date begins where it was agreed, and names who moved it and why', () => {
    expect(history?.moves[0]).toMatchObject({ what: 'ARMED', dueOn: '2026-06-26', command: 'setReviewDate', from: null });
    const moved = history?.moves.find((one) => one.dueOn === '2026-06-17');
    expect(moved).toMatchObject({ what: 'MOVED', from: '2026-06-26', command: 'setReviewDate' });
    expect(moved?.why.map(({ field }) => field)).toEqual(['reason']);
  });
  it('then a deadline that never ran has no history', () => {
    expect(clockHistory(steps, { clock: 'T-LA', key: '-' })).toBeNull();
  });
});
