import type { Request, Response } from 'express';
import type { CaseView } from '../../persistence';
import type { ApiDeps } from '../deps';
import { personOf } from '../middleware/authenticate';
import { read } from '../schemas/requests';
import { proposalDueOn } from '../../domain';
import { pageSchema } from './schemas';

/** The roles that were put to the person who asks and wait for a yes, across cases: the reference of each, and nothing of its content. */
export async function writeProposals(deps: ApiDeps, request: Request, response: Response): Promise<void> {
  const { cursor, limit = 25 } = read(pageSchema, request.query);
  const me = personOf(response);
  const page = await deps.repositories.cases.proposedTo(me, { limit, ...(cursor === undefined ? {} : { after: cursor }) });
  response.json({ proposals: page.cases.flatMap((view) => proposalsOf(view, me)), next: page.next });
}

const proposalsOf = ({ ref, state }: CaseView, me: string) =>
  state.involvement.proposals
    .filter(({ person }) => person === me)
    .map((one) => ({
      ref,
      role: one.role,
      service: one.service ?? null,
      by: one.by,
      proposedOn: one.on,
      dueOn: proposalDueOn(state, one),
      links: { accept: `/v1/cases/${ref}/commands/accept-role` },
    }));
