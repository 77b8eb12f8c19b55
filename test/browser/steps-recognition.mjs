import assert from 'node:assert/strict';
import { fitsTheScreen, open, sees } from './expect.mjs';

const onWall = (page, text) => {
  return page.getByRole('list', { name: 'Wall' }).locator('> li').filter({ hasText: text });
};

export const recognitionSteps = [
  {
    name: 'recognition: the wall, own points, and colleagues who are recognised on the page',
    expected: [422],
    run: async ({ page, url, token, data, shot }) => {
      const { ada, bo } = data.company;
      await open({ page, url, token });
      await page.getByRole('link', { name: 'Recognition', exact: true }).click();
      const seeded = onWall(page, data.recognition.note);
      await sees(seeded.getByText('We care', { exact: true }));
      await sees(seeded.getByText(/^5 points each/));
      await page.getByRole('button', { name: 'Recognise colleagues' }).click();
      const form = page.getByRole('form', { name: 'Recognise colleagues' });
      await form.getByLabel(/^To/).fill(`${ada}, ${bo}`);
      await form.getByLabel('For which value').selectOption('craft');
      const note = `It is written down at last (${data.run})`;
      await form
        .getByLabel(/^For what/)
        .last()
        .fill(note);
      await form.getByLabel('Points for each').fill('51');
      await form.getByRole('button', { name: 'Recognise', exact: true }).click();
      await sees(form.getByText('At most 50 points for each.'));
      await form.getByLabel('Points for each').fill('1');
      await form.getByRole('button', { name: 'Recognise', exact: true }).dblclick();
      await sees(page.getByText('It is on the wall.'));
      const given = onWall(page, note);
      await sees(given.getByText(/^1 point each/));
      assert.equal(await given.count(), 1, 'recorded twice');
      await page.getByText('To me', { exact: true }).click();
      await sees(seeded);
      assert.equal(await given.count(), 0, 'not to me');
      await shot('recognition');
    },
  },
  {
    name: 'recognition: earned points are redeemed, and what is too dear is not offered',
    size: { width: 360, height: 740 },
    run: async ({ page, url, token, shot }) => {
      await open({ page, url, token }, '/recognition');
      const points = page.getByRole('region', { name: 'My points' });
      await sees(points.getByText(/^100,000 points, [\d,]+ points more needed$/));
      assert.equal(await points.getByRole('button', { name: /moon/ }).isDisabled(), true);
      const waiting = points.getByText(/A mug for 5 points waits for HR/);
      const before = await waiting.count();
      await points.getByRole('button', { name: 'Redeem: A mug' }).click();
      await waiting.nth(before).waitFor();
      await points.getByText(/^\d+ postings$/).click();
      await sees(points.getByRole('row', { name: /Redeemed for a reward/ }));
      await fitsTheScreen(page);
      await shot('recognition-small');
    },
  },
];
