import { londonDateOf, rollForward } from '../../calendar';
import type { OpenConcern } from '../../case/regions/risk';
import { dueBy, isLive, ruleOf, sameDay, timerOf } from '../clock';
import type { Clock, ClockContext, Wished } from '../clock';

const URGENT = 'CRITICAL';

/** T-CONCERN: a member's concern is answered by the coordinator; on a case at CRITICAL the same day (local default). */
export const concernClock: Clock = {
  id: 'T-CONCERN',
  wished: (context) => (isLive(context.state) ? context.state.risk.concerns.map((concern) => wish(concern, context)) : []),
  because: ({ profile, state }, { key }) => ({
    what: 'The answer to a concern',
    anchor: 'it was raised',
    rule: ruleOf(timerOf(profile, 'T-CONCERN'), state.risk.concerns.find((one) => keyOf(one) === key)?.urgent === true ? URGENT : '-'),
  }),
};

const keyOf = ({ id }: OpenConcern): string => `concern:${id}`;

function wish(concern: OpenConcern, context: ClockContext): Wished {
  const { on, urgent } = concern;
  const dueOn = urgent ? theSameDay(concern, context) : dueBy(context, 'T-CONCERN', '-', on);
  return { key: keyOf(concern), anchorOn: on, dueOn, ladder: urgent ? URGENT : '-' };
}

// A concern of an earlier day counts as raised in working hours (local default).
const theSameDay = ({ on, recordedAt }: OpenConcern, { calendar }: ClockContext): string =>
  on === londonDateOf(recordedAt) ? sameDay(recordedAt, calendar) : rollForward(on, calendar);
