import { isFree, portfolioOf } from '../../domain';
import type { Portfolio } from '../../domain';
import type { ApiDeps } from '../deps';

const PAGE = 100;

/** What one case waits for from a person: by reference, role and action, nothing of its content. */
export interface OpenOn extends Portfolio {
  readonly ref: string;
}

/** Every live case on which a person holds a role, or an action names them. */
export async function openRolesOf({ repositories }: ApiDeps, person: string): Promise<readonly OpenOn[]> {
  const open: OpenOn[] = [];
  for (let after: string | undefined; ;) {
    const { cases, next } = await repositories.cases.worklist({ member: person, limit: PAGE, ...(after === undefined ? {} : { after }) });
    for (const { ref, state } of cases) {
      const portfolio = portfolioOf(state, person);
      if (!isFree(portfolio)) open.push({ ref, ...portfolio });
    }
    if (next === null) return open;
    after = next;
  }
}
