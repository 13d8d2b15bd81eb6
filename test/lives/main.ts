import { readArguments } from './arguments';
import { liveMany } from './liveMany';
import type { Outcome } from './liveMany';

const MOST_OF_A_REASON = 2_000;

/** `npm run lives`: many random lives of a case, each with every command at any time, held against what must always be true. */
function main(): void {
  const asked = readArguments(process.argv.slice(2), Date.now() % 1_000_000_000);
  console.log(`Seed ${asked.seed}, ${asked.lives} lives.`);
  const begun = Date.now();
  report(liveMany(asked), Math.round((Date.now() - begun) / 1000));
}

function report({ lives, commands, reached, broken }: Outcome, seconds: number): void {
  console.log(`${lives} lives, ${commands} commands accepted, ${seconds} s.`);
  console.log(
    `Stages reached: ${Object.entries(reached)
      .map(([stage, n]) => `${stage} ${n}`)
      .join(', ')}.`,
  );
  if (!broken) {
    console.log('Everything held in all of them.');
    return;
  }
  console.error(`${broken.why.slice(0, MOST_OF_A_REASON)}\n\nThe shortest life that shows it: ${broken.life}`);
  console.error(`Again: npm run lives -- --lives ${lives} --seed ${broken.seed} --path ${broken.path}`);
  process.exitCode = 1;
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
