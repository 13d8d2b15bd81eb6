import { ASSIGNED_ROLES } from '../codes';
import { service } from './parts';
import type { CommandSpec } from './spec';

const role = { kind: 'code', of: ASSIGNED_ROLES, help: 'The role.' } as const;
const serviceOfRole = {
  kind: 'id',
  of: 'service',
  help: 'For which service, for lead workers, responsible managers and safeguarding leads.',
  optional: true,
} as const;

/** Who holds which role, who is away, and who leaves. */
export const ROLE_COMMANDS = {
  assignRole: {
    summary: 'Say who holds a role on the case. Somebody of another organisation has to accept it first.',
    source: 'Oxfordshire framework 4.6, 4.7, 6.2; Dorset learning, Who',
    mayGive: ['COORDINATOR', 'CONVENER_MANAGER', 'COORDINATOR_MANAGER', 'RESPONSIBLE_MANAGER', 'BOARD_CONTACT', 'LA_CONTACT'],
    fields: { role, person: { kind: 'id', of: 'person', help: 'Who holds it from now on.' }, service: serviceOfRole },
    example: { role: 'LEAD_WORKER', service: 'svc-fire-safety', person: 'p-osei' },
  },
  acceptRole: {
    summary: 'Accept a role that another organisation has put to you.',
    source: 'local default: nobody is given a duty by another organisation without a yes',
    mayGive: ['PROPOSED_HOLDER'],
    fields: { role, service: serviceOfRole },
    example: { role: 'COORDINATOR' },
  },
  vacateRole: {
    summary: 'Say that nobody holds a role any longer.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'CONVENER_MANAGER', 'COORDINATOR_MANAGER', 'RESPONSIBLE_MANAGER'],
    fields: { role: { ...role, help: 'The role that is vacant.' }, service: serviceOfRole },
    example: { role: 'COORDINATOR' },
  },
  setAbsence: {
    summary: 'Say that somebody is away, and to whom the messages go meanwhile.',
    source: 'local default',
    mayGive: [
      'COORDINATOR',
      'COORDINATOR_MANAGER',
      'CONVENER_MANAGER',
      'TRIAGE_PARTNER',
      'CHAIR',
      'NOTE_TAKER',
      'LEAD_WORKER',
      'RESPONSIBLE_MANAGER',
    ],
    fields: {
      person: { kind: 'id', of: 'person', help: 'Who is away; you yourself if left out.', optional: true },
      from: { kind: 'date', help: 'The first day.' },
      until: { kind: 'date', help: 'The last day.' },
      deputy: { kind: 'id', of: 'person', help: 'Who gets the messages meanwhile.' },
    },
    example: { from: '2026-08-03', until: '2026-08-14', deputy: 'p-deputy' },
  },
  endInvolvement: {
    summary: 'Record that a service leaves the case: it sees nothing more, and its open actions need a new owner.',
    source: 'local default',
    mayGive: ['COORDINATOR', 'CONVENER_MANAGER', 'RESPONSIBLE_MANAGER'],
    fields: {
      service,
      reason: { kind: 'text', help: 'Why it leaves.' },
      planEndsBecause: { kind: 'text', help: 'Why it no longer gets the plan; it goes on getting it if left out.', optional: true },
    },
    example: { service: 'svc-fire-safety', reason: 'The alarms are fitted.' },
  },
} as const satisfies Record<string, CommandSpec>;
