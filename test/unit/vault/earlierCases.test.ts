import { describe, expect, it } from '@jest/globals';
import { indexIdentifiers, withStoredForm } from '../../../api/commands/identifiers';
import { possibleEarlierCases } from '../../../api/sight/earlierCases';
import type { BlindIndex, CaseRepository, CaseView, Match } from '../../../persistence';
import { blindHash } from '../../../persistence/repositories/blindIndexRepository';
import { Problem } from '../../../api/problem';
import type { Outcome } from '../../../temporal';
import { roleCase } from '../../support/roleCase';

const view = (ref: string, receivedAt: number, more: Partial<CaseView['state']> = {}, training = false): CaseView =>
  ({ ref, training, state: roleCase({ receivedAt, receivedOn: `2026-0${receivedAt}-01`, ...more }) }) as unknown as CaseView;
const OWN = view('K7QF-2M', 5);
const COORDINATOR = OWN.state.holders.COORDINATOR ?? '';

function shown(reader: string, matches: readonly Match[], others: readonly CaseView[]) {
  const blindIndex = { matches: () => Promise.resolve(matches) } as unknown as BlindIndex;
  const cases = { find: (ref: string) => Promise.resolve(others.find((one) => one.ref === ref) ?? null) } as unknown as CaseRepository;
  return possibleEarlierCases({ blindIndex, cases }, OWN, reader);
}

describe('a possible earlier case', () => {
  const others = [
    view('EARL-01', 2),
    view('EARL-02', 3),
    view('LATE-01', 6),
    view('FAR-01', 1, { locality: 'dorset' }),
    view('TRAIN-1', 1, {}, true),
  ];
  const matches: readonly Match[] = [
    { ref: 'EARL-01', kind: 'uprn' },
    { ref: 'EARL-02', kind: 'nhsNumber' },
    { ref: 'LATE-01', kind: 'nhsNumber' },
    { ref: 'FAR-01', kind: 'nhsNumber' },
    { ref: 'TRAIN-1', kind: 'nhsNumber' },
    { ref: 'NEVER-1', kind: 'nhsNumber' },
  ];
  it('is shown to the coordinator, an NHS number before a home, and only of the locality, real, and received before', async () => {
    expect(await shown(COORDINATOR, matches, others)).toEqual([
      { ref: 'EARL-02', receivedOn: '2026-03-01', sameAs: 'nhsNumber', strength: 'STRONG' },
      { ref: 'EARL-01', receivedOn: '2026-02-01', sameAs: 'uprn', strength: 'WEAK' },
    ]);
  });
  it('is shown to nobody else who sees the case', async () => {
    const members = Object.values(OWN.state.holders).filter((person) => person !== COORDINATOR);
    expect(members.length).toBeGreaterThan(3);
    for (const reader of members) expect(await shown(reader, matches, others)).toBeNull();
  });
});

describe('the keyed hash', () => {
  const key = Buffer.alloc(32, 7);
  it('differs by key, by kind and by number, and does not hold the number', () => {
    const hash = blindHash(key, 'nhsNumber', '9990000018');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hash).not.toBe(blindHash(Buffer.alloc(32, 8), 'nhsNumber', '9990000018'));
    expect(hash).not.toBe(blindHash(key, 'uprn', '9990000018'));
    expect(hash).not.toBe(blindHash(key, 'nhsNumber', '4010232137'));
  });
});

describe('making a case findable', () => {
  const ACCEPTED: Outcome = { kind: 'accepted', seq: 1 };
  const indexed = async (type: 'submitReferral' | 'correctEntry', data: object, outcome: Outcome = ACCEPTED) => {
    const rows: object[] = [];
    const blindIndex = { put: (row: object) => Promise.resolve(void rows.push(row)) } as unknown as BlindIndex;
    await indexIdentifiers(blindIndex, 'R', { type, data }, outcome);
    return rows;
  };
  const telling = { person: { nhsNumber: '9990000018', uprn: '10001234' } };
  it('takes both numbers of a referral that the case has taken', async () => {
    expect(await indexed('submitReferral', telling)).toEqual([
      { ref: 'R', kind: 'nhsNumber', value: '9990000018' },
      { ref: 'R', kind: 'uprn', value: '10001234' },
    ]);
  });
  it('takes nothing of one that was refused, nor of one without numbers', async () => {
    const refused: Outcome = { kind: 'refused', refusal: { code: 'ALREADY_ON_HOLD', message: 'No.' } };
    expect(await indexed('submitReferral', telling, refused)).toEqual([]);
    expect(await indexed('submitReferral', {})).toEqual([]);
  });
  it('follows a correction, in its stored form', async () => {
    const correction = withStoredForm('correctEntry', { seq: 1, field: 'nhsNumber', text: '401 023 2137', reason: 'misread' });
    expect(await indexed('correctEntry', correction)).toEqual([{ ref: 'R', kind: 'nhsNumber', value: '4010232137' }]);
  });
  it('refuses a correction that is no such number, and leaves other corrections alone', () => {
    expect(() => withStoredForm('correctEntry', { seq: 1, field: 'nhsNumber', text: '123' })).toThrow(Problem);
    const other = { seq: 1, field: 'rationale', text: '123' };
    expect(withStoredForm('correctEntry', other)).toBe(other);
  });
});
