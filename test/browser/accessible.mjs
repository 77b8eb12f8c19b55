import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What EN 301 549 asks of a page (WCAG 2.1 AA), and what is good besides. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Finds what a checker can find of how people use a page who do not see it, or not well. */
export function isAccessible(page) {
  return finds(page, { type: 'tag', values: rules });
}

/** Finds what cannot be told from its background. */
export function isReadable(page) {
  return finds(page, { type: 'rule', values: ['color-contrast'] });
}

async function finds(page, runOnly) {
  // Put there by the browser itself, so that no policy of the page stands in the way.
  if (await page.evaluate(() => globalThis.axe === undefined)) await page.evaluate(axe);
  const found = await page.evaluate(async (asked) => {
    const { violations } = await globalThis.axe.run({ runOnly: asked });
    return violations.map(({ id, help, nodes }) => {
      return `${id}: ${help} (${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')})`;
    });
  }, runOnly);
  assert.deepEqual(found, []);
}
