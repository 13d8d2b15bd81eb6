import { CASE_ROLES, findProfile, NEW_CASE } from '../../domain';
import type { CaseState, Role } from '../../domain';

/** The person who holds a role in `roleCase`. */
export const holder = (role: Role): string => `p-${role.toLowerCase().replaceAll('_', '-')}`;

/** The service whose lead worker and responsible manager hold these roles in `roleCase`. */
export const SERVICE = 'svc-own';

const ofCase = CASE_ROLES;

const RECEIVED_AT = Date.parse('2026-03-26T15:20:00Z');

/** A case in which every role is held by a person of its own, with two services and an action of each. */
export const roleCase = (more: Partial<CaseState> = {}): CaseState => ({
  ...NEW_CASE,
  stage: 'PLAN_ACTIVE',
  lastAt: RECEIVED_AT,
  locality: 'oxfordshire',
  profile: { id: 'oxfordshire', version: findProfile('oxfordshire')?.version ?? '' },
  receivedOn: '2026-03-26',
  receivedAt: RECEIVED_AT,
  paceSetAt: RECEIVED_AT,
  meetingAimFrom: '2026-03-26',
  holders: Object.fromEntries(ofCase.map((role) => [role, holder(role)])),
  services: [
    {
      service: SERVICE,
      leadWorker: holder('LEAD_WORKER'),
      responsibleManager: holder('RESPONSIBLE_MANAGER'),
      safeguardingLead: holder('SAFEGUARDING_LEAD'),
    },
    { service: 'svc-other', leadWorker: 'p-other-lead', responsibleManager: 'p-other-manager' },
  ],
  actions: [action('own', SERVICE), action('other', 'svc-other'), { ...action('lent', 'svc-other'), leadWorker: 'p-lent' }],
  challenges: [challenge],
  ...more,
});

const challenge: CaseState['challenges'][number] = {
  id: 'own',
  service: 'svc-other',
  action: null,
  textRef: 'v-text',
  status: 'OPEN',
  raisedBy: holder('RAISER'),
  onBehalfOf: null,
  raiserService: null,
  begun: { number: 1, on: '2026-05-29', at: Date.parse('2026-05-29T10:00:00Z'), critical: false },
  endedAt: null,
  outcome: null,
  carriedBy: null,
};

const action = (id: string, service: string): CaseState['actions'][number] => ({
  id,
  service,
  textRef: 'v-text',
  agreedOn: '2026-04-08',
  dueOn: '2026-05-01',
  urgent: false,
  status: 'OPEN',
  acceptance: 'ACCEPTED',
  proposedOn: '2026-04-08',
  quietSince: '2026-04-08',
  extensions: 0,
  owner: 'AGENCY',
});

/** The same after its review has lapsed and the contacts outside were told. */
export const lapsedCase = (more: Partial<CaseState> = {}): CaseState => roleCase({ ...LAPSED, ...more });

/** The same after the local authority was notified. */
export const notifiedCase = (more: Partial<CaseState> = {}): CaseState => roleCase({ ...NOTIFIED, ...more });

/** The same after both. */
export const toldCase = (more: Partial<CaseState> = {}): CaseState => roleCase({ ...LAPSED, ...NOTIFIED, ...more });

const LAPSED: Partial<CaseState> = {
  obligations: [
    {
      clock: 'T-REVIEW',
      key: 'review:1',
      anchorOn: '2026-04-08',
      dueOn: '2026-05-20',
      ladder: 'MODERATE',
      calendarVersion: 'test',
      armedAt: 0,
      passed: ['+13WD'],
    },
  ],
};

const NOTIFIED: Partial<CaseState> = {
  escalation: {
    ...NEW_CASE.escalation,
    status: 'NOTIFIED',
    notification: { on: '2026-05-20', by: { role: 'COORDINATOR' }, stepsRef: 'v-steps' },
    decisionFrom: '2026-05-20',
  },
};
