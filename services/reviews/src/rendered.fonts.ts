import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';

export interface Fonts {
  readonly plain: Font;
  readonly bold: Font;
}

/** Makes the same font again and again, each with glyphs of its own. */
type Maker = () => Font;

/** Read when the first document is asked for. */
let makers: { readonly plain: Maker; readonly bold: Maker } | undefined;

/**
 * The fonts of one document. What is decoded of a font's file is kept for the next document, for
 * that is most of the work. Its glyphs are not: each remembers the character that it was drawn for
 * first, and of what one document says nothing may be left for another.
 */
export async function documentFonts(): Promise<Fonts> {
  makers ??= { plain: await maker('DejaVuSans'), bold: await maker('DejaVuSans-Bold') };
  return { plain: makers.plain(), bold: makers.bold() };
}

async function maker(name: string): Promise<Maker> {
  // Loaded where it is used, as the library that draws with it.
  const { create } = await import('fontkit');
  const manifest = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json');
  const file = readFileSync(manifest.replace('package.json', `ttf/${name}.ttf`));
  const decoded = {};
  return () => {
    const font = create(file);
    if (!('layout' in font)) throw new Error(`${name} is several fonts in one file.`);
    // As fontkit shares them among the variations of a font. Where it keeps them otherwise, each
    // document decodes its own: slower, and no other document.
    return Object.assign(font, { _tables: decoded });
  };
}
