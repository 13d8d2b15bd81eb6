// Fields that tell of somebody else than the person: family, carers, neighbours, who speaks for the person.
const THIRD_PARTY: readonly string[] = [
  'carers',
  'household',
  'recordRepresentative.name',
  'recordRepresentative.note',
  'consulted',
  'withWhom',
];

/** True for a field about somebody else than the person; `command` is the one whose data it is part of. */
export const isThirdParty = (command: string, field: string): boolean =>
  THIRD_PARTY.includes(field) || THIRD_PARTY.includes(`${command}.${field}`);
