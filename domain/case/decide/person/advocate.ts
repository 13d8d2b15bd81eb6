import type { CaseCommand } from '../../command';
import { refuse } from '../../refusals';
import type { DecideContext, Decision } from '../context';
import { filled } from './filled';

/** Records whether an advocate is needed. */
export function considerAdvocate({ data }: CaseCommand<'considerAdvocate'>, { state, at, on }: DecideContext): Decision {
  if (data.result === 'NOT_NEEDED' && data.reason === undefined)
    return refuse('REASON_MISSING', 'Say why no advocate is needed.', {
      field: '/reason',
      rule: 'Oxfordshire framework 6.2; Dorset learning, Individual',
    });
  return {
    events: [{ type: 'AdvocateConsidered', at, on, result: data.result, data }, ...filled(state, at, ['ADVOCATE_CONSIDERED'], data.reason)],
  };
}

/** Records the advocate appointed, considered before or not. */
export function appointAdvocate({ data }: CaseCommand<'appointAdvocate'>, { state, at, on }: DecideContext): Decision {
  return {
    events: [
      { type: 'AdvocateAppointed', at, on, advocateType: data.type, data },
      ...filled(state, at, ['ADVOCATE_CONSIDERED'], data.provider),
    ],
  };
}

/** Records that the advocate's work has ended. */
export function endAdvocacy({ data }: CaseCommand<'endAdvocacy'>, { state, at, on }: DecideContext): Decision {
  if (state.person.advocacy.status !== 'APPOINTED')
    return refuse('NO_ADVOCATE', 'No advocate is recorded as appointed, so there is none whose work could end.');
  return { events: [{ type: 'AdvocacyEnded', at, on, data }] };
}
