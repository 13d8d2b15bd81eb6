import { addDays } from '../../../../domain';
import { oneOf } from './given';
import type { Data, Given } from './given';

/** A case up to its first meeting, what is missing in its record, and one that comes from elsewhere. */
export const intakeData = (given: Given): Data => {
  const { pick, state } = given;
  return {
    recordHandover: { answer: (['ACKNOWLEDGED', 'NOT_ACCEPTED', 'ACCEPTED'] as const)[pick % 3] },
    decideTriage: {
      outcome: pick % 4 === 0 ? 'SAFEGUARDING_CONCERN' : 'MARM',
      rationale: 'v',
      ...(pick % 5 === 0 ? { pace: 'EXPEDITED', paceReason: 'v' } : {}),
    },
    acceptCall: pick % 4 === 0 ? { outcome: 'SAFEGUARDING_CONCERN' } : {},
    setPace: { pace: (['STANDARD', 'EXPEDITED', 'IMMEDIATE'] as const)[pick % 3], reason: 'v' },
    closeGap: { gap: oneOf(state.gaps, pick)?.id ?? 'none', entry: 'v' },
    takeOverCase: takenOver(given),
  };
};

const takenOver = ({ pick, today, near, service, state }: Given): object => ({
  from: `case-${pick % 3}`,
  agreedBy: 'p-coordinator',
  receivedOn: addDays(state.receivedOn, (pick % 20) - 10),
  referrers: [{ person: 'p-other' }],
  services: [{ service }],
  recipients: [{ service }],
  actions: [{ id: 'there', text: 'v', service, dueOn: near, agreedOn: today, quietSince: today }],
});
