import { COMMAND_NAMES } from '../../domain';
import { readArguments } from './arguments';
import type { Asked } from './arguments';
import { liveMany } from './liveMany';
import type { Outcome } from './liveMany';

/** `npm run lives`: many random lives of a case, each with every command at any time, held against what must always be true. */
function main(): void {
  const asked = readArguments(process.argv.slice(2), Date.now() % 1_000_000_000);
  console.log(`Seed ${asked.seed}, ${asked.lives} lives.`);
  const begun = Date.now();
  report(liveMany(asked), asked, Math.round((Date.now() - begun) / 1000));
}

function report({ lives, commands, kinds, reached, broken }: Outcome, asked: Asked, seconds: number): void {
  console.log(`${lives} lives, ${commands} commands accepted, ${kinds.length} of ${COMMAND_NAMES.length} different ones, ${seconds} s.`);
  const never = COMMAND_NAMES.filter((name) => !kinds.includes(name));
  if (never.length > 0) console.log(`Never accepted: ${never.join(', ')}.`);
  console.log(
    `Stages reached: ${Object.entries(reached)
      .map(([stage, n]) => `${stage} ${n}`)
      .join(', ')}.`,
  );
  if (!broken) {
    console.log('Everything held in all of them.');
    return;
  }
  console.error(`${broken.why}\n\nMade from: ${broken.life}`);
  console.error(`Again: npm run lives -- --lives ${asked.lives} --seed ${asked.seed} --path ${broken.path}`);
  process.exitCode = 1;
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
