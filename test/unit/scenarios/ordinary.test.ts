import { describe, expect, it } from '@jest/globals';
import type { ScriptStep } from '../../../domain';
import { daysOf, entriesOf, messagesOn } from '../../support/scripts';
import { CONTACTED, flags, play, REFERRAL, refusals, spoken, step, TRIAGED } from '../../support/story';

const upTo =
  (last: string, ...more: readonly ScriptStep[]) =>
  (steps: readonly ScriptStep[]) => [...steps.filter((one) => one.at <= last), ...more];

describe('hand-over: not an ending', () => {
  const received = step('2026-06-01T10:00', 'submitReferral', REFERRAL);
  const handed = step('2026-06-02T10:00', 'decideTriage', { outcome: 'SAFEGUARDING_CONCERN', rationale: 'x' });
  it('given no word, then the coordinator on the second and the manager too on the sixth working day, and the aim for a meeting is mute', () => {
    const entries = play([received, handed], '2026-06-19');
    expect(spoken(entries, 'T-HANDOVER')).toEqual([
      '2026-06-04T08:00:00Z ack+1WD COORDINATOR',
      '2026-06-10T08:00:00Z outcome+1WD COORDINATOR+COORDINATOR_MANAGER',
      '2026-06-11T08:00:00Z +6WD COORDINATOR',
      '2026-06-17T08:00:00Z +6WD COORDINATOR+COORDINATOR_MANAGER',
      '2026-06-18T08:00:00Z +11WD COORDINATOR',
    ]);
    expect(daysOf(entries, 'T-MEET')).toEqual([]);
  });
  it('given it is accepted, then the case ends without a meeting', () => {
    const entries = play([received, handed, step('2026-06-03T10:00', 'recordHandover', { answer: 'ACCEPTED' })], '2026-09-01');
    expect(entries.filter((one) => one.at > '2026-06-03T09:00:00Z')).toEqual([]);
  });
  it('given it is not accepted, then triage and the aim run on from the original receipt, what passed as one catch-up each', () => {
    const back = step('2026-06-11T10:00', 'recordHandover', { answer: 'NOT_ACCEPTED', reason: 'x' });
    const entries = play([received, handed, back], '2026-06-12');
    expect(messagesOn(entries, '2026-06-11').filter((one) => one.includes('catch-up'))).toEqual([
      'N03 catch-up COORDINATOR+TRIAGE_PARTNER+COORDINATOR_MANAGER+TRIAGE_PARTNER_MANAGER',
      'N05 catch-up COORDINATOR+TRIAGE_PARTNER',
    ]);
    expect(spoken(entries, 'T-MEET').at(-1)).toBe('2026-06-12T08:00:00Z -1WD COORDINATOR+COORDINATOR_MANAGER');
  });
});

