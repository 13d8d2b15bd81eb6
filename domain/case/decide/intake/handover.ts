import type { Stage } from '../../codes';
import type { CaseCommand } from '../../command';
import type { CaseEvent } from '../../events';
import { refuse } from '../../refusals';
import type { DecideContext, Decision } from '../context';

/** Records the self-check of a call: it goes on as a MARM case, or is handed over (Dorset has no gatekeeper). */
export function acceptCall({ data }: CaseCommand<'acceptCall'>, { state, profile, at, on }: DecideContext): Decision {
  if (profile.triage.value.enabled)
    return refuse('NOT_IN_THIS_LOCALITY', 'In this locality triage decides: use decideTriage.', { rule: profile.triage.cite });
  const outcome = data.outcome ?? 'MARM';
  if (outcome === 'OTHER_PROCESS' && data.destination === undefined)
    return refuse('DESTINATION_MISSING', 'Say which process takes over.', { field: '/destination' });
  const to: Stage = outcome !== 'MARM' ? 'HANDOVER_PENDING' : state.meeting ? 'MEETING_SCHEDULED' : 'CONVENING';
  const fact: CaseEvent = { type: 'CallAccepted', at, on, outcome, data };
  // A call that met before its self-check was recorded has moved on already.
  const moves = state.stage === 'RECEIVED' || outcome !== 'MARM';
  return { events: moves ? [fact, { type: 'StageEntered', at, from: state.stage, to }] : [fact] };
}

/** Records what the receiving process said. Not accepted: the case comes back, on the original date of receipt. */
export function recordHandover({ data }: CaseCommand<'recordHandover'>, { state, profile, at, on }: DecideContext): Decision {
  if (data.answer === 'ACKNOWLEDGED' && state.handover?.acknowledged === true)
    return refuse('ALREADY_ACKNOWLEDGED', 'The hand-over is acknowledged already: record whether it is accepted.', { field: '/answer' });
  const fact: CaseEvent = { type: 'HandoverRecorded', at, on, answer: data.answer, data };
  if (data.answer === 'ACKNOWLEDGED') return { events: [fact] };
  const back = profile.triage.value.enabled ? 'TRIAGE' : state.meeting ? 'MEETING_SCHEDULED' : 'CONVENING';
  return { events: [fact, { type: 'StageEntered', at, from: state.stage, to: data.answer === 'ACCEPTED' ? 'NOT_PROCEEDED' : back }] };
}
