import assert from 'node:assert/strict';
import { isAccessible } from './accessible.mjs';
import { fitsTheScreen, open, sees } from './expect.mjs';
import { hostileName } from './hostile.mjs';

const telephone = { width: 320, height: 640 };
const listed = (page, list, text) => {
  return page.getByRole('list', { name: list }).getByRole('listitem').filter({ hasText: text });
};

export const chartsSteps = [
  {
    name: 'charts: down to the points, those that break a rule named, in words and as a table',
    expected: [403],
    run: async (at) => {
      const { page, data, shot } = at;
      const { chart, signal, weeks } = data.figures;
      await open(at, '/control-charts');
      await sees(listed(page, 'Charts', chart.name).getByText('1 open signal'));
      await page.getByRole('link', { name: chart.name }).click();
      const figure = page.getByRole('img', {
        name: new RegExp(`Marked: ${signal} Beyond a limit`),
      });
      await sees(figure);
      await sees(figure.getByText('limit', { exact: true }));
      await sees(figure.getByText('baseline', { exact: true }));
      // Once the last week is over everywhere it is a point as well, and a gap.
      await page.getByText(/^All \d+ points as a table$/).press('Enter');
      const rows = page.getByRole('table', { name: 'Points' }).getByRole('row');
      const broken = rows.filter({ hasText: signal });
      await sees(broken.getByText('Beyond a limit: above'));
      await sees(broken.getByText('90%'));
      assert.equal(await rows.getByText(/^Beyond|in a row/).count(), 1);
      await shot('chart');
      // Whoever looks does not work at the desk, nor manages service.
      await page.getByRole('button', { name: 'Compute new limits' }).click();
      const form = page.getByRole('form', { name: 'Compute new limits' });
      await form.getByLabel('First week').fill(weeks[1]);
      await form.getByLabel('Last week').fill(weeks[10]);
      await form.getByLabel('What has changed').fill('Nothing.');
      await form.getByRole('button', { name: 'Freeze them' }).click();
      await sees(form.getByRole('alert').getByText(/^A control chart of a unit is drawn/));
      await page.evaluate(() => (window.location.hash = '#/associations'));
      await sees(page.getByRole('alert').getByText(/is read by analysts, service managers/));
      await page.evaluate(() => (window.location.hash = '#/releases'));
      await sees(page.getByRole('heading', { name: 'Releases of figures' }));
      assert.equal(await page.getByRole('button', { name: 'Release figures' }).count(), 0);
    },
  },
  {
    name: 'charts: a signal is explained, new limits are frozen, one is drawn; what stands in the way',
    size: telephone,
    expected: [422],
    run: async (at) => {
      const { page, url, data, shot } = at;
      const { chart, signal, weeks, question } = data.figures;
      await open({ page, url, token: at.hr }, '/control-charts?view=signals');
      await listed(page, 'Signals', chart.name).getByRole('link').first().click();
      const waits = listed(page, 'Signals', signal);
      await waits.getByRole('button', { name: /^Say what it came from/ }).click();
      await waits.getByLabel('Cause').fill('staff-shortage');
      await waits.getByRole('button', { name: 'Record it' }).click();
      await sees(waits.getByText('What was found: please fill it in.'));
      await waits.getByLabel('What was found').fill(`Two were ill (${data.run})`);
      await waits.getByRole('button', { name: 'Record it' }).click();
      await sees(waits.getByText(`Two were ill (${data.run})`));
      await sees(page.getByText('no open signal'));
      await page.getByRole('button', { name: 'Compute new limits' }).click();
      const form = page.getByRole('form', { name: 'Compute new limits' });
      await form.getByLabel('First week').fill(weeks[0]);
      await form.getByLabel('Last week').fill(weeks[10]);
      await form.getByLabel('What has changed').fill(`A second desk (${data.run})`);
      await form.getByRole('button', { name: 'Freeze them' }).click();
      await sees(form.getByRole('alert').getByText(/^The baseline that holds begins with/));
      await form.getByLabel('First week').fill(weeks[2]);
      await form.getByRole('button', { name: 'Freeze them' }).click();
      const limits = listed(page, 'Limits', 'Version');
      await sees(limits.filter({ hasText: `A second desk (${data.run})` }));
      assert.equal(await limits.count(), 2);
      await fitsTheScreen(page);
      await isAccessible(page);
      await shot('chart-small');

      const name = `(${data.run}) ${hostileName}`;
      await page.getByRole('link', { name: '← Control charts' }).click();
      await page.getByRole('button', { name: 'Draw a chart' }).click();
      const draft = page.getByRole('form', { name: 'Draw a chart' });
      await draft.getByRole('button', { name: 'Draw it' }).click();
      await sees(draft.getByRole('alert').getByText('Name: please fill it in.'));
      await draft.getByLabel('Name', { exact: false }).first().fill(name);
      await draft.getByLabel('What is charted').selectOption('score');
      await draft.getByLabel('Question').selectOption('own');
      await draft.getByLabel('Its name').fill(question);
      await draft.getByLabel('First week').fill(weeks[0]);
      await draft.getByLabel('Last week').fill(weeks[2]);
      await draft.getByRole('button', { name: 'Draw it' }).click();
      await sees(draft.getByRole('alert').getByText(/^It takes 6 periods with enough answers/));
      await shot('chart-draft');
      await draft.getByLabel('Last week').fill(weeks[9]);
      await draft.getByRole('button', { name: 'Draw it' }).dblclick();
      await sees(listed(page, 'Charts', name));
      await listed(page, 'Charts', name).getByRole('link').first().click();
      await sees(page.getByText('XmR, of single values'));
    },
  },
];
