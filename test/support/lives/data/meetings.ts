import { addDays } from '../../../../domain';
import { SERVICES } from './given';
import type { Data, Given } from './given';

/** Meetings and reviews: when they are, who comes, what came of them. */
export const meetingsData = (given: Given): Data => {
  const { pick, today, near, service } = given;
  return {
    scheduleMeeting: { on: near, mode: 'ONLINE', services: SERVICES.slice(0, 1 + (pick % 3)).map((one) => ({ service: one })) },
    scheduleReview: { on: near, mode: 'ONLINE', services: [{ service }] },
    postponeMeeting: { on: near, reason: 'CALENDAR' },
    varyMeetingAim: { on: addDays(today, 1 + (pick % 60)), reason: 'PERSON_WISH' },
    inviteService: { service },
    respondInvite: { service, answer: pick % 4 === 0 ? 'NOT_KNOWN' : 'KNOWN' },
    submitContribution: { service, text: 'v' },
    completeMeeting: held(given),
    setReviewDate: { reviewOn: addDays(today, pick % 60), reason: 'v' },
    cancelReview: { reason: 'v', reviewOn: addDays(today, pick % 60) },
    bringReviewForward: { reviewOn: addDays(today, pick % 20), reason: 'v' },
    decideLapsedReview:
      pick % 2 === 0 ? { decision: 'ESCALATE', reason: 'v' } : { decision: 'HOLD', reason: 'v', reviewOn: addDays(today, 14) },
  };
};

const held = ({ pick, today, service }: Given): object => ({
  heldOn: addDays(today, -(pick % 3)),
  attendance: [{ service, status: pick % 2 === 0 ? 'ATTENDED' : 'NO_RESPONSE', uninvited: true }],
  outcomes: [pick % 9 === 0 ? 'RECONVENE' : 'PLAN_AGREED'],
  likelihood: 1 + (pick % 5),
  impact: 1 + ((pick >> 3) % 5),
  ...(pick % 2 === 0 ? { reviewOn: addDays(today, 7 + (pick % 60)) } : {}),
});
