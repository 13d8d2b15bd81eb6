import { isTerminal } from '../codes';
import type { Entry } from '../regions/entries';
import type { CaseState, OpenRecord } from '../state';
import type { Undo } from './row';

const WHOLE = { reconvene: false, summary: true, minutes: true, planned: true, feedback: true };

/** A retracted list, record or word to the person is owed again by the meetings that it was for, also by one that owed nothing more. */
export const reopenRecord =
  (part: 'summary' | 'minutes' | 'feedback'): Undo =>
  (state, entry) => {
    if (state.stage === null || isTerminal(state.stage)) return state;
    const owing = meetingsOf(entry).filter((meeting) => !isServedElse(state, entry, meeting));
    const known = state.records.map((record) => (owing.includes(record.meeting) ? { ...record, [part]: false } : record));
    const gone = owing.filter((meeting) => !state.records.some((record) => record.meeting === meeting));
    const again = gone.flatMap((meeting): OpenRecord[] => {
      const held = state.entries.find((one) => one.fact === 'completeMeeting' && one.key === `meeting:${meeting}`)?.on;
      return held === undefined ? [] : [{ ...WHOLE, meeting, heldOn: held, [part]: false }];
    });
    return { ...state, records: [...known, ...again].sort((a, b) => a.meeting - b.meeting) };
  };

const meetingsOf = (entry: Entry): readonly number[] => entry.key.slice('meetings:'.length).split(',').map(Number);

const isServedElse = (state: CaseState, entry: Entry, meeting: number): boolean =>
  state.entries.some(
    (one) => one.fact === entry.fact && one.seq !== entry.seq && one.retracted !== true && meetingsOf(one).includes(meeting),
  );

/** A retracted contribution was none: the service is asked for it again before the booked meeting. */
export const withoutContribution: Undo = (state, entry) => {
  const { meeting } = state;
  const stands = state.entries.some(
    (one) => one.fact === entry.fact && one.key === entry.key && one.seq !== entry.seq && one.retracted !== true,
  );
  if (!meeting || stands) return state;
  const invitations = meeting.invitations.map((one) =>
    entry.key === `meeting:${meeting.number}/${one.service}` ? { ...one, contributed: false } : one,
  );
  return { ...state, meeting: { ...meeting, invitations } };
};
