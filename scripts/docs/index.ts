import { PROFILES } from '../../domain';
import { clocksPage } from './clocks';
import { commandsPage } from './commands';
import { lifecyclePage } from './lifecycle';
import { noticesPage } from './notices';
import { rolesPage } from './roles';
import { settingsTable } from './settings';

/** A file of the documentation as the code would have it; `before` is how it stands. */
export interface Generated {
  readonly path: string;
  readonly text: (before: string) => string;
}

/** Everything in the documentation that is made from the code. */
export const GENERATED: readonly Generated[] = [
  { path: 'docs/commands.md', text: commandsPage },
  { path: 'docs/generated/lifecycle.md', text: lifecyclePage },
  { path: 'docs/generated/notices.md', text: noticesPage },
  { path: 'docs/generated/roles.md', text: rolesPage },
  ...PROFILES.map((profile) => ({ path: `docs/generated/clocks-${profile.id}.md`, text: () => clocksPage(profile) })),
  { path: 'README.md', text: (before) => between(before, 'settings', settingsTable()) },
];

/** Replaces what stands between two markers of a page. @throws Error when a marker is missing */
function between(text: string, marker: string, part: string): string {
  const [open, close] = [`<!-- ${marker}: made by npm run docs -->`, `<!-- end of ${marker} -->`];
  const [begin, end] = [text.indexOf(open), text.indexOf(close)];
  if (begin < 0 || end < begin) throw new Error(`The marker ${open} or its end is missing.`);
  return `${text.slice(0, begin + open.length)}\n\n${part}\n\n${text.slice(end)}`;
}
