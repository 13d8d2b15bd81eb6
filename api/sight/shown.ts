import type { Sight } from '../../domain';
import type { CaseView } from '../../persistence';
import type { ApiDeps } from '../deps';
import { toPrompts } from '../prompts';
import { toCase } from '../views/case';
import { possibleEarlierCases } from './earlierCases';
import { toIncident } from './incident';
import { toInvitation } from './invitation';
import { toReferenceOnly } from './referenceOnly';

/** A case as far as the asking person sees it. */
export async function toShown(
  { repositories, wallClock }: ApiDeps,
  view: CaseView,
  sight: Exclude<Sight, 'NOTHING'>,
  reader: string,
): Promise<object> {
  switch (sight) {
    case 'CASE':
      return {
        ...toCase(view, wallClock()),
        prompts: await toPrompts(repositories.directory, view),
        ...(await earlierOf(repositories, view, reader)),
      };
    case 'INVITATION':
      return toInvitation(repositories, view);
    case 'INCIDENT':
      return toIncident(repositories, view, reader);
    case 'REFERENCE':
      return toReferenceOnly(repositories, view, reader);
  }
}

async function earlierOf(repositories: ApiDeps['repositories'], view: CaseView, reader: string): Promise<object> {
  const earlier = await possibleEarlierCases(repositories, view, reader);
  return earlier === null ? {} : { possibleEarlierCases: earlier };
}
