import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GENERATED } from './docs';
import { projectRoot } from './servers/root';

/** `npm run docs`: writes every page that is made from the code. */
function main(): void {
  for (const { path, text } of GENERATED) {
    const file = join(projectRoot(), path);
    const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const after = text(before);
    if (after === before) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, after);
    console.log(`${path} is new.`);
  }
}

main();
