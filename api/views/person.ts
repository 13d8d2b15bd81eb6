import { z } from 'zod';
import {
  ADVOCATE_STATUSES,
  ADVOCATE_TYPES,
  AGE_GROUPS,
  CAPACITY_OUTCOMES,
  CONSENT_POSITIONS,
  FAMILY_GROUNDS,
  isUnder18,
  maySharePersonalData,
  REPRESENTATIVE_KINDS,
  SHARING_GROUNDS,
} from '../../domain';
import type { CaseState, LondonDate } from '../../domain';
import { day, ident } from './parts';

const consent = z.strictObject({
  position: z.enum(CONSENT_POSITIONS).nullable(),
  on: day.nullable(),
  grounds: z.enum(SHARING_GROUNDS).nullable(),
  lookedAtOn: day.nullable(),
  askBy: day.nullable(),
  withdrawnOn: day.nullable(),
  mayShare: z.boolean().describe('May personal data go to somebody outside the case: with consent, or with recorded grounds.'),
});
const capacity = z.strictObject({
  decision: ident,
  outcome: z.enum(CAPACITY_OUTCOMES),
  on: day,
  fluctuating: z.boolean(),
  assessor: ident.nullable(),
  assessmentOn: day.nullable(),
  bestInterests: z.strictObject({ on: day, namedOn: day, decided: z.boolean() }).nullable(),
});
const representative = z.strictObject({
  kind: z.enum(REPRESENTATIVE_KINDS),
  ground: z.enum(FAMILY_GROUNDS).nullable(),
  documentSeen: z.boolean(),
  on: day,
});

/** What is known of the person: codes, dates and ids; never who it is, nor the day of birth. */
export const personSchema = z.strictObject({
  under18: z.boolean(),
  ageGroup: z.enum(AGE_GROUPS).nullable().describe('As the referral gives it.'),
  consent,
  capacity: z.array(capacity),
  advocate: z.strictObject({
    status: z.enum(ADVOCATE_STATUSES),
    on: day.nullable(),
    type: z.enum(ADVOCATE_TYPES).nullable(),
    person: ident.nullable(),
  }),
  representatives: z.array(representative),
});

/** The person's region of a case, on a London date. */
export const toPerson = (state: CaseState, today: LondonDate): z.infer<typeof personSchema> => ({
  under18: isUnder18(state.person.bornOn, today),
  ageGroup: state.origin.ageGroup,
  consent: { ...state.person.consent, mayShare: maySharePersonalData(state) },
  capacity: state.person.capacity.map(toCapacity),
  advocate: { ...state.person.advocacy, person: state.holders.ADVOCATE ?? null },
  representatives: [...state.person.representatives],
});

const toCapacity = ({ decided, bestInterests, ...one }: CaseState['person']['capacity'][number]): z.infer<typeof capacity> => ({
  ...one,
  bestInterests: bestInterests && { ...bestInterests, decided },
});
