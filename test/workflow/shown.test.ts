import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMMAND_NAMES, COMMANDS } from '../../domain';
import type { ClockView, Entry } from '../../domain';
import { defaultPayloadConverter } from '@temporalio/common';
import { QUERIES } from '../../workflows/messages';
import { eventually } from '../support/eventually';
import { london, openCase } from '../support/liveCase';
import type { LiveCase } from '../support/liveCase';
import { REFERRAL, TRIAGED } from '../support/story';
import { openWorkbench } from '../support/workbench';
import type { Workbench } from '../support/workbench';

let bench: Workbench;
let one: LiveCase;
beforeAll(async () => {
  bench = await openWorkbench();
  one = await openCase(bench, { clock: '2026-03-26T15:20', data: { ...REFERRAL, pace: 'EXPEDITED' } });
  await one.forward('2026-03-27T10:00');
  await one.must('decideTriage', TRIAGED);
  await one.forward('2026-04-07T09:01');
});
afterAll(() => bench.close());

const handle = () => bench.client.workflow.getHandle(one.workflowId);
const payloadTexts = (value: unknown): readonly string[] => {
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('utf8')];
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(payloadTexts) : [];
};
const query = <T>(name: string, ...args: unknown[]): Promise<T> => bench.gateway.query<T>(one.ref, name, ...args);

describe('what operations see of a case', () => {
  const attributes = async (): Promise<Record<string, unknown>> => {
    const { typedSearchAttributes } = await handle().describe();
    return Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]));
  };

  it('has stage, locality, pace, flags and dates as search attributes, in codes only', async () => {
    const shown = await eventually(async () => {
      const now = await attributes();
      return now['MarmOverdue'] === true && now;
    });
    expect(shown).toMatchObject({
      MarmStage: 'REFERRER_CONTACT',
      MarmLocality: 'oxfordshire',
      MarmPace: 'EXPEDITED',
      MarmEscalation: 'NONE',
      MarmFlags: expect.arrayContaining(['MEETING_AIM_MISSED']),
      MarmTargetAt: new Date(london('2026-04-02T23:59:59')),
      MarmTraining: true,
    });
    expect(shown['MarmNextDueAt']).toBeInstanceOf(Date);
  });
  it('can be listed by them', async () => {
    const found = await eventually(async () => {
      const ids: string[] = [];
      for await (const { workflowId } of bench.client.workflow.list({ query: 'MarmOverdue = true AND MarmStage = "REFERRER_CONTACT"' }))
        ids.push(workflowId);
      return ids.includes(one.workflowId) && ids;
    });
    expect(found).toContain(one.workflowId);
  });
  it('says in its summary which locality and pace it has', async () => {
    expect(await (await handle().describe()).staticSummary()).toBe('oxfordshire · EXPEDITED · TRAINING');
  });
  it('says in its details what it waits for, since when, and what happens next', async () => {
    const details = await query<{ currentDetails?: string }>('__temporal_workflow_metadata').then((found) => found.currentDetails ?? '');
    expect(details).toContain('Training case');
    expect(details).toContain('**Stage:** waiting for contact with the referrer (REFERRER_CONTACT)');
    expect(details).toMatch(/\*\*Happens next if nobody acts:\*\* T-\S+ \+\d+WD · due \w{3} \d+ Apr 2026 09:00/);
    expect(details).toContain('| T-MEET | meeting:1 | Thu 2 Apr 2026 **overdue** |');
    expect(details.match(/^\| T-/gm)?.length).toBeLessThanOrEqual(3);
    expect(details).toContain('MEETING_AIM_MISSED');
  });
  it('names each command as an update with what it is for', async () => {
    const { definition } = await query<{ definition: { updateDefinitions: { name: string; description: string }[] } }>(
      '__temporal_workflow_metadata',
    );
    const named = definition.updateDefinitions.filter(({ name }) => COMMAND_NAMES.some((command) => command === name));
    expect(named.map(({ name }) => name).sort()).toEqual([...COMMAND_NAMES].sort());
    expect(named.find(({ name }) => name === 'decideTriage')?.description).toBe(COMMANDS.decideTriage.summary);
  });
  it('has the command in its history under its own name, and a summary on every timer and activity', async () => {
    const { events } = await handle().fetchHistory();
    const updates = events?.flatMap((event) => event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name ?? []);
    expect(updates).toContain('decideTriage');
    const told = events?.filter((event) => event.timerStartedEventAttributes ?? event.activityTaskScheduledEventAttributes) ?? [];
    const summaries = told.map(
      ({ userMetadata }) => userMetadata?.summary && defaultPayloadConverter.fromPayload<string>(userMetadata.summary),
    );
    expect(summaries.every((summary) => typeof summary === 'string' && summary !== '')).toBe(true);
    expect(summaries).toContain('T-TRIAGE due · due Fri 27 Mar 2026 09:00');
    expect(summaries).toContain('Record entry 1 and send');
  });
  it('has nothing in it that names a person or a narrative', async () => {
    const canary = { ...REFERRAL, risks: 'v-00000000000000000000000000000000' };
    const other = await openCase(bench, { clock: '2026-03-26T15:20', data: canary });
    const { events } = await bench.client.workflow.getHandle(other.workflowId).fetchHistory();
    const text = payloadTexts(events).join('\n');
    // What is in there can be read here, so that a name could be too.
    expect(text).toContain(canary.risks);
    const people = await bench.repositories.directory.people();
    expect(people.filter((person) => text.includes(person.name) || (person.email !== null && text.includes(person.email)))).toEqual([]);
  });
});

describe('what a case answers', () => {
  it('tells its state and as of when', async () => {
    const view = await one.state();
    expect(view.state.stage).toBe('REFERRER_CONTACT');
    expect(view.asOf).toBeGreaterThanOrEqual(view.state.lastAt);
    expect(view).toMatchObject({ hold: null, queued: 0, unsent: [] });
  });
  it('tells its clocks as of any instant', async () => {
    const meet = (views: readonly ClockView[]) => views.find((view) => view.clock === 'T-MEET');
    const early = meet(await query<readonly ClockView[]>(QUERIES.clocks, london('2026-04-02T12:00')));
    const late = meet(await query<readonly ClockView[]>(QUERIES.clocks, london('2026-04-03T12:00')));
    expect(early).toMatchObject({ dueOn: '2026-04-02', overdue: false });
    expect(late).toMatchObject({ dueOn: '2026-04-02', overdue: true });
  });
  it('explains where a date comes from', async () => {
    const [because] = await query<readonly string[]>(QUERIES.explain, 'T-MEET');
    expect(because).toContain('The first meeting is due by the end of Thursday 2 April 2026');
  });
  it('forecasts what happens if nobody acts', async () => {
    const ahead = await query<readonly Entry[]>(QUERIES.forecast, london('2026-04-20T12:00'));
    const spoken = ahead
      .filter((entry) => entry.kind === 'notice' && entry.clock === 'T-CONTACT')
      .map((entry) => `${entry.at} ${entry.threshold}`);
    expect(spoken.length).toBeGreaterThan(0);
    await one.forward('2026-04-20T12:00');
    const came = await one.spoken('T-CONTACT');
    expect(spoken.every((line) => came.some((heard) => heard.startsWith(line)))).toBe(true);
  });
});
