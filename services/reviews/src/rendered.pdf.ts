import { once } from 'node:events';
import { reject, type Rejection } from '@plumbline/kernel';
import type PdfDocument from 'pdfkit';
import type { Block, RenderedDocument, Table } from './rendered.blocks.ts';
import { documentFonts } from './rendered.fonts.ts';

/** The beginning of time: a document is the same whenever it is made, so it says of no time. */
const never = new Date(0);
const sizes = { 1: 20, 2: 15, 3: 12 } as const;
const wordsSize = 10;

/** Longer ones are read as a page: to lay a million characters out takes some five seconds. */
export const pdfCharactersMax = 1_000_000;

/** Why a document is not made a PDF; undefined when it is. */
export function refusePdf(
  { blocks }: RenderedDocument,
  charactersMax = pdfCharactersMax,
): Rejection | undefined {
  const characters = JSON.stringify(blocks).length;
  if (characters <= charactersMax) return undefined;
  const detail = `It has more than ${charactersMax} characters. Ask for format=html.`;
  return reject('review/too-long-for-pdf', detail, '?format');
}

/**
 * The document as PDF, with its structure, so that it can be read aloud. The same document is the
 * same file, byte by byte: it has no time of its making, its id is of what is in it, and it is not
 * compressed, which another release of the library could do otherwise.
 */
export async function pdfOf({ title, language, blocks }: RenderedDocument): Promise<Buffer> {
  // Loaded where it is used: most processes are never asked for one.
  const { default: Pdf } = await import('pdfkit');
  const { plain, bold } = await documentFonts();
  const options = {
    ...{ size: 'A4', margin: 56, compress: false, tagged: true, pdfVersion: '1.7' },
    // No first font: one without a name would be opened again each time that it is asked for.
    ...{ lang: language, displayTitle: true, subset: 'PDF/UA', font: null },
    info: { Title: title, Producer: 'Plumbline', Creator: 'Plumbline', CreationDate: never },
  };
  // Its types know neither of this kind of PDF nor of fonts that are decoded.
  const pdf = new Pdf(options as object);
  const asSource = (font: object) => font as Uint8Array;
  pdf.registerFont('plain', asSource(plain)).registerFont('bold', asSource(bold));
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = pdf.struct('Document', { title });
  pdf.addStructure(whole);
  for (const block of blocks) await draw(pdf, whole, block);
  whole.end();
  const ended = once(pdf, 'end');
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

type Page = InstanceType<typeof PdfDocument>;
type Structure = ReturnType<Page['struct']>;

async function draw(pdf: Page, whole: Structure, block: Block): Promise<void> {
  switch (block.kind) {
    case 'heading': {
      const { level, text } = block;
      pdf.font('bold').fontSize(sizes[level]);
      pdf.moveDown(level === 1 ? 0 : 0.75);
      return said(pdf, whole, `H${level}`, text);
    }
    case 'words':
      pdf.font('plain').fontSize(wordsSize);
      return said(pdf, whole, block.quoted === true ? 'BlockQuote' : 'P', block.text);
    case 'list':
      return listed(pdf, whole, block.items);
    case 'table':
      return tabled(pdf, whole, block);
  }
}

/** Others get a turn after each: a long document takes a while. */
async function said(pdf: Page, into: Structure, tag: string, text: string): Promise<void> {
  const write = () => {
    pdf.text(printable(text), { paragraphGap: 4 });
  };
  into.add(pdf.struct(tag, {}, [write]));
  await othersTurn();
}

async function listed(pdf: Page, whole: Structure, items: readonly string[]): Promise<void> {
  pdf.font('plain').fontSize(wordsSize);
  const list = pdf.struct('L');
  whole.add(list);
  for (const item of items) await said(pdf, list, 'LI', `• ${item}`);
  list.end();
}

/** A row is an item that names its columns: drawn cells would take a second of a busy server. */
async function tabled(
  pdf: Page,
  whole: Structure,
  { caption, columns, rows }: Table,
): Promise<void> {
  pdf.font('bold').fontSize(wordsSize);
  await said(pdf, whole, 'P', caption);
  const items = rows.map(([name = '', ...cells]) => {
    const named = cells.map((cell, at) => `${columns[at + 1] ?? ''}: ${cell}`);
    return [name, ...named].join('; ');
  });
  await listed(pdf, whole, items);
}

function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Without what is not seen, but breaks of lines: it would be drawn as empty boxes. */
function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n]/gu, '');
}