describe('invitations', () => {
  const booked = (...more: readonly ScriptStep[]) =>
    play(
      [
        step('2026-06-01T10:00', 'submitReferral', REFERRAL),
        step('2026-06-01T11:00', 'decideTriage', TRIAGED),
        step('2026-06-01T12:00', 'recordReferrerContact', CONTACTED),
        step('2026-06-02T10:00', 'scheduleMeeting', {
          on: '2026-06-12',
          mode: 'ONLINE',
          services: [{ service: 'svc-a' }, { service: 'svc-b' }],
        }),
        ...more,
      ],
      '2026-06-12',
    );
  const answer = (at: string, service: string, how: string, more: object = {}) =>
    step(at, 'respondInvite', { service, answer: how, ...more });
  it('given one service answers, then only the other is chased, and its manager the working day after', () => {
    const entries = booked(answer('2026-06-03T10:00', 'svc-a', 'KNOWN'));
    expect(
      entries.filter((one) => one.clock === 'T-INVITE').map((one) => `${one.at.slice(0, 10)} ${one.key ?? ''} ${one.to.join('+')}`),
    ).toEqual(['2026-06-05 meeting:1/svc-b LEAD_WORKER', '2026-06-08 meeting:1/svc-b RESPONSIBLE_MANAGER']);
  });
  it('given the meeting moves, then answers are void and contributions are not', () => {
    const entries = booked(
      answer('2026-06-03T10:00', 'svc-a', 'KNOWN'),
      step('2026-06-03T11:00', 'submitContribution', { service: 'svc-a', text: 'x' }),
      step('2026-06-04T10:00', 'postponeMeeting', { on: '2026-06-15', reason: 'CALENDAR' }),
    );
    const keys = (clock: string) =>
      [...new Set(entries.filter((one) => one.clock === clock).map((one) => `${one.at.slice(0, 10)} ${one.key ?? ''}`))].sort();
    expect(keys('T-INVITE')).toEqual([
      '2026-06-09 meeting:1/svc-a',
      '2026-06-09 meeting:1/svc-b',
      '2026-06-10 meeting:1/svc-a',
      '2026-06-10 meeting:1/svc-b',
    ]);
    expect(keys('T-INFO')).toEqual(['2026-06-11 meeting:1/svc-b']);
  });
  it('given a service to which the person is not known, then it is asked and reminded no more', () => {
    const entries = booked(
      answer('2026-06-03T10:00', 'svc-a', 'NOT_KNOWN'),
      answer('2026-06-03T10:00', 'svc-b', 'KNOWN', { attends: false }),
    );
    expect(entries.filter((one) => one.clock === 'T-INFO').map((one) => one.key)).toEqual(['meeting:1/svc-b']);
    expect(spoken(entries, 'T-REMIND')).toEqual(['2026-06-11T08:00:00Z -1WD CHAIR+NOTE_TAKER']);
  });
  it('given the meeting is tomorrow, then nothing of these is caught up: the invitation states the date', () => {
    const soon = play(
      [
        step('2026-06-01T10:00', 'submitReferral', REFERRAL),
        step('2026-06-02T10:00', 'scheduleMeeting', { on: '2026-06-03', mode: 'ONLINE', services: [{ service: 'svc-a' }] }),
      ],
      '2026-06-03',
    );
    expect(soon.filter((one) => one.notice === 'N07').map((one) => `${one.at} ${one.threshold ?? ''}`)).toEqual([
      '2026-06-03T08:00:00Z +1WD',
    ]);
  });
});

