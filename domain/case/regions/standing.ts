/** Services that were asked to take part and have not answered yet, and those that said that the person is not known to them. */
export interface Standing {
  readonly asked: readonly string[];
  readonly notKnown: readonly string[];
}

export const NEW_STANDING: Standing = { asked: [], notKnown: [] };
