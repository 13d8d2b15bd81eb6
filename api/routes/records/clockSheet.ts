import { Router } from 'express';
import type { Request, Response } from 'express';
import { clockHistory } from '../../../domain/record';
import type { ClockMove } from '../../../domain/record';
import { visibleCase } from '../../access';
import type { ApiDeps } from '../../deps';
import { personOf } from '../../middleware/authenticate';
import { noQuery } from '../../middleware/query';
import { notFound } from '../../problem';
import { toMove } from '../../views/decisions';
import { noteLook } from './looks';
import { recordOf } from './recordOf';

/** The sheet of a date: where it comes from, and how it moved over time, each move with who and why. */
export const clockSheetRoutes = (deps: ApiDeps): Router =>
  Router().get('/cases/:ref/clocks/:clock/:key/sheet', noQuery, async (request: Request, response: Response) => {
    const view = await visibleCase(deps, request, response);
    const record = await recordOf(deps, view, personOf(response));
    const [clock, key] = [String(request.params['clock']), String(request.params['key'])];
    const history = clockHistory(record.steps, { clock, key });
    if (!history) throw notFound();
    const sheet = { ref: view.ref, clock, key, ...history, moves: history.moves.map(toMove) };
    await noteLook(deps, view, response, { kind: 'CLOCK', parts: whyShown(sheet.moves) });
    response.json(await record.open(sheet));
  });

// Dates alone say nothing of the person; the reasons of those who moved them do.
const whyShown = (moves: readonly Pick<ClockMove, 'command' | 'why'>[]): readonly string[] =>
  [...new Set(moves.flatMap(({ command, why }) => why.map(({ field }) => `${command ?? '-'}.${field}`)))].sort();
