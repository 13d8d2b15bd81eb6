import type { ClockId } from '../../case/codes';
import type { OpenRecord } from '../../case/state';
import { dueBy, isLive, ruleOf, timerOf } from '../clock';
import type { Clock } from '../clock';

// The three clocks of a held meeting differ only in what ends them.
const recordClock = (id: ClockId, what: string, owes: (record: OpenRecord) => boolean): Clock => ({
  id,
  wished(context) {
    const { state } = context;
    if (!isLive(state)) return [];
    return state.records.filter(owes).map(({ meeting, heldOn }) => ({
      key: `meeting:${meeting}`,
      anchorOn: heldOn,
      dueOn: dueBy(context, id, '-', heldOn),
      ladder: '-',
    }));
  },
  because: ({ profile }) => ({ what, anchor: 'the meeting was held', rule: ruleOf(timerOf(profile, id), '-') }),
});

/** T-SUMMARY: the list of actions, one working day after a meeting (after Scottish adult support and protection). */
export const summaryClock = recordClock('T-SUMMARY', 'The list of actions', (record) => !record.summary);

/** T-MINUTES: the record and the plan; the record alone where the meeting asked to meet again (Dorset learning, Process; figure a local default). */
export const minutesClock = recordClock(
  'T-MINUTES',
  'The record of the meeting with its plan',
  (record) => !record.minutes || !(record.planned || record.reconvene),
);

/** T-FEEDBACK: the person is told of the outcome (Dorset learning, Individual and Outcomes; figure a local default). */
export const feedbackClock = recordClock('T-FEEDBACK', 'Word to the person', (record) => !record.feedback);
