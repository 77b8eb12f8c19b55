import assert from 'node:assert/strict';
import { fitsTheScreen, open, sees } from './expect.mjs';
import { hostileTitle } from './hostile.mjs';
import { daysAgo } from './seed-feedback.mjs';

const entry = (page, list, text) => {
  return page
    .getByRole('list', { name: list, exact: true })
    .locator('> li')
    .filter({ hasText: text });
};

export const feedbackSteps = [
  {
    name: 'feedback: received and given notes; one is given, opened wider and taken back',
    run: async ({ page, url, token, data, shot }) => {
      const { given, received } = data.feedback;
      await open({ page, url, token });
      await page.getByRole('link', { name: 'Feedback', exact: true }).click();
      await sees(entry(page, 'Received', received));
      await sees(entry(page, 'Given', given).getByText('Who reads it: the two of us'));
      await page.getByRole('button', { name: 'Give feedback' }).click();
      const form = page.getByRole('form', { name: 'Give feedback' });
      await form.getByRole('button', { name: 'Give it' }).click();
      await sees(form.getByText('Message: please fill it in.'));
      await form.getByLabel('About').fill(data.company.bo);
      const message = `You wrote it down for us (${data.run})`;
      await form.getByLabel('Message').fill(message);
      await form.getByLabel(/^The two of us and the manager/).check();
      await shot('feedback-form');
      await form.getByRole('button', { name: 'Give it' }).dblclick();
      await sees(page.getByText('Your feedback is given.'));
      const note = entry(page, 'Given', message);
      await sees(note);
      assert.equal(await note.count(), 1, 'recorded twice');
      await note.getByRole('button', { name: /^Let more people read it/ }).click();
      await note.getByLabel(/^Everybody/).check();
      await note.getByRole('button', { name: 'Let them read it' }).click();
      await sees(note.getByText('Who reads it: everybody'));
      await shot('feedback');
      await note.getByRole('button', { name: /^Retract/ }).click();
      await note.getByLabel('Reason').fill(`Not theirs (${data.run})`);
      await note.getByRole('button', { name: 'Retract', exact: true }).click();
      await sees(entry(page, 'Given', `Not theirs (${data.run})`).getByText('taken back'));
    },
  },
  {
    name: 'feedback: who was slower sees how the note stands, and decides',
    expected: [412],
    run: async ({ page, url, token, data, shot }) => {
      const message = `Changed meanwhile (${data.run})`;
      const body = { subject: data.company.bo, kind: 'observation', message };
      const note = await data.send('/feedback/notes', { ...body, visibility: 'manager-only' });
      await open({ page, url, token }, '/feedback');
      const shown = entry(page, 'Given', message);
      await shown.getByRole('button', { name: /^Retract/ }).click();
      await shown.getByLabel('Reason').fill('Said too soon.');
      await data.send(`/feedback/notes/${note.id}/widen`, { to: 'public' });
      await shown.getByRole('button', { name: 'Retract', exact: true }).click();
      await sees(shown.getByText('It has changed meanwhile'));
      await sees(shown.getByText(/Who reads it: everybody/));
      await shot('feedback-conflict');
      await shown.getByRole('button', { name: 'Send mine on top of it' }).click();
      await sees(page.getByText('Said too soon.'));
    },
  },
  {
    name: 'feedback: requests are asked, answered and declined',
    expected: [422],
    run: async ({ page, url, token, data, shot }) => {
      const { answer, decline } = data.feedback;
      await open({ page, url, token }, '/feedback');
      await page.getByText(/^Requests \(\d+\)$/).click();
      const asked = entry(page, 'Asked of me', answer);
      await asked.getByRole('button', { name: /^Answer/ }).click();
      await asked.getByLabel('Message').fill(`It went well (${data.run})`);
      await asked.getByRole('button', { name: 'Answer', exact: true }).click();
      await sees(asked.getByText('Answered', { exact: true }));
      const other = entry(page, 'Asked of me', decline);
      await other.getByRole('button', { name: /^Decline/ }).click();
      await other.getByRole('button', { name: 'Decline', exact: true }).click();
      await sees(other.getByText('Declined', { exact: true }));
      await page.getByRole('button', { name: 'Ask for feedback' }).click();
      const form = page.getByRole('form', { name: 'Ask for feedback' });
      await form.getByLabel('Who is asked').fill('nobody-at-all');
      await form.getByLabel('Wanted by').fill(daysAgo(-14));
      await form.getByLabel('Question').fill(`What has changed (${data.run})?`);
      await form.getByRole('button', { name: 'Ask', exact: true }).click();
      const who = form.getByLabel('Who is asked');
      await page.waitForFunction(
        (at) => at.getAttribute('aria-invalid'),
        await who.elementHandle(),
      );
      await who.fill(data.company.ada);
      await form.getByRole('button', { name: 'Ask', exact: true }).click();
      const sent = entry(page, 'Asked by me', `What has changed (${data.run})?`);
      await sees(sent.getByText('Open', { exact: true }));
      await shot('feedback-requests');
    },
  },
  {
    name: 'feedback: a one-to-one is recorded, with what was agreed, and done',
    run: async ({ page, url, token, data, shot }) => {
      await open({ page, url, token }, '/feedback?view=one-to-ones');
      await page.getByRole('button', { name: 'Record a one-to-one' }).click();
      const form = page.getByRole('form', { name: 'Record a one-to-one' });
      await form.getByLabel('With').fill(data.company.ada);
      const point = `The night shift (${data.run})`;
      await form.getByLabel('Agenda').fill(`${point}\n\nA course in autumn`);
      await form.getByRole('button', { name: 'Record', exact: true }).click();
      const meeting = entry(page, 'One-to-ones', point);
      await sees(meeting.getByText('nothing agreed'));
      await meeting.getByRole('button', { name: /^Agree an action/ }).click();
      await meeting.getByLabel('What is to be done').fill('Choose a course');
      await meeting.getByLabel('Who does it').selectOption(data.company.ada);
      await meeting.getByLabel('By when').fill(daysAgo(-14));
      await meeting.getByRole('button', { name: 'Agree', exact: true }).click();
      await sees(meeting.getByText('0 of 1 agreed action done'));
      await shot('one-to-ones');
      await meeting.getByRole('button', { name: 'Done: Choose a course' }).click();
      await sees(meeting.getByText('1 of 1 agreed action done'));
    },
  },
  {
    name: 'feedback: hostile text is text, and breaks nothing on a telephone',
    size: { width: 360, height: 740 },
    run: async ({ page, url, token, data, shot }) => {
      await open({ page, url, token }, '/feedback');
      const said = entry(page, 'Received', data.feedback.received).locator('bdi.pl-block');
      await sees(said);
      assert.equal(await said.textContent(), `${hostileTitle} (${data.run})`);
      await fitsTheScreen(page);
      await shot('feedback-small');
      await page.evaluate(() => (window.location.hash = '#/feedback?view=requests'));
      await sees(page.getByRole('heading', { name: 'Asked of me' }));
      await fitsTheScreen(page);
    },
  },
];
