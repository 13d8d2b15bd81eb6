import { compareDates, maxDate } from '../../../calendar';
import type { LondonDate } from '../../../calendar';
import { contextOf } from '../../../clocks/clock';
import { meetingTarget } from '../../../clocks/meetings/meet';
import { movedBy, pausesOf } from '../../../clocks/moves';
import type { ProtocolProfile } from '../../../profiles';
import type { Target } from '../../corrections/row';
import type { CaseEvent } from '../../events';
import { NEW_MEETING_AIM, resultOf } from '../../regions/meetingAim';
import type { SettledAim } from '../../regions/meetingAim';
import type { CaseState } from '../../state';
import type { DecideContext } from '../context';

/** How the meetings held stand to their aims by the right days, and the flag of each for which that changes. `after` is the corrected case. */
export const aimsAgain = (target: Target, after: CaseState, context: DecideContext): readonly CaseEvent[] =>
  after.meetingAim.settled.flatMap((before) => {
    const days = rightDays(before, target);
    if (days.anchorOn === before.anchorOn && days.heldOn === before.heldOn) return [];
    const right = days.anchorOn === before.anchorOn ? days : countedAgain(days, after, context.profile);
    const settled: SettledAim = { ...right, result: resultOf(right) };
    return [{ type: 'MeetingAimSettled', at: context.at, ...settled }, ...flagOf(settled, context)];
  });

// The first aim counts from the receipt, the one after a meeting that asked for another from that meeting.
function rightDays(one: SettledAim, { entry, data: { field, date } }: Target): SettledAim {
  if (date === undefined) return one;
  if (OPENINGS.includes(entry.fact) && field === 'occurredOn') return one.meeting === 1 ? { ...one, anchorOn: date } : one;
  if (field !== 'heldOn') return one;
  if (entry.key === `meeting:${one.meeting}`) return { ...one, heldOn: date };
  return entry.key === `meeting:${one.meeting - 1}` && one.anchorOn === entry.on ? { ...one, anchorOn: date } : one;
}

const OPENINGS: readonly string[] = ['submitReferral', 'submitCall'];

// A day to which a person varied the aim stays.
function countedAgain(one: SettledAim, after: CaseState, profile: ProtocolProfile): SettledAim {
  const aimOn = aimFrom(one, after, profile);
  return { ...one, aimOn, lastOn: one.reason === null ? aimOn : maxDate(one.lastOn, aimOn) };
}

// As it stood before the meeting: with the pauses until then.
function aimFrom({ meeting, anchorOn, heldOn }: SettledAim, after: CaseState, profile: ProtocolProfile): LondonDate {
  const pauses = pausesOf(after).filter(({ from }) => compareDates(from, heldOn) <= 0);
  const before: CaseState = {
    ...after,
    meetingsHeld: meeting - 1,
    meetingAimFrom: anchorOn,
    meetingAim: NEW_MEETING_AIM,
    running: { ...after.running, pauses, pause: null },
  };
  const context = contextOf(before, profile);
  return movedBy(context, meetingTarget(context), { anchorOn });
}

function flagOf({ meeting, result }: SettledAim, { state, at }: DecideContext): readonly CaseEvent[] {
  const key = `meeting:${meeting}`;
  const late = result === 'MISSED';
  const flagged = state.flags.some((flag) => flag.flag === 'MEETING_AIM_MISSED' && flag.key === key);
  return late === flagged ? [] : [{ type: late ? 'FlagRaised' : 'FlagCleared', at, flag: 'MEETING_AIM_MISSED', clock: 'T-MEET', key }];
}
