import type { Client } from '../../domain/access/clients';

/** A partner system as registered here; nothing that its token says changes it. */
export interface StoredClient extends Client {
  /** The subject of its tokens where the issuer gives them another one than the id; null where they are the same. */
  readonly subject: string | null;
  readonly active: boolean;
}

/** Partner systems that may ask in the name of a service. */
export interface ClientRepository {
  /** The client whose tokens have this subject. */
  withSubject(subject: string): Promise<StoredClient | null>;
  list(): Promise<readonly StoredClient[]>;
  /** Registers a client, or replaces what is registered under its id. */
  save(client: StoredClient): Promise<void>;
}
