import { compareDates } from '../../../calendar';
import { contextOf } from '../../../clocks/clock';
import { meetingOwed, meetingTarget } from '../../../clocks/meetings/meet';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { GAPS_OF_FIELDS } from '../../gaps/intake';
import { refuse } from '../../refusals';
import { tooFar } from '../context';
import type { DecideContext, Decision } from '../context';
import { checkReasons } from './receive';

/** Adds to a referral or puts a part of it differently. The record keeps what stood there before; a gap that it fills is closed. */
export function amendReferral({ data }: CaseCommand<'amendReferral'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  if (Object.keys(data).length === 0) return refuse('NOTHING_TO_AMEND', 'Say what is to be added or put differently.');
  const filled = Object.entries(data).flatMap(([field, value]): CaseEvent[] => {
    const gap = state.gaps.find((one) => one.item === GAPS_OF_FIELDS[field]);
    return gap && typeof value === 'string'
      ? [{ type: 'GapClosed', at, gap: gap.id, considered: true, data: { gap: gap.id, entry: value } }]
      : [];
  });
  return checkReasons(data.reasons ?? [], context) ?? { events: [{ type: 'ReferralAmended', at, on, data }, ...filled] };
}

/** Moves the aim for a meeting to a later date; the nudges of the pace follow it, and nobody need approve. */
export function varyMeetingAim({ data }: CaseCommand<'varyMeetingAim'>, context: DecideContext): Decision {
  const { state, profile, at, on, today } = context;
  if (!meetingOwed(state)) return refuse('NO_MEETING_OWED', 'This case owes no meeting before its review: set the review date instead.');
  const from = meetingTarget(contextOf(state, profile));
  if (compareDates(data.on, from) <= 0)
    return refuse('AIM_NOT_LATER', `The aim is ${from}: give a later day. To meet sooner, book the meeting or settle a faster pace.`, {
      field: '/on',
    });
  if (compareDates(data.on, today) < 0)
    return refuse('AIM_IN_PAST', `That day has passed: give ${today} or a later day.`, { field: '/on' });
  if (tooFar(data.on, today)) return refuse('DATE_TOO_FAR', 'That day is more than ten years ahead: check the year.', { field: '/on' });
  return { events: [{ type: 'MeetingAimVaried', at, from, to: data.on, on, reason: data.reason, data }] };
}
