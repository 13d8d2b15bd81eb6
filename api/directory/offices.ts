import type { Request, Response } from 'express';
import { compareDates, holdersBefore, londonDateOf, officeName } from '../../domain';
import type { DirectoryChanges, LondonDate, OfficeHeld } from '../../domain';
import type { ApiDeps } from '../deps';
import { read } from '../schemas/requests';
import { officeQuerySchema } from './schemas';

const PAGE = 100;

/** Who holds an office, or held it at the end of a day. */
export async function writeOffice(deps: ApiDeps, request: Request, response: Response): Promise<void> {
  const { office: role, locality, on = londonDateOf(deps.wallClock()) } = read(officeQuerySchema, request.query);
  const office = { role, locality };
  const now = await deps.repositories.directory.list({ office, limit: PAGE });
  const holders = holdersBefore(
    now.found.map(({ id }) => id),
    office,
    await changesSince(deps, office, on),
  );
  response.json({ office: role, locality, on, holders });
}

async function changesSince({ repositories }: ApiDeps, office: OfficeHeld, on: LondonDate): Promise<readonly DirectoryChanges[]> {
  const later: DirectoryChanges[] = [];
  for (let after: string | undefined; ;) {
    const page = await repositories.directoryRecord.about(officeName(office), { limit: PAGE, ...(after === undefined ? {} : { after }) });
    const since = page.found.filter(({ at }) => compareDates(on, londonDateOf(at)) < 0);
    later.push(...since.map(({ changes }) => changes));
    if (page.next === null || since.length < page.found.length) return later;
    after = page.next;
  }
}
