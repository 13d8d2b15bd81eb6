import type { CaseEvent, EventType } from '../case/events';
import { holderOf } from '../case/holders';
import type { CaseState } from '../case/state';
import { standing } from './disclosure';
import type { Disclosure, DisclosureKind, DisclosureRecipient } from './disclosure';
import type { RecordedStep } from './step';

/** One act by which a person shares something of the case. */
interface Act {
  readonly kind: DisclosureKind;
  readonly to: readonly DisclosureRecipient[];
  readonly parts: readonly string[];
}
type Acts = { readonly [T in EventType]?: (event: CaseEvent<T>, state: CaseState) => Act | null };

const NOBODY: DisclosureRecipient = { person: null, service: null, organisation: null, body: null };
const toServices = (services: readonly string[]): readonly DisclosureRecipient[] => services.map((service) => ({ ...NOBODY, service }));
const toLocalAuthority = (state: CaseState): readonly DisclosureRecipient[] => [
  { ...NOBODY, person: holderOf(state, { role: 'LA_CONTACT' }) },
];
// Those fields that were filled in, never what stands in them.
const given = (data: object, names: readonly string[]): readonly string[] => names.filter((name) => Object.hasOwn(data, name));

// One row per fact by which something of the case goes out. An invitation is none: its mail says nothing of the person, and who opens it
// is noted as a look. What the person is told of the own case is none either.
const ACTS: Acts = {
  PlanPublished: ({ recipients, data }) => ({
    kind: 'PLAN',
    to: toServices(recipients),
    parts: ['actions', 'reviewOn', ...given(data, ['contingency', 'noActionReason', 'reviewReason'])],
  }),
  MinutesPublished: ({ data }, state) => ({
    kind: 'MINUTES',
    to: toServices(present(state)),
    parts: ['meeting', ...given(data, ['text'])],
  }),
  SummaryPublished: ({ data }, state) => ({
    kind: 'SUMMARY',
    to: toServices(present(state)),
    parts: ['actions', ...given(data, ['text'])],
  }),
  LocalAuthorityNotified: ({ data }, state) => ({
    kind: 'LA_NOTIFICATION',
    to: toLocalAuthority(state),
    parts: ['steps', ...given(data, ['section42'])],
  }),
  LaQuestionAnswered: (_event, state) => ({ kind: 'LA_ANSWER', to: toLocalAuthority(state), parts: ['answer'] }),
  TriageDecided: ({ outcome, data }) => handedOver(outcome, data.destination),
  CallAccepted: ({ outcome, data }) => handedOver(outcome, data.destination),
};

const present = (state: CaseState): readonly string[] => state.lastHeld?.present ?? [];

const handedOver = (outcome: CaseEvent<'TriageDecided'>['outcome'], destination: DisclosureRecipient['body'] = 'OTHER'): Act | null =>
  outcome === 'MARM'
    ? null
    : { kind: 'HANDOVER', to: [{ ...NOBODY, body: outcome === 'SAFEGUARDING_CONCERN' ? outcome : destination }], parts: ['referral'] };

/** True for a step by which something of the case may have gone out. */
export const hasActs = ({ events }: Pick<RecordedStep, 'events'>): boolean => events.some(({ type }) => type in ACTS);

/**
 * What a step sent to whom, one row per recipient, from the facts alone: the same step gives the same rows. `state` is the case after it.
 * Where the recipients work is for the directory to say.
 */
export const actsOf = (step: RecordedStep, state: CaseState): readonly Disclosure[] =>
  step.events.flatMap((event) => {
    const act = (ACTS[event.type] as ((event: CaseEvent, state: CaseState) => Act | null) | undefined)?.(event, state) ?? null;
    if (!act) return [];
    const { kind, parts } = act;
    return act.to.map((recipient) => ({ kind, recipient, parts, ...standing(state), seq: step.seq, at: step.at, by: step.actor }));
  });

/**
 * True for what is noted also within the organisation that holds the case: telling the local authority needs consent or a recorded ground
 * whoever hosts the case (Oxfordshire framework 7.1), and a hand-over leaves MARM.
 */
export const isAlwaysNoted = (kind: DisclosureKind): boolean => ALWAYS_NOTED.includes(kind);
const ALWAYS_NOTED: readonly DisclosureKind[] = ['LA_NOTIFICATION', 'LA_ANSWER', 'HANDOVER', 'EXPORT'];
