import type { Response } from 'express';
import { holderOf } from '../../../domain';
import { lookDisclosed } from '../../../domain/record';
import type { Looker, Shown } from '../../../domain/record';
import { lookId } from '../../../persistence';
import type { CaseView, Directory } from '../../../persistence';
import type { ApiDeps } from '../../deps';
import { personOf } from '../../middleware/authenticate';
import { caseNow } from '../../views/pinned';

/** Notes a look at a case before anything of it is shown, if it goes to another organisation than the one that holds the case. */
export async function noteLook(deps: ApiDeps, view: CaseView, response: Response, shown: Shown): Promise<void> {
  const { directory, disclosures } = deps.repositories;
  const [looker, host] = [await lookerOf(directory, personOf(response)), await hostOf(directory, view)];
  const row = lookDisclosed(view.state, host, looker, shown, caseNow(view, deps.wallClock()));
  if (row) await disclosures.add([{ ...row, id: lookId(view.ref, row), ref: view.ref, training: view.training }]);
}

/** The organisation that holds a case: where its coordinator works, or whoever stands in. */
export async function hostOf(directory: Pick<Directory, 'person'>, { state }: CaseView): Promise<string | null> {
  const coordinator = holderOf(state, { role: 'COORDINATOR' });
  return coordinator === null ? null : ((await directory.person(coordinator))?.organisation ?? null);
}

/** Where somebody works, as the directory has it now. */
export async function lookerOf(directory: Pick<Directory, 'person'>, person: string): Promise<Looker> {
  const known = await directory.person(person);
  return { person, service: known?.service ?? null, organisation: known?.organisation ?? null };
}
