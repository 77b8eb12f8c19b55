import assert from 'node:assert/strict';
import { fitsTheScreen, open, sees } from './expect.mjs';
import { hostileTitle } from './hostile.mjs';

const slider = (page) => page.getByRole('slider', { name: 'Time at which the goal is shown' });

export const readingSteps = [
  {
    name: 'goals: those of a period, searched and sorted, unknown never as zero',
    run: async ({ page, url, token, data, shot }) => {
      await open({ page, url, token });
      await page.getByLabel('Period').selectOption(data.period.name);
      await sees(page.getByText('3 goals'));
      const empty = page.getByRole('row').filter({ hasText: 'Nothing known yet' });
      await sees(empty.getByText('no progress yet'));
      assert.equal(await empty.getByRole('meter').count(), 0, 'a bar for what is unknown');
      await page.getByRole('button', { name: 'Progress' }).click();
      await sees(page.locator('th[aria-sort="ascending"]').filter({ hasText: 'Progress' }));
      const rows = page.locator('tbody tr');
      assert.match(
        await rows.first().innerText(),
        /same day/,
        'the only known progress comes first',
      );
      await shot('goals');
      await page.getByLabel('Search titles').fill('SAME day');
      await sees(page.getByText('1 goal'));
      await page.getByLabel('Search titles').fill('nothing has this title');
      await sees(page.getByText('No goal matches these filters.'));
      await page.getByLabel('Search titles').fill('');
      await page.getByLabel('As effective on').fill('2020-02-29');
      await sees(page.getByText('There was no such goal by 29 Feb 2020.'));
    },
  },
  {
    name: 'goal: figures, both attainments of an amended target, history with reasons',
    run: async ({ page, url, token, data, shot }) => {
      await open({ page, url, token }, `/goals/${data.goal}`);
      await sees(page.getByRole('heading', { name: data.title }));
      await sees(page.getByText('Against the first: decrease from 48'));
      const card = page.getByRole('article').filter({ hasText: 'Hours to the first answer' });
      await sees(card.getByText('33.3%'));
      await sees(card.getByText('22.2%'));
      await sees(card.getByRole('img', { name: /Hours to the first answer/ }));
      await sees(page.getByText('Half of the team moved.'));
      await sees(page.getByRole('listitem').filter({ hasText: 'Goal activated' }));
      await page.getByText('1 check-in').first().click();
      await sees(page.getByText('A slow start.'));
      await fitsTheScreen(page);
      await shot('goal');
    },
  },
  {
    name: 'goal: the slider shows it as it stood, by keyboard, in both times',
    run: async ({ page, url, token, data, shot }) => {
      await open({ page, url, token }, `/goals/${data.goal}`);
      await slider(page).focus();
      await page.keyboard.press('Home');
      await sees(page.getByText('As recorded by'));
      await sees(page.getByText(/It can be read, not changed/));
      await sees(page.locator('header').getByText('Draft', { exact: true }));
      assert.equal(await page.getByRole('button', { name: 'Check in' }).count(), 0);
      await page.keyboard.press('ArrowRight');
      await sees(page.locator('header').getByText('Active', { exact: true }));
      await shot('goal-earlier');
      assert.match(await slider(page).getAttribute('aria-valuetext'), /UTC, Goal activated/);
      assert.match(page.url(), /asOf=/);
      await page.getByText('As effective', { exact: true }).click();
      await sees(page.getByText('As effective at'));
      assert.match(page.url(), /effectiveAt=/);
      await slider(page).focus();
      await page.keyboard.press('End');
      await sees(page.getByRole('button', { name: 'Check in' }));
      await page.getByRole('button', { name: /Show then: Goal drafted/ }).click();
      await sees(page.getByText('came later'));
    },
  },
  {
    name: 'goal: a link to an earlier instant opens there; before the goal it says so',
    expected: [404],
    run: async ({ page, url, token, data }) => {
      await open({ page, url, token }, `/goals/${data.goal}?asOf=2020-01-01T00:00:00.000Z`);
      await sees(page.getByText('The goal did not exist at that time.'));
    },
  },
  {
    name: 'goal: hostile text is text, and breaks nothing on a telephone',
    size: { width: 360, height: 740 },
    run: async ({ page, url, token, data, shot }) => {
      await open({ page, url, token }, `/goals/${data.hostile}`);
      const heading = page.getByRole('heading', { level: 1 }).filter({ hasText: 'onerror' });
      await sees(heading);
      assert.equal(await heading.textContent(), hostileTitle);
      await fitsTheScreen(page);
      await shot('hostile');
      await page.evaluate((name) => (window.location.hash = `#/?period=${name}`), data.period.name);
      await sees(page.getByText('3 goals'));
      await fitsTheScreen(page);
      await shot('hostile-list');
    },
  },
  {
    name: 'pages: mine, stale goals, forecast honesty, and one that does not exist',
    run: async ({ page, url, token, shot }) => {
      await open({ page, url, token });
      await page.getByRole('link', { name: 'My goals' }).click();
      await sees(page.getByRole('heading', { name: 'My goals' }));
      await sees(page.getByText(/with progress|You own no goal/));
      await page.getByRole('link', { name: 'Stale goals' }).click();
      await sees(page.getByText(/of \d+ active goals|No goal is active/));
      await shot('stale');
      await page.getByRole('link', { name: 'Forecast honesty' }).click();
      await sees(page.getByText(/from \d+ forecast|No goal with forecasts/));
      await shot('honesty');
      await page.evaluate(() => (window.location.hash = '#/nowhere'));
      await sees(page.getByText('There is no such page'));
    },
  },
  {
    name: 'colours: dark is kept over a reload',
    run: async ({ page, url, token, data, shot }) => {
      await open({ page, url, token }, `/goals/${data.goal}`);
      await page.getByRole('button', { name: 'Use dark colours' }).click();
      await page.reload();
      await sees(page.locator('[data-mantine-color-scheme="dark"]'));
      await sees(page.getByRole('heading', { name: data.title }));
      await shot('goal-dark');
    },
  },
];
