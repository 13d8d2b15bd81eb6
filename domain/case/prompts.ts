import type { ProtocolProfile } from '../profiles';
import { isTerminal } from './codes';
import type { EscalationPrompt, Role } from './codes';
import type { CaseState } from './state';

/** A question that the facts of a case put to the people who work on it. It changes nothing by itself. */
export interface Prompt {
  readonly code: EscalationPrompt | 'SECTION_42_UNSURE';
  readonly question: string;
  /** Who can be rung about it. */
  readonly ring: Role | null;
}

const QUESTIONS: Readonly<Record<EscalationPrompt, { readonly question: string; holds(state: CaseState): boolean }>> = {
  UNMITIGATED_SERIOUS_HARM: {
    question: 'Serious harm is still likely and the agencies may not be able to mitigate it: should the local authority be notified?',
    holds: ({ risk: { engagement } }) =>
      isYesOrUnsure(engagement?.seriousHarmStillLikely) &&
      (engagement?.marmAbleToMitigate === 'NO' || engagement?.marmAbleToMitigate === 'UNSURE'),
  },
  RISK_RISING_AND_NOT_ENGAGING: {
    question: 'The risk is rising and the person is not engaging: should the case be escalated to safeguarding?',
    holds: ({ risk }) => risk.rising && risk.engagement?.engagement === 'NOT',
  },
};

const isYesOrUnsure = (answer: string | null | undefined): boolean => answer === 'YES' || answer === 'UNSURE';

/**
 * What the facts ask people to consider now, by the locality's profile (Oxfordshire framework 7.1; Dorset learning, Outcomes). Questions
 * only: nothing is raised, sent or decided. A question rests once it was considered, until the facts behind it change.
 */
export function escalationPrompts(state: CaseState, profile: ProtocolProfile): readonly Prompt[] {
  if (state.stage === null || isTerminal(state.stage)) return [];
  return [...(isConsidered(state) ? [] : asked(state, profile)), ...unsure(state)];
}

const isConsidered = ({ escalation: { consideredAt }, risk }: CaseState): boolean =>
  consideredAt !== null && consideredAt >= risk.changedAt;

const asked = (state: CaseState, { escalationPrompts: { value } }: ProtocolProfile): readonly Prompt[] =>
  value.filter((code) => QUESTIONS[code].holds(state)).map((code) => ({ code, question: QUESTIONS[code].question, ring: null }));

// UNSURE never blocks: it shows whom to ring.
function unsure({ risk: { section42 }, escalation }: CaseState): readonly Prompt[] {
  const isUnsure = section42 !== null && [section42.careNeeds, section42.abuseOrNeglect, section42.unableToProtect].includes('UNSURE');
  if (!isUnsure || escalation.notification) return [];
  const question = 'A question of section 42 was answered UNSURE: ring the local authority and ask.';
  return [{ code: 'SECTION_42_UNSURE', question, ring: 'LA_CONTACT' }];
}
