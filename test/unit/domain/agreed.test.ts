import { describe, expect, it } from '@jest/globals';
import { checkData, COMMANDS, isCommandName, MEETING_OUTCOMES, simulate } from '../../../domain';
import type { CaseState, ScriptStep } from '../../../domain';
import { REFERRAL, step } from '../../support/story';

const HELD = { heldOn: '2026-06-10', attendance: [{ service: 'svc-a', status: 'ATTENDED', uninvited: true }], outcomes: ['PLAN_AGREED'] };

function afterMeeting(more: object, ...later: readonly ScriptStep[]): CaseState {
  const steps = [
    step('2026-06-01T10:00', 'submitReferral', REFERRAL),
    step('2026-06-10T16:00', 'completeMeeting', { ...HELD, ...more }),
    ...later,
  ];
  const result = simulate({ profile: 'oxfordshire', until: '2026-06-12', steps });
  if ('problems' in result || !result.state) throw new Error('the script is not sound');
  expect(result.entries.filter((one) => one.kind === 'refusal')).toEqual([]);
  return result.state;
}

describe('given what a meeting agrees', () => {
  it('when it appoints a coordinator, then that person coordinates from now on', () => {
    expect(afterMeeting({}).holders.COORDINATOR).not.toBe('p-new');
    expect(afterMeeting({ coordinator: 'p-new' }).holders.COORDINATOR).toBe('p-new');
  });
  it('when the person or a carer takes on an action, then it is theirs, and a service answers for it', () => {
    const action = { id: 'a1', text: 'v', service: 'svc-a', dueOn: '2026-07-01' };
    const owners = (['PERSON', 'CARER', 'AGENCY'] as const).map(
      (owner) => afterMeeting({ actions: [{ ...action, owner }] }).actions.map((one) => [one.owner, one.service])[0],
    );
    expect(owners).toEqual([
      ['PERSON', 'svc-a'],
      ['CARER', 'svc-a'],
      ['AGENCY', 'svc-a'],
    ]);
  });
  it.each(MEETING_OUTCOMES.map((outcome) => [outcome]))('when its outcome is %s, then that is recorded and the case goes on', (outcome) => {
    const state = afterMeeting({ outcomes: [outcome] });
    expect(state.lastHeld?.outcomes).toEqual([outcome]);
    expect(state.stage).toBe(outcome === 'RECONVENE' ? 'CONVENING' : 'RECORDING');
  });
});

describe('given a date or a pace that is changed', () => {
  it.each(['setPace', 'setReviewDate', 'extendDueDate', 'reassignAction', 'postponeMeeting', 'cancelReview'])(
    'by %s, then a reason is asked for',
    (command) => {
      if (!isCommandName(command)) throw new Error(`there is no ${command}`);
      const { reason, ...rest } = COMMANDS[command].example as Readonly<Record<string, unknown>>;
      expect(reason).toBeDefined();
      expect(checkData(command, rest).map(({ pointer }) => pointer)).toEqual(['/reason']);
    },
  );
});

describe('given the first word of a case', () => {
  it.each([
    ['submitReferral', 'reasons'],
    ['submitReferral', 'risks'],
    ['submitReferral', 'consent'],
    ['submitCall', 'reasons'],
    ['submitCall', 'risks'],
    ['submitCall', 'consent'],
  ] as const)('when %s leaves out the %s, then it is asked for, and nothing else', (command, field) => {
    const { [field]: _left, ...rest } = REFERRAL;
    expect(checkData(command, rest).map(({ pointer }) => pointer)).toEqual([`/${field}`]);
  });
});
