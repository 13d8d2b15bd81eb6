import type { Role } from '../codes';
import type { Fields } from './fields';

/** One row of the command table: what the command is for, its data, an example, and which roles may give it. */
export interface CommandSpec {
  readonly summary: string;
  /** Where the command comes from: a paragraph of a framework, or 'local default'. */
  readonly source: string;
  /**
   * Roles on the case that may give it; 'ANY_AGENCY_USER' for the first command of a case, 'PROPOSED_HOLDER' for whom a role was put to,
   * 'SYSTEM' for the engine.
   */
  readonly mayGive: readonly (Role | 'ANY_AGENCY_USER' | 'PROPOSED_HOLDER' | 'SYSTEM')[];
  readonly fields: Fields;
  readonly example: object;
}
