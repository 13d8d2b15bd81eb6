import { addWorkingDays, compareDates } from '../../../calendar';
import { dueBy } from '../../../clocks/clock';
import { isHighRisk } from '../../codes';
import type { Stage } from '../../codes';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { managesCase, rolesOf } from '../../holders';
import { refuse } from '../../refusals';
import type { CaseState } from '../../state';
import type { DecideContext, Decision } from '../context';
import { DAYS_TO_COME_BACK } from '../intake/ending';
import { agreed, checkNewReviewOn } from '../meetings/reviews';
import { closureAnswers } from './answers';
import { flagsAgain, restedAgain, stageBefore } from './back';

/** The cancelling of a booked meeting; nothing where none is booked. */
export const bookingCancelled = ({ meeting }: CaseState, at: number): readonly CaseEvent[] =>
  meeting ? [{ type: 'MeetingCancelled', at, meeting: meeting.number, on: meeting.on, data: { reason: 'OTHER' } }] : [];

/** Proposes to close. A booked meeting is cancelled; every service is asked. */
export function proposeClosure({ data }: CaseCommand<'proposeClosure'>, { state, at, on }: DecideContext): Decision {
  if (data.code === 'DIED')
    return refuse('RECORD_THE_DEATH', 'To close a case because the person has died, record the death.', { field: '/code' });
  const signedBy = data.managerSignOff;
  if (signedBy !== undefined && !isManager(state, signedBy))
    return refuse('NOT_A_MANAGER', 'Name a manager of this case: the coordinator’s, the hosting one, or a service’s responsible manager.', {
      field: '/managerSignOff',
      rule: 'local default',
    });
  return {
    events: [
      ...bookingCancelled(state, at),
      { type: 'ClosureProposed', at, on, code: data.code, data },
      { type: 'StageEntered', at, from: state.stage, to: 'CLOSING' },
    ],
  };
}

const isManager = (state: CaseState, person: string): boolean =>
  managesCase(state, person) || rolesOf(state, person).some(({ role }) => role === 'RESPONSIBLE_MANAGER');

/** Agrees for a service; saying it twice changes nothing. */
export function answerClosure({ data }: CaseCommand<'answerClosure'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  const wrong = checkOnCase(data.service, state);
  if (wrong) return wrong;
  if (state.closure?.answered.includes(data.service) === true) return { events: [] };
  return { events: [{ type: 'ClosureAnswered', at, service: data.service, on, data }] };
}

/** Objects for a service: the plan goes on, with a review date. */
export function objectToClosure({ data }: CaseCommand<'objectToClosure'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  if (state.closing.death?.began === true)
    return refuse('DEATH_IS_RECORDED', 'The case closes because a death is recorded. Retract it if it was a mistake.');
  return (
    checkOnCase(data.service, state) ??
    checkNewReviewOn(data.reviewOn, context) ?? {
      events: [
        { type: 'ClosureObjected', at, service: data.service, on, data },
        ...agreed(data.reviewOn, data.reason, context),
        { type: 'StageEntered', at, from: 'CLOSING', to: 'PLAN_ACTIVE' },
      ],
    }
  );
}

const checkOnCase = (service: string, state: CaseState): Decision | undefined =>
  state.services.some((one) => one.service === service)
    ? undefined
    : refuse('SERVICE_NOT_ON_CASE', 'This service takes no part in the case.', { field: '/service' });

/** Closes the case: gaps closed, and the answers that the tier asks for. */
export function confirmClosure({ data, actor }: CaseCommand<'confirmClosure'>, context: DecideContext): Decision {
  const { state, at, on } = context;
  if (!state.closure) return refuse('NOT_PROPOSED', 'No closure is proposed: propose it first.');
  if (state.gaps.length > 0) {
    const open = state.gaps.map((gap) => gap.id).join(', ');
    return refuse('GAPS_OPEN', `The record has gaps: ${open}. Close each with what is known, or with why it was not considered.`);
  }
  return (
    checkManager(actor, state) ??
    checkAnswers(context) ??
    checkCarried(data, state) ?? {
      events: [
        { type: 'ClosureConfirmed', at, on, code: state.closure.code, data },
        { type: 'StageEntered', at, from: 'CLOSING', to: 'CLOSED' },
      ],
    }
  );
}

