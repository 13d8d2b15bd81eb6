import { z } from 'zod';
import { ROLES, toIso } from '../../domain';

/** A London date, such as 2026-04-09. */
export const day = z.iso.date();

/** A UTC instant, such as 2026-04-09T07:00:00Z. */
export const moment = z.iso.datetime();

/** A short id: of a person or service in the directory, or of something on the case. */
export const ident = z.string();

export const role = z.enum(ROLES);

/** A role, of a service where it is a service's, and the person where one is named. */
export const addressee = z.strictObject({ role, service: ident.optional(), person: ident.optional() });

/** An instant in ISO, or null. */
export const isoOrNull = (at: number | null): string | null => (at === null ? null : toIso(at));
