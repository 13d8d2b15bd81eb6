import type { Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import type { TakenOut } from '../gather';
import type { ExportHead } from '../schema';
import { writeEntry } from './entryPages';
import { createPages } from './pages';
import type { Pages } from './pages';
import { factsOf, inWords, said } from './words';

/** The export as an accessible document; it leaves page by page while the chronology is read. */
export function pdfOf(taken: TakenOut): Readable {
  const { head } = taken;
  const training = head.case.training ? ' · TRAINING CASE' : '';
  const pages = createPages({ title: `MARM case ${head.ref}`, subject: 'Record of a case', foot: `MARM case ${head.ref}${training}` });
  write(pages, taken).catch((error: unknown) => {
    pages.stream.destroy(error instanceof Error ? error : new Error('the export was cut short'));
  });
  return pages.stream;
}

async function write(pages: Pages, { head, chronology, count }: TakenOut): Promise<void> {
  for (const section of [cover, person, standing, people, consent, risk, plan, beyond, deadlines, gaps, messages, disclosed])
    section(pages, head);
  // A document is no reason for other requests to wait.
  await breathe();
  pages.heading(2, 'Chronology');
  for await (const entry of chronology()) writeEntry(pages, entry, head.names);
  pages.heading(2, 'End of the record');
  pages.paragraph(
    `Texts that could not be opened: ${count.unreadable}. Texts about others that were left out: ${count.leftOut}. The last entry is number ${head.seq}; its hash is ${head.head}.`,
  );
  pages.end();
}

function cover(pages: Pages, { ref, seq, taken, thirdParty, retracted, names, case: one }: ExportHead): void {
  pages.heading(1, `MARM case ${ref}`);
  if (one.training) pages.paragraph('This is a training case: nothing in it happened.');
  pages.paragraph(
    'This is the whole record of the case as it stood when it was taken out. It is confidential: keep it safe, and pass on only what is needed. Its making is noted in the account of disclosures.',
  );
  pages.facts([
    ['Taken out', said(taken.at, names)],
    ['By', said(taken.by, names)],
    ['Purpose', inWords(taken.purpose)],
    ['For', taken.recipient === null ? 'The one who took it out' : said(taken.recipient.organisation ?? taken.recipient.body, names)],
    ['Last entry', String(seq)],
    ['About others than the person', inWords(thirdParty)],
    ['Retracted entries', inWords(retracted)],
  ]);
}

function person(pages: Pages, { person: one, names }: ExportHead): void {
  pages.heading(2, 'The person');
  pages.facts([
    ['Name', said(one.name, {})],
    ['Address', said(one.address, {})],
    ['Born on', said(one.bornOn, names)],
  ]);
}

const STANDING = [
  'stageText',
  'locality',
  'pace',
  'receivedOn',
  'tier',
  'flags',
  'reviewOn',
  'triage',
  'handover',
  'meeting',
  'lastHeld',
  'closure',
  'endedOn',
];

function standing(pages: Pages, { case: one, names }: ExportHead): void {
  pages.heading(2, 'Where the case stands');
  pages.facts(factsOf(one, STANDING, names));
}

function people(pages: Pages, { case: one, names }: ExportHead): void {
  pages.heading(2, 'Who works on it');
  pages.facts(Object.entries(one.holders).map(([role, holder]) => [inWords(role), said(holder, names)]));
  if (one.services.length === 0) return;
  pages.table(
    columns('Service', 'Lead worker', 'Responsible manager', 'Standing'),
    one.services.map((service) => cells([service.service, service.leadWorker, service.responsibleManager, service.standing], names)),
  );
}

function consent(pages: Pages, { case: one, consentHistory, names }: ExportHead): void {
  pages.heading(2, 'Consent, capacity and advocate');
  pages.table(
    columns('When', 'Position', 'Ground for sharing without consent', 'Recorded by'),
    consentHistory.map(({ at, position, grounds, by }) => cells([at, position, grounds, by], names)),
  );
  pages.facts([['Advocate', said(one.person.advocate, names)]]);
  if (one.person.capacity.length === 0) pages.paragraph('No capacity for a decision is on record.');
  pages.list(one.person.capacity.map((record) => said(record, names)));
}

function risk(pages: Pages, { riskHistory, names }: ExportHead): void {
  pages.heading(2, 'Risk');
  if (riskHistory.length === 0) pages.paragraph('No rating is on record.');
  else
    pages.table(
      columns('When', 'Tier', 'Score', 'Recorded by'),
      riskHistory.map(({ at, tier, score, by }) => cells([at, tier, score, by], names)),
    );
}

function plan(pages: Pages, { case: one, actionTexts, names }: ExportHead): void {
  pages.heading(2, 'Plan and actions');
  pages.facts(one.plan ? factsOf(one.plan, ['version', 'publishedOn', 'recipients', 'confirmed'], names) : [['Plan', 'None is published']]);
  if (one.actions.length === 0) return;
  pages.table(
    columns('Action', 'Service', 'Due', 'Status'),
    one.actions.map(({ id, service, dueOn, status }) => [actionTexts[id] ?? id, ...cells([service, dueOn, status], names)]),
  );
}

function beyond(pages: Pages, { case: one, names }: ExportHead): void {
  pages.heading(2, 'Escalation and challenges');
  pages.facts(factsOf(one.escalation, Object.keys(one.escalation), names));
  if (one.challenges.length === 0) return;
  pages.table(
    columns('Challenge', 'Service', 'Status', 'Outcome'),
    one.challenges.map(({ id, service, status, outcome }) => cells([id, service, status, outcome], names)),
  );
}

function deadlines(pages: Pages, { case: one }: ExportHead): void {
  pages.heading(2, 'Deadlines that run, and where their dates come from');
  if (one.clocks.length === 0) pages.paragraph('None runs.');
  pages.list(one.clocks.map(({ clock, explanation }) => `${clock}: ${explanation.text}`));
}

function gaps(pages: Pages, { case: one, names }: ExportHead): void {
  pages.heading(2, 'What the record lacks');
  if (one.gaps.length === 0) pages.paragraph('Nothing.');
  pages.list(one.gaps.map(({ item, owner, dueOn }) => `${inWords(item)} (${said(owner, names)}, by ${said(dueOn, names)})`));
}

function messages(pages: Pages, { notices, names }: ExportHead): void {
  pages.heading(2, 'Messages');
  pages.table(
    columns('Due', 'Notice', 'To', 'Outcome'),
    notices.map(({ dueAt, notice, recipient, outcome }) => cells([dueAt, notice, recipient, outcome], names)),
  );
}

function disclosed(pages: Pages, { disclosures, names }: ExportHead): void {
  pages.heading(2, 'Disclosures to other organisations');
  pages.table(
    columns('When', 'To', 'What', 'Ground'),
    disclosures.map(({ at, recipient: to, kind, ground }) => [
      said(at, names),
      said(
        [to.person, to.service, to.organisation, to.body].filter((one) => one !== null),
        names,
      ),
      said(kind, names),
      said(ground, names),
    ]),
  );
}

const columns = (...heads: readonly string[]) => heads.map((head) => ({ head, share: 1 }));
const cells = (values: readonly unknown[], names: ExportHead['names']): readonly string[] => values.map((value) => said(value, names));
