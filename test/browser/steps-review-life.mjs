import assert from 'node:assert/strict';
import { isAccessible, isReadable } from './accessible.mjs';
import { fitsTheScreen, open, sees } from './expect.mjs';
import { until } from './seed-reviews.mjs';

const telephone = { width: 320, height: 640 };
const wide = { width: 1280, height: 900 };

/** Opens a form by its button, and answers it. */
async function opens(page, label, name = label) {
  await page.getByRole('button', { name: label, exact: true }).click();
  return page.getByRole('form', { name });
}

/** Sends a form, and sees what was done said. */
async function sends(page, form, submit, done) {
  await form.getByRole('button', { name: submit, exact: true }).click();
  await sees(page.getByRole('status').getByText(done, { exact: true }));
  assert.equal(await form.count(), 0, 'the form is still there');
}

/** A form as it stands, with what is wrong in it: in both colours, narrow and wide. */
async function isFit(page, shot, as) {
  await isAccessible(page);
  await shot(as);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(telephone);
  await page.locator('[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map((one) => one.finished)),
  );
  await isReadable(page);
  await fitsTheScreen(page);
  await shot(`${as}-telephone`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(wide);
}

export const reviewLifeSteps = [
  {
    name: 'review life: peers are asked, one declines and one writes, and who asked sees it',
    // Somebody who is not here.
    expected: [422],
    run: async (at) => {
      const { page, hr, colleague, data, shot } = at;
      const { people, collecting } = data.reviews;
      const path = `/reviews/${collecting.of[people[3]]}`;
      await open(at, path);
      const form = await opens(page, 'Invite', 'Ask somebody to write');
      await form.getByLabel('Who is asked').fill('nobody-here');
      await form.getByRole('button', { name: 'Ask them' }).click();
      await sees(form.getByText(/^nobody-here is not here on /));
      assert.equal(await form.getByLabel('Who is asked').getAttribute('aria-invalid'), 'true');
      await isFit(page, shot, 'review-invite');
      for (const [person, opened] of [
        ['hr', form],
        ['kai', undefined],
      ]) {
        const asking = opened ?? (await opens(page, 'Invite', 'Ask somebody to write'));
        await asking.getByLabel('Who is asked').fill(person);
        await sends(page, asking, 'Ask them', 'They are asked.');
      }
      const asked = page.getByRole('list', { name: 'Who is asked' }).getByRole('listitem');
      assert.equal(await asked.filter({ hasText: 'is waited for' }).count(), 2);
      await open({ ...at, token: hr }, path);
      await sends(
        page,
        await opens(page, 'Decline', 'Say that you do not write'),
        'Decline',
        'You have declined.',
      );
      assert.equal(await page.getByLabel('What have you noticed?').count(), 0, 'still asked');
      await open({ ...at, token: colleague }, path);
      await page.getByLabel('What have you noticed?').fill('Nobody waits.');
      await page.getByRole('button', { name: 'Submit it' }).click();
      await sees(page.getByText(/^It is submitted/));
      await open(at, path);
      await sees(asked.filter({ hasText: 'hr' }).getByText('has declined'));
      await sees(asked.filter({ hasText: 'kai' }).getByText('has written'));
      await isFit(page, shot, 'review-asked');
      // Who wrote may write it anew, until that is over; they are not told how.
      await open({ ...at, token: colleague }, path);
      await sees(page.getByRole('button', { name: 'Submit it anew' }));
      await data.sendAsHr(`${path}/not-rated`, { cause: 'other' });
      await open({ ...at, token: colleague }, path);
      await sees(page.getByText('You write nothing in this review any more.'));
      assert.equal(await page.getByRole('button', { name: 'Submit it anew' }).count(), 0);
      await isFit(page, shot, 'review-over');
    },
  },
  {
    name: 'review life: overridden, finalised, disputed, resolved, reopened, and not rated',
    // A rating that is not on the scale, one upon what stands no more, and a reopening that is
    // asked for by who allows it.
    expected: [422, 409],
    run: async (at) => {
      const { page, hr, deputy, colleague, data, shot } = at;
      const { alone } = data.reviews;
      const { kai: reviewId } = alone.of;
      const path = `/reviews/${reviewId}`;
      await data.send(`${path}/sections`, {
        ...{ role: 'manager', ratings: [{ item: 'result', rating: 4_000_000 }] },
        texts: { summary: 'The year is soon over.' },
      });
      await data.sendAsHr(`/review-cycles/${alone.id}/calibrate`, {});
      await open(at, path);
      await overrides(at, reviewId);
      await sends(
        page,
        await opens(page, 'Finalise', 'Say that the rating is 4.5'),
        'Finalise it',
        'It is finalised.',
      );
      for (const step of ['lock', 'release']) {
        await until(() => data.sendAsHr(`/review-cycles/${alone.id}/${step}`, {}));
      }
      await page.reload();
      await sends(
        page,
        await opens(page, 'Share', 'Share the review with whom it is about'),
        'Share it',
        'It is shared.',
      );
      await open({ ...at, token: colleague }, path);
      const dispute = await opens(page, 'Dispute', 'Dispute the review');
      await dispute.getByLabel('Reason').fill('The night desk was left out.');
      await sends(page, dispute, 'Dispute it', 'It is disputed.');
      await open({ ...at, token: hr }, path);
      await resolves(at);
      await reopens(at);
      // Who has allowed it decides nothing in it: another HR partner does.
      assert.equal(await page.getByRole('button', { name: 'Declare it not rated' }).count(), 0);
      await open({ ...at, token: deputy }, path);
      const form = await opens(page, 'Declare it not rated', 'Declare that it is not rated');
      await form.getByLabel('Reason').selectOption('Too few days in the period');
      await form.getByLabel('There is to be no rating').check();
      await sends(page, form, 'Declare it', 'It is not rated.');
      await sees(page.getByText(/not rated: Too few days in the period/));
      await isFit(page, shot, 'review-not-rated');
    },
  },
];

/** Another window has put a rating since the form was opened: it is seen, then overridden. */
async function overrides({ page, data, shot }, reviewId) {
  const form = await opens(page, 'Override the rating');
  await form.getByLabel('Rating').fill('7');
  await form.getByRole('button', { name: 'Override it' }).click();
  await sees(form.getByText('Reason: please choose one.'));
  await form.getByLabel('Reason').selectOption('Evidence was overlooked');
  await form.getByLabel('In words').fill('The desk at night.');
  await form.getByRole('button', { name: 'Override it' }).click();
  await sees(form.getByText('Rating: give one from 1 to 5.'));
  await form.getByLabel('Rating').fill('4.001');
  await form.getByRole('button', { name: 'Override it' }).click();
  await sees(form.getByText(/^Ratings are from .*, in steps of/));
  assert.equal(await form.getByLabel('Rating').getAttribute('aria-invalid'), 'true');
  await isFit(page, shot, 'review-override');
  await form.getByLabel('Rating').fill('4.5');
  await data.send(`/reviews/${reviewId}/override`, {
    ...{ from: 4_000_000, to: 3_500_000, reasonCode: 'scale-misread' },
    reason: 'A four is for the whole year.',
  });
  await form.getByRole('button', { name: 'Override it' }).click();
  await sees(form.getByText(/^It was 4 when you looked, and is 3.5 now/));
  await sees(page.getByText(/4 → 3.5\. .*A four is for the whole year/));
  await isFit(page, shot, 'review-override-moved');
  await form.getByRole('button', { name: 'Override 3.5' }).click();
  await sends(page, form, 'Override it', 'The rating is overridden.');
  await sees(page.getByText('3.5 → 4.5. Evidence was overlooked: The desk at night.'));
}

async function resolves({ page, shot }) {
  const form = await opens(page, 'Resolve the dispute');
  await form.getByRole('button', { name: 'Resolve it' }).click();
  await sees(form.getByText('Answer: please choose one.'));
  await isFit(page, shot, 'review-resolve');
  await form.getByRole('combobox', { name: 'Answer' }).selectOption('It is right in part');
  await form.getByLabel('Reason').fill('The nights count.');
  await form.getByLabel('I know that a dispute is answered once').check();
  await sends(page, form, 'Resolve it', 'The dispute is resolved.');
  await sees(page.getByText(/^The dispute was resolved: It is right in part/));
}

async function reopens({ page, data, shot }) {
  const form = await opens(page, 'Reopen', 'Reopen the review');
  await form.getByLabel('Who asks for it').fill('hr');
  await form.getByLabel('Reason').fill('The nights are to be counted.');
  await form.getByLabel('I have no part in this review, and allow it').check();
  await form.getByRole('button', { name: 'Reopen it' }).click();
  await sees(form.getByText(/^Who asks for it does not allow it/));
  await isFit(page, shot, 'review-reopen');
  await form.getByLabel('Who asks for it').fill(data.company.me);
  await sends(page, form, 'Reopen it', 'It is reopened.');
  await sees(page.getByText(/, revision 2$/));
  await sees(page.getByText(/^Reopened, .* asked for by /));
}
