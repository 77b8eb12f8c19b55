import assert from 'node:assert/strict';
import { isAccessible } from './accessible.mjs';
import { fitsTheScreen, open, sees } from './expect.mjs';
import { daysAgo } from './seed-feedback.mjs';
import { hostileTitle } from './hostile.mjs';

const telephone = { width: 320, height: 640 };

/** What is sent to a survey, as it goes over the wire: by name, and without one. */
function watchSent(page) {
  const sent = { participation: [], answers: [] };
  page.on('request', (request) => {
    const kind = new URL(request.url()).pathname.split('/').at(-1) ?? '';
    if (request.method() === 'POST' && kind in sent) sent[kind].push(request);
  });
  return sent;
}

const answerOf = (request) => JSON.parse(request.postData() ?? '{}');
const part = (page) => page.getByRole('region', { name: 'Taking part' });

/** Asks for the ticket, and gives what the server says; the form is there then. */
async function begin({ page, url, token, data }, survey) {
  await open({ page, url, token }, `/surveys/${data.surveys[survey]}`);
  const answered = page.waitForResponse((response) => response.url().endsWith('/participation'));
  await part(page).getByRole('button', { name: 'Take part' }).click();
  const signed = await (await answered).text();
  await sees(page.getByRole('form', { name: 'Your answer' }));
  return signed;
}

