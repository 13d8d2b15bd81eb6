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
const INK = '#0b0c0c';
const LINE = '#b1b4b6';

/**
 * Draws a table, tagged with its rows and header cells. It breaks between rows; the header is drawn again on each page, for the eye alone. A row
 * that is taller than a page goes on in further rows.
 */
export function drawTable(doc: Doc, parent: Element, table: Table): void {
  const draw = { doc, table, widths: widthsOf(table) };
  const whole = added(parent, doc.struct('Table'));
  const head = table.columns.map((column) => column.head);
  makeRoom(draw, heightOf(draw, head, 'HEAD') + 40, null);
  drawRow(draw, added(whole, doc.struct('THead')), head, 'HEAD');
  const body = added(whole, doc.struct('TBody'));
  for (const cells of table.rows.flatMap((row) => fitting(draw, row, tallest(draw, head)))) {
    makeRoom(draw, heightOf(draw, cells, 'BODY'), head);
    drawRow(draw, body, cells, 'BODY');
  }
}

const added = (parent: Element, child: Element): Element => {
  parent.add(child);
  return child;
};
const bottomOf = ({ page }: Doc): number => page.height - page.margins.bottom;
const tallest = (draw: Drawing, head: Cells): number =>
  bottomOf(draw.doc) - draw.doc.page.margins.top - heightOf(draw, head, 'HEAD') - SLACK;

// The next page, where what comes does not fit on this one. A header that is drawn again is not read again.
function makeRoom(draw: Drawing, height: number, head: Cells | null): void {
  const { doc } = draw;
  if (doc.y + height <= bottomOf(doc)) return;
  doc.addPage();
  if (!head) return;
  doc.markContent('Artifact', { type: 'Layout' });
  const top = doc.y;
  for (const column of head.keys()) drawCell(draw, head, 'HEAD', column, top);
  doc.endMarkedContent();
  doc.y = top + heightOf(draw, head, 'HEAD');
}

interface Drawing {
  readonly doc: Doc;
  readonly table: Table;
  readonly widths: readonly number[];
}
type Part = 'HEAD' | 'BODY';

const widthsOf = ({ columns, width }: Table): readonly number[] => {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  return columns.map(({ share }) => (width * share) / all);
};

const fontOf = (doc: Doc, table: Table, part: Part, column: number): Doc =>
  doc
    .font(part === 'HEAD' || column === 0 ? 'bold' : 'body')
    .fontSize(table.size)
    .fillColor(INK);

const heightOf = ({ doc, table, widths }: Drawing, cells: Cells, part: Part): number =>
  Math.max(
    ...cells.map((text, column) =>
      fontOf(doc, table, part, column).heightOfString(text || ' ', { width: (widths[column] ?? 0) - 2 * PAD, lineGap: 1 }),
    ),
  ) +
  2 * PAD;

// A cell is a heading of its column or of its row, or plain.
function drawRow(draw: Drawing, parent: Element, cells: Cells, part: Part): void {
  const { doc, table } = draw;
  const top = doc.y;
  const bottom = top + heightOf(draw, cells, part);
  const row = added(parent, doc.struct('TR'));
  for (const column of cells.keys()) {
    // The package's own types do not know of the scope yet.
    const scope: object = part === 'HEAD' ? { scope: 'Column' } : column === 0 ? { scope: 'Row' } : {};
    row.add(doc.struct('scope' in scope ? 'TH' : 'TD', scope, () => drawCell(draw, cells, part, column, top)));
  }
  doc.y = bottom;
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(table.left, bottom)
    .lineTo(table.left + table.width, bottom)
    .lineWidth(part === 'HEAD' ? 1 : 0.5)
    .stroke(LINE);
  doc.endMarkedContent();
}

function drawCell({ doc, table, widths }: Drawing, cells: Cells, part: Part, column: number, top: number): void {
  const left = table.left + widths.slice(0, column).reduce((sum, one) => sum + one, 0);
  fontOf(doc, table, part, column).text(cells[column] || ' ', left + PAD, top + PAD, {
    width: (widths[column] ?? 0) - 2 * PAD,
    lineGap: 1,
  });
}

// A row as it fits on a page: the longest cell is cut between words until it does, and goes on in a row of its own.
function fitting(draw: Drawing, cells: Cells, most: number): readonly Cells[] {
  if (heightOf(draw, cells, 'BODY') <= most) return [cells];
  const longest = cells.reduce((best, text, column) => (text.length > (cells[best]?.length ?? 0) ? column : best), 0);
  const text = cells[longest] ?? '';
  const middle = Math.floor(text.length / 2);
  const space = text.indexOf(' ', middle);
  const cut = space === -1 ? middle : space + 1;
  const rest = cells.map((one, column) => (column === longest ? text.slice(cut) : column === 0 ? `${one} (goes on)` : ''));
  const first = cells.map((one, column) => (column === longest ? text.slice(0, cut) : one));
  return [...fitting(draw, first, most), ...fitting(draw, rest, most)];
}
