import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Duration } from '@temporalio/common';
import { msToNumber } from '@temporalio/common/lib/time';

describe('what the SDK must find in this project', () => {
  it.each(['@temporalio/common', '@temporalio/proto', '@temporalio/client', '@temporalio/worker'])(
    'is one protobufjs of version 8 for %s: with another one stored histories cannot be read',
    (name) => {
      const ours = require.resolve('protobufjs/package.json');
      const theirs = require.resolve('protobufjs/package.json', { paths: [dirname(require.resolve(`${name}/package.json`))] });
      expect(theirs).toBe(ours);
      expect((JSON.parse(readFileSync(ours, 'utf8')) as { version: string }).version).toMatch(/^8\./);
    },
  );
  it('is the type of durations, so that a misspelt unit does not compile', () => {
    const right: Duration = '14 days';
    // @ts-expect-error a unit that does not exist must not pass for a duration
    const wrong: Duration = '14 dayz';
    expect(msToNumber(right)).toBe(14 * 86_400_000);
    expect(() => msToNumber(wrong)).toThrow(TypeError);
  });
});
