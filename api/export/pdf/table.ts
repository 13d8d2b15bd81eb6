import { BODY_FONT, BOLD_FONT, inFont } from './fonts';

/** One column: its header, and its share of the width. */
export interface Column {
  readonly head: string;
  readonly share: number;
}
interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly left: number;
  readonly width: number;
  readonly size: number;
}
type Doc = PDFKit.PDFDocument;
type Cells = readonly string[];
type Element = PDFKit.PDFStructureElement;

const PAD = 4;
// Rounding of line heights must not push the last line of a row onto the next page.
const SLACK = 8;
const LINE = '#b1b4b6';

/**
 * Draws a table, tagged with its rows and header cells. It breaks between rows; the header is drawn again on each page, for the eye alone. A row
 * that is taller than a page goes on in further rows.
 */
export function drawTable(doc: Doc, parent: Element, table: Table): void {
  const draw = { doc, table, widths: widthsOf(table) };
  const whole = added(parent, doc.struct('Table'));
  const head = measured(
    draw,
    table.columns.map((column) => column.head),
    'HEAD',
  );
  makeRoom(draw, head.height + 40, null);
  drawRow(draw, added(whole, doc.struct('THead')), head);
  const body = added(whole, doc.struct('TBody'));
  const most = bottomOf(doc) - doc.page.margins.top - head.height - SLACK;
  for (const cells of table.rows) {
    for (const row of fitting(draw, measured(draw, cells, 'BODY'), most)) {
      makeRoom(draw, row.height, head);
      drawRow(draw, body, row);
    }
  }
}

const added = (parent: Element, child: Element): Element => {
  parent.add(child);
  return child;
};
const bottomOf = ({ page }: Doc): number => page.height - page.margins.bottom;

// The next page, where what comes does not fit on this one. A header that is drawn again is not read again.
function makeRoom(draw: Drawing, height: number, head: Row | null): void {
  const { doc } = draw;
  if (doc.y + height <= bottomOf(doc)) return;
  doc.addPage();
  if (!head) return;
  doc.markContent('Artifact', { type: 'Layout' });
  const top = doc.y;
  for (const column of head.cells.keys()) drawCell(draw, head, column, top);
  doc.endMarkedContent();
  doc.y = top + head.height;
}

interface Drawing {
  readonly doc: Doc;
  readonly table: Table;
  readonly widths: readonly number[];
}
type Part = 'HEAD' | 'BODY';

/** A row with its height, which is worked out once: that is the dear part. */
interface Row {
  readonly part: Part;
  readonly cells: Cells;
  readonly height: number;
}

const widthsOf = ({ columns, width }: Table): readonly number[] => {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (width * share) / all);
};

const fontOf = (doc: Doc, table: Table, part: Part, column: number): Doc =>
  inFont(doc, part === 'HEAD' || column === 0 ? BOLD_FONT : BODY_FONT, table.size);

const shown = (text: string | undefined): string => (text === undefined || text === '' ? ' ' : text);

function measured({ doc, table, widths }: Drawing, cells: Cells, part: Part): Row {
  const heights = cells.map((text, column) =>
    fontOf(doc, table, part, column).heightOfString(shown(text), { width: (widths[column] ?? 0) - 2 * PAD, lineGap: 1 }),
  );
  return { part, cells, height: Math.max(...heights) + 2 * PAD };
}

// A cell is a heading of its column or of its row, or plain.
function drawRow(draw: Drawing, parent: Element, row: Row): void {
  const { doc, table } = draw;
  const top = doc.y;
  const element = added(parent, doc.struct('TR'));
  for (const column of row.cells.keys()) {
    // The package's own types do not know of the scope yet.
    const scope: object = row.part === 'HEAD' ? { scope: 'Column' } : column === 0 ? { scope: 'Row' } : {};
    element.add(doc.struct('scope' in scope ? 'TH' : 'TD', scope, () => drawCell(draw, row, column, top)));
  }
  doc.y = top + row.height;
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(table.left, doc.y)
    .lineTo(table.left + table.width, doc.y)
    .lineWidth(row.part === 'HEAD' ? 1 : 0.5)
    .stroke(LINE);
  doc.endMarkedContent();
}

function drawCell({ doc, table, widths }: Drawing, { part, cells }: Row, column: number, top: number): void {
  const left = table.left + widths.slice(0, column).reduce((sum, one) => sum + one, 0);
  fontOf(doc, table, part, column).text(shown(cells[column]), left + PAD, top + PAD, {
    width: (widths[column] ?? 0) - 2 * PAD,
    lineGap: 1,
  });
}

// A row as it fits on a page: the longest cell is cut between words until it does, and goes on in a row of its own.
function fitting(draw: Drawing, row: Row, most: number): readonly Row[] {
  if (row.height <= most) return [row];
  const { cells, part } = row;
  const longest = cells.reduce((best, text, column) => (text.length > (cells[best]?.length ?? 0) ? column : best), 0);
  const text = cells[longest] ?? '';
  const middle = Math.floor(text.length / 2);
  const space = text.indexOf(' ', middle);
  const cut = space === -1 ? middle : space + 1;
  const first = cells.map((one, column) => (column === longest ? text.slice(0, cut) : one));
  const rest = cells.map((one, column) => (column === longest ? text.slice(cut) : column === 0 ? `${one} (goes on)` : ''));
  return [first, rest].flatMap((some) => fitting(draw, measured(draw, some, part), most));
}
