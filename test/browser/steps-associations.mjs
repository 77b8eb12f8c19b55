import { isAccessible } from './accessible.mjs';
import { open, sees } from './expect.mjs';

export const associationsSteps = [
  {
    name: 'associations: over units, with intervals and warnings, or none that may be shown',
    run: async (at) => {
      const { page, url, data, shot } = at;
      const { question, first } = data.shops;
      await open({ page, url, token: at.hr }, `/customers?metric=${question}`);
      await page.getByRole('link', { name: 'What goes together with satisfaction' }).click();
      await sees(page.getByText(/does not say that one makes the other/));
      await sees(page.getByText(/There are fewer than 20 units/));
      await sees(page.getByRole('heading', { name: /^Over 5 units/ }));
      const pearson = page.getByRole('article').filter({ hasText: 'Pearson' });
      await sees(pearson.getByText('Correlation (Pearson): +0.93'));
      await sees(pearson.getByText('95% interval: +0.26 to +1.00, n = 5'));
      await sees(page.getByRole('img', { name: /^5 units by the share of people/ }));
      const row = page.getByRole('table', { name: 'Units' }).getByRole('row');
      await sees(row.filter({ hasText: first }).getByText('0% of 5 people'));
      await isAccessible(page);
      await shot('associations');
      await page.getByLabel('First day').fill(new Date().toISOString().slice(0, 10));
      await sees(page.getByText(/^There is no unit of which both figures may be shown/));
    },
  },
];
