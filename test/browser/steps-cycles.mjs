import assert from 'node:assert/strict';
import { isAccessible } from './accessible.mjs';
import { open, sees } from './expect.mjs';

const dayIn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function takes(page, label) {
  await page.getByRole('button', { name: label, exact: true }).click();
  const form = page.getByRole('form', { name: label });
  await form.getByRole('button', { name: 'Do it' }).click();
  await form.waitFor({ state: 'detached' });
}

export const cyclesSteps = [
  {
    name: 'cycles: HR plans one, what is wrong stands beside its field, and takes it to its end',
    // What is due before what it follows; and a lock that waits for reviews.
    expected: [409, 422],
    run: async (at) => {
      const { page, url, hr, data, shot } = at;
      const asHr = { ...at, token: hr };
      await open(asHr);
      await page.getByRole('link', { name: 'Review cycles' }).click();
      await page.getByRole('button', { name: 'Plan a cycle' }).click();
      const form = page.getByRole('form', { name: 'Plan a review cycle' });
      await form.getByRole('button', { name: 'Plan it' }).click();
      await sees(form.getByText('Who is reviewed: add a unit, or choose everybody.'));
      await form.getByLabel('Name').fill(`Half a year (${data.run})`);
      await form.getByLabel('First day').fill('2026-01-01');
      await form.getByLabel('Last day').fill('2026-06-30');
      await form.getByLabel('Form').selectOption(`desk-${data.run}@1`);
      await form.getByLabel('Rule pack').selectOption(`desk-${data.run}@1`);
      await form.getByLabel('Add a unit, with all below').selectOption(data.reviews.unit);
      await form.getByLabel('Own part').fill(dayIn(7));
      await form.getByLabel('Peers and from below').fill(dayIn(7));
      await form.getByLabel('Manager').fill(dayIn(3));
      await form.getByLabel('Acknowledged').fill(dayIn(30));
      await form.getByRole('button', { name: 'Plan it' }).click();
      await sees(form.getByText(/^It is due before what it follows/));
      assert.equal(await form.getByLabel('Manager').getAttribute('aria-invalid'), 'true');
      await isAccessible(page);
      await shot('cycle-plan');
      await form.getByLabel('Manager').fill(dayIn(14));
      await form.getByRole('button', { name: 'Plan it' }).dblclick();
      await sees(page.getByRole('heading', { level: 1, name: `Half a year (${data.run})` }));
      await takes(page, 'Launch it');
      const reviews = page.getByRole('list', { name: 'Reviews' }).getByRole('listitem');
      await sees(page.getByText('Being written: 6'));
      assert.equal(await reviews.count(), 6);
      await takes(page, 'Begin to compare');
      await sees(page.getByText('A lock waits for 6 reviews that are not final.'));
      await page.getByRole('button', { name: 'Lock it', exact: true }).click();
      const lock = page.getByRole('form', { name: 'Lock it' });
      await lock.getByRole('button', { name: 'Do it' }).click();
      await sees(lock.getByText(/^Reviews are neither finalised nor ended/));
      await isAccessible(page);
      await shot('cycle');
      await notRated({ page, url, token: hr, send: data.sendAsHr });
      await page.reload();
      await sees(page.getByText('Not rated: 6'));
      for (const label of ['Lock it', 'Release it', 'Close it']) await takes(page, label);
      await sees(page.getByRole('list', { name: 'Steps so far' }).getByText(/^Closed, /));
    },
  },
];

/** Nobody was here long enough: said of each review, as a person would from its page. */
async function notRated({ page, url, token, send }) {
  const cycle = page.url().split('/').at(-1);
  const headers = { authorization: `Bearer ${token}` };
  const found = await fetch(new URL(`/reviews?cycle=${cycle}`, url), { headers });
  for (const { id } of (await found.json()).items) {
    await send(`/reviews/${id}/not-rated`, { cause: 'too-few-days' });
  }
}
