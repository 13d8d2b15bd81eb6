import { isTerminal, STAGES } from '../../domain';
import type { CaseView } from '../contract';
import type { CaseDoc, Models } from '../models';
import { viewOf } from './caseRepository';

const BATCH = 200;

/** Every case that has ended, by stage and reference, page by page; those for training are left out, as in all scheduled work. */
export async function* endedCases({ cases }: Pick<Models, 'cases'>): AsyncGenerator<CaseView> {
  for (const stage of STAGES.filter(isTerminal))
    for (let after = ''; ;) {
      const page = await cases
        .find({ 'state.stage': stage, training: false, _id: { $gt: after } } as never)
        .sort({ _id: 1 })
        .limit(BATCH)
        .lean<CaseDoc[]>();
      yield* page.map(viewOf);
      const last = page.at(-1);
      if (!last) break;
      after = last._id;
    }
}
