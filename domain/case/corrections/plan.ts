import { compareDates, maxDate } from '../../calendar';
import { hasAgreed } from '../agreement';
import { ENDED_STATUSES } from '../codes';
import { tooFar } from '../decide/context';
import type { DecideContext, Decision } from '../decide/context';
import type { Action } from '../events';
import { withAction } from '../evolve/plan';
import { withServices } from '../evolve/roles';
import { refuse } from '../refusals';
import { isNewest } from '../regions/entries';
import type { Entry } from '../regions/entries';
import type { CaseState } from '../state';
import { REVIEW_ON } from './review';
import { ahead, code, day, TEXT } from './row';
import type { CorrectableField, MendableTable, Target, Undo } from './row';

// An entry about one action says which; a meeting may have agreed several.
const idOf = ({ entry, data }: Target): string =>
  entry.key.startsWith('action:') ? entry.key.slice('action:'.length) : (data.action ?? '');
const actionOf = (state: CaseState, target: Target): Action | undefined => state.actions.find((one) => one.id === idOf(target));

function notAgreedHere(target: Target, { state }: DecideContext): Decision | undefined {
  const action = actionOf(state, target);
  if (action && (target.entry.fact !== 'completeMeeting' || action.agreedOn === target.entry.on)) return undefined;
  return refuse('UNKNOWN_ACTION', 'That entry agreed no such action: check its id.', { field: '/action' });
}

function badDueDate(target: Target, context: DecideContext): Decision | undefined {
  const { date } = target.data;
  const action = actionOf(context.state, target);
  const wrong = notAgreedHere(target, context);
  if (wrong || date === undefined || !action) return wrong;
  if (compareDates(date, action.agreedOn) < 0)
    return refuse('DUE_IN_PAST', `The action was agreed on ${action.agreedOn}: it cannot be due before.`, { field: '/date' });
  return tooFar(date, context.today)
    ? refuse('DATE_TOO_FAR', 'That day is more than ten years ahead: check the year.', { field: '/date' })
    : undefined;
}

// Once the date was moved, the first one is history.
const firstDueOn: CorrectableField = ahead(
  (state, target, dueOn) => (actionOf(state, target)?.extensions === 0 ? withAction(state, idOf(target), { dueOn }) : state),
  {
    wrong: badDueDate,
    now: (state, target) => (actionOf(state, target)?.extensions === 0 ? actionOf(state, target)?.dueOn : undefined),
  },
);

const movedDueOn: CorrectableField = ahead(
  (state, target, dueOn) => (isNewest(state.entries, target.entry) ? withAction(state, idOf(target), { dueOn }) : state),
  { wrong: badDueDate, now: (state, target) => (isNewest(state.entries, target.entry) ? actionOf(state, target)?.dueOn : undefined) },
);

const owner: CorrectableField = {
  value: 'service',
  now: (state, target) => actionOf(state, target)?.service,
  wrong: notAgreedHere,
  into: (state, target) => {
    const { service } = target.data;
    if (service === undefined || !isNewest(state.entries, target.entry)) return state;
    const acceptance = hasAgreed(state, service) ? 'ACCEPTED' : 'PROPOSED';
    const moved = withAction(withServices(state, [{ service }]), idOf(target), { service, acceptance });
    return { ...moved, actions: moved.actions.map((one) => (one.id === idOf(target) ? withoutWorker(one) : one)) };
  },
};

// Who was named to do it works for the service that was named by mistake.
const withoutWorker = ({ leadWorker: _wrong, ...action }: Action): Action => action;

const actionText: CorrectableField = {
  ...TEXT,
  wrong: notAgreedHere,
  into: (state, target) => (target.data.text === undefined ? state : withAction(state, idOf(target), { textRef: target.data.text })),
};

const agreedOn = day((state, target, date) => {
  const action = actionOf(state, target);
  if (!action) return state;
  const quietSince = action.quietSince === action.agreedOn ? date : action.quietSince;
  return withAction(state, action.id, { agreedOn: date, proposedOn: date, quietSince });
});

const noted = day((state, target, date) =>
  actionOf(state, target)?.quietSince === target.entry.on ? withAction(state, idOf(target), { quietSince: date }) : state,
);

/** What can be corrected of one of the actions that a meeting agreed. */
export const AGREED_ACTION_FIELDS: Readonly<Record<string, CorrectableField>> = {
  dueOn: { ...firstDueOn, needs: 'action' },
  service: { ...owner, needs: 'action' },
  text: { ...actionText, needs: 'action' },
};

/** What can be mended of the plan and its actions. */
export const PLAN_MENDABLE: MendableTable = {
  addAction: {
    fields: { occurredOn: agreedOn, dueOn: firstDueOn, service: owner, text: actionText },
    undo: (state, entry) => ({ ...state, actions: state.actions.filter((one) => `action:${one.id}` !== entry.key) }),
  },
  updateProgress: { fields: { occurredOn: noted }, undo: withoutNote },
  completeAction: { fields: { occurredOn: day() }, undo: reopened },
  endAction: {
    fields: {
      occurredOn: day(),
      status: code(
        ENDED_STATUSES,
        (state, target) => {
          const status = ENDED_STATUSES.find((one) => one === target.data.code);
          return status ? withAction(state, idOf(target), { status }) : state;
        },
        { now: (state, target) => actionOf(state, target)?.status },
      ),
    },
    undo: reopened,
  },
  acceptAction: { fields: { occurredOn: day() } },
  counterPropose: { fields: { occurredOn: day() } },
  declineAction: { fields: { occurredOn: day() } },
  extendDueDate: { fields: { occurredOn: day(), dueOn: movedDueOn } },
  reassignAction: { fields: { occurredOn: day(), service: owner } },
  publishPlan: {
    fields: {
      occurredOn: day((state, { entry }, date) =>
        state.plan && entry.key === `plan:${state.plan.version}` ? { ...state, plan: { ...state.plan, publishedOn: date } } : state,
      ),
      reviewOn: REVIEW_ON,
    },
  },
  confirmPlanUnchanged: { fields: { reviewOn: REVIEW_ON } },
  confirmReceipt: {
    fields: { occurredOn: day() },
    undo: (state, entry) => {
      const { plan } = state;
      return plan
        ? { ...state, plan: { ...plan, confirmed: plan.confirmed.filter((one) => entry.key !== `plan:${plan.version}/${one}`) } }
        : state;
    },
  },
};

const notesOn = (state: CaseState, entry: Entry): readonly Entry[] =>
  state.entries.filter((one) => one.fact === 'updateProgress' && one.key === entry.key && one.seq !== entry.seq && one.retracted !== true);

// The action is as quiet as it was before the note.
function withoutNote(state: CaseState, entry: Entry): ReturnType<Undo> {
  const notes = notesOn(state, entry);
  const change = (one: Action): Action => ({
    ...one,
    status: one.status === 'IN_PROGRESS' && notes.length === 0 ? 'OPEN' : one.status,
    quietSince:
      one.quietSince === entry.on
        ? notes.reduce((last, note) => maxDate(last, note.on ?? last), maxDate(one.agreedOn, one.proposedOn))
        : one.quietSince,
  });
  return { ...state, actions: state.actions.map((one) => (entry.key === `action:${one.id}` ? change(one) : one)) };
}

function reopened(state: CaseState, entry: Entry): ReturnType<Undo> {
  const status = notesOn(state, entry).length > 0 ? 'IN_PROGRESS' : 'OPEN';
  return withAction(state, entry.key.slice('action:'.length), { status });
}
