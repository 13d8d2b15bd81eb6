import type { Readable } from 'node:stream';
import PDFDocument from 'pdfkit';
import { BODY_FONT, BOLD_FONT, inFont, inFontAgain } from './fonts';
import { drawTable } from './table';
import type { Column } from './table';

/** What a document is called, and what stands at the foot of each page. */
export interface Cover {
  readonly title: string;
  readonly subject: string;
  readonly foot: string;
}

/** A document that is written from top to bottom; each piece is tagged for what it is. */
export interface Pages {
  heading(level: 1 | 2 | 3, text: string): void;
  paragraph(text: string): void;
  list(items: readonly string[]): void;
  /** The first cell of each row is its header. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void;
  /** Labels and what they say, as a table of two columns. */
  facts(pairs: readonly (readonly [label: string, value: string])[]): void;
  end(): void;
  /** The document as it is being written. */
  readonly stream: Readable;
}

type Doc = PDFKit.PDFDocument;

const SIZES = { 1: 20, 2: 14, 3: 11 } as const;
const BODY = 10;
const MARGIN = 56;
const FOOT = 30;

/**
 * An accessible PDF: tagged as PDF/UA asks, in British English, with its title shown, bookmarks, numbered pages, and text in an embedded font
 * that has the letters of European names. Pages leave as they are filled.
 */
export function createPages({ title, subject, foot }: Cover): Pages {
  // The package's own types do not know of this option yet.
  const universal: object = { subset: 'PDF/UA' };
  const doc = new PDFDocument({
    ...universal,
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + 12 },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: title, Subject: subject },
    font: BODY_FONT,
    autoFirstPage: false,
  });
  numberPages(doc, foot);
  doc.addPage();
  const root = doc.struct('Document');
  doc.addStructure(root);
  const body = (): Doc => inFont(doc, BODY_FONT, BODY);
  const heading = headings(doc, root);
  const pages: Omit<Pages, 'facts'> = {
    heading,
    paragraph: (text) => {
      root.add(doc.struct('P', {}, () => void body().text(text, MARGIN, doc.y, { width: widthOf(doc), lineGap: 2 })));
      doc.y += 6;
    },
    list: (items) => {
      // A list or a table without anything in it is none.
      if (items.length === 0) return;
      drawList(doc, root, items, body);
      doc.y += 4;
    },
    table: (columns, rows) => {
      if (rows.length === 0) {
        pages.paragraph('None.');
        return;
      }
      drawTable(doc, root, { columns, rows, left: MARGIN, width: widthOf(doc), size: BODY - 1 });
      doc.y += 8;
    },
    end: () => {
      root.end();
      doc.end();
    },
    stream: doc,
  };
  return { ...pages, facts: (pairs) => (pairs.length === 0 ? undefined : pages.table(FACTS, pairs)) };
}

const FACTS: readonly Column[] = [
  { head: 'What', share: 1 },
  { head: 'On record', share: 2 },
];

const widthOf = (doc: Doc): number => doc.page.width - 2 * MARGIN;

// A heading stays with what follows it, and is a bookmark under the one above it.
function headings(doc: Doc, root: PDFKit.PDFStructureElement): Pages['heading'] {
  const open: PDFKit.PDFOutline[] = [doc.outline];
  return (level, text) => {
    if (doc.y > doc.page.height - MARGIN - 110) doc.addPage();
    doc.y += level === 1 ? 0 : 6;
    root.add(
      doc.struct(
        `H${level}`,
        {},
        () => void inFont(doc, BOLD_FONT, SIZES[level]).text(text, MARGIN, doc.y, { width: widthOf(doc), lineGap: 2 }),
      ),
    );
    doc.y += 4;
    open.length = level;
    open.push((open.at(-1) ?? doc.outline).addItem(text));
  };
}

function drawList(doc: Doc, root: PDFKit.PDFStructureElement, items: readonly string[], body: () => Doc): void {
  const list = doc.struct('L');
  root.add(list);
  for (const text of items) {
    if (doc.y > doc.page.height - doc.page.margins.bottom - 2 * BODY) doc.addPage();
    const item = doc.struct('LI');
    list.add(item);
    const top = doc.y;
    item.add(doc.struct('Lbl', {}, () => void body().text('•', MARGIN, top, { width: 12, lineBreak: false })));
    item.add(doc.struct('LBody', {}, () => void body().text(text, MARGIN + 14, top, { width: widthOf(doc) - 14, lineGap: 2 })));
    doc.y += 2;
  }
}

// The foot of a page is no part of what is read aloud; what is being written goes on as it was.
function numberPages(doc: Doc, foot: string): void {
  let number = 0;
  doc.on('pageAdded', () => {
    number += 1;
    const { margins, height } = doc.page;
    const bottom = margins.bottom;
    margins.bottom = 0;
    const [x, y] = [doc.x, doc.y];
    doc.save();
    doc.markContent('Artifact', { type: 'Pagination' });
    doc
      .font(BODY_FONT, 8)
      .fillColor('#505a5f')
      .text(`${foot} · Page ${number}`, MARGIN, height - FOOT - 10, { lineBreak: false });
    doc.endMarkedContent();
    doc.restore();
    margins.bottom = bottom;
    [doc.x, doc.y] = [x, y];
    inFontAgain(doc);
  });
}
