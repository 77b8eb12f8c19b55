import assert from 'node:assert/strict';
import { isAccessible } from './accessible.mjs';
import { fitsTheScreen, open, sees } from './expect.mjs';
import { hostileTitle } from './hostile.mjs';

const telephone = { width: 320, height: 640 };
const achieved = 'What was achieved';
const sentences = 'In a few sentences';

const boxesOf = (...places) => Promise.all(places.map((one) => one.boundingBox()));

export const reviewsSteps = [
  {
    name: 'reviews: what is to be written, by when, and as what',
    run: async (at) => {
      const { page, data, shot } = at;
      const { people } = data.reviews;
      await open(at);
      await page.getByRole('link', { name: 'My reviews' }).click();
      const owed = page.getByRole('list', { name: 'To be written by me' }).getByRole('listitem');
      const mine = owed.filter({ hasText: people[1] });
      await sees(mine.getByText(`The year at the desk (${data.run})`));
      await sees(mine.getByText(/^Due on /));
      // Tabs and links are told apart by what they are called.
      assert.equal(await page.title(), 'My reviews – Plumbline');
      await sees(
        mine.getByRole('link', { name: new RegExp(`^${people[1]} of the desk, .*${data.run}`) }),
      );
      await isAccessible(page);
      await shot('reviews');
    },
  },
  {
    name: 'reviews: a draft is saved as it is typed, is there after a reload, and is never passed over',
    size: telephone,
    // The draft that was saved elsewhere.
    expected: [412],
    run: async (at) => {
      const { page, data, shot } = at;
      const { people, collecting } = data.reviews;
      const reviewId = collecting.of[people[1]];
      await open(at, `/reviews/${reviewId}`);
      const evidence = page.getByRole('region', { name: 'Evidence' });
      const { height } = await page.getByRole('banner').boundingBox();
      assert.ok(height <= 112, `the header takes ${height} px of a telephone`);
      await sees(evidence.getByRole('link', { name: /^The queue is gone by noon/ }));
      const [above, below] = await boxesOf(evidence, page.getByLabel(sentences));
      assert.ok(above.y + above.height <= below.y, 'the evidence is not above the text');
      await page.getByLabel(sentences).fill(`A good year (${data.run})`);
      await sees(page.getByText(/^Your draft is saved/));
      await page.reload();
      await sees(page.getByText(/^Your draft is saved/));
      assert.equal(await page.getByLabel(sentences).inputValue(), `A good year (${data.run})`);
      // Before the pause is over, nothing is on the server; this tab has it.
      await page.getByLabel(achieved).selectOption('4: Above');
      await page.reload();
      assert.equal(await page.getByLabel(achieved).inputValue(), '4000000');
      await sees(page.getByText(/^Your draft is saved/));
      await data.send(`/reviews/${reviewId}/draft`, {
        ...{ ratings: [], texts: { summary: hostileTitle } },
      });
      await page.getByLabel(sentences).fill('And more of it.');
      const conflict = page.getByRole('alert');
      await sees(conflict.getByText('Your draft was saved elsewhere'));
      await sees(conflict.getByText(hostileTitle));
      await isAccessible(page);
      await fitsTheScreen(page);
      await shot('review-conflict');
      await conflict.getByRole('button', { name: 'Keep what is typed here' }).click();
      await sees(page.getByText(/^Your draft is saved/));
      await page.reload();
      await sees(page.getByText(/^Your draft is saved/));
      assert.equal(await page.getByLabel(sentences).inputValue(), 'And more of it.');
    },
  },
  {
    name: 'reviews: what is known stands beside what is written, and what came late is not scored',
    run: async (at) => {
      const { page, data, shot } = at;
      const { people, collecting } = data.reviews;
      await open(at, `/reviews/${collecting.of[people[1]]}`);
      const evidence = page.getByRole('region', { name: 'Evidence' });
      const goals = evidence.getByRole('list', { name: 'Goals' });
      await sees(goals.getByText('Waiting at noon: 25%'));
      await sees(evidence.getByText(/\+50, 95% interval .*, 6 answers, indicative$/));
      const late = evidence.getByRole('list', { name: 'What came late' });
      await sees(late.getByText('Shown, not scored'));
      await sees(late.getByText('Progress checked in'));
      await evidence.getByRole('button', { name: /^What it says, Praise/ }).click();
      await sees(evidence.getByText(hostileTitle));
      const [known, typed] = await boxesOf(evidence, page.getByLabel(sentences));
      assert.ok(known.x + known.width <= typed.x, 'the evidence is not beside the text');
      await isAccessible(page);
      await shot('review-evidence');
    },
  },
  {
    name: 'reviews: a section is submitted whole, once, and can be submitted anew',
    run: async (at) => {
      const { page, data, shot } = at;
      const { people, collecting } = data.reviews;
      await open(at, `/reviews/${collecting.of[people[2]]}`);
      const form = page.getByRole('form');
      await form.getByLabel(achieved).selectOption('5: Far above');
      await form.getByRole('button', { name: 'Submit it' }).click();
      await sees(form.getByText(`${sentences}: please answer it.`));
      await form.getByLabel(sentences).fill('Nobody waits now.');
      await form.getByRole('button', { name: 'Submit it' }).dblclick();
      await sees(page.getByText(/^It is submitted/));
      const sections = page.getByRole('list', { name: 'Sections' }).getByRole('listitem');
      await sees(sections.getByText('Nobody waits now.'));
      await sees(form.getByRole('button', { name: 'Submit it anew' }));
      await sees(page.getByText('The rating that stands'));
      await page.getByRole('button', { name: 'Why this number?' }).click();
      await sees(page.getByText('Together they are exactly 5.'));
      await isAccessible(page);
      await shot('review');
      await page.getByRole('link', { name: /^Everything that happened/ }).click();
      const story = page.getByRole('list', { name: 'Everything that happened' });
      const submitted = story.getByRole('listitem').filter({ hasText: 'A part was submitted' });
      await sees(submitted.getByText('Nobody waits now.'));
      await sees(submitted.getByText(/^What was achieved \(the manager, /));
      await shot('review-story');
      for (const [label, ending] of [
        ['Save as a page', '.html'],
        ['Save as a PDF', '.pdf'],
      ]) {
        const saved = page.waitForEvent('download');
        await page.getByRole('button', { name: label }).click();
        assert.ok((await saved).suggestedFilename().endsWith(ending));
      }
    },
  },
];
