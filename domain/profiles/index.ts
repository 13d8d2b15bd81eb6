import { DORSET_V1 } from './dorset/v1';
import { OXFORDSHIRE_V7 } from './oxfordshire/v7';
import type { ProtocolProfile } from './types';

/** Every published profile, newest version of a locality last. */
export const PROFILES: readonly ProtocolProfile[] = [OXFORDSHIRE_V7, DORSET_V1];

/** A locality's profile: the version named, or the newest. Undefined if there is none. */
export const findProfile = (id: string, version?: string): ProtocolProfile | undefined =>
  PROFILES.filter((profile) => profile.id === id && (version === undefined || profile.version === version)).at(-1);

export type { Deviation, DueRule, Offset, ProtocolProfile, Sourced, SourceTag, ThresholdPolicy, TimerPolicy } from './types';
