import { createHash } from 'node:crypto';
import type { Block, RenderedDocument, Table } from './rendered.blocks.ts';

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: 0 0 1.5rem; width: 100%; }
caption { font-weight: 600; padding: .25rem 0; text-align: start; }
th, td { border: 1px solid; padding: .25rem .5rem; text-align: start; vertical-align: top; }
blockquote { border-inline-start: .25rem solid; margin: 0 0 1rem; padding-inline-start: .75rem; white-space: pre-wrap; }
.scroll { overflow-x: auto; }
`;

/** No script runs on it, and it loads nothing: a page can be kept as the file that it is. */
export const renderedPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page that needs nothing else; the same document is the same page, byte by byte. */
export function htmlOf({ title, language, blocks }: RenderedDocument): string {
  return [
    '<!doctype html>',
    `<html lang="${escaped(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...blocks.map(blockIn),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockIn(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escaped(block.text)}</h${block.level}>`;
    case 'words':
      return block.quoted === true
        ? `<blockquote>${escaped(block.text)}</blockquote>`
        : `<p>${escaped(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((one) => `<li>${escaped(one)}</li>`).join('')}</ul>`;
    case 'table':
      return tableIn(block);
  }
}

/** One that is too wide for a screen is moved within its own frame, also by the keyboard. */
function tableIn({ caption, columns, rows }: Table): string {
  const head = columns.map((one) => `<th scope="col">${escaped(one)}</th>`).join('');
  const body = rows.map(([name = '', ...cells]) => {
    const rest = cells.map((one) => `<td>${escaped(one)}</td>`).join('');
    return `<tr><th scope="row">${escaped(name)}</th>${rest}</tr>`;
  });
  const frame = `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(caption)}">`;
  return [
    `${frame}<table><caption>${escaped(caption)}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>${body.join('\n')}</tbody></table></div>`,
  ].join('\n');
}

const marks: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
