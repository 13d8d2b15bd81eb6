import { z } from 'zod';
import { contextOf, INVITE_ANSWERS, LAPSE_DECISIONS, MEETING_KINDS, MEETING_OUTCOMES, POSTPONE_REASONS, reviewOwed } from '../../domain';
import type { CaseState, ProtocolProfile } from '../../domain';
import { day, ident } from './parts';

const reason = z.enum(POSTPONE_REASONS);
const kind = z.enum(MEETING_KINDS);
const invitation = z.strictObject({
  service: ident,
  invitedOn: day,
  answer: z.enum(INVITE_ANSWERS).nullable(),
  attends: z.boolean().nullable(),
  contributed: z.boolean(),
});

/** The meetings of a case: booked, held, aimed at, and the review that is owed. */
export const meetingsShape = {
  meeting: z.strictObject({ kind, on: day, startsAt: z.string(), invitations: z.array(invitation).readonly() }).nullable(),
  meetingsHeld: z.int(),
  lastHeld: z
    .strictObject({
      number: z.int(),
      kind,
      on: day,
      outcomes: z.array(z.enum(MEETING_OUTCOMES)).readonly(),
      present: z.array(ident).readonly(),
    })
    .nullable(),
  meetingAim: z.strictObject({
    varied: z.strictObject({ from: day, to: day, on: day, reason }).nullable(),
    settled: z
      .array(
        z.strictObject({
          meeting: z.int(),
          anchorOn: day,
          aimOn: day,
          lastOn: day,
          heldOn: day,
          result: z.enum(['MET', 'VARIED', 'MISSED']),
          reason: reason.nullable(),
        }),
      )
      .readonly(),
  }),
  reviewOn: day.nullable().describe('The day agreed.'),
  review: z
    .strictObject({
      on: day,
      agreedOn: day,
      dueOn: day.describe('The day agreed, as pauses have moved it.'),
      capDays: z.int().describe('The longest interval that the tier suggests.'),
      latestOn: day.describe('That many days after it was agreed.'),
      beyondCap: z.boolean(),
      lapseDecision: z.enum(LAPSE_DECISIONS).nullable(),
    })
    .nullable(),
};

/** The meetings and reviews of a case. */
export const toMeetings = (state: CaseState, profile: ProtocolProfile): z.infer<z.ZodObject<typeof meetingsShape>> => ({
  meeting: state.meeting && {
    kind: state.meeting.kind,
    on: state.meeting.on,
    startsAt: state.meeting.startsAt,
    invitations: state.meeting.invitations,
  },
  meetingsHeld: state.meetingsHeld,
  lastHeld: state.lastHeld,
  meetingAim: state.meetingAim,
  reviewOn: state.review?.on ?? null,
  review: reviewOwed(contextOf(state, profile)),
});