describe('proposed actions', () => {
  const proposed = (...more: readonly ScriptStep[]) =>
    entriesOf(
      's1',
      upTo(
        '2026-04-08T12:10',
        step('2026-04-08T12:15', 'addAction', { id: 'gp-visit', text: 'x', service: 'svc-gp', dueOn: '2026-05-01', proposed: true }),
        ...more,
      ),
      { until: '2026-04-20' },
    );
  it('given no answer, then the responsible manager on the due day, the coordinator after, and both every five working days', () => {
    expect(spoken(proposed(), 'T-ACCEPT')).toEqual([
      '2026-04-10T08:00:00Z due RESPONSIBLE_MANAGER',
      '2026-04-13T08:00:00Z +1WD COORDINATOR',
      '2026-04-20T08:00:00Z +6WD RESPONSIBLE_MANAGER+COORDINATOR',
    ]);
  });
  it('given any answer, then nobody is asked, and the action runs on', () => {
    for (const [command, data] of [
      ['acceptAction', { action: 'gp-visit' }],
      ['counterPropose', { action: 'gp-visit', text: 'x' }],
      ['declineAction', { action: 'gp-visit', reason: 'x' }],
    ] as const) {
      const entries = entriesOf(
        's1',
        upTo(
          '2026-04-08T12:10',
          step('2026-04-08T12:15', 'addAction', { id: 'gp-visit', text: 'x', service: 'svc-gp', dueOn: '2026-04-20', proposed: true }),
          step('2026-04-09T10:00', command, data),
        ),
        { until: '2026-04-20' },
      );
      expect(spoken(entries, 'T-ACCEPT')).toEqual([]);
      expect(entries.filter((one) => one.clock === 'T-ACTION' && one.key === 'action:gp-visit')).toHaveLength(2);
    }
  });
  it('given an action for a service that was absent, then it is proposed to that service', () => {
    const absent = entriesOf(
      's1',
      (steps) =>
        steps
          .filter((one) => one.at <= '2026-04-08T12:00')
          .map((one) =>
            one.command === 'completeMeeting'
              ? { ...one, data: { ...one.data, actions: [{ id: 'a', text: 'x', service: 'svc-gp', dueOn: '2026-05-01' }] } }
              : one,
          ),
      { until: '2026-04-10' },
    );
    expect(daysOf(absent, 'T-ACCEPT')).toEqual(['2026-04-10']);
  });
  it('given a first extension, then the ladder begins afresh; a second needs the responsible manager', () => {
    const extend = (at: string, dueOn: string, actor = 'somebody') => ({
      ...step(at, 'extendDueDate', { action: 'fire-visit', dueOn, reason: 'x' }),
      actor,
    });
    const entries = entriesOf(
      's1',
      upTo(
        '2026-04-21T10:00',
        extend('2026-04-28T10:00', '2026-05-15'),
        extend('2026-05-12T10:00', '2026-05-29'),
        extend('2026-05-12T11:00', '2026-05-29', 'simulated-manager-svc-fire-safety'),
      ),
      { until: '2026-05-29' },
    );
    expect(refusals(entries)).toEqual(['EXTENSION_NEEDS_MANAGER']);
    expect(daysOf(entries, 'T-ACTION')).toEqual(['2026-05-27', '2026-05-29']);
  });
});

describe('the plan goes to everyone', () => {
  const unconfirmed = entriesOf(
    's1',
    (steps) =>
      steps.filter((one) => one.at <= '2026-04-21T10:00' && !(one.command === 'confirmReceipt' && one.data['service'] === 'svc-gp')),
    { until: '2026-04-30' },
  );
  it('given one receipt is missing, then that service on the due day and the coordinator three working days after', () => {
    expect(spoken(unconfirmed, 'T-PLANDIST')).toEqual(['2026-04-16T08:00:00Z due LEAD_WORKER', '2026-04-21T08:00:00Z +3WD COORDINATOR']);
  });
  it('given a newer version, then the older one is chased no more', () => {
    const newer = entriesOf('s1', upTo('2026-04-14T15:30', step('2026-04-16T10:00', 'publishPlan', { contingency: 'x' })), {
      until: '2026-04-20',
    });
    expect([...new Set(newer.filter((one) => one.clock === 'T-PLANDIST').map((one) => `${one.at.slice(0, 10)} ${one.key ?? ''}`))]).toEqual(
      ['2026-04-16 plan:1', '2026-04-20 plan:2'],
    );
  });
});

