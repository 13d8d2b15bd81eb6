/** Who asks or acts, as the directory knows that person. */
export interface Actor {
  readonly person: string;
  readonly service?: string;
  readonly organisation?: string;
}

/** An actor, or the person alone by directory id where the service makes no difference. */
export type Who = Actor | string;

/** The actor behind either form. */
export const actorOf = (who: Who): Actor => (typeof who === 'string' ? { person: who } : who);
