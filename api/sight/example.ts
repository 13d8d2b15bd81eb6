import { COMMANDS, endOfDay, nextDue, simulate } from '../../domain';
import { toCase } from '../views/case';

const DAY = '2026-03-26';

/** A case as the contract shows it: the referral of the command table on the day on which it came in, on a training clock. */
export function caseExample(): object {
  const step = { at: `${DAY}T15:20`, command: 'submitReferral', data: COMMANDS.submitReferral.example };
  const lived = simulate({ profile: 'oxfordshire', until: DAY, steps: [step] });
  if ('problems' in lived || !lived.state) throw new Error('the example of a referral is not sound');
  const { state } = lived;
  const now = endOfDay(DAY);
  const due = nextDue(state, now);
  const stored = {
    head: '',
    nextDueAt: due?.at ?? null,
    overdue: due?.overdue ?? false,
    wakeAt: null,
    offsetMs: 0,
    members: [],
    updatedAt: now,
  };
  return { ...toCase({ ...stored, ref: 'K7QF-2M', seq: state.seq, state, training: true }, now), prompts: [] };
}
