import { z } from 'zod';
import { ESCALATION_PROMPTS } from '../../domain';
import { caseSchema } from '../views/case';
import { possibleEarlierCasesSchema } from './earlierCases';
import { role } from '../views/parts';

const prompt = z.strictObject({
  code: z.enum([...ESCALATION_PROMPTS, 'SECTION_42_UNSURE']),
  question: z.string(),
  ring: z.strictObject({ role, name: z.string(), telephone: z.string().optional() }).nullable(),
});

/** A case with the questions that it puts to the people who work on it. */
export const wholeCaseSchema = caseSchema.extend({ prompts: z.array(prompt), possibleEarlierCases: possibleEarlierCasesSchema.optional() });

/** What somebody sees who may see less than the case: why, and what there is to do. */
const reducedSchema = z.looseObject({
  ref: z.string(),
  seq: z.int(),
  sight: z.enum(['INVITATION', 'INCIDENT', 'REFERENCE', 'STATUS']),
  why: z.string(),
});

/** The answer to reading a case, as far as the asking person sees it. */
export const shownSchema = z.union([wholeCaseSchema, reducedSchema]);
