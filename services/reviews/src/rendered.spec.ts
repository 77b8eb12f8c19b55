import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { numberIn, percentIn, type RenderedDocument } from './rendered.blocks.ts';
import { documentFonts } from './rendered.fonts.ts';
import { htmlOf, renderedPagePolicy } from './rendered.html.ts';
import { pdfOf, refusePdf } from './rendered.pdf.ts';

const hostile = `<script>alert("x")</script> & 'quoted' \u202e\u0000 Größe Ж`;
const long = 'The night desk answers within the hour. '.repeat(400);
const document: RenderedDocument = {
  ...{ title: 'Review of ada', language: 'en' },
  blocks: [
    { kind: 'heading', level: 1, text: 'Review of ada' },
    { kind: 'words', text: hostile },
    { kind: 'words', text: long, quoted: true },
    { kind: 'heading', level: 2, text: 'Ratings' },
    { kind: 'list', items: ['one', hostile] },
    {
      ...{ kind: 'table', caption: 'What was rated', columns: ['Item', 'Rating'] },
      rows: Array.from({ length: 80 }, (_, at) => [`item ${at} ${hostile}`, '4']),
    },
  ],
};

describe('a page', () => {
  const page = htmlOf(document);

  it('says what was written, and carries out none of it', () => {
    expect(page).not.toMatch(/<script|<img|href=|src=|url\(/);
    expect(page).toContain(
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;quoted&#39;',
    );
    expect(renderedPagePolicy).toContain("default-src 'none'");
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(renderedPagePolicy).toContain(`'sha256-${hash}'`);
  });

  it('can be heard: a language, one first heading, and headings of tables', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).toContain('<caption>What was rated</caption>');
    expect(page).toContain('<th scope="col">Rating</th>');
    expect(page.match(/<th scope="row">/g)).toHaveLength(80);
  });

  it('is the same of the same document', () => {
    expect(htmlOf(structuredClone(document))).toBe(page);
  });
});

describe('a PDF', () => {
  it('is the same, byte by byte, whenever it is made', async () => {
    const first = await pdfOf(document);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await pdfOf(structuredClone(document))).equals(first)).toBe(true);
    const other = await pdfOf({ ...document, title: 'Review of bo' });
    expect(other.equals(first)).toBe(false);
  });

  it('says nothing of what was made before it, also where others wrote the same letters', async () => {
    const drawn = async (text: string) => (await documentFonts()).plain.layout(text).glyphs;
    // Two letters that are drawn as one, and the one character for them.
    const [two, one] = [await drawn('fi'), await drawn('\ufb01')];
    expect(one.map(({ id }) => id)).toEqual(two.map(({ id }) => id));
    expect(two.map(({ codePoints }) => codePoints)).toEqual([[0x66, 0x69]]);
    expect(one.map(({ codePoints }) => codePoints)).toEqual([[0xfb01]]);
  });

  it('is drawn with fonts that were decoded for an earlier one', async () => {
    const heads = async () => {
      const { plain, bold } = await documentFonts();
      return [plain, bold].map((font) => (font as unknown as { readonly head: object }).head);
    };
    const [[plain, bold], next] = [await heads(), await heads()];
    expect(next[0]).toBe(plain);
    expect(next[1]).toBe(bold);
    expect(bold).not.toBe(plain);
  });

  it('is not made of what is too long, and lets others have their turns', async () => {
    const characters = JSON.stringify(document.blocks).length;
    expect(refusePdf(document, characters)).toBeUndefined();
    expect(refusePdf(document, characters - 1)).toMatchObject({
      ...{ code: 'review/too-long-for-pdf', field: '?format' },
    });
    let turns = 0;
    let isCounting = true;
    const count = () => {
      turns += 1;
      if (isCounting) setImmediate(count);
    };
    setImmediate(count);
    await pdfOf(document);
    isCounting = false;
    expect(turns).toBeGreaterThanOrEqual(document.blocks.length);
  });

  it('has a structure, a language and a title, and as many pages as it needs', async () => {
    const text = (await pdfOf(document)).toString('latin1');
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('/Lang (en)');
    for (const tag of ['H1', 'H2', 'P', 'BlockQuote', 'L', 'LI']) {
      expect(text).toContain(`/S /${tag}`);
    }
    expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
    expect(text).not.toMatch(/\/(JavaScript|JS|OpenAction|AA|URI)\b/);
  });
});

describe('a number', () => {
  it('is read as it was rated, exactly, and missing is not 0', () => {
    expect([3_620_000, 4_000_000, 0, 1, -500_000].map((one) => numberIn(one))).toEqual([
      ...['3.62', '4', '0', '0.000001', '−0.5'],
    ]);
    expect(numberIn(null)).toBe('not rated');
    expect([percentIn(0.625), percentIn(1), percentIn(1 / 3), percentIn(null)]).toEqual([
      ...['62.5 %', '100 %', '33.33 %', 'not known'],
    ]);
  });
});