// A coordinator does not close a case alone while its risk is rated high; a death has ended the risk (local default).
const checkManager = (actor: string, state: CaseState): Decision | undefined =>
  isHighRisk(state.tier) && state.closure?.code !== 'DIED' && !managesCase(state, actor)
    ? refuse('MANAGER_NEEDED', 'The risk is rated high: ask the coordinator’s or the hosting manager to confirm the closure.', {
        rule: 'local default',
      })
    : undefined;

// Only what runs can run on.
function checkCarried({ carried = [] }: CaseCommand<'confirmClosure'>['data'], { obligations }: CaseState): Decision | undefined {
  const runs = (named: { clock: string; key: string }) => obligations.some(({ clock, key }) => clock === named.clock && key === named.key);
  const unknown = carried.findIndex((one) => !runs(one));
  return unknown < 0
    ? undefined
    : refuse('UNKNOWN_DEADLINE', 'No such deadline runs on this case: see its list of clocks for clock and key.', {
        field: `/carried/${unknown}/key`,
      });
}

// At LOW and MODERATE recorded silence is an answer once the time is up; at HIGH and CRITICAL it never is (local default).
function checkAnswers(context: DecideContext): Decision | undefined {
  const { state, today } = context;
  if (!state.closure) return undefined;
  const { awaited, needed, localAuthority } = closureAnswers(state);
  const until = dueBy(context, 'T-CLOSE', '-', state.closure.proposedOn);
  if (awaited.length > 0 && compareDates(today, until) < 0)
    return refuse('ANSWERS_AWAITED', `Services may object until ${until}; not all have answered yet.`, { rule: 'local default' });
  const missing = [...needed, ...(localAuthority ? ['the local authority, which was notified (record its decision)'] : [])];
  return missing.length === 0
    ? undefined
    : refuse('ANSWERS_MISSING', `At this tier silence is no answer. Still to answer: ${missing.join(', ')}.`, { rule: 'local default' });
}

/** Opens a closed case again; the clocks that ran before the proposal run again. */
export function reopenCase({ data }: CaseCommand<'reopenCase'>, context: DecideContext): Decision {
  const { state, at, on, calendar, today } = context;
  const until = addWorkingDays(state.endedOn ?? today, DAYS_TO_COME_BACK, calendar);
  if (compareDates(today, until) > 0)
    return refuse('TOO_LATE_TO_REOPEN', `This case could be opened again until ${until}. A later return is a new case.`);
  if (state.closing.death) return refuse('DEATH_IS_RECORDED', 'A death is recorded. Retract it first if it was a mistake.');
  const to = reopensIn(state);
  const reopened: readonly CaseEvent[] = [
    { type: 'CaseReopened', at, on, data },
    ...restedAgain(state, at),
    ...flagsAgain(state, at),
    { type: 'StageEntered', at, from: 'CLOSED', to },
  ];
  if (data.reviewOn !== undefined)
    return checkNewReviewOn(data.reviewOn, context) ?? { events: [...reopened, ...agreed(data.reviewOn, data.reason, context)] };
  if (!state.review && to === 'PLAN_ACTIVE')
    return refuse('REVIEW_MISSING', 'A case that goes on needs a review date: give one.', { field: '/reviewOn' });
  return { events: reopened };
}

// A case that had met goes on with its plan; one that ended before that, with what it waited for.
const reopensIn = (state: CaseState): Stage => (state.lastHeld ? 'PLAN_ACTIVE' : stageBefore(state));
