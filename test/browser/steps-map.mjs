import assert from 'node:assert/strict';
import { fitsTheScreen, open, sees } from './expect.mjs';
import { hostileTitle } from './hostile.mjs';

const slider = (page) => page.getByRole('slider', { name: 'Time at which the map is shown' });
const tree = (page) => page.getByRole('treegrid', { name: 'From strategy to goals' });
const line = (page, text) => tree(page).getByRole('row').filter({ hasText: text });
const openAll = (page) => page.getByRole('button', { name: 'Open all levels that fit' }).click();

/** Rewrites the map on its way, to what a reader with fewer rights, or a larger company, sees. */
async function rewriteMap(page, rewritten) {
  await page.route(/\/alignment-map/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: rewritten(await response.json()) });
  });
}

export const mapSteps = [
  {
    name: 'map: from strategy to persons, by keyboard, closed at first',
    run: async ({ page, url, token, data, shot }) => {
      const { company, map, run } = data;
      await open({ page, url, token }, `/map?unit=${company.board}`);
      await sees(page.getByRole('heading', { name: 'Map', exact: true }));
      await sees(page.getByText(/active goals, by weight, lead to a strategy; n = \d+/));
      const top = line(page, `Closer to the customer (${run})`);
      await sees(top);
      assert.equal(await tree(page).getByText(`Call back (${run})`).count(), 0, 'open at first');
      await top.focus();
      await page.keyboard.press('ArrowRight');
      await sees(line(page, 'Quick answers'));
      assert.equal(await top.getAttribute('aria-expanded'), 'true');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      const first = line(page, `Answer within a day (${run})`);
      await sees(first.getByText('contributes 50%'));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await sees(line(page, `Write it down (${run})`).getByText('supports'));
      await page.keyboard.press('ArrowLeft');
      await page.waitForFunction(
        (text) => !document.body.innerText.includes(text),
        `Write it down (${run})`,
      );
      await openAll(page);
      const leaf = line(page, `Call back (${run})`);
      await sees(leaf.getByText('40%'));
      await sees(leaf.getByRole('link', { name: `Ada Lund ${data.run}` }));
      await sees(line(page, `Answer the phone (${run})`).getByText(/1 contributor, added up/));
      assert.equal(await leaf.getAttribute('aria-level'), '5');
      await shot('map');
      await leaf.getByRole('link', { name: `Call back (${run})` }).click();
      await sees(page.getByRole('heading', { level: 1, name: `Call back (${run})` }));
      assert.ok(page.url().includes(map.leaf));
    },
  },
  {
    name: 'map: orphans and unaligned goals stand apart',
    run: async ({ page, url, token, data }) => {
      const { company, run } = data;
      await open({ page, url, token }, `/map?unit=${company.north}`);
      const orphans = page.locator('details').filter({ hasText: 'Orphans' });
      await sees(orphans.getByText('1 active goal'));
      await orphans.locator('summary').click();
      const orphan = orphans.getByRole('row').filter({ hasText: `Left behind (${run})` });
      await sees(orphan.getByText('Private', { exact: true }));
      const unaligned = page.locator('details').filter({ hasText: 'Unaligned' });
      await unaligned.locator('summary').first().click();
      await sees(unaligned.getByText(`On its own (${run})`));
      // What is between is left out by the filter: what hangs on it stands right below its theme.
      await openAll(page);
      await sees(line(page, `Write it down (${run})`));
      assert.equal(await line(page, `Write it down (${run})`).getAttribute('aria-level'), '3');
    },
  },
  {
    name: 'map: the slider shows it as it stood, and what is open stays open',
    run: async ({ page, url, token, data, shot }) => {
      const { company, run } = data;
      await open({ page, url, token }, `/map?unit=${company.board}`);
      await sees(line(page, `Closer to the customer (${run})`));
      await openAll(page);
      await sees(line(page, `Call back (${run})`));
      await page.getByText('As effective', { exact: true }).click();
      await page.getByLabel('Exact instant, in UTC').fill('2026-03-15T00:00:00');
      await page.getByLabel('Exact instant, in UTC').press('Enter');
      await sees(page.getByText('As effective at'));
      await sees(line(page, `Left behind (${run})`));
      assert.match(await slider(page).getAttribute('aria-valuetext'), /15 Mar 2026.*began/);
      await sees(page.getByText('on 15 Mar 2026'));
      await shot('map-earlier');
      assert.match(page.url(), /effectiveAt=2026-03-15/);
      await slider(page).focus();
      await page.keyboard.press('ArrowLeft');
      await sees(page.getByText('on 1 Mar 2026'));
      await page.keyboard.press('Home');
      await sees(page.getByText('No goal is active, so there is nothing to cover.'));
      await sees(page.getByText('Nothing that the filters leave leads to a strategy.'));
      await slider(page).focus();
      await page.keyboard.press('End');
      await sees(page.getByText('change ', { exact: false }));
      await sees(line(page, `Call back (${run})`));
      assert.equal(await line(page, `Left behind (${run})`).count(), 0, 'an orphan in the tree');
    },
  },
  {
    name: 'map: filters by owner and period, and says so where nothing is left',
    run: async ({ page, url, token, data }) => {
      const { company, run, period } = data;
      await open({ page, url, token }, '/map');
      // The page before it has such a filter as well.
      await sees(page.getByRole('heading', { name: 'Map', exact: true }));
      await page.getByLabel('Owner').selectOption(`person:${company.ada}`);
      await sees(page.getByText('1 goal of every stage on this map.'));
      await openAll(page);
      await sees(line(page, `Call back (${run})`));
      await page.getByLabel('Period').selectOption(period.name);
      await sees(page.getByText('0 goals of every stage on this map.'));
      await sees(page.getByText('Nothing that the filters leave leads to a strategy.'));
      assert.match(page.url(), /owner=.*period=/);
    },
  },
  {
    name: 'map: while the server is behind, the page says so, and asks again by itself',
    expected: [503],
    run: async ({ page, url, token, data }) => {
      let asked = 0;
      await page.route(/\/alignment-map/, async (route) => {
        asked += 1;
        if (asked > 2) return route.continue();
        const headers = { 'retry-after': '1', 'content-type': 'application/problem+json' };
        const body = { title: 'The views are behind', detail: 'Try again.', code: 'views/behind' };
        return route.fulfill({ status: 503, headers, body: JSON.stringify(body) });
      });
      await open({ page, url, token }, `/map?unit=${data.company.board}`);
      await sees(page.getByText('The views are behind…'));
      await sees(line(page, `Closer to the customer (${data.run})`));
      assert.equal(await page.getByRole('alert').count(), 0);
    },
  },
  {
    name: 'map: a problem is told with a way on, and the rest of the page stays',
    expected: [422],
    run: async ({ page, url, token, data }) => {
      await page.route(/\/alignment-map/, async (route) => {
        const headers = { 'content-type': 'application/problem+json' };
        const body = { title: 'Too many goals', detail: 'Name a unit.', code: 'x', traceId: 'abc' };
        await route.fulfill({ status: 422, headers, body: JSON.stringify(body) });
      });
      await open({ page, url, token }, '/map');
      const alert = page.getByRole('alert');
      await sees(alert.getByText('Name a unit.'));
      await sees(alert.getByText('Trace abc'));
      await page.unroute(/\/alignment-map/);
      await page.getByLabel('Unit, with all below').selectOption(data.company.board);
      await sees(line(page, `Closer to the customer (${data.run})`));
    },
  },
  {
    name: 'map: a hidden goal is shown as such, with what hangs on it',
    run: async ({ page, url, token, data, shot }) => {
      const { company, map, run } = data;
      await rewriteMap(page, (body) => ({
        ...body,
        totals: { ...body.totals, hidden: 1 },
        nodes: body.nodes.map((one) =>
          one.id === map.middle ? { id: one.id, hidden: true } : one,
        ),
      }));
      await open({ page, url, token }, `/map?unit=${company.board}`);
      await sees(page.getByText('1 of them hidden from you'));
      await openAll(page);
      await sees(line(page, 'A private goal, hidden from you').getByText('contributes 50%'));
      await sees(line(page, `Call back (${run})`));
      await shot('map-hidden');
    },
  },
  {
    name: 'map: 10,000 goals are opened and read without a wait',
    run: async ({ page, url, token, data }) => {
      const { company, map } = data;
      await rewriteMap(page, (body) => large(body, map));
      await open({ page, url, token }, `/map?unit=${company.board}`);
      await sees(page.getByText('10,000 goals of every stage'));
      const started = Date.now();
      await openAll(page);
      await page.getByRole('button', { name: 'Show 100 more of 9900' }).click();
      await sees(page.getByRole('button', { name: 'Show 100 more of 9800' }));
      const ms = Date.now() - started;
      assert.ok(ms < 10_000, `opening took ${ms} ms`);
      const rows = await tree(page).getByRole('row').count();
      assert.ok(rows > 200 && rows < 400, `${rows} lines are drawn`);
    },
  },
  {
    name: 'map: hostile text is text, and breaks nothing on a telephone',
    size: { width: 360, height: 740 },
    run: async ({ page, url, token, data, shot }) => {
      await open({ page, url, token }, `/map?unit=${data.company.board}`);
      await openAll(page);
      const hostile = tree(page).getByRole('link', { name: 'onerror' });
      await sees(hostile);
      assert.equal(await hostile.first().textContent(), hostileTitle);
      await fitsTheScreen(page);
      await shot('map-small');
    },
  },
];

/** The map with 10,000 goals right below one theme. */
function large(body, { top, strategy }) {
  const like = body.nodes.find((one) => one.id === top);
  const theme = body.themes.find((one) => one.strategy === strategy && one.theme === 'answers');
  const nodes = Array.from({ length: 10_000 }, (_, index) => {
    return { ...like, id: `goal-${index}`, title: `Goal ${index}`, children: [] };
  });
  const edge = theme.children[0];
  const children = nodes.map(({ id }) => ({ ...edge, child: id }));
  const themes = body.themes.map((one) => (one === theme ? { ...one, children } : one));
  return { ...body, totals: { ...body.totals, shown: nodes.length }, themes, nodes };
}
