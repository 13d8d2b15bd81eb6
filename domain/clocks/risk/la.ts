import type { LondonDate } from '../../calendar';
import { dueBy, ruleOf, timerOf } from '../clock';
import type { Clock, ClockContext, Wished } from '../clock';

const KEYS = ['acknowledgement', 'decision', 'question'] as const;
type Key = (typeof KEYS)[number];

const WHAT: Readonly<Record<Key, { readonly what: string; readonly anchor: string }>> = {
  acknowledgement: { what: 'The local authority’s acknowledgement', anchor: 'it was notified' },
  decision: { what: 'The local authority’s decision', anchor: 'it was notified, or its question answered,' },
  question: { what: 'The answer to the local authority’s question', anchor: 'it asked' },
};

/**
 * T-LA: the local authority acknowledges a notification, then decides (Oxfordshire framework 7.2; the figures are local defaults).
 * What it asks meanwhile is owed by whoever notified it, and its own time to decide counts from the answer. Kept while a case closes.
 */
export const laClock: Clock = {
  id: 'T-LA',
  wished(context) {
    if (context.state.stage === null) return [];
    const { status, notification, decisionFrom, question } = context.state.escalation;
    switch (status) {
      case 'NOTIFIED':
        return [...wish('acknowledgement', notification?.on, context), ...wish('decision', decisionFrom, context)];
      case 'ACKNOWLEDGED':
        return wish('decision', decisionFrom, context);
      case 'MORE_INFORMATION':
        return wish('question', question?.on, context);
      default:
        return [];
    }
  },
  // Repeats stand on the grid of the decision, to whoever of the local authority has still to answer; the acknowledgement has none.
  quiet: (_context, { key }, { label }) => key === 'acknowledgement' && label.startsWith('+'),
  because: ({ profile }, { key }) => ({ ...WHAT[keyOf(key)], rule: ruleOf(timerOf(profile, 'T-LA'), key) }),
};

const keyOf = (key: string): Key => KEYS.find((one) => one === key) ?? 'decision';

function wish(key: Key, on: LondonDate | null | undefined, context: ClockContext): readonly Wished[] {
  if (!on) return [];
  const internal = context.profile.laClock.value === 'INTERNAL' && key !== 'question';
  return [{ key, anchorOn: on, dueOn: dueBy(context, 'T-LA', key, on), ladder: internal ? `${key}-INTERNAL` : key }];
}
