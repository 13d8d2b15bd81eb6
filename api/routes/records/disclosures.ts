import { Router } from 'express';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { mendedIn, takenOverIn } from '../../../domain/record';
import type { CaseView, Repositories } from '../../../persistence';
import type { ApiDeps } from '../../deps';
import { noQuery } from '../../middleware/query';
import { toDisclosure } from '../../views/disclosure';
import type { disclosureSchema } from '../../views/disclosure';
import { readableCase } from './readable';

/** The account of disclosures: who outside the organisation that holds the case was shown or sent personal data, and on what ground. */
export const disclosureRoutes = (deps: ApiDeps): Router =>
  Router().get('/cases/:ref/disclosures', noQuery, async (request: Request, response: Response) => {
    const view = await readableCase(deps, request, response, 'DISCLOSURES');
    response.json({ ref: view.ref, disclosures: await disclosuresOf(deps.repositories, view) });
  });

/** Every disclosure of a case and of those merged into it, oldest first. */
export async function disclosuresOf(
  repositories: Pick<Repositories, 'commits' | 'disclosures'>,
  { ref }: Pick<CaseView, 'ref'>,
): Promise<readonly z.infer<typeof disclosureSchema>[]> {
  const commits = await repositories.commits.list(ref);
  const refs = [ref, ...takenOverIn(commits)];
  const mended = new Map(
    await Promise.all(refs.map(async (one) => [one, mendedIn(one === ref ? commits : await repositories.commits.list(one))] as const)),
  );
  const rows = await repositories.disclosures.list(refs);
  return rows.map((row) => toDisclosure(row, mended.get(row.ref) ?? { retracted: [], corrected: [] }));
}
