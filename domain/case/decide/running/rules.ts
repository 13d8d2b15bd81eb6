import { compareDates } from '../../../calendar';
import type { CaseCommand } from '../../command';
import { refuse } from '../../refusals';
import type { DecideContext, Decision } from '../context';

type Pinned = CaseCommand<'pinCalendar'>['data'];
const LISTS = ['added', 'removed', 'closed', 'opened'] as const;

/** Gives the case another calendar. What fired stays; only days ahead change. */
export function pinCalendar({ data }: CaseCommand<'pinCalendar'>, { state, at, on, today }: DecideContext): Decision {
  if (data.version === state.calendar.version) {
    return LISTS.some((list) => data[list] !== undefined)
      ? refuse('CALENDAR_UNCHANGED', 'The case has the calendar of this name already: give other days another name.', { field: '/version' })
      : { events: [] };
  }
  const past = pastDay(data, today);
  if (past)
    return refuse('CALENDAR_DAY_NOT_AHEAD', `A calendar changes days ahead only: ${past.on} is not after ${today}.`, { field: past.field });
  return { events: [{ type: 'CalendarPinned', at, from: state.calendar.version, on, data }] };
}

function pastDay(data: Pinned, today: string): { on: string; field: string } | undefined {
  return LISTS.flatMap((list) => (data[list] ?? []).map(({ on }, n) => ({ on, field: `/${list}/${n}/on` }))).find(
    ({ on }) => compareDates(on, today) <= 0,
  );
}

/** Moves the case to another version of its locality's rules. */
export function migrateProfile({ data }: CaseCommand<'migrateProfile'>, context: DecideContext): Decision {
  const { state, at, on, profiles } = context;
  const { id, version } = state.profile;
  if (data.toVersion === version) return { events: [] };
  if (!profiles(id, data.toVersion))
    return refuse('UNKNOWN_PROFILE_VERSION', `There is no version ${data.toVersion} of the rules of ${id}: see the list of profiles.`, {
      field: '/toVersion',
    });
  return { events: [{ type: 'ProfileMigrated', at, from: version, to: data.toVersion, on, data }] };
}
