import { findProfile } from '../../domain';
import type { CaseState, ProtocolProfile } from '../../domain';
import { casesOf, connectMongo } from '../../persistence';
import type { Servers } from '../addresses';
import { CliError } from '../client';

/** A case as it stands, with the rules that it is pinned to and the instant on its own clock. */
export interface LiveCase {
  readonly state: CaseState;
  readonly profile: ProtocolProfile;
  readonly now: number;
}

/** Reads a case from the read model; nothing is written. @throws CliError where there is none, or its profile is not in this build */
export async function readLiveCase({ mongo }: Servers, ref: string): Promise<LiveCase> {
  const connection = await connectMongo(mongo);
  try {
    const view = await casesOf(connection).find(ref);
    if (!view) throw new CliError(`There is no case ${ref}. Check the reference.`);
    const { state, training } = view;
    const profile = findProfile(state.profile.id, state.profile.version);
    if (!profile) throw new CliError(`${ref} is pinned to ${state.profile.id}@${state.profile.version}, which is not in this build.`);
    return { state, profile, now: training ? state.lastAt : Math.max(state.lastAt, Date.now()) };
  } finally {
    await connection.close();
  }
}