export const surveysSteps = [
  {
    name: 'surveys: a ticket is signed unseen, outlives a reload, and its answer has no name',
    expected: [422],
    run: async (at) => {
      const { page, shot } = at;
      await page.context().addCookies([{ name: 'who', value: 'me', url: at.url }]);
      const sent = watchSent(page);
      const signed = await begin(at, 'forMe');
      assert.equal(sent.participation.length, 1);
      const form = page.getByRole('form', { name: 'Your answer' });
      await page.reload();
      await sees(form);
      await form.getByRole('button', { name: 'Send the answer' }).click();
      await sees(form.getByRole('alert').getByText('Please answer this question.'));
      const pride = form.getByRole('radiogroup', { name: /^I am proud to work here/ });
      await pride.getByLabel('4', { exact: true }).check();
      await form.getByRole('textbox').fill('It is quiet here.');
      await shot('survey-answer');
      await form.getByRole('button', { name: 'Send the answer' }).click();
      await sees(part(page).getByText('Your answer is about to leave'));
      assert.equal(sent.answers.length, 0, 'it leaves at once');
      await shot('survey-leaving');
      // It can be taken back, is there after a reload, and goes from any page.
      await page.getByRole('button', { name: 'Change it' }).click();
      assert.equal(await pride.getByLabel('4', { exact: true }).isChecked(), true);
      await form.getByRole('button', { name: 'Send the answer' }).click();
      await page.reload();
      await sees(part(page).getByText('Your answer is about to leave'));
      await page.getByRole('button', { name: 'Send it now' }).click();
      await sees(part(page).getByText(/Your answer is in/));
      const [answer] = sent.answers;
      const headers = await answer.allHeaders();
      for (const name of ['authorization', 'cookie', 'referer', 'on-behalf-of', 'read-after']) {
        assert.equal(headers[name], undefined, `${name}: ${headers[name]}`);
      }
      const asked = (await sent.participation[0].allHeaders())['authorization'];
      assert.match(asked, /^Bearer /);
      const { ticket, answer: given } = answerOf(answer);
      assert.deepEqual(given, {
        ...{ ratings: { pride: 4 }, choices: {}, comments: { why: 'It is quiet here.' } },
      });
      // Nothing of the ticket was to be seen when it was signed.
      const { blindedTicket } = answerOf(sent.participation[0]);
      const seen = JSON.stringify([blindedTicket, signed]);
      assert.match(seen, /signature/);
      for (const secret of [ticket.nonce, ticket.signature]) assert.ok(!seen.includes(secret));
      const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
      assert.ok(!kept.includes(ticket.nonce) && !kept.includes('quiet'), 'it is kept in the tab');
      // In another tab there is no second ticket.
      await page.evaluate(() => {
        for (const name of Object.keys(sessionStorage)) {
          if (name.startsWith('plumbline.survey')) sessionStorage.removeItem(name);
        }
      });
      await page.reload();
      await part(page).getByRole('button', { name: 'Take part' }).click();
      await sees(part(page).getByText('You have taken part already'));
    },
  },
  {
    name: 'surveys: results with n and interval, and what is hidden says why; on a telephone',
    size: telephone,
    run: async (at) => {
      const { page, data, shot } = at;
      await open(at, `/surveys/${data.surveys.answered}`);
      const results = page.getByRole('region', { name: 'Results' });
      await sees(results.getByText('How many were asked is not known'));
      const pride = results.getByRole('article').filter({ hasText: 'I am proud to work here.' });
      await sees(pride.getByText(/95% interval: .* n = 7 · defined as favourable@1/));
      const place = results.getByRole('article').filter({ hasText: 'Where do you work best?' });
      await sees(place.getByText(/^Hidden: fewer than 5 answers/));
      await fitsTheScreen(page);
      await isAccessible(page);
      await shot('survey-results');
    },
  },
  {
    name: 'surveys: HR launches one in two languages, prints links, raises and closes it',
    expected: [422],
    run: async (at) => {
      const { page, url, data, shot } = at;
      await open({ page, url, token: at.hr }, '/surveys');
      await page.getByRole('button', { name: 'Launch a survey' }).click();
      const form = page.getByRole('form', { name: 'Launch a survey' });
      await form.getByRole('button', { name: 'Launch it' }).click();
      await sees(form.getByText('Question q1: please fill it in.'));
      await form.getByLabel('Of the unit').selectOption(data.company.sales);
      await form.getByLabel('Languages').fill('en, de');
      await form.getByLabel('Title, English').fill(`Launched (${data.run}) ${hostileTitle}`);
      await form.getByLabel('Question, English').fill('Where do you work?');
      await form.getByLabel('Question, Deutsch').fill('Wo arbeiten Sie?');
      await form.getByLabel('Answered as').selectOption('choice');
      await form.getByLabel('Options, English').fill('At home\nIn the office');
      await form.getByLabel('Options, Deutsch').fill('Zu Hause\nIm Büro');
      await form.getByLabel('They answer').selectOption('link');
      await form.getByLabel('First day').fill(daysAgo(0));
      await form.getByLabel('Last day').fill(daysAgo(-10));
      await form.getByLabel('Answers together, at least').fill('2');
      await form.getByRole('button', { name: 'Launch it' }).click();
      await sees(form.getByText('Give a whole number from 3 to 30.').first());
      await form.getByLabel('Answers together, at least').fill('4');
      await isAccessible(page);
      await shot('survey-launch');
      await form.getByRole('button', { name: 'Launch it' }).dblclick();
      await sees(page.getByText('The survey is launched.'));
      await page.getByRole('link', { name: `Launched (${data.run})` }).click();
      await sees(page.getByText(/Nothing of fewer than 4 answers is shown/));
      await page.getByLabel('Language').selectOption('de');
      await page.getByRole('button', { name: 'Print links' }).click();
      await page.getByLabel('How many').fill('3');
      await page.getByRole('button', { name: 'Print them' }).click();
      const links = page.getByRole('textbox', { name: 'Links' });
      await sees(links);
      const printed = (await links.inputValue()).split('\n');
      assert.equal(printed.length, 3);
      assert.match(printed[0], /^http.*\/surveys\/[0-9a-f-]{36}\/page\?ticket=/);
      await page.getByRole('button', { name: 'Raise the threshold' }).click();
      await page.getByLabel('Answers together, at least').fill('6');
      await page.getByLabel('For comments').fill('6');
      await page.getByLabel('Reason').fill('Small teams.');
      await page.getByRole('button', { name: 'Raise it' }).click();
      await sees(page.getByText(/Nothing of fewer than 6 answers is shown/));
      await page.getByRole('button', { name: 'Close the survey' }).click();
      await page.getByLabel('Reason').fill('It was a trial.');
      await shot('survey-hr');
      await page.getByRole('button', { name: 'Close it' }).click();
      await sees(page.getByText(/^closed on /));
      await sees(page.getByText(/^What was answered is shown when the survey has ended/));
    },
  },
  {
    name: 'surveys: comments are read by HR, and hostile text is text; who is not asked is told so',
    size: telephone,
    run: async (at) => {
      const { page, url, data, shot } = at;
      await open({ page, url, token: at.hr }, `/surveys/${data.surveys.answered}`);
      const comments = page.getByRole('list', { name: 'Comments' }).getByRole('listitem');
      await sees(comments);
      assert.equal(await comments.count(), 7);
      await sees(comments.getByText(hostileTitle.slice(0, 20)));
      await sees(page.getByText('This survey is answered by links'));
      await fitsTheScreen(page);
      await isAccessible(page);
      await shot('survey-comments');
      await page.evaluate((to) => (window.location.hash = to), `#/surveys/${data.surveys.forMe}`);
      await sees(page.getByText('You are not asked in this survey.'));
    },
  },
];
