import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createPages } from '../../../api/export/pdf/pages';
import { bytesOf, readPdf } from '../../support/pdf';
import type { ReadPdf } from '../../support/pdf';

const NAME = 'Łukasz Ünïcode';
const LONG = 'Synthetic words of a long narrative. '.repeat(400).trim();

describe('given a document with a heading of each level, a paragraph, a list and a table', () => {
  let file: Buffer;
  let read: ReadPdf;
  beforeAll(async () => {
    const pages = createPages({ title: 'MARM case K7QF-2M', subject: 'Record of a case', foot: 'MARM case K7QF-2M' });
    const bytes = bytesOf(pages.stream);
    pages.heading(1, 'MARM case K7QF-2M');
    pages.paragraph(`The person is called ${NAME}.`);
    pages.heading(2, 'Actions');
    pages.table(
      [
        { head: 'Action', share: 2 },
        { head: 'Due', share: 1 },
      ],
      [
        ['Fit an alarm', 'Fri 1 May 2026'],
        ['A long one', LONG],
        ...Array.from({ length: 60 }, (_, n) => [`Action ${n}`, 'Mon 4 May 2026']),
      ],
    );
    pages.heading(3, 'A list');
    pages.list(['one', LONG, 'three']);
    pages.facts([]);
    pages.end();
    file = await bytes;
    read = readPdf(file);
    if (process.env['MARM_KEEP_PDF'] !== undefined) writeFileSync(process.env['MARM_KEEP_PDF'], file);
  });

  it('then it says that it is tagged, in which language it is, and what it is called', () => {
    expect(file.toString('latin1')).toMatch(/^%PDF-1\.7/);
    expect(read.objects).toMatch(/\/Marked true/);
    expect(read.objects).toMatch(/\/Lang \(en-GB\)/);
    expect(read.objects).toMatch(/\/Title \(MARM case K7QF-2M\)/);
    expect(read.objects).toMatch(/\/DisplayDocTitle true/);
    expect(read.objects).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(file.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });
  it('then headings, paragraph, list, table, rows and header cells are tagged as such', () => {
    const count = (tag: string): number => read.tags.filter((one) => one === tag).length;
    expect(['Document', 'H1', 'H2', 'H3', 'P', 'L', 'Table', 'THead', 'TBody'].map(count)).toEqual(Array.from({ length: 9 }, () => 1));
    expect([count('LI'), count('Lbl'), count('LBody')]).toEqual([3, 3, 3]);
    expect(count('TR')).toBeGreaterThanOrEqual(63);
    expect(read.objects).toMatch(/\/Scope \/Column/);
    expect(read.objects).toMatch(/\/Scope \/Row/);
  });
  it('then headings are bookmarks, one under the other', () => {
    expect(read.objects.match(/\/Title \(Actions\)/g)).toHaveLength(1);
    expect(read.objects).toMatch(/\/Type \/Outlines|\/Outlines \d+ 0 R/);
  });
  it('then its text can be read out in full, with the letters of European names, in an embedded font', () => {
    expect(read.text).toContain(NAME);
    expect(read.text.match(/Synthetic/g)).toHaveLength(800);
    expect(read.objects.match(/\/FontFile2/g)).toHaveLength(2);
    expect(read.objects).not.toMatch(/Helvetica/);
  });
  it('then a text that goes on over the page goes on in its size', () => {
    const small = read.runs.filter(({ size }) => size === 8);
    expect(small.filter(({ text }) => !/^MARM case K7QF-2M · Page \d+$/.test(text))).toEqual([]);
    expect(new Set(read.runs.filter(({ text }) => text.includes('Synthetic')).map(({ size }) => size))).toEqual(new Set([9, 10]));
  });
  it('then every page has its number', () => {
    const pages = (read.objects.match(/\/Type \/Page\b(?!s)/g) ?? []).length;
    expect(pages).toBeGreaterThan(3);
    for (let n = 1; n <= pages; n += 1) expect(read.text).toMatch(new RegExp(`MARM case K7QF-2M · Page ${n}$`, 'm'));
  });
});
