import assert from 'node:assert/strict';
import { fitsTheScreen, open, sees } from './expect.mjs';
import { hostileName, hostileTitle } from './hostile.mjs';

const row = (page, text) => page.getByRole('row').filter({ hasText: text });

/** The names for whom the page says to ask, as its requests carry them; '' for none. */
function behalves(page) {
  const sent = [];
  page.on('request', (request) => {
    if (request.headers()['authorization'] === undefined) return;
    const of = request.headers()['on-behalf-of'] ?? '';
    sent.push({ of, at: `${request.method()} ${new URL(request.url()).pathname}` });
  });
  return sent;
}

export const peopleSteps = [
  {
    name: 'team: who answers to me, directly and all below, with their goals a click away',
    run: async ({ page, url, token, data, shot }) => {
      const { run, company } = data;
      await open({ page, url, token });
      await page.getByRole('link', { name: 'My team' }).click();
      await sees(page.getByRole('heading', { name: 'My team' }));
      const team = page.getByRole('table', { name: 'Team' });
      await sees(team.getByRole('link', { name: `Ada Lund ${run}` }));
      assert.equal(await team.getByText(`Bo Berg ${run}`).count(), 0, 'not a direct report');
      await page.getByText('Everybody below', { exact: true }).click();
      const bo = row(page, `Bo Berg ${run}`);
      await sees(bo.getByText('On leave'));
      await sees(bo.getByText(company.named('agent')));
      await page.getByRole('button', { name: `Goals of Bo Berg ${run}` }).click();
      const goals = page.getByRole('region', { name: `Goals of Bo Berg ${run}` });
      await sees(goals.getByText('90%'));
      await sees(goals.getByText(/last news .* UTC, wanted every \d+ days/));
      await sees(goals.getByText('Stale', { exact: true }));
      assert.match(page.url(), /all=true/);
      await shot('team');
    },
  },
  {
    name: 'on behalf of: every request has both names, the page says so, until it ends',
    run: async ({ page, url, token, data, shot }) => {
      const { eve } = data.company;
      await open({ page, url, token }, '/team');
      await page.getByRole('button', { name: `Act for Eve Holm ${data.run}` }).click();
      const banner = page.getByRole('status', { name: 'Standing in' });
      await sees(banner.getByText(/recorded with both names/));
      await sees(page.getByRole('heading', { name: `Team of ${eve}` }));
      const sent = behalves(page);
      await shot('behalf');
      await page.getByRole('link', { name: 'My goals' }).click();
      await sees(page.getByText('You own no goal yet. Draft the first.'));
      await page.reload();
      await sees(banner.getByText(eve));
      const title = `For another (${data.run})`;
      const goal = await draft(page, data, title);
      await sees(
        page.getByRole('listitem').filter({
          hasText: `by The one who is ${data.company.me} for Eve Holm ${data.run}`,
        }),
      );
      // For whom one stands in, and what people are called, is asked in person.
      const inPerson = [`GET /people/${data.company.me}`, 'GET /people'];
      const asked = sent.filter(({ at }) => !inPerson.includes(at));
      assert.ok(asked.length > 3);
      assert.deepEqual([...new Set(asked.map(({ of }) => of))], [eve], JSON.stringify(asked));
      await page.getByRole('button', { name: 'Act for myself again' }).click();
      await page.waitForFunction(() => !document.body.innerText.includes('You act for'));
      sent.length = 0;
      await page.getByRole('link', { name: 'My goals' }).click();
      await sees(page.getByText(/with progress/));
      assert.deepEqual([...new Set(sent.map(({ of }) => of))], [''], 'still acting for another');
      assert.match(goal, /^[0-9a-f-]{36}$/);
    },
  },
  {
    name: 'on behalf of: where it does not hold any more, the page says why, and ends it',
    expected: [403],
    run: async ({ page, url, token, data }) => {
      await open({ page, url, token }, '/team');
      await page.evaluate((of) => sessionStorage.setItem('plumbline.behalf', of), data.company.bo);
      await page.reload();
      await sees(page.getByRole('alert'));
      await page.getByRole('button', { name: 'Act for myself again' }).click();
      await sees(page.getByRole('heading', { name: 'My team' }));
      await sees(page.getByRole('link', { name: `Ada Lund ${data.run}` }));
      assert.equal(await page.getByRole('alert').count(), 0);
    },
  },
  {
    name: 'people: by unit and name, as of a day, and one person with all above and below',
    run: async ({ page, url, token, data, shot }) => {
      const { run, company } = data;
      await open({ page, url, token });
      await page.getByRole('link', { name: 'People', exact: true }).click();
      await page.getByLabel('Unit, with all below').selectOption(company.sales);
      await sees(page.getByText('3 people'));
      await page.getByLabel('Search names').fill(`lund ${run}`);
      await sees(page.getByText('1 person'));
      await page.getByLabel('As of the day').fill('2020-02-29');
      await sees(page.getByText('Nobody was there on that day.'));
      await page.getByLabel('As of the day').fill('2026-03-01');
      await page.getByLabel('Search names').fill('');
      await sees(row(page, `Bo Berg ${run}`).getByText('Here', { exact: true }));
      await shot('people');
      await page.getByRole('link', { name: `Bo Berg ${run}` }).click();
      await sees(page.getByRole('heading', { level: 1, name: `Bo Berg ${run}` }));
      const card = page.locator('main header');
      await sees(card.getByText('Agent', { exact: true }));
      await sees(card.getByText('Here', { exact: true }));
      await page.getByLabel('As of the day').fill('');
      await sees(card.getByText('On leave', { exact: true }));
      await sees(card.getByText('parental, from 1 Jun 2026'));
      const above = page.getByRole('region', { name: 'Managers, upward' }).getByRole('listitem');
      await sees(above.nth(1));
      assert.match(await above.first().innerText(), /Ada Lund/);
      await page.getByRole('button', { name: 'Show the history' }).click();
      await sees(page.getByText('Leave recorded'));
      await shot('person');
    },
  },
  {
    name: 'people: on the own page, who has read my data',
    run: async ({ page, url, token, data, shot }) => {
      await open({ page, url, token });
      await page.getByRole('link', { name: `${data.company.me}, your page` }).click();
      const readers = page.getByRole('region', { name: 'Who has read your data' });
      await sees(readers.getByText(/Nobody has\.|By which rule/));
      await shot('person-own');
      await page.evaluate((of) => (window.location.hash = `#/people/${of}`), data.company.ada);
      await sees(page.getByRole('heading', { level: 1, name: `Ada Lund ${data.run}` }));
      assert.equal(await readers.count(), 0, "somebody else's readers");
    },
  },
  {
    name: 'people: whoever is not known is said not to be',
    expected: [404],
    run: async ({ page, url, token }) => {
      await open({ page, url, token }, '/people/nobody-at-all');
      await sees(page.getByText(/Nobody is known here by this name/));
    },
  },
  {
    name: 'units: a tree with heads and counts, by keyboard, as of a day',
    run: async ({ page, url, token, data, shot }) => {
      const { run, company } = data;
      await open({ page, url, token });
      await page.getByRole('link', { name: 'Units', exact: true }).click();
      const units = page.getByRole('treegrid', { name: 'Units' });
      const board = units.getByRole('row').filter({ hasText: `Board (${run})` });
      await sees(board.getByRole('link', { name: company.me }));
      assert.deepEqual((await board.getByRole('gridcell').allInnerTexts()).slice(2, 4), ['1', '4']);
      await board.focus();
      await page.keyboard.press('ArrowLeft');
      assert.equal(await board.getAttribute('aria-expanded'), 'false');
      await page.keyboard.press('ArrowRight');
      await sees(units.getByText(`Sales (${run})`));
      await shot('units');
      await units.getByRole('link', { name: `Sales (${run})` }).click();
      await sees(page.getByText('3 people'));
      await page.goBack();
      await page.getByLabel('As of the day').fill('2020-02-29');
      await sees(page.getByText('There was no unit on that day.'));
    },
  },
  {
    name: 'people: hostile names are text, and break nothing on a telephone',
    size: { width: 360, height: 740 },
    run: async ({ page, url, token, data, shot }) => {
      const { cy, north } = data.company;
      await open({ page, url, token }, `/people/${cy}`);
      const heading = page.getByRole('heading', { level: 1 }).filter({ hasText: 'onclick' });
      await sees(heading);
      assert.equal(await heading.textContent(), hostileName);
      await fitsTheScreen(page);
      await shot('person-hostile');
      for (const at of [`/people?unit=${north}`, '/units', '/team?all=true']) {
        await page.evaluate((to) => (window.location.hash = `#${to}`), at);
        if (at === '/units') await page.getByRole('button', { name: /^Open all/ }).click();
        await sees(page.getByRole('link', { name: 'onerror' }));
        await fitsTheScreen(page);
      }
      const unit = page.getByRole('link', { name: 'onerror' }).first();
      assert.equal(await unit.textContent(), hostileTitle);
      await shot('team-small');
    },
  },
];

/** Drafts a goal on the page, and answers its id. */
async function draft(page, data, title) {
  await page.evaluate(() => (window.location.hash = '#/new'));
  const form = page.getByRole('form', { name: 'Draft a goal' });
  await form.getByLabel('Title').fill(title);
  await form.getByLabel('A period that is in use').selectOption(data.period.name);
  await form.getByRole('group', { name: 'Key result 1' }).getByLabel('Name').fill('Sales');
  await form.getByLabel('Start').fill('0');
  await form.getByLabel('Target').fill('1000');
  await form.getByRole('button', { name: 'Draft the goal' }).click();
  await sees(page.getByRole('heading', { level: 1, name: title }));
  return page.url().split('/goals/')[1] ?? '';
}
