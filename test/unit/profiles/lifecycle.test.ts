import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { isTerminal, STAGES } from '../../../domain';

interface Way {
  readonly from: string;
  readonly to: string;
}

// The drawn lifecycle is made by giving every command everywhere; another test holds it to the code.
const page = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'generated', 'lifecycle.md'), 'utf8');
const drawn: readonly Way[] = [...page.matchAll(/^ {2}(\S+) --> ([A-Z_]+):/gm)].map(([, from = '', to = '']) => ({ from, to }));

/** Everything that leads, by one way or several, to one of these. */
function leadingTo(ends: readonly string[], ways: readonly Way[]): ReadonlySet<string> {
  const found = new Set(ends);
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const { from, to } of ways) if (found.has(to)) found.add(from);
  }
  return found;
}
const deadEnds = (ways: readonly Way[]) => {
  const ends = leadingTo(STAGES.filter(isTerminal), ways);
  return [...new Set(ways.map(({ to }) => to))].filter((stage) => !ends.has(stage));
};

describe('the stages of a case, as every command leads from one to another', () => {
  it('have no dead end', () => {
    expect(drawn.length).toBeGreaterThan(10);
    expect(deadEnds(drawn)).toEqual([]);
  });
  it('would be seen to have one, if nothing led out of a stage', () => {
    expect(deadEnds(drawn.filter(({ from }) => from !== 'CLOSING'))).toEqual(['CLOSING']);
  });
  it('are all known, and each is reached, but for the one that merging leads to', () => {
    const reached = new Set(drawn.map(({ to }) => to));
    expect([...reached].filter((stage) => !STAGES.some((one) => one === stage))).toEqual([]);
    expect(STAGES.filter((stage) => !reached.has(stage) && stage !== 'MERGED')).toEqual([]);
  });
});
