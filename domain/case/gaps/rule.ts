import type { ProtocolProfile } from '../../profiles';
import type { Role } from '../codes';
import type { CommandName } from '../commands/table';
import type { CaseState } from '../state';

/** One thing that the record asks of a command beyond the few hard requirements. */
export interface GapRule {
  readonly command: CommandName;
  readonly item: string;
  /** The paragraph that asks for it. */
  readonly requirement: string;
  readonly owner: Role;
  missing(data: Readonly<Record<string, unknown>>, state: CaseState, profile: ProtocolProfile, actor: string): boolean;
}

/** True where a command leaves a field out. */
export const without =
  (field: string) =>
  (data: Readonly<Record<string, unknown>>): boolean =>
    data[field] === undefined;
