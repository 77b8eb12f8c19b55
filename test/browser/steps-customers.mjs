import assert from 'node:assert/strict';
import { isAccessible } from './accessible.mjs';
import { fitsTheScreen, open, sees } from './expect.mjs';

const table = (page, by) => page.getByRole('table', { name: `By ${by}` });
const row = (page, by, text) => table(page, by).getByRole('row').filter({ hasText: text });

/** The page as one who manages service sees it, narrowed to what this run was told by customers. */
async function openCustomers(at) {
  await open({ ...at, token: at.hr }, `/customers?touchpoint=${at.data.customers.touchpoint}`);
  await sees(table(at.page, 'location'));
}

export const customersSteps = [
  {
    name: 'customers: ranked with intervals, what is few is marked, what is fewer is hidden',
    run: async (at) => {
      const { page, data, shot } = at;
      const { centre, station, harbour, mill } = data.customers;
      await openCustomers(at);
      const total = page.getByRole('region', { name: /^In all/ });
      await sees(total.getByText(/n = 60, of 65 who were asked/));
      await sees(total.getByRole('row', { name: 'Left blank 3' }));
      await sees(row(page, 'location', centre).getByText(/^−?\+?\d.* to \+\d/));
      assert.equal(await row(page, 'location', centre).getByText('Indicative').count(), 0);
      await sees(row(page, 'location', station).getByText('Indicative', { exact: true }));
      for (const place of [harbour, mill]) {
        const hidden = row(page, 'location', place);
        assert.equal((await hidden.innerText()).replace(place, '').search(/\d/), -1, 'a number');
        assert.equal(await hidden.getByRole('link').count(), 0, 'a way into what is hidden');
        await sees(hidden.getByText('Hidden', { exact: true }));
      }
      const ranks = await table(page, 'location').getByRole('cell').allInnerTexts();
      assert.equal(ranks[0], '1');
      await sees(page.getByText(/Defined as nps@1, counted as responses@1.* Taken at position/));
      await isAccessible(page);
      await shot('customers');
    },
  },
  {
    name: 'customers: into a row by keyboard and out again; by month, unit and of our own',
    run: async (at) => {
      const { page, data } = at;
      const { centre, touchpoint } = data.customers;
      await openCustomers(at);
      await page.getByRole('link', { name: centre }).focus();
      await page.keyboard.press('Enter');
      await sees(table(page, 'channel'));
      await sees(page.getByText(/n = 34/));
      assert.match(page.url(), new RegExp(`touchpoint=${touchpoint}.*location=${centre}`));
      await page.getByRole('link', { name: 'Every location again' }).click();
      await sees(page.getByText(/n = 60/));
      await page.getByLabel('Broken down by').selectOption('month');
      await sees(table(page, 'month').getByText('In the order of time.'));
      await page.getByLabel('Broken down by').selectOption('unit');
      await sees(row(page, 'unit', `Sales (${data.run})`));
      await page.getByLabel('Question').selectOption('own');
      await page.getByLabel('Its name').fill('waiting');
      await page.keyboard.press('Enter');
      await sees(page.getByText(/on a scale of 0 to 3/));
      await sees(page.getByText(/95% interval: [\d.]+ to [\d.]+ · n = 65/));
    },
  },
  {
    name: 'customers: as recorded before anything was told, and where nobody was asked',
    run: async (at) => {
      const { page } = at;
      await openCustomers(at);
      const slider = page.getByRole('slider', { name: 'Time at which the satisfaction is shown' });
      await slider.focus();
      await page.keyboard.press('Home');
      await sees(page.getByText('As recorded by'));
      await sees(page.getByText(/Nobody was asked this from/));
      assert.match(page.url(), /asOf=/);
      await page.keyboard.press('End');
      await sees(page.getByText(/n = 60/));
    },
  },
  {
    name: 'customers: what the server refuses is said, and a telephone shows it all',
    size: { width: 360, height: 740 },
    expected: [400, 422],
    run: async (at) => {
      const { page, shot } = at;
      await openCustomers(at);
      await fitsTheScreen(page);
      await shot('customers-small');
      await page.getByLabel('First day').fill('2030-01-01');
      await sees(page.getByRole('alert').getByText('The last day is before the first.'));
    },
  },
];
