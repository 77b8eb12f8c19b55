import assert from 'node:assert/strict';
import { isAccessible } from './accessible.mjs';
import { fitsTheScreen, open, sees } from './expect.mjs';
import { hostileTitle } from './hostile.mjs';

const telephone = { width: 320, height: 640 };
const entry = (page, text) => {
  return page.getByRole('list', { name: 'Cases' }).getByRole('listitem').filter({ hasText: text });
};
const history = (page) => page.getByRole('list', { name: 'History' }).getByRole('listitem');

/** Two hours before now, as the form takes it. */
const earlier = (hours) => new Date(Date.now() - hours * 3_600_000).toISOString().slice(0, 19);

async function does(page, label, fill = {}) {
  await page.getByRole('button', { name: label, exact: true }).click();
  const form = page.getByRole('form');
  for (const [name, value] of Object.entries(fill)) await form.getByLabel(name).fill(value);
  await form.getByRole('button', { name: /^(Record|Stop|Reopen|Dispute|Withdraw) / }).click();
  await form.waitFor({ state: 'detached' });
}

export const serviceSteps = [
  {
    name: 'cases: by state, unit and whether they are late, which is said in words',
    run: async (at) => {
      const { page, data, shot } = at;
      const { run } = data;
      await open(at);
      await page.getByRole('link', { name: 'Service cases' }).click();
      const late = entry(page, `Late (${run})`);
      await sees(late.getByText('Overdue', { exact: true }));
      await sees(late.getByText(/^Overdue since .* UTC: 30 h of 24 h used$|^Overdue since /));
      await sees(entry(page, `Calm (${run})`).getByText(/^Due on .* UTC: 1 h .*of 24 h used$/));
      await shot('cases');
      await page.getByLabel('Overdue only').check();
      await entry(page, `Calm (${run})`).waitFor({ state: 'detached' });
      await sees(late);
      await page.getByLabel('Overdue only').uncheck();
      await page.getByLabel('State').selectOption('paused');
      await sees(entry(page, `Waiting (${run})`).getByText('Waiting for customer'));
      assert.equal(await entry(page, `Calm (${run})`).count(), 0);
      await isAccessible(page);
    },
  },
  {
    name: 'cases: one is opened, answered, waits, goes on, is resolved and comes back',
    expected: [400, 422],
    run: async (at) => {
      const { page, data, shot } = at;
      const { run, company, service } = data;
      await open(at, '/cases');
      await page.getByRole('button', { name: 'Open a case' }).click();
      const form = page.getByRole('form', { name: 'Open a case' });
      await form.getByRole('button', { name: 'Open it' }).click();
      await sees(form.getByText('Customer: please fill it in.'));
      await form.getByLabel('Service level').selectOption({ label: labelOf(service.level) });
      await form.getByLabel('Worked by').selectOption(company.sales);
      await form.getByLabel('Customer').fill(`New (${run})`);
      await form.getByLabel('Where it came up').fill('two words');
      await form.getByRole('button', { name: 'Open it' }).click();
      await sees(form.getByRole('alert'));
      await form.getByLabel('Where it came up').fill('form');
      await form.getByRole('button', { name: 'Open it' }).dblclick();
      await sees(page.getByText('The case is open, and its clocks run.'));
      await sees(entry(page, `New (${run})`));
      assert.equal(await entry(page, `New (${run})`).count(), 1, 'opened twice');
      await page.getByRole('link', { name: `New (${run})` }).click();
      await does(page, 'Answered');
      await does(page, 'Stop the clocks', { 'Waits for': 'supplier' });
      await sees(page.getByText(/^Stands still: /));
      await does(page, 'Go on');
      await does(page, 'Resolve');
      await sees(page.getByText(/^Kept: /).first());
      await does(page, 'Reopen', { Reason: `It happens again (${run})` });
      await sees(history(page).getByText(`It happens again (${run})`));
      assert.deepEqual(
        (await history(page).locator('strong').allInnerTexts()).map(
          (text) => text.split(' after')[0],
        ),
        [
          ...['Opened', 'The customer was answered', 'Waiting for supplier', 'Going on'],
          ...['Resolved', 'Reopened'],
        ],
      );
      await shot('case');
    },
  },
  {
    name: 'cases: what was done in time and is told late corrects the breach; on a telephone',
    size: telephone,
    run: async (at) => {
      const { page, data, shot } = at;
      await open(at, `/cases/${data.service.late}`);
      await sees(page.getByText(hostileTitle.slice(0, 30)));
      await isMarked(page);
      await does(page, 'Answered', { 'Holds since (UTC)': earlier(29) });
      await sees(page.getByText(/^Kept: 1 h .*of 2 h used$/));
      await sees(history(page).getByText(/^The time for the first response ran out on/));
      await sees(
        history(page).getByText(/^Corrected: the time for the first response had not run out on/),
      );
      await fitsTheScreen(page);
      await isAccessible(page);
      await shot('case-small');
    },
  },
  {
    name: 'responses: down from the figures to single ones, as far as they may be read',
    run: async (at) => {
      const { page, data, url, shot } = at;
      const { touchpoint, centre } = data.customers;
      const figures = `/customers?touchpoint=${touchpoint}&location=${centre}`;
      await open({ ...at, token: at.hr }, figures);
      await page.getByRole('link', { name: 'Single responses that I may read' }).click();
      const responses = page.getByRole('list', { name: 'Responses' }).getByRole('listitem');
      await sees(responses.getByText(/Would recommend: 10 of 10/));
      await sees(page.getByRole('list', { name: 'Narrowed to' }).getByText(centre));
      await shot('responses');
      await responses.getByRole('link').first().click();
      await sees(page.getByRole('heading', { name: /^What a customer answered on/ }));
      await does(page, 'Somebody went back', {
        ...{ Cause: 'incomplete-papers', 'What was done': `Called them (${data.run})` },
      });
      await sees(page.getByText(/went back to the customer, .*incomplete-papers/));
      await isAccessible(page);
      await shot('response');
      await open({ page, url, token: at.hr }, `/responses?touchpoint=${touchpoint}&loop=closed`);
      await sees(responses.getByText('Somebody went back to the customer.'));
      await page.getByRole('link', { name: 'Every touchpoint again' }).click();
      await sees(responses);
    },
  },
  {
    name: 'redemptions: HR hands out and declines what was redeemed, with a reason',
    run: async (at) => {
      const { page, url, data, shot } = at;
      await redeems(data, 2);
      await open({ page, url, token: at.hr }, '/recognition');
      const rewards = page.getByRole('list', { name: 'Rewards to be decided on' });
      const waiting = rewards.getByRole('listitem').filter({ hasText: 'A mug' });
      await sees(waiting);
      const before = await waiting.count();
      await waiting
        .first()
        .getByRole('button', { name: /^Handed out: A mug for/ })
        .click();
      await page.waitForFunction((was) => {
        const list = document.querySelector('[aria-label="Rewards to be decided on"]');
        return list?.querySelectorAll(':scope > li').length === was - 1;
      }, before);
      const last = waiting.last();
      await last.getByRole('button', { name: /^Decline: A mug/ }).click();
      await last.getByLabel('Reason').fill(`There is none left (${data.run})`);
      await isAccessible(page);
      await shot('redemptions');
      await last.getByRole('button', { name: 'Decline it' }).click();
      await page.waitForFunction((was) => {
        const list = document.querySelector('[aria-label="Rewards to be decided on"]');
        return list?.querySelectorAll(':scope > li').length === was - 2;
      }, before);
    },
  },
];

/** The server marks a clock that has run out within a minute. */
async function isMarked(page) {
  const breach = history(page).getByText(/^The time for the first response ran out on/);
  for (const end = Date.now() + 180_000; Date.now() < end;) {
    await sees(history(page));
    if ((await breach.count()) > 0) return;
    await page.waitForTimeout(3_000);
    await page.reload();
  }
  throw new Error('Nobody has marked the clock that ran out.');
}

/** What was given arrives a moment later. */
async function redeems({ company, run, send, sendAsHr }, mugs) {
  const note = `For the mugs (${run})`;
  await sendAsHr('/recognitions', { receivers: [company.me], value: 'care', points: 50, note });
  for (let redeemed = 0, tries = 0; redeemed < mugs; tries += 1) {
    try {
      await send('/redemptions', { reward: 'mug' });
      redeemed += 1;
    } catch (error) {
      if (tries > 120) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function labelOf(level) {
  return `${level}: answered in 2 h, done in 24 h`;
}
