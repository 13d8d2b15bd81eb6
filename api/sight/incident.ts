import type { CaseView, Repositories } from '../../persistence';
import { toReferenceOnly } from './referenceOnly';

/**
 * What the information-governance lead sees of a case on which something of another case was recorded: the incidents and whom to ring.
 * What was retracted stands in the timeline; nothing else of the case is shown.
 */
export async function toIncident(
  repositories: Pick<Repositories, 'commits' | 'directory' | 'vault'>,
  view: CaseView,
  reader: string,
): Promise<object> {
  const reference = await toReferenceOnly(repositories, view, reader);
  return {
    ...reference,
    sight: 'INCIDENT',
    training: view.training,
    why: 'Something was recorded here that belongs to another case. You see what was retracted, and nothing else of this case.',
    incidents: view.state.gaps.filter((gap) => gap.owner === 'INFORMATION_GOVERNANCE_LEAD'),
  };
}
