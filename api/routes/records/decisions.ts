import { Router } from 'express';
import type { Request, Response } from 'express';
import { londonDateOf, toIso } from '../../../domain';
import { decisionsIn, followedBy, knownBefore } from '../../../domain/record';
import type { DecisionOnRecord } from '../../../domain/record';
import type { CaseView } from '../../../persistence';
import { visibleCase } from '../../access';
import type { ApiDeps } from '../../deps';
import { namesIn } from '../../export/gather';
import { sheetPdf } from '../../export/pdf/sheetPages';
import { personOf } from '../../middleware/authenticate';
import { noQuery } from '../../middleware/query';
import { notFound } from '../../problem';
import { RETRACTED } from '../../timeline/entries';
import { toDecision, toFollowed, toKnown } from '../../views/decisions';
import type { Sheet } from '../../views/decisions';
import { noteLook } from './looks';
import { recordOf } from './recordOf';
import type { ReadableRecord } from './recordOf';

const PDF = 'application/pdf';

/** The decisions on record, and the sheet of each: who, when, why, by which rule, what was known then and what followed. */
export const decisionRoutes = (deps: ApiDeps): Router =>
  Router()
    .get('/cases/:ref/decisions', noQuery, async (request: Request, response: Response) => {
      const view = await visibleCase(deps, request, response);
      const record = await recordOf(deps, view, personOf(response));
      const decisions = decisionsIn(record.steps).map((one) => asMended(one, record));
      await noteLook(deps, view, response, { kind: 'DECISIONS', parts: partsOf(decisions) });
      response.json({ ref: view.ref, decisions: await record.open(decisions) });
    })
    .get('/cases/:ref/decisions/:seq', noQuery, async (request: Request, response: Response) => {
      const view = await visibleCase(deps, request, response);
      const sheet = await sheetOf(deps, view, Number(request.params['seq']), response);
      if (request.accepts(['application/json', PDF]) !== PDF) {
        response.json(sheet);
        return;
      }
      response.type(PDF).attachment(`marm-${view.ref}-decision-${sheet.decision.seq}.pdf`);
      sheetPdf(sheet, view.training).pipe(response);
    });

async function sheetOf(deps: ApiDeps, view: CaseView, seq: number, response: Response): Promise<Sheet> {
  const record = await recordOf(deps, view, personOf(response));
  const found = decisionsIn(record.steps).find((one) => one.seq === seq);
  if (!found) throw notFound();
  const decision = asMended(found, record);
  const then = knownBefore(record.steps, seq);
  const sheet = {
    ref: view.ref,
    decision,
    rules: (then?.state ?? view.state).profile,
    known: toKnown(then, londonDateOf(found.at)),
    followed: followedBy(record.steps, seq).map(toFollowed),
  };
  await noteLook(deps, view, response, { kind: 'DECISIONS', parts: [...partsOf([decision]), 'known', 'followed'] });
  return { ...((await record.open(sheet)) as Omit<Sheet, 'names'>), names: await namesIn(deps.repositories.directory, sheet) };
}

const partsOf = (decisions: readonly Sheet['decision'][]): readonly string[] =>
  [...new Set(decisions.flatMap((one) => fieldsOf(one).map(({ field }) => `${one.command}.${field}`)))].sort();
const fieldsOf = ({ answer, why, dissent, takingPart }: Sheet['decision']) => [...answer, ...why, ...dissent, ...takingPart];

// What was corrected stands beside it, the original struck through; what was retracted says so to whoever may read it.
function asMended(one: DecisionOnRecord, { mending }: ReadableRecord): Sheet['decision'] {
  const corrections = (mending.corrections.get(one.seq) ?? []).map(({ at, ...mended }) => ({ ...mended, at: toIso(at) }));
  const retraction = mending.retracted.get(one.seq);
  return {
    ...toDecision(one),
    ...(corrections.length === 0 ? {} : { corrections }),
    ...(retraction ? { retracted: { words: RETRACTED, ...retraction, at: toIso(retraction.at) } } : {}),
  };
}
