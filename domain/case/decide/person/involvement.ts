import type { CaseCommand } from '../../command';
import { refuse } from '../../refusals';
import type { DecideContext, Decision } from '../context';

/** Records the person's views and desired outcomes. */
export const recordPersonViews = ({ data }: CaseCommand<'recordPersonViews'>, { at, on }: DecideContext): Decision => ({
  events: [{ type: 'PersonViewsRecorded', at, on, data }],
});

/** Records the support offered so that the person can take part. */
export const recordParticipationSupport = ({ data }: CaseCommand<'recordParticipationSupport'>, { at, on }: DecideContext): Decision => ({
  events: [{ type: 'ParticipationSupportRecorded', at, on, data }],
});

/** Records who may act or speak for the person; family needs a ground. */
export function recordRepresentative({ data }: CaseCommand<'recordRepresentative'>, { at, on }: DecideContext): Decision {
  if (data.kind === 'FAMILY_OR_CARER' && data.ground === undefined)
    return refuse(
      'FAMILY_GROUND_MISSING',
      'Say on what ground family is involved: consent, best-interests consultation or legal authority.',
      {
        field: '/ground',
        rule: 'Oxfordshire framework 6.2, third bullet',
      },
    );
  return { events: [{ type: 'RepresentativeRecorded', at, on, data }] };
}