describe('reviews', () => {
  it('given it is booked before the reminder to book, then that reminder is not sent, and the others count from the booked day', () => {
    const booked = step('2026-05-01T10:00', 'scheduleReview', { on: '2026-05-15', mode: 'ONLINE', services: [{ service: 'svc-gp' }] });
    const entries = entriesOf('s1', upTo('2026-04-30T15:00', booked), { until: '2026-05-15' });
    expect(spoken(entries, 'T-REVIEW')).toEqual([
      '2026-05-08T08:00:00Z -5WD LEAD_WORKER',
      '2026-05-14T08:00:00Z -1WD LEAD_WORKER+CHAIR+NOTE_TAKER',
    ]);
    expect(daysOf(entries, 'T-REMIND').filter((day) => day > '2026-05')).toEqual([]);
  });
  it('given it is booked later than agreed, then the agreed date stands and the booking has its own reminder', () => {
    const late = step('2026-05-07T10:00', 'scheduleReview', { on: '2026-05-27', mode: 'ONLINE', services: [{ service: 'svc-gp' }] });
    const entries = entriesOf('s1', upTo('2026-04-30T15:00', late), { until: '2026-05-27' });
    expect(daysOf(entries, 'T-REVIEW')).toEqual(['2026-05-06', '2026-05-13', '2026-05-19', '2026-05-21', '2026-05-26']);
    expect(daysOf(entries, 'T-REMIND').filter((day) => day > '2026-05')).toEqual(['2026-05-26']);
    expect(flags(entries)).toEqual(['2026-05-21T08:00:00Z +REVIEW_OVERDUE']);
  });
  it('given the date is moved, then the old ladder is silent and what has passed of the new one is one catch-up', () => {
    const earlier = step('2026-05-08T10:00', 'setReviewDate', { reviewOn: '2026-05-15', reason: 'x' });
    const entries = entriesOf('s1', upTo('2026-04-30T15:00', earlier), { until: '2026-05-15' });
    expect(spoken(entries, 'T-REVIEW').map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      '2026-05-06T08:00:00Z -10WD',
      '2026-05-08T09:00:00Z catch-up',
      '2026-05-14T08:00:00Z -1WD',
    ]);
  });
  it('given a booked review and nothing recorded, then "was it held?" as N10', () => {
    const entries = entriesOf('s1', upTo('2026-05-07T10:00'), { until: '2026-05-22' });
    expect(entries.filter((one) => one.clock === 'T-HELD').map((one) => `${one.at.slice(0, 10)} ${one.notice ?? ''}`)).toEqual([
      '2026-05-21 N10',
      '2026-05-22 N10',
    ]);
  });
  it('given impossible facts, then each is refused with its code', () => {
    const tries = [
      step('2026-05-07T10:00', 'setReviewDate', { reviewOn: '2026-05-06', reason: 'x' }),
      step('2026-05-07T10:01', 'scheduleReview', { on: '2026-05-06', mode: 'ONLINE' }),
      step('2026-05-07T10:02', 'completeMeeting', {
        heldOn: '2026-04-07',
        attendance: [{ service: 'svc-gp', status: 'ATTENDED' }],
        outcomes: ['CONTINUE'],
      }),
      step('2026-05-07T10:03', 'respondInvite', { service: 'svc-gp', answer: 'KNOWN' }),
      step('2026-05-07T10:04', 'decideLapsedReview', { decision: 'CLOSE', reason: 'x' }),
      step('2026-05-07T10:05', 'confirmClosure', {}),
      step('2026-05-07T10:06', 'submitContribution', { service: 'svc-unknown', text: 'x' }),
      step('2026-05-07T10:07', 'publishSummary', {}),
      step('2026-05-07T10:08', 'closeGap', { gap: 'no-such-gap', entry: 'x' }),
      step('2026-05-07T10:09', 'submitCall', { ...REFERRAL }),
    ];
    expect(refusals(entriesOf('s1', upTo('2026-04-30T15:00', ...tries), { until: '2026-05-08' }))).toEqual([
      'REVIEW_DATE_IN_PAST',
      'MEETING_IN_PAST',
      'HELD_BEFORE_LAST',
      'WRONG_STAGE',
      'NOT_LAPSED',
      'WRONG_STAGE',
      'SERVICE_NOT_ON_CASE',
      'NOTHING_TO_PUBLISH',
      'UNKNOWN_GAP',
      'ALREADY_STARTED',
    ]);
  });
});

describe('attendance', () => {
  const attended = (service: string, more: object = {}) =>
    entriesOf(
      's1',
      (steps) =>
        steps
          .filter((one) => one.at <= '2026-04-08T12:00')
          .map((one) =>
            one.command === 'completeMeeting'
              ? { ...one, data: { ...one.data, attendance: [{ service, status: 'ATTENDED', ...more }] } }
              : one,
          ),
      { until: '2026-04-08' },
    );
  it('given a service that nobody invited, then it is refused unless it is said to have come uninvited', () => {
    expect(refusals(attended('svc-typo'))).toEqual(['SERVICE_NOT_INVITED']);
    expect(refusals(attended('svc-police', { uninvited: true }))).toEqual([]);
    expect(refusals(attended('svc-gp'))).toEqual([]);
  });
});

