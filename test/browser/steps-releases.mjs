import assert from 'node:assert/strict';
import { isAccessible } from './accessible.mjs';
import { fitsTheScreen, open, sees } from './expect.mjs';
import { importResponses } from './seed-feedback.mjs';

const row = (page, table, text) => {
  return page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: text });
};

/** Fills the form, and leaves the release on the page. */
async function releases(page, { question, span }) {
  await page.getByRole('button', { name: 'Release figures' }).click();
  const form = page.getByRole('form', { name: 'Release figures' });
  await form.getByLabel('Metric').selectOption('favourable');
  await form.getByLabel('First day').fill(span.until);
  await form.getByLabel('Last day').fill(span.from);
  await form.getByRole('button', { name: 'Release them' }).click();
  await sees(form.getByRole('alert').getByText('Question: please fill it in.'));
  await form.getByLabel('Question').fill(question);
  await form.getByLabel('Location').check();
  await form.getByRole('button', { name: 'Release them' }).click();
  await sees(form.getByRole('alert').getByText('The last day is before the first.'));
  await form.getByLabel('First day').fill(span.from);
  await form.getByLabel('Last day').fill(span.until);
  await form.getByRole('button', { name: 'Release them' }).dblclick();
  await sees(page.getByRole('heading', { level: 1, name: /^favourable@1/ }));
}

export const releasesSteps = [
  {
    name: 'releases: released, what is few is marked, what is hidden says why, and why a number',
    expected: [422],
    run: async (at) => {
      const { page, url, data, shot } = at;
      const { places } = data.figures;
      await open({ page, url, token: at.hr }, '/releases');
      await releases(page, data.figures);
      const by = 'By location';
      assert.equal(await row(page, by, places.large).getByText('Indicative').count(), 0);
      await sees(row(page, by, places.middle).getByText('Indicative', { exact: true }));
      await sees(row(page, by, places.hidden).getByText('fewer than 5 answers, or none'));
      await sees(
        row(page, by, places.small).getByText(/^beside what is shown, it would give away/),
      );
      await isAccessible(page);
      await shot('release');
      await row(page, by, places.hidden)
        .getByRole('link', { name: /^Why hidden/ })
        .press('Enter');
      await sees(page.getByText(/^Withheld: it is of fewer than 5 answers/));
      await page.getByRole('link', { name: /^← favourable@1/ }).click();
      await row(page, by, places.large)
        .getByRole('link', { name: /^Why this number/ })
        .click();
      await sees(page.getByText(/^favourable share = answers of 4 or more/));
      const facts = page.getByRole('table', { name: 'The facts that it was counted from' });
      await sees(facts.getByText('feedback.CustomerResponseRecorded.v1'));
      await page.getByRole('button', { name: 'Show more' }).click();
      await isAccessible(page);
      await shot('figure');
    },
  },
  {
    name: 'releases: what came late is counted again, with the difference; metrics have versions',
    size: { width: 320, height: 640 },
    expected: [422],
    run: async (at) => {
      const { page, url, token, hr, data, shot } = at;
      const { places, question, span } = data.figures;
      const metric = `desk-${data.run}`;
      await open({ page, url, token: hr }, '/metrics');
      await page.getByRole('button', { name: 'Define a metric' }).click();
      const defined = page.getByRole('form', { name: 'Define a metric' });
      await defined.getByLabel('Name').fill('nps');
      await defined.getByRole('button', { name: 'Define it' }).click();
      await sees(defined.getByRole('alert').getByText(/^"nps" is there already/));
      await defined.getByLabel('Name').fill(metric);
      await defined.getByLabel('Answers together').fill('8');
      await defined.getByRole('button', { name: 'Define it' }).click();
      const entry = page.getByRole('list', { name: 'Metrics' }).getByRole('listitem');
      const own = entry.filter({ hasText: metric });
      await own.getByRole('button', { name: /^Count it otherwise/ }).click();
      await own.getByLabel('Answers together').fill('6');
      await own.getByRole('button', { name: 'Record the version' }).click();
      await sees(own.getByRole('alert').getByText(/^It was 8, and only rises/));
      await own.getByLabel('Answers together').fill('9');
      await own.getByRole('button', { name: 'Record the version' }).click();
      await own.getByText('All 2 versions').click();
      await sees(own.getByText(/nothing of fewer than 8/));
      await fitsTheScreen(page);
      await isAccessible(page);
      await shot('metrics-small');

      const body = { metric, question, ...span, dimensions: ['location'] };
      const { id, position } = await data.sendAsHr('/metric-releases', body);
      const headers = { authorization: `Bearer ${hr}`, 'read-after': position };
      await fetch(new URL(`/metric-releases/${id}`, url), { headers });
      const lines = Array.from({ length: 10 }, (_, key) => ({
        ...{ key: `late-${key}`, source: `late-${data.run}`, occurredOn: span.from },
        ...{ answeredAt: span.from, touchpoint: 'late', channel: 'mail', location: places.large },
        answers: [{ metric: question, scale: { min: 1, max: 5 }, score: 5 }],
      }));
      await importResponses({ url, token, lines });
      await page.evaluate((to) => (window.location.hash = to), `#/releases/${id}`);
      await page.getByRole('button', { name: 'Count it again' }).click();
      await page.getByRole('button', { name: 'Restate it' }).dblclick();
      const changed = row(page, 'What has changed against the earlier release', places.large);
      await sees(changed.getByText(/^\+[\d.]+ percentage points, n \+10$/));
      await fitsTheScreen(page);
      await isAccessible(page);
      await shot('restated-small');
      await page.getByRole('link', { name: 'an earlier release' }).click();
      await sees(page.getByText('Restated since'));
      assert.equal(await page.getByRole('button', { name: 'Count it again' }).count(), 0);
    },
  },
];
