import { randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import type { Request, Response } from 'express';
import { toIso } from '../../../domain';
import { standing } from '../../../domain/record';
import type { CaseView, StoredDisclosure } from '../../../persistence';
import type { ApiDeps } from '../../deps';
import { takeOut } from '../../export/gather';
import { pdfOf } from '../../export/pdf/casePages';
import { exportHeadSchema, exportRequestSchema } from '../../export/schema';
import type { ExportRequest } from '../../export/schema';
import { jsonOf } from '../../export/writeJson';
import { personOf } from '../../middleware/authenticate';
import { noQuery } from '../../middleware/query';
import { read } from '../../schemas/requests';
import { caseNow } from '../../views/pinned';
import { lookerOf } from './looks';
import { readableCase } from './readable';

/** Taking a case out of the engine, complete and read-only. */
export const exportRoutes = (deps: ApiDeps): Router =>
  Router().post('/cases/:ref/exports', noQuery, async (request: Request, response: Response) => {
    const view = await readableCase(deps, request, response, 'EXPORT');
    const asked = read(exportRequestSchema, request.body);
    const row = await noteExport(deps, view, personOf(response), asked);
    const { purpose, recipient = null, includeThirdParty = false, format } = asked;
    const taken = { at: toIso(row.at), by: personOf(response), purpose, recipient, disclosure: row.id };
    const out = await takeOut(deps, view, { reader: personOf(response), taken, includeThirdParty });
    response.status(200).type(format).attachment(`marm-${view.ref}-${view.seq}.${format}`);
    await pipeline(format === 'json' ? jsonOf(out) : pdfOf(out), response);
  });

// The row comes first: an export that could not be noted is not made. It is noted also within the host, because it leaves the engine.
async function noteExport(deps: ApiDeps, view: CaseView, person: string, asked: ExportRequest): Promise<StoredDisclosure> {
  const { directory, disclosures } = deps.repositories;
  const { recipient, ground, includeThirdParty } = asked;
  const own = { ...(await lookerOf(directory, person)), body: null };
  const known = standing(view.state);
  const row: StoredDisclosure = {
    id: `${view.ref}:${view.seq}:EXPORT:${randomUUID()}`,
    ref: view.ref,
    training: view.training,
    kind: 'EXPORT',
    recipient: recipient ? { person: null, service: null, organisation: recipient.organisation ?? null, body: recipient.body } : own,
    parts: [...Object.keys(exportHeadSchema.shape), 'chronology', ...(includeThirdParty === true ? ['thirdParty'] : [])],
    position: known.position,
    ground: ground ?? known.ground,
    seq: view.seq,
    at: caseNow(view, deps.wallClock()),
    by: person,
  };
  await disclosures.add([row]);
  return row;
}
