import { isWithoutConsent } from '../../case/consent';
import { dueBy, isLive, ruleOf, timerOf } from '../clock';
import type { Clock, ClockContext, Wished } from '../clock';

/**
 * T-CONSENT: is sharing without consent still necessary (Oxfordshire framework 5.3), has the person been asked, and what follows from a
 * withdrawal (local defaults). A review is itself the look at it; consent ends it.
 */
export const consentClock: Clock = {
  id: 'T-CONSENT',
  wished: (context) => (isLive(context.state) ? [...answer(context), ...ask(context)] : []),
  because({ profile }, { key }) {
    const rule = ruleOf(timerOf(profile, 'T-CONSENT'), key);
    if (key === 'withdrawn') return { what: 'The answer to the withdrawal of consent', anchor: 'it was withdrawn', rule };
    if (key === 'ask') return { what: 'Asking the person', anchor: 'it was put off', rule };
    return { what: 'The look at whether sharing without consent is still necessary', anchor: 'the last one, or the refusal,', rule };
  },
};

// A withdrawal is answered first; then sharing without consent is looked at again and again.
function answer(context: ClockContext): readonly Wished[] {
  const { position, lookedAtOn, withdrawnOn } = context.state.person.consent;
  const from = withdrawnOn ?? (isWithoutConsent(position) ? lookedAtOn : null);
  if (from === null) return [];
  const name = withdrawnOn === null ? 're-look' : 'withdrawn';
  return [{ key: name, anchorOn: from, dueOn: dueBy(context, 'T-CONSENT', name, from), ladder: name }];
}

function ask({ state }: ClockContext): readonly Wished[] {
  const { askBy, on } = state.person.consent;
  return askBy === null || on === null ? [] : [{ key: 'ask', anchorOn: on, dueOn: askBy, ladder: 'ask' }];
}
