import type { Readable } from 'node:stream';
import type { Sheet } from '../../views/decisions';
import { createPages } from './pages';
import type { Pages } from './pages';
import { factsOf, inWords, said } from './words';
import type { Names } from './words';

/** The sheet of a decision as an accessible document. */
export function sheetPdf(sheet: Sheet, training: boolean): Readable {
  const title = `MARM case ${sheet.ref}: decision of entry ${sheet.decision.seq}`;
  const pages = createPages({
    title,
    subject: 'A decision on record',
    foot: `MARM case ${sheet.ref}${training ? ' · TRAINING CASE' : ''}`,
  });
  pages.heading(1, title);
  if (training) pages.paragraph('This is a training case: nothing in it happened.');
  for (const section of [decided, known, followed]) section(pages, sheet);
  pages.end();
  return pages.stream;
}

function decided(pages: Pages, { decision: one, rules, names }: Sheet): void {
  pages.heading(2, one.what);
  if (one.retracted) pages.paragraph(`${one.retracted.words}. By ${said(one.retracted.by, names)}, ${said(one.retracted.at, names)}.`);
  pages.facts([
    ['Decided by', said(one.by, names)],
    [
      'In the role of',
      one.roles.map(({ role, service }) => [inWords(role), ...(service ? [said(service, names)] : [])].join(', ')).join('; ') || '–',
    ],
    ['When', said(one.at, names)],
    ['Rule', one.rule],
    ['Rules of the locality', `${inWords(rules.id)}, version ${rules.version}`],
    ...one.answer.map(({ field, value }) => [labelOf(field), said(value, names)] as const),
  ]);
  part(pages, 'Reasons', one.why, names, 'No reasons are on record.');
  part(pages, 'Dissent', one.dissent, names, 'No dissent is on record.');
  if (one.takingPart.length > 0) part(pages, 'Who took part', one.takingPart, names, '');
  if (!one.corrections) return;
  pages.heading(3, 'Corrected since');
  pages.list(one.corrections.map((mended) => said(mended, names)));
}

function part(pages: Pages, title: string, fields: Sheet['decision']['why'], names: Names, none: string): void {
  pages.heading(3, title);
  if (fields.length === 0) pages.paragraph(none);
  else pages.list(fields.map(({ field, value }) => `${labelOf(field)}: ${said(value, names)}`));
}

const labelOf = (field: string): string => inWords(field.split('.').at(-1) ?? field);

function known(pages: Pages, { known: then, names }: Sheet): void {
  pages.heading(2, 'What was known then');
  if (!then) {
    pages.paragraph('Nothing: it is the first entry of the case.');
    return;
  }
  const { consent, capacity } = then.person;
  pages.facts([
    ['Stage', said(then.stage, names)],
    ['Consent', said(consent, names)],
    ['Capacity', capacity.length === 0 ? '–' : capacity.map((one) => said(one, names)).join('; ')],
    ...factsOf(then.risk, ['tier', 'score', 'trend', 'engagement', 'section42'], names),
    ['Escalation', said(then.escalation.status, names)],
    ['Last meeting', said(then.lastHeld, names)],
    ['Flags', said(then.flags, names)],
  ]);
  pages.heading(3, 'Deadlines that ran');
  if (then.clocks.length === 0) pages.paragraph('None.');
  pages.list(then.clocks.map(({ clock, explanation }) => `${clock}: ${explanation.text}`));
  pages.heading(3, 'What the record lacked');
  if (then.gaps.length === 0) pages.paragraph('Nothing.');
  pages.list(then.gaps.map(({ item, dueOn }) => `${inWords(item)} (by ${said(dueOn, names)})`));
}

function followed(pages: Pages, { followed: after, names }: Sheet): void {
  pages.heading(2, 'What followed');
  if (after.length === 0) pages.paragraph('Nothing yet.');
  else
    pages.table(
      [
        { head: 'When', share: 2 },
        { head: 'By', share: 2 },
        { head: 'What', share: 4 },
      ],
      after.map(({ at, by, command, facts }) => [
        said(at, names),
        by === 'system' ? 'The engine' : said(by, names),
        command === null ? facts.map(inWords).join(', ') : inWords(command),
      ]),
    );
}
