import assert from 'node:assert/strict';
import { isAccessible } from './accessible.mjs';
import { fitsTheScreen, open, sees } from './expect.mjs';
import { hostileName, hostileTitle } from './hostile.mjs';

const telephone = { width: 320, height: 640 };
const row = (page, person) => {
  return page.getByRole('table', { name: 'Board' }).getByRole('row').filter({ hasText: person });
};

/** What the people of the desk are called: nobody is known by an id where there is a name. */
const called = ({ people }) => {
  return people.map((person, at) => (at === 0 ? hostileName : `${person} of the desk`));
};

async function does(page, label, fill, submit) {
  await page.getByRole('button', { name: label }).click();
  const form = page.getByRole('form');
  for (const [name, value] of Object.entries(fill)) {
    const field = form.getByLabel(name);
    if (name === 'Reason') await field.selectOption(value);
    else await field.fill(value);
  }
  await form.getByRole('button', { name: submit, exact: true }).click();
  await form.waitFor({ state: 'detached' });
}

export const calibrationSteps = [
  {
    name: 'calibration: on a telephone, too, the board fits, and says what each rating rests on',
    size: telephone,
    run: async (at) => {
      const { page, data, shot } = at;
      const { session } = data.reviews;
      const [first] = called(data.reviews);
      await open(at, `/calibration/${session}`);
      await sees(row(page, first).getByText('manager 25%'));
      await page.getByRole('button', { name: `Discuss: ${first}` }).click();
      await sees(page.getByText(hostileTitle));
      await fitsTheScreen(page);
      await isAccessible(page);
      await shot('calibration-board-telephone');
    },
  },
  {
    name: 'calibration: reviews side by side, proposed, decided, and locked for everybody',
    expected: [409, 422],
    run: async (at) => {
      const { page, data, shot } = at;
      const { title, session, people, compared } = data.reviews;
      const [first, second] = called(data.reviews);
      await open(at);
      await page.getByRole('link', { name: 'Calibration' }).click();
      await page.getByRole('link', { name: title }).click();
      await sees(page.getByRole('heading', { level: 1, name: title }));
      await page.getByLabel('Shown', { exact: true }).selectOption('proposed');
      await row(page, second).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: `Discuss: ${first}` }).click();
      await does(page, `Accept: 4 for ${first}`, {}, 'Accept it');
      await sees(page.getByText('There is no such review here.'));
      await page.getByLabel('Shown', { exact: true }).selectOption('changed');
      await sees(row(page, first).getByText('+2'));
      await page.getByLabel('Shown', { exact: true }).selectOption('all');
      await page.getByRole('button', { name: `Discuss: ${second}` }).click();
      await page.getByRole('button', { name: `Propose another rating: ${second}` }).click();
      const form = page.getByRole('form');
      await form.getByRole('button', { name: 'Propose it' }).click();
      await sees(form.getByText('Note: please fill it in.').first());
      await form.getByLabel('Rating').fill('7');
      await form.getByLabel('Reason').selectOption('alike-elsewhere');
      await form.getByLabel('Note').fill('Others did as much.');
      await form.getByRole('button', { name: 'Propose it' }).click();
      await sees(form.getByText(/^Give a rating from/).first());
      await form.getByLabel('Rating').fill('3.5');
      await form.getByRole('button', { name: 'Propose it' }).click();
      await form.waitFor({ state: 'detached' });
      await sees(page.getByText('Others did as much.'));
      assert.equal(await page.getByText('3 → 3.5').count(), 1, 'proposed twice');
      assert.equal(
        await page.getByRole('button', { name: `Accept: 3.5 for ${second}` }).count(),
        0,
        'nobody accepts what they have proposed',
      );
      await isAccessible(page);
      await shot('calibration-board');
      await page.getByRole('button', { name: 'Lock the session' }).click();
      const lock = page.getByRole('form', { name: 'Lock the session' });
      await lock.getByLabel('All is decided').check();
      await lock.getByRole('button', { name: 'Lock it' }).click();
      await sees(lock.getByText(/^Proposals are open: 1/));
      await lock.getByRole('button', { name: 'Cancel' }).click();
      const turnedDown = { Note: 'The figures say no.' };
      await does(page, `Turn down: 3.5 for ${second}`, turnedDown, 'Turn it down');
      await sees(page.getByText('The figures say no.'));
      const path = `/calibration-sessions/${session}`;
      const reviewId = compared.of[people[2]];
      const told = { reviewId, to: 5_000_000, reasonCode: 'circumstances', note: 'Late.' };
      const made = await data.sendAsHr(`${path}/adjustments`, told);
      await data.sendAsHr(`${path}/adjustments/${made.id}/decide`, {
        ...{ accepted: false, note: 'Taken back.' },
      });
      await page.reload();
      await page.getByRole('button', { name: 'Lock the session' }).click();
      await lock.getByLabel('All is decided').check();
      await lock.getByLabel('What the session came to').fill('One was rated severely.');
      await lock.getByRole('button', { name: 'Lock it' }).click();
      await sees(page.getByText('One was rated severely.'));
      await sees(page.getByText('Locked', { exact: true }));
      assert.equal(await page.getByRole('button', { name: 'Lock the session' }).count(), 0);
    },
  },
  {
    name: 'calibration: what it has changed, in all and by group, and what would hold without it',
    run: async (at) => {
      const { page, data, shot } = at;
      await open(at, `/calibration/${data.reviews.session}`);
      await page.getByText('Before and after', { exact: true }).click();
      await sees(page.getByRole('list', { name: 'Stages of the mean' }).getByText('1 of 6 moved'));
      const all = page.getByRole('table', { name: 'By group' }).getByRole('row');
      await sees(all.filter({ hasText: 'All' }).getByText(/^1 of 6/));
      await page.getByLabel('Compared').selectOption('without-session');
      await sees(page.getByText('What would hold is a scenario'));
      await isAccessible(page);
      await shot('calibration-figures');
    },
  },
];
