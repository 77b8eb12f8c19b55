import assert from 'node:assert/strict';
import { isAccessible } from './accessible.mjs';
import { fitsTheScreen, sees } from './expect.mjs';
import { hostileTitle } from './hostile.mjs';

const telephone = { width: 320, height: 640 };

/** The page of a link that this run has not used yet. */
async function openLink({ page, url, data }, no, more = '') {
  await page.goto(new URL(data.surveys.links[no].path + more, url).href);
  await sees(page.getByRole('heading', { level: 1 }));
}

const group = (page, name) => page.getByRole('group', { name });

const isFocused = (locator) => {
  return locator.evaluate((one) => one === one.ownerDocument.activeElement);
};

/** Presses Tab until the focus is on something. */
async function tabTo(page, locator, timesMax = 20) {
  for (let times = 0; times < timesMax; times += 1) {
    if (await isFocused(locator)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not get to ${locator}.`);
}

export const surveyPageSteps = [
  {
    name: 'survey page: read and sent by keyboard, on a telephone, without scripts; once',
    size: telephone,
    javaScript: false,
    expected: [422],
    run: async (at) => {
      const { page, shot } = at;
      await openLink(at, 0);
      await fitsTheScreen(page);
      await shot('survey-page');
      const send = page.getByRole('button', { name: 'Send the answer' });
      const text = page.getByRole('textbox');
      await tabTo(page, text);
      await page.keyboard.type('Mostly because of "them" & <b>others</b>.');
      await tabTo(page, send);
      await page.keyboard.press('Enter');
      await sees(page.getByRole('alert').getByText('Please answer this question.'));
      assert.equal(await text.inputValue(), 'Mostly because of "them" & <b>others</b>.');
      await fitsTheScreen(page);
      await shot('survey-page-mistake');
      await tabTo(page, page.getByRole('alert').getByRole('link'));
      await page.keyboard.press('Enter');
      const pride = group(page, /^I am proud to work here\./);
      // The link leads to the question, with the focus.
      assert.equal(await isFocused(pride.getByRole('radio').first()), true);
      await page.keyboard.press('Space');
      for (const _ of [2, 3, 4]) await page.keyboard.press('ArrowRight');
      assert.equal(await pride.getByLabel('4', { exact: true }).isChecked(), true);
      const recommend = group(page, /^How likely would you recommend us\?/);
      await tabTo(page, recommend.getByRole('radio').last(), 2);
      await tabTo(page, send);
      await page.keyboard.press('Enter');
      await sees(page.getByRole('heading', { name: 'Thank you' }));
      await sees(page.getByText('Your answer is in.'));
      await shot('survey-page-thanks');
      // Who sends it again, or opens the link again and answers, is told that it is in.
      await page.reload();
      await sees(page.getByText(/given with this link already/));
      await openLink(at, 0);
      await group(page, /^I am proud/)
        .getByLabel('1', { exact: true })
        .check();
      await send.click();
      await sees(page.getByText(/given with this link already/));
      await fitsTheScreen(page);
    },
  },
  {
    name: 'survey page: in the language of the link or of its reader, also from right to left',
    size: telephone,
    run: async (at) => {
      const { page, shot } = at;
      await openLink(at, 1);
      await page.getByRole('navigation', { name: 'Languages' }).getByText('Deutsch').click();
      await sees(group(page, /^Ich bin stolz, hier zu arbeiten\./));
      assert.equal(await page.locator('html').getAttribute('lang'), 'de');
      await sees(page.getByRole('button', { name: 'Antwort senden' }));
      // What has no text in this language stands in the first one, and says so to who reads aloud.
      await sees(group(page, /^How likely would you recommend us\?/));
      await isAccessible(page);
      await shot('survey-page-german');
      await page.getByRole('link', { name: 'العربية' }).click();
      const question = page.getByText('أنا فخور بالعمل هنا.');
      await sees(question);
      const { lang, direction } = await question.evaluate((one) => {
        return { lang: one.lang, direction: globalThis.getComputedStyle(one).direction };
      });
      assert.deepEqual({ lang, direction }, { lang: 'ar', direction: 'rtl' });
      await isAccessible(page);
      await fitsTheScreen(page);
      await shot('survey-page-arabic');
    },
  },
  ...['light', 'dark'].map((colours) => ({
    name: `survey page: nothing that a checker finds, ${colours}; hostile text is text`,
    size: telephone,
    colours,
    expected: [422],
    run: async (at) => {
      const { page, shot, data } = at;
      await openLink(at, 2);
      const heading = page.getByRole('heading', { level: 1 });
      assert.equal(await heading.textContent(), data.surveys.title);
      await sees(page.getByText(hostileTitle).first());
      assert.equal(await page.locator('img, script').count(), 0);
      await isAccessible(page);
      await page.getByRole('button').click();
      await sees(page.getByRole('alert'));
      await isAccessible(page);
      await shot(`survey-page-${colours}`);
      await page.setViewportSize({ width: 1280, height: 900 });
      await isAccessible(page);
      await shot(`survey-page-${colours}-wide`);
    },
  })),
  {
    name: 'survey page: what cannot be answered says so, and leads to nothing',
    size: telephone,
    expected: [404, 409],
    run: async (at) => {
      const { page, url, data, shot } = at;
      const { answered, byLink } = data.surveys;
      await page.goto(`${url}/surveys/${answered}/page?ticket=x`);
      await sees(page.getByRole('heading', { name: 'This survey is not open for answers.' }));
      await isAccessible(page);
      await shot('survey-page-closed');
      await page.goto(`${url}/surveys/${byLink}/page?ticket=${'a'.repeat(64)}.AAAA`);
      await page
        .getByRole('group', { name: /^I am proud/ })
        .getByLabel('5')
        .check();
      await page.getByRole('button', { name: 'Send the answer' }).click();
      await sees(page.getByText('This link is not valid.'));
      await isAccessible(page);
    },
  },
];
