// Drives the console in a real browser against a running server, and fails on anything that goes
// wrong: a step, an error in the browser's console, a breach of the content security policy, a
// request to anywhere else.
//
//   node test/browser/run.mjs --url http://127.0.0.1:3000 --token <token> --hr <token>
//     --deputy <token> --colleague <token> [--browser /usr/bin/chromium] [--shots <folder>]
//     [--only <part of a step's name>]
//
// The token must be one that may draft goals and import (administrator), the second that of an HR
// partner who manages service too, and records what nobody may record of themselves, the third that
// of another HR partner, the last that of somebody without a role. What is drafted carries a name
// of its own, so that the run can be repeated on the same data.
import { existsSync, mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { seed } from './seed.mjs';
import { steps } from './steps.mjs';
import { watch } from './watch.mjs';

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    token: { type: 'string' },
    hr: { type: 'string' },
    deputy: { type: 'string' },
    colleague: { type: 'string' },
    browser: { type: 'string', default: process.env['CHROMIUM'] ?? '/usr/bin/chromium' },
    shots: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const { url, token, hr, deputy, colleague, browser: executablePath, shots, only } = values;
if ([url, token, hr, deputy, colleague].includes(undefined)) {
  const usage = '--url <server> --token <token> --hr <token> --deputy <token> --colleague <token>';
  console.error(`usage: node test/browser/run.mjs ${usage}`);
  process.exit(2);
}
if (!existsSync(executablePath)) {
  console.error(`There is no browser at ${executablePath}; name one with --browser.`);
  process.exit(2);
}
if (shots !== undefined) mkdirSync(shots, { recursive: true });

const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
const browser = await chromium.launch({ executablePath, args });
let failures = 0;
try {
  const data = await seed({ url, token, hr, colleague });
  for (const step of steps.filter(({ name }) => name.includes(only))) {
    failures += (await passes(step, data)) ? 0 : 1;
  }
} finally {
  await browser.close();
}
console.log(failures === 0 ? 'The console works.' : `${failures} failed.`);
process.exitCode = failures === 0 ? 0 : 1;

async function passes({ name, run, size, expected = [], caught, ...rest }, data) {
  const { javaScript = true, colours = 'light' } = rest;
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    colorScheme: colours,
    viewport: size ?? { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'America/New_York',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const watched = await watch(page, { url, expected });
  const started = Date.now();
  try {
    await run({ page, url, token, hr, deputy, colleague, data, shot: (as) => shot(page, as) });
    judge(watched.found(), caught);
    console.log(`ok    ${name} (${Date.now() - started} ms)`);
    return true;
  } catch (error) {
    console.error(`FAIL  ${name}\n  ${error.message}\n  ${watched.found().join('\n  ')}`);
    await shot(page, `failed-${name.replaceAll(/\W+/g, '-')}`);
    return false;
  } finally {
    await context.close();
  }
}

/** Nothing may have gone wrong; or, where an offender was planted, it must have been caught. */
function judge(wrong, caught) {
  if (caught === undefined && wrong.length > 0) throw new Error(wrong.join('\n  '));
  if (caught !== undefined && !wrong.some((one) => caught.test(one))) {
    throw new Error(`the planted offender was not caught; found: ${wrong.join('; ')}`);
  }
}

async function shot(page, name) {
  if (shots === undefined) return;
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}
