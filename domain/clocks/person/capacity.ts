import type { CapacityRecord } from '../../case/regions/person';
import { dueBy, isLive, ruleOf, timerOf } from '../clock';
import type { Clock, ClockContext, Wished } from '../clock';

const WHAT: Readonly<Record<string, { readonly what: string; readonly anchor: string }>> = {
  'decision-maker': { what: 'The name of who makes the best-interests decision, and its date,', anchor: 'capacity was found lacking' },
  'best-interests': { what: 'The best-interests decision', anchor: 'it was named' },
  're-look': { what: 'Another look at capacity', anchor: 'it was last recorded' },
  assessment: { what: 'The assessment of capacity', anchor: 'it was planned' },
};

/**
 * T-CAPACITY: for each decision, who makes the best-interests decision, that decision, another look, and a planned assessment
 * (Oxfordshire framework 5.1; the figures are local defaults). A newer record for the decision ends what ran for the older one.
 */
export const capacityClock: Clock = {
  id: 'T-CAPACITY',
  wished: (context) => (isLive(context.state) ? context.state.person.capacity.flatMap((one) => forDecision(context, one)) : []),
  because: ({ profile }, { ladder }) => ({
    what: WHAT[ladder]?.what ?? '',
    anchor: WHAT[ladder]?.anchor ?? '',
    rule: ruleOf(timerOf(profile, 'T-CAPACITY'), ladder),
  }),
};

function forDecision(context: ClockContext, record: CapacityRecord): readonly Wished[] {
  const { decision, on, outcome, fluctuating, assessmentOn, bestInterests, decided } = record;
  const wish = (ladder: string, anchorOn = on, dueOn = dueBy(context, 'T-CAPACITY', ladder, anchorOn)): Wished => ({
    key: `capacity:${decision}/${ladder}`,
    anchorOn,
    dueOn,
    ladder,
  });
  const lacks = outcome === 'LACKS';
  return [
    ...(lacks && !decided && !bestInterests ? [wish('decision-maker')] : []),
    ...(lacks && !decided && bestInterests ? [wish('best-interests', bestInterests.namedOn, bestInterests.on)] : []),
    ...(lacks || fluctuating ? [wish('re-look')] : []),
    ...(assessmentOn === null ? [] : [wish('assessment', on, assessmentOn)]),
  ];
}
