import type { Request, Response } from 'express';
import { mayRead } from '../../../domain/record';
import type { RecordPart } from '../../../domain/record';
import type { CaseView } from '../../../persistence';
import { knownCase } from '../../access';
import type { ApiDeps } from '../../deps';
import { Problem } from '../../problem';

const WHOSE: Readonly<Record<RecordPart, string>> = {
  DISCLOSURES: 'The account of disclosures is for the coordinator, managers, the triage partner and those who answer for information.',
  EXPORT: 'The record is taken out by the coordinator, the managers of the host, or the information-governance lead: ask there.',
};

/** The case of a request, for somebody whose role lets them read that part of its record. @throws Problem 404 or 403 */
export async function readableCase(deps: ApiDeps, request: Request, response: Response, part: RecordPart): Promise<CaseView> {
  const { view, reader } = await knownCase(deps, request, response);
  if (!mayRead(view.state, reader.who, part, reader.context)) throw new Problem(403, 'NOT_PERMITTED', WHOSE[part]);
  return view;
}
