import { IDENTIFIER_HELP, IDENTIFIERS, toIdentifier } from '../../domain';
import type { CommandData, CommandName, Identifier } from '../../domain';
import type { BlindIndex } from '../../persistence';
import type { Outcome } from '../../temporal';
import { Problem } from '../problem';

interface Given {
  readonly kind: Identifier;
  readonly value: string;
}

/** The identifiers that a command records of its case, in their stored form; those of a correction count as well. */
function identifiersIn(command: CommandName, data: object): readonly Given[] {
  const corrected = correctionIn(command, data);
  if (corrected) return [corrected];
  const { person } = data as Pick<CommandData<'submitReferral'>, 'person'>;
  return IDENTIFIERS.flatMap((kind) => {
    const value = person?.[kind];
    return value === undefined ? [] : [{ kind, value }];
  });
}

function correctionIn(command: CommandName, data: object): Given | null {
  if (command !== 'correctEntry') return null;
  const { field, text = '' } = data as CommandData<'correctEntry'>;
  const kind = IDENTIFIERS.find((one) => one === field);
  return kind === undefined ? null : { kind, value: toIdentifier(kind, text) ?? '' };
}

/** The data with a corrected identifier in its stored form. @throws Problem 422 for a correction that is no such identifier */
export function withStoredForm(command: CommandName, data: object): object {
  const corrected = correctionIn(command, data);
  if (!corrected) return data;
  const detail = IDENTIFIER_HELP[corrected.kind];
  if (corrected.value === '') throw new Problem(422, 'WRONG_IDENTIFIER', detail, { errors: [{ pointer: '/data/text', detail }] });
  return { ...data, text: corrected.value };
}

/** Makes a case findable by what a command recorded; only once the case has taken it, or may have. */
export async function indexIdentifiers(
  blindIndex: BlindIndex,
  ref: string,
  { type, data }: { readonly type: CommandName; readonly data: object },
  outcome: Outcome,
): Promise<void> {
  if (outcome.kind !== 'accepted' && outcome.kind !== 'pending') return;
  for (const given of identifiersIn(type, data)) await blindIndex.put({ ref, ...given });
}
