import assert from 'node:assert/strict';
import { open, sees } from './expect.mjs';

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const forged = (exp) => `${part({ alg: 'EdDSA' })}.${part({ sub: 'eve', exp })}.${part({})}`;

/** Offenders planted in the page: were they not caught, every other step would prove nothing. */
const planted = [
  {
    name: 'planted: an inline style breaks the policy',
    caught: /policy: style-src/,
    run: async ({ page, url }) => {
      await page.goto(url);
      await page.evaluate(() => document.head.append(document.createElement('style')));
      await page.evaluate(() => (document.querySelector('style').textContent = 'p { color: red }'));
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'planted: markup made from text breaks the policy',
    caught: /requires 'TrustedHTML'/,
    run: async ({ page, url }) => {
      await page.goto(url);
      const thrown = await page.evaluate(() => {
        try {
          document.body.innerHTML = '<b>bold</b>';
          return '';
        } catch (error) {
          return String(error);
        }
      });
      assert.match(thrown, /TrustedHTML/);
    },
  },
  {
    name: 'planted: an error in the console is caught',
    caught: /console: planted/,
    run: async ({ page, url }) => {
      await page.goto(url);
      await page.evaluate(() => console.error('planted'));
    },
  },
];

export const sessionSteps = [
  ...planted,
  {
    name: 'sign-in: refuses what is no token and takes a pasted one',
    run: async ({ page, url, token, shot }) => {
      await page.goto(url);
      await shot('sign-in');
      await sees(page.getByText('npm run plumbline -- token'));
      const box = page.getByLabel('Access token');
      await box.fill('not a token');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await sees(page.getByText('This is not a token'));
      await box.fill(forged(1));
      await page.getByRole('button', { name: 'Sign in' }).click();
      await sees(page.getByText('This token has expired'));
      await box.fill(`Bearer ${token.slice(0, 20)}\n${token.slice(20)}`);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await sees(page.getByRole('heading', { name: 'Goals', exact: true }));
      assert.ok(!page.url().includes(token));
    },
  },
  {
    name: 'sign-in: a link signs in, leaves no token behind, and a reload stays signed in',
    run: async ({ page, url, token }) => {
      await open({ page, url, token });
      await page.reload();
      await sees(page.getByRole('heading', { name: 'Goals', exact: true }));
      await page.getByRole('button', { name: 'Sign out' }).click();
      await sees(page.getByText('You have signed out.'));
      const kept = await page.evaluate(() =>
        JSON.stringify([{ ...sessionStorage }, document.cookie]),
      );
      assert.ok(!kept.includes(token), 'the token outlives the session');
    },
  },
  {
    name: 'sign-in: a link that is opened on an open page is taken as well',
    run: async ({ page, url, token }) => {
      await page.goto(url);
      await sees(page.getByLabel('Access token'));
      await page.evaluate((given) => (window.location.hash = `#token=${given}`), token);
      await sees(page.getByRole('heading', { name: 'Goals', exact: true }));
      assert.ok(!page.url().includes(token), 'the token is still in the address');
    },
  },
  {
    name: 'sign-in: a token that the server refuses leads back, with the reason',
    expected: [401],
    run: async ({ page, url }) => {
      await page.goto(`${url}/#token=${forged(4_000_000_000)}`);
      await sees(page.getByText(/You were signed out/));
      await sees(page.getByLabel('Access token'));
    },
  },
];
