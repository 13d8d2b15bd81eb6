import { z } from 'zod';
import { BREAK_GLASS_MOST_HOURS } from '../../domain';
import { id, text } from './text';

/** The body that excludes a person, or everybody of a service, from a case. */
export const exclusionSchema = z.union([z.strictObject({ person: id, reason: text }), z.strictObject({ service: id, reason: text })]);
export type ExclusionBody = z.infer<typeof exclusionSchema>;

/** The body that asks for a look at a case without a role on it. */
export const breakGlassSchema = z.strictObject({
  reason: text,
  hours: z.int().min(1).max(BREAK_GLASS_MOST_HOURS, `Ask for ${BREAK_GLASS_MOST_HOURS} hours at most; you may ask again.`),
});
export type BreakGlassBody = z.infer<typeof breakGlassSchema>;

export const accessLogSchema = z.strictObject({
  cursor: z.string().max(300).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(100))
    .optional(),
});
