import { toIso } from '../../domain';
import { consentCourse, riskCourse } from '../../domain/record';
import type { Directory, Commit, CaseView } from '../../persistence';
import { readerNow } from '../access';
import type { ApiDeps } from '../deps';
import { disclosuresOf } from '../routes/records/disclosures';
import { identityIn } from '../sight/invitation';
import { RETRACTED, toEntries } from '../timeline/entries';
import { mendingOf } from '../timeline/mended';
import type { Mending } from '../timeline/mended';
import { toCase } from '../views/case';
import { toNotice } from '../views/notice';
import { EXPORT_FORM } from './schema';
import type { ExportEntry, ExportHead } from './schema';
import { createTextOpener } from './texts';

/** A case taken out: its head, its entries one by one, and at the end what could not be opened. */
export interface TakenOut {
  readonly head: ExportHead;
  readonly chronology: () => AsyncGenerator<ExportEntry>;
  /** Right once the chronology has been read to its end. */
  readonly count: { readonly unreadable: number; readonly leftOut: number };
}

/** What is asked of an export, with its row in the account of disclosures. */
export interface Taking {
  readonly reader: string;
  readonly taken: ExportHead['taken'];
  readonly includeThirdParty: boolean;
}

/** Reads a case for an export as it stands now. Nothing is changed; texts are opened one entry at a time. */
export async function takeOut(deps: ApiDeps, view: CaseView, { reader, taken, includeThirdParty }: Taking): Promise<TakenOut> {
  const { commits: store, vault, directory, ledger } = deps.repositories;
  const commits = (await store.list(view.ref)).filter(({ seq }) => seq <= view.seq);
  const mending = mendingOf(commits);
  const readsRetracted = (await readerNow(deps, view.ref, reader))?.seesRetracted === true;
  const hidden = { refs: readsRetracted ? new Set<string>() : mending.hiddenRefs, instead: RETRACTED };
  const opener = createTextOpener(vault, view.ref, { hidden, includeThirdParty });
  const entries = toEntries(commits, mending, readsRetracted) as readonly ExportEntry[];
  const shown = toCase(view, deps.wallClock());
  const disclosures = await disclosuresOf(deps.repositories, view);
  const standing = readsRetracted ? commits : commits.filter(({ seq }) => !mending.retracted.has(seq));
  const head: ExportHead = {
    form: EXPORT_FORM,
    ref: view.ref,
    seq: view.seq,
    head: view.head,
    taken,
    thirdParty: includeThirdParty ? 'INCLUDED' : 'LEFT_OUT',
    retracted: readsRetracted ? 'INCLUDED' : 'LEFT_OUT',
    names: await namesIn(directory, [shown, entries, disclosures, taken]),
    person: (await opener.open(identityIn(commits), '')) as ExportHead['person'],
    case: shown,
    actionTexts: (await opener.open(actionTexts(standing, mending), 'addAction')) as ExportHead['actionTexts'],
    ...courses(standing),
    notices: (await ledger.list(view.ref)).map(toNotice),
    disclosures,
  };
  return { head, count: opener.count, chronology: () => opened(entries, opener) };
}

// The text of each action as it was added, or as it was corrected since; references.
const actionTexts = (commits: readonly Commit[], { corrections }: Mending): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    commits.flatMap(({ seq, events }) =>
      events.flatMap((event) => {
        if (event.type !== 'ActionAdded') return [];
        const { id, textRef } = event.action;
        const right = corrections.get(seq)?.findLast((one) => one.field === 'text' && (one.action ?? id) === id);
        return [[id, right ? right.now : textRef]];
      }),
    ),
  );

async function* opened(entries: readonly ExportEntry[], opener: ReturnType<typeof createTextOpener>): AsyncGenerator<ExportEntry> {
  for (const entry of entries) yield (await opener.open(entry, entry.command ?? '')) as ExportEntry;
}

const courses = (commits: readonly Commit[]): Pick<ExportHead, 'riskHistory' | 'consentHistory'> => ({
  riskHistory: riskCourse(commits).map((one) => ({ ...one, at: toIso(one.at) })),
  consentHistory: consentCourse(commits).map((one) => ({ ...one, at: toIso(one.at) })),
});

/** The names of the people, services and organisations that a value speaks of by their ids. */
export async function namesIn(directory: Directory, value: unknown): Promise<Readonly<Record<string, string>>> {
  const ids = new Set(idsIn(value));
  const [people, organisations] = [await directory.people(), await directory.organisations()];
  const known = [...people, ...organisations, ...organisations.flatMap(({ services }) => services)];
  return Object.fromEntries(known.filter(({ id }) => ids.has(id)).map(({ id, name }) => [id, name]));
}

function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^[A-Za-z0-9-]{1,64}$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
