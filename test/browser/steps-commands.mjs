import assert from 'node:assert/strict';
import { open, sees } from './expect.mjs';

/** The POSTs that the page sends, to see that a double click sends and records one. */
function posts(page) {
  const sent = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.headers()['idempotency-key']);
  });
  return sent;
}

/** Clicks, the second one of a double click or the only one, on what is there and what has gone. */
function clicksMet() {
  const met = [];
  const button = (name) => {
    const made = document.body.appendChild(document.createElement('button'));
    made.addEventListener('click', () => met.push(name));
    return made;
  };
  const [goes, stays, next] = ['goes', 'stays', 'next'].map(button);
  const acts = (type, on, detail) =>
    on.dispatchEvent(new MouseEvent(type, { bubbles: true, detail }));
  acts('mousedown', stays, 1);
  acts('click', stays, 2);
  acts('mousedown', goes, 1);
  goes.remove();
  acts('click', next, 2);
  acts('click', next, 1);
  for (const one of [stays, next]) one.remove();
  return met;
}

export const commandSteps = [
  {
    name: 'commands: the second click of a double one meets nothing that came in between',
    run: async ({ page, url, token, data }) => {
      await open({ page, url, token }, `/goals/${data.goal}`);
      assert.deepEqual(await page.evaluate(clicksMet), ['stays', 'next']);
    },
  },
  {
    name: 'commands: a check-in, by a double click, is recorded once and seen at once',
    run: async ({ page, url, token, data, shot }) => {
      await open({ page, url, token }, `/goals/${data.goal}`);
      const sent = posts(page);
      await page.getByRole('button', { name: 'Check in' }).click();
      const form = page.getByRole('form', { name: 'Check in' });
      await form.getByLabel('Value').fill('thirty');
      await form.getByRole('button', { name: 'Check in' }).click();
      await sees(form.getByText(/Type a number like/));
      await shot('check-in-refused');
      assert.equal(sent.length, 0, 'sent although a value is no number');
      await form.getByLabel('Value').fill('30');
      await form.getByLabel('Confidence').fill('70');
      await form.getByLabel('Narrative').fill('Double <b>click</b>');
      await form.getByRole('button', { name: 'Check in' }).dblclick();
      await sees(page.getByText('Your check-in is recorded.'));
      const card = page.getByRole('article').filter({ hasText: 'Hours to the first answer' });
      await sees(card.getByText('2 check-ins'));
      assert.equal(new Set(sent).size, 1, `${new Set(sent).size} keys for one form`);
      await sees(card.getByText('75%'));
    },
  },
  {
    name: 'commands: what the server refuses stands at its field',
    expected: [422],
    run: async ({ page, url, token, data, shot }) => {
      await open({ page, url, token }, '/new');
      const form = page.getByRole('form', { name: 'Draft a goal' });
      await form.getByLabel('Title').fill('Start equals target');
      await form.getByLabel('A period that is in use').selectOption(data.period.name);
      await form.getByLabel('Owner').fill('nobody in particular');
      await form.getByRole('group', { name: 'Key result 1' }).getByLabel('Name').fill('Same');
      await form.getByLabel('Start').fill('5');
      await form.getByLabel('Target').fill('5');
      await form.getByRole('button', { name: 'Draft the goal' }).click();
      const owner = form.getByLabel('Owner');
      await page.waitForFunction(
        (at) => at.getAttribute('aria-invalid'),
        await owner.elementHandle(),
      );
      await owner.fill('');
      await form.getByRole('button', { name: 'Draft the goal' }).click();
      await sees(form.getByText(/Start and target are less than/));
      const target = form.getByLabel('Target');
      assert.equal(await target.getAttribute('aria-invalid'), 'true');
      await shot('draft-refused');
    },
  },
  {
    name: 'commands: a goal from draft to closed, on the page alone',
    run: async ({ page, url, token, data, shot }) => {
      await open({ page, url, token }, '/new');
      const draft = page.getByRole('form', { name: 'Draft a goal' });
      await draft.getByLabel('Title').fill('From draft to closed');
      await draft.getByLabel('A period that is in use').selectOption(data.period.name);
      await draft.getByRole('group', { name: 'Key result 1' }).getByLabel('Name').fill('Sales');
      await draft.getByLabel('Start').fill('0');
      await draft.getByLabel('Target').fill('1000');
      await draft.getByLabel('Unit').fill('USD');
      await shot('draft');
      await draft.getByRole('button', { name: 'Draft the goal' }).click();
      await page.getByRole('button', { name: 'Activate' }).click();
      const activate = page.getByRole('form', { name: 'Activate the goal' });
      await activate.getByLabel(/Aspirational/).check();
      await activate.getByRole('button', { name: 'Activate' }).click();
      await page.getByRole('button', { name: 'Check in' }).click();
      const checkIn = page.getByRole('form', { name: 'Check in' });
      await checkIn.getByLabel('Value').fill('450');
      await checkIn.getByLabel('Confidence').fill('80');
      await checkIn.getByRole('button', { name: 'Check in' }).click();
      await sees(page.getByText('45%'));
      await correct(page);
      await page.getByRole('button', { name: 'Hand over' }).click();
      const transfer = page.getByRole('form', { name: 'Hand the goal over' });
      await transfer.getByLabel('New owner').fill('unit:sales');
      await transfer.getByLabel('Reason').fill('A new team.');
      await transfer.getByRole('button', { name: 'Hand over' }).click();
      await sees(page.getByText('The goal has a new owner.'));
      await page.getByRole('button', { name: 'Close' }).click();
      const close = page.getByRole('form', { name: 'Close the goal' });
      await close.getByLabel('Score').fill('50');
      await close.getByLabel('Lesson').fill('Begin earlier.');
      await close.getByRole('button', { name: 'Close the goal' }).click();
      await sees(page.getByText('The goal is closed.'));
      await sees(page.getByText('Begin earlier.'));
      await shot('closed');
    },
  },
  {
    name: 'commands: who was slower sees what changed, and decides',
    expected: [412],
    run: async ({ page, url, token, data, shot }) => {
      await open({ page, url, token }, `/goals/${data.empty}`);
      await sees(page.getByRole('button', { name: 'Activate' }));
      await page.getByRole('button', { name: 'Hand over' }).click();
      const form = page.getByRole('form', { name: 'Hand the goal over' });
      await form.getByLabel('New owner').fill('unit:support');
      await form.getByLabel('Reason').fill('They asked for it.');
      await data.send(`/goals/${data.empty}/redraft`, { cadenceDays: 7 });
      await form.getByRole('button', { name: 'Hand over' }).click();
      await sees(form.getByText('The goal has changed meanwhile'));
      await sees(form.getByText('every 7 days'));
      await shot('conflict');
      await form.getByRole('button', { name: 'Send mine on top of it' }).click();
      await sees(page.getByText('The goal has a new owner.'));
      await sees(page.locator('header').getByText('support'));
    },
  },
];

async function correct(page) {
  await page.getByText('1 check-in').click();
  await page.getByRole('button', { name: /Correct the check-in/ }).click();
  const form = page.getByRole('form', { name: /Correct the check-in/ });
  await form.getByLabel('Value').fill('540');
  await form.getByLabel('Reason').fill('Two digits were swapped.');
  await form.getByRole('button', { name: 'Correct', exact: true }).click();
  await sees(page.getByText('54%'));
  await sees(page.getByRole('article').getByText('Two digits were swapped.'));
}
