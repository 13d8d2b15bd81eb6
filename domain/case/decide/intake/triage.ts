import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { rolesOf } from '../../holders';
import { refuse } from '../../refusals';
import type { Role, Stage } from '../../codes';
import type { CaseState } from '../../state';
import type { DecideContext, Decision } from '../context';

/** Records what triage decided; a hand-over is not an ending. */
export function decideTriage(command: CaseCommand<'decideTriage'>, context: DecideContext): Decision {
  const { state, profile } = context;
  const { data } = command;
  if (!profile.triage.value.enabled) return refuse('NOT_IN_THIS_LOCALITY', 'This locality has no triage.', { rule: profile.triage.cite });
  if (state.triage)
    return refuse('WRONG_STAGE', `Triage was decided on ${state.triage.decidedOn}. Correct that entry instead of deciding again.`);
  if (state.origin.triagedOnPaper) return refuse('WRONG_STAGE', 'Triage was decided on paper, before this case was taken over.');
  const pace = data.pace ?? state.pace;
  if (pace !== state.pace && data.paceReason === undefined) {
    return refuse('REASON_MISSING', 'Say why the pace differs from the one proposed.', {
      field: '/paceReason',
      rule: 'Oxfordshire framework 3.3, 3.4',
    });
  }
  if (data.decidedAlone === true && (pace === 'STANDARD' || data.aloneReason === undefined)) {
    return refuse('DECISION_ALONE_NOT_ALLOWED', 'One triager may decide alone only at pace EXPEDITED or IMMEDIATE, and with a reason.', {
      field: '/decidedAlone',
    });
  }
  if (data.outcome === 'OTHER_PROCESS' && data.destination === undefined) {
    return refuse('DESTINATION_MISSING', 'Say which process takes over.', { field: '/destination', rule: 'Oxfordshire framework 6.1' });
  }
  return { events: decided(command, context, pace) };
}

function decided(command: CaseCommand<'decideTriage'>, context: DecideContext, pace: CaseState['pace']): readonly CaseEvent[] {
  const { state, at, on } = context;
  const { data } = command;
  const alone = data.decidedAlone === true;
  const settled: readonly CaseEvent[] =
    pace === state.pace ? [] : [{ type: 'PaceSet', at, from: state.pace, to: pace, on, reasonRef: data.paceReason ?? null }];
  const decision: CaseEvent = {
    type: 'TriageDecided',
    at,
    on,
    outcome: data.outcome,
    alone,
    by: command.actor,
    byRole: triagerRole(state, command.actor),
    data,
  };
  return [decision, ...settled, ...moveOn(context, data.outcome)];
}

const triagerRole = (state: CaseState, actor: string): Role | null =>
  rolesOf(state, actor).find(({ role }) => role === 'COORDINATOR' || role === 'TRIAGE_PARTNER')?.role ?? null;

// A case that met or was booked before triage was recorded has moved on already; the decision then moves nothing.
function moveOn({ state, profile, at }: DecideContext, outcome: string): readonly CaseEvent[] {
  if (outcome !== 'MARM') return [{ type: 'StageEntered', at, from: state.stage, to: 'HANDOVER_PENDING' }];
  if (state.stage !== 'RECEIVED' && state.stage !== 'TRIAGE') return [];
  const contactOwed = profile.referrerContactRequired.value && state.referrerContactedOn === null;
  return [{ type: 'StageEntered', at, from: state.stage, to: contactOwed ? 'REFERRER_CONTACT' : convening(state) }];
}

const convening = (state: CaseState): Stage => (state.meeting ? 'MEETING_SCHEDULED' : 'CONVENING');

/** The other triager agrees with what one decided alone. */
export function concurTriage(command: CaseCommand<'concurTriage'>, { state, at, on }: DecideContext): Decision {
  if (!state.triage?.concurrenceOwedBy) return refuse('NOTHING_TO_CONCUR', 'No triage decision waits for the other triager’s agreement.');
  return { events: [{ type: 'TriageConcurred', at, on, data: command.data }] };
}

/** Records the talk with the referrer; accepted in any later stage too. */
export function recordReferrerContact(command: CaseCommand<'recordReferrerContact'>, { state, at, on }: DecideContext): Decision {
  const { data } = command;
  if (data.result === 'NOT_REACHED' && (data.attempts === undefined || data.note === undefined)) {
    return refuse('REASON_MISSING', 'Say how often it was tried and why the referrer was not reached.', {
      field: data.attempts === undefined ? '/attempts' : '/note',
    });
  }
  const fact: CaseEvent = { type: 'ReferrerContactRecorded', at, on, data };
  if (state.stage !== 'REFERRER_CONTACT') return { events: [fact] };
  return { events: [fact, { type: 'StageEntered', at, from: state.stage, to: convening(state) }] };
}

/** Notes that the triage discussion has begun. */
export function startTriage(_command: CaseCommand<'startTriage'>, { profile, at, on }: DecideContext): Decision {
  if (!profile.triage.value.enabled) return refuse('NOT_IN_THIS_LOCALITY', 'This locality has no triage.', { rule: profile.triage.cite });
  return {
    events: [
      { type: 'TriageStarted', at, on },
      { type: 'StageEntered', at, from: 'RECEIVED', to: 'TRIAGE' },
    ],
  };
}

/** Settles another pace; the same pace again changes nothing. */
export function setPace({ data }: CaseCommand<'setPace'>, { state, at, on }: DecideContext): Decision {
  if (data.pace === state.pace) return { events: [] };
  return { events: [{ type: 'PaceSet', at, from: state.pace, to: data.pace, on, reasonRef: data.reason }] };
}
