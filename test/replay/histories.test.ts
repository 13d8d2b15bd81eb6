import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { workflowBundle } from '../support/bundle';

interface History {
  readonly events: readonly {
    readonly eventType: string;
    readonly activityTaskScheduledEventAttributes?: { activityType: { name: string } };
  }[];
}

const folder = join(__dirname, 'histories');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (file: string): History => JSON.parse(readFileSync(join(folder, file), 'utf8')) as History;

let codePath: string;
beforeAll(async () => {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' } } },
  });
  codePath = await workflowBundle();
});

// Replays against today's code; the error if that would have gone another way.
async function replay(history: History): Promise<string | undefined> {
  try {
    await Worker.runReplayHistory({ workflowBundle: { codePath } }, history, 'marm-case:REPLAY-1');
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}

describe('the histories of cases', () => {
  it('cover every way of a run', () => {
    expect(files.map((file) => file.replace('.json', '')).sort()).toEqual([
      'adopted',
      'challenge',
      'delivery-failure',
      'died',
      'escalation',
      'held',
      'merged',
      'other-clocks',
      'person',
      'resumed',
      'rolled-over-1',
      'rolled-over-2',
      'straight',
      'taken-over',
      'withdrawn',
    ]);
  });
  it.each(files)('%s goes the same way with the code of today', async (file) => {
    expect(await replay(read(file))).toBeUndefined();
  });
});

describe('a history that did not happen', () => {
  const { events } = read('straight.json');
  const without = (type: string): History => {
    const at = events.findIndex((event) => event.eventType === type);
    return { events: renumbered(events.filter((_event, index) => index !== at)) };
  };
  const renumbered = (list: History['events']) => list.map((event, at) => ({ ...event, eventId: String(at + 1) }));

  it('is refused when a timer is missing', async () => {
    expect(await replay(without('EVENT_TYPE_TIMER_STARTED'))).toContain('DeterminismViolationError');
  });
  it('is refused when another activity stands in the place of a recording', async () => {
    const other = events.map((event) =>
      event.activityTaskScheduledEventAttributes
        ? {
            ...event,
            activityTaskScheduledEventAttributes: { ...event.activityTaskScheduledEventAttributes, activityType: { name: 'raiseAlarm' } },
          }
        : event,
    );
    expect(await replay({ events: other })).toContain('DeterminismViolationError');
  });
});