describe('silence on an action', () => {
  const far = step('2026-04-08T12:15', 'addAction', { id: 'repairs', text: 'x', service: 'svc-housing', dueOn: '2026-07-31' });
  const silent = (...more: readonly ScriptStep[]) => entriesOf('s1', upTo('2026-04-08T12:10', far, ...more), { until: '2026-05-15' });
  const flagsOf = (entries: ReturnType<typeof silent>) =>
    entries
      .filter((one) => one.kind === 'flag' && one.key === 'action:repairs')
      .map((one) => `${one.at.slice(0, 10)} ${one.raised === true ? '+' : '-'}${one.flag ?? ''}`);
  const nudges = (entries: ReturnType<typeof silent>) =>
    entries
      .filter((one) => one.clock === 'T-SILENT' && one.kind === 'notice' && one.key === 'action:repairs')
      .map((one) => `${one.at.slice(0, 10)} ${one.threshold ?? ''}`);
  it('given nobody says anything, then one nudge on the tenth working day, a flag without a message on the fifteenth, and no more', () => {
    expect(nudges(silent())).toEqual(['2026-04-22 10WD']);
    expect(flagsOf(silent())).toEqual(['2026-04-29 +NO_UPDATE']);
  });
  it('given a note after the flag, then the flag comes down and the silence counts from the note', () => {
    const noted = silent(step('2026-04-30T10:00', 'updateProgress', { action: 'repairs', note: 'x' }));
    expect(flagsOf(noted)).toEqual(['2026-04-29 +NO_UPDATE', '2026-04-30 -NO_UPDATE']);
    expect(nudges(noted)).toEqual(['2026-04-22 10WD', '2026-05-15 10WD']);
  });
  it('given an urgent proposal, then its answer is due in one working day', () => {
    const urgent = step('2026-04-08T12:20', 'addAction', {
      id: 'now',
      text: 'x',
      service: 'svc-gp',
      dueOn: '2026-04-20',
      urgent: true,
      proposed: true,
    });
    const said = entriesOf('s1', upTo('2026-04-08T12:10', urgent), { until: '2026-04-10' }).filter((one) => one.clock === 'T-ACCEPT');
    expect(said.map((one) => `${one.at.slice(0, 10)} ${one.threshold ?? ''} ${one.to.join('+')}`)).toEqual([
      '2026-04-09 due RESPONSIBLE_MANAGER',
      '2026-04-10 +1WD COORDINATOR',
    ]);
  });
});

describe('roles', () => {
  const vacated = (...more: readonly ScriptStep[]) =>
    play(
      [step('2026-06-01T10:00', 'submitReferral', REFERRAL), step('2026-06-04T10:00', 'vacateRole', { role: 'COORDINATOR' }), ...more],
      '2026-06-10',
    );
  it('given the coordinator leaves, then the hosting manager hears every working day until somebody is named, and the flag comes down', () => {
    expect(spoken(vacated(), 'T-ROLE').map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      '2026-06-05T08:00:00Z +1WD',
      '2026-06-08T08:00:00Z +2WD',
      '2026-06-09T08:00:00Z +3WD',
      '2026-06-10T08:00:00Z +4WD',
    ]);
    const filled = vacated(step('2026-06-08T10:00', 'assignRole', { role: 'COORDINATOR', person: 'p-new' }));
    expect(daysOf(filled, 'T-ROLE')).toEqual(['2026-06-05', '2026-06-08']);
    expect(flags(filled)).toEqual(['2026-06-05T08:00:00Z +ROLE_VACANT', '2026-06-08T09:00:00Z -ROLE_VACANT']);
  });
});
