import { PAUSE_REASONS } from '../codes';
import { clock, clockKey, reason } from './parts';
import type { CommandSpec } from './spec';

const days = (help: string) =>
  ({ kind: 'list', min: 1, max: 60, optional: true, help, fields: { on: { kind: 'date', help: 'The day; it lies ahead.' } } }) as const;

/** What people change about the running of the clocks of a case. */
export const CLOCK_COMMANDS = {
  acknowledgeOverdue: {
    summary: 'Say that an overdue deadline is known: its repeats are silent until a day, then go on from there. Flags stay.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER'],
    fields: {
      clock,
      key: clockKey,
      reason,
      lookAgainOn: { kind: 'date', help: 'When to look again, at most 10 working days ahead; a day off becomes the next working day.' },
    },
    example: { clock: 'T-ACTION', key: 'action:fire-visit', reason: 'The part is ordered.', lookAgainOn: '2026-06-10' },
  },
  overrideTimer: {
    summary: 'Set another date for a deadline than the rule gives, with a reason and an approver.',
    source: 'Oxfordshire framework 3.4',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER'],
    fields: {
      clock,
      key: clockKey,
      dueOn: { kind: 'date', help: 'The new date; or give workingDays.', optional: true },
      workingDays: { kind: 'integer', min: 0, max: 260, help: 'So many working days from where it counts; or give dueOn.', optional: true },
      reason,
      approver: { kind: 'id', of: 'person', help: 'Who approved it.' },
    },
    example: { clock: 'T-MINUTES', key: 'meeting:1', workingDays: 8, reason: 'The note-taker is ill.', approver: 'p-manager' },
  },
  pauseClocks: {
    summary: 'Let the clocks of meeting, actions and review stand still for a time; everything else runs on.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER'],
    fields: {
      reason: { kind: 'code', of: PAUSE_REASONS, help: 'Why.' },
      until: { kind: 'date', help: 'The first day on which they run again, at most 28 days on.' },
      owner: { kind: 'id', of: 'person', help: 'Who keeps an eye on the person meanwhile.' },
      note: { kind: 'text', help: 'Anything to say.', optional: true },
    },
    example: { reason: 'HOSPITAL', until: '2026-06-15', owner: 'p-osei' },
  },
  resumeClocks: {
    summary: 'Let the clocks run again before the pause ends.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER'],
    fields: { reason },
    example: { reason: 'Home again.' },
  },
  pinCalendar: {
    summary: 'Give the case another calendar: bank holidays and closure days that came or went. Dates ahead are counted anew.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER', 'SYSTEM'],
    fields: {
      version: { kind: 'name', help: 'The name of the calendar, such as ew-2026-2028.2.' },
      added: days('Bank holidays that came.'),
      removed: days('Bank holidays that went.'),
      closed: days('Closure days of the locality that came.'),
      opened: days('Closure days of the locality that went.'),
      knownUntil: { kind: 'date', help: 'The last day for which bank holidays are known; as before if left out.', optional: true },
    },
    example: { version: 'ew-2026-2028.2', added: [{ on: '2026-07-20' }] },
  },
  migrateProfile: {
    summary: 'Move the case to another version of its locality’s rules; until then it keeps the one it began with.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'COORDINATOR_MANAGER', 'SYSTEM'],
    fields: { toVersion: { kind: 'name', help: 'The version of the rules.' }, reason },
    example: { toVersion: '2023-24.v7+1', reason: 'The Board has agreed the new version.' },
  },
} as const satisfies Record<string, CommandSpec>;
