/**
 * The small language in which the command table describes the data of a command.
 * Types, request schemas, the vault's list of narrative fields and docs/commands.md are all read from it.
 */
export type Field =
  | { readonly kind: 'date'; readonly help: string; readonly optional?: true }
  /** A day of birth: in the vault as a narrative is, except of somebody under 18, whose clock needs it. */
  | { readonly kind: 'birthDate'; readonly help: string; readonly optional?: true }
  | { readonly kind: 'time'; readonly help: string; readonly optional?: true }
  | { readonly kind: 'code'; readonly of: readonly string[]; readonly help: string; readonly optional?: true }
  | { readonly kind: 'codes'; readonly of: readonly string[]; readonly min: number; readonly help: string; readonly optional?: true }
  /** A code whose list belongs to the locality's profile, such as the reasons for referral. */
  | { readonly kind: 'profileCodes'; readonly list: 'reasonCodes'; readonly min: number; readonly help: string; readonly optional?: true }
  /** An opaque id of the directory or of the case: letters, digits and hyphens, at most 64. */
  | {
      readonly kind: 'id';
      readonly of:
        'person' | 'organisation' | 'service' | 'action' | 'gap' | 'risk' | 'concern' | 'decision' | 'challenge' | 'case' | 'field';
      readonly help: string;
      readonly optional?: true;
    }
  /** A name that the engine gave: the key of a deadline such as `action:fire-visit`, or a version such as `2023-24.v7+1`. */
  | { readonly kind: 'name'; readonly help: string; readonly optional?: true }
  /** Narrative about a person: kept in the vault, the command carries only its reference. */
  | {
      readonly kind: 'text';
      readonly help: string;
      readonly optional?: true;
      /** It tells about somebody other than the person: sealed under a key of its own, so that it can be left out and erased apart. */
      readonly thirdParty?: true;
    }
  /** An NHS number or a UPRN: in the vault; a keyed hash of it finds an earlier case. */
  | { readonly kind: 'nhsNumber' | 'uprn'; readonly help: string; readonly optional?: true }
  | { readonly kind: 'integer'; readonly min: number; readonly max: number; readonly help: string; readonly optional?: true }
  | { readonly kind: 'flag'; readonly help: string; readonly optional?: true }
  | { readonly kind: 'group'; readonly fields: Fields; readonly help: string; readonly optional?: true }
  | {
      readonly kind: 'list';
      readonly fields: Fields;
      readonly min: number;
      readonly max: number;
      readonly help: string;
      readonly optional?: true;
    };

export type Fields = { readonly [name: string]: Field };

type Value<F extends Field> = F extends { kind: 'code'; of: readonly (infer C)[] }
  ? C
  : F extends { kind: 'codes'; of: readonly (infer C)[] }
    ? readonly C[]
    : F extends { kind: 'profileCodes' }
      ? readonly string[]
      : F extends { kind: 'integer' }
        ? number
        : F extends { kind: 'flag' }
          ? boolean
          : F extends { kind: 'group'; fields: infer G extends Fields }
            ? DataOf<G>
            : F extends { kind: 'list'; fields: infer G extends Fields }
              ? readonly DataOf<G>[]
              : string;

type OptionalNames<T extends Fields> = { [K in keyof T]: T[K] extends { optional: true } ? K : never }[keyof T];

/** The TypeScript shape of a command's data, worked out from its fields. */
export type DataOf<T extends Fields> = {
  readonly [K in Exclude<keyof T, OptionalNames<T>>]: Value<T[K]>;
} & { readonly [K in OptionalNames<T>]?: Value<T[K]> };
