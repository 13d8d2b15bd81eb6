import type { LondonDate } from '../calendar';
import type { RoleProposal } from '../case/regions/involvement';
import type { CaseState } from '../case/state';
import { proposalKey } from '../clocks/running/proposalKey';

/** By which day a proposed role should be accepted; null where no clock waits for it any longer. */
export const proposalDueOn = ({ obligations }: CaseState, proposal: RoleProposal): LondonDate | null =>
  obligations.find(({ clock, key }) => clock === 'T-ROLE' && key === proposalKey(proposal))?.dueOn ?? null;
