import assert from 'node:assert/strict';
import { isAccessible } from './accessible.mjs';
import { fitsTheScreen, open, sees } from './expect.mjs';
import { until } from './seed-reviews.mjs';

const dayIn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function takes(page, label) {
  await page.getByRole('button', { name: label, exact: true }).click();
  const form = page.getByRole('form', { name: label });
  await form.getByRole('button', { name: 'Do it' }).click();
  await form.waitFor({ state: 'detached' });
}

const sizes = { telephone: { width: 320, height: 640 }, wide: { width: 1280, height: 900 } };

/** A form as it stands, with what is wrong in it, on a telephone and wide. */
async function isFit(page, shot) {
  await isAccessible(page);
  await page.setViewportSize(sizes.telephone);
  await fitsTheScreen(page);
  await shot();
  await page.setViewportSize(sizes.wide);
}

export const cyclesSteps = [
  {
    name: 'cycles: HR plans one, what is wrong stands beside its field, and takes it to its end',
    // What is due before what it follows, and somebody who is not here.
    expected: [422],
    run: async (at) => {
      const { page, url, hr, data, shot } = at;
      const asHr = { ...at, token: hr };
      await open(asHr);
      await page.getByRole('link', { name: 'Review cycles' }).click();
      await page.getByRole('button', { name: 'Plan a cycle' }).click();
      const form = page.getByRole('form', { name: 'Plan a review cycle' });
      await form.getByRole('button', { name: 'Plan it' }).click();
      await sees(form.getByText('Who is reviewed: add a unit, or choose everybody.'));
      await form.getByLabel('Name').fill(`The year anew (${data.run})`);
      await form.getByLabel('First day').fill('2026-01-01');
      await form.getByLabel('Last day').fill('2026-12-31');
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
      await isFit(page, () => shot('cycle-plan'));
      await form.getByLabel('Manager').fill(dayIn(14));
      await form.getByRole('button', { name: 'Plan it' }).dblclick();
      await sees(page.getByRole('heading', { level: 1, name: `The year anew (${data.run})` }));
      await takes(page, 'Launch it');
      const reviews = page.getByRole('list', { name: 'Reviews' }).getByRole('listitem');
      await sees(page.getByText('Being written: 6'));
      assert.equal(await reviews.count(), 6);
      const told = await reviewsOf({ page, url, token: hr });
      const [first, second, ...others] = told.map(({ id }) => id);
      for (const id of [first, second]) await data.send(`/reviews/${id}/sections`, written);
      await takes(page, 'Begin to compare');
      await sees(page.getByText('A lock waits for 6 reviews that are not final.'));
      await isAccessible(page);
      await shot('cycle');
      const cycle = new URL(page.url()).hash;
      const session = await convenes(at, told[1].subject);
      await data.sendAsHr(`/calibration-sessions/${session}/lock`, {});
      // What the session decided comes to its reviews a moment later.
      await until(() => data.send(`/reviews/${first}/finalise`, { rating: 4_000_000 }));
      await until(() => data.send(`/reviews/${second}/finalise`, { rating: 4_000_000 }));
      for (const id of others) {
        await data.sendAsHr(`/reviews/${id}/not-rated`, { cause: 'too-few-days' });
      }
      await page.evaluate((to) => (window.location.hash = to), cycle);
      await page.reload();
      await sees(page.getByText('Not rated: 4'));
      for (const label of ['Lock it', 'Release it', 'Close it']) await takes(page, label);
      await sees(page.getByRole('list', { name: 'Steps so far' }).getByText(/^Closed, /));
    },
  },
];

const written = {
  ...{ role: 'manager', ratings: [{ item: 'result', rating: 4_000_000 }] },
  texts: { summary: 'The year is soon over.' },
};

/** The reviews of the cycle that the page shows, in the order in which it shows them. */
async function reviewsOf({ page, url, token }) {
  const cycle = page.url().split('/').at(-1);
  const headers = { authorization: `Bearer ${token}` };
  const found = await fetch(new URL(`/reviews?cycle=${cycle}`, url), { headers });
  const { items } = await found.json();
  return items.toSorted((one, other) => one.subject.localeCompare(other.subject));
}

/** Convenes a session of what can be compared, and goes on to its board; answers its id. */
async function convenes({ page, data, shot }, subject) {
  // What was written is worked out a moment later.
  await page.reload();
  await sees(page.getByText('Written by the manager: 2'));
  await page.getByRole('button', { name: 'Convene a session' }).click();
  const form = page.getByRole('form', { name: 'Convene a session' });
  await form.getByRole('button', { name: 'Convene it' }).click();
  await sees(form.getByText('Reviews: choose at least one.'));
  await form.getByLabel('Name').fill(`Half of the desk (${data.run})`);
  const takesPart = form.getByRole('group', { name: 'Who takes part' });
  for (const person of [data.company.me, 'nobody-here']) {
    await takesPart.getByLabel('Person').fill(person);
    await takesPart.getByRole('button', { name: 'Add them' }).click();
  }
  await form.getByLabel(/^All that .* answers for: 2$/).check();
  await form.getByRole('button', { name: 'Convene it' }).click();
  await sees(takesPart.getByText(/^nobody-here is not here on /));
  await isFit(page, () => shot('session-convene'));
  await takesPart.getByRole('button', { name: 'Remove nobody-here' }).click();
  await form.getByRole('button', { name: 'Convene it' }).dblclick();
  await sees(page.getByRole('heading', { level: 1, name: `Half of the desk (${data.run})` }));
  await sees(page.getByRole('table', { name: 'Board' }).getByText(subject));
  return page.url().split('/').at(-1);
}
