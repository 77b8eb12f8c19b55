import { isAccessible } from './accessible.mjs';
import { fitsTheScreen, open, sees } from './expect.mjs';
import { hostileName } from './hostile.mjs';

export const programmesSteps = [
  {
    name: 'service levels: defined and revised, with how often they were kept; on a telephone',
    size: { width: 320, height: 640 },
    expected: [422],
    run: async (at) => {
      const { page, url, data, shot } = at;
      await open({ page, url, token: at.hr }, '/cases');
      await page.getByRole('link', { name: 'Service levels' }).click();
      const levels = page.getByRole('list', { name: 'Service levels' }).getByRole('listitem');
      await sees(levels.filter({ hasText: data.service.level }).getByText(/^Resolution: /));
      await page.getByRole('button', { name: 'Define a service level' }).click();
      const form = page.getByRole('form', { name: 'Define a service level' });
      await form.getByLabel('Name').fill(`(${data.run}) ${hostileName}`);
      await form.getByLabel('Time zone').fill('Mars/Olympus');
      await form.getByRole('button', { name: 'Define it' }).click();
      await sees(form.getByRole('alert').getByText(/\S/));
      await form.getByLabel('Time zone').fill('Europe/Berlin');
      await form.getByLabel('Hours to the resolution').fill('16');
      await form.getByRole('button', { name: 'Define it' }).dblclick();
      const own = levels.filter({ hasText: `(${data.run}) <i` });
      await sees(own.getByText('resolved in 16 h'));
      await own.getByRole('button', { name: /^Promise something else/ }).click();
      await own.getByLabel('Hours to the first answer').fill('2');
      await own.getByLabel('Reason').fill(`Asked for (${data.run})`);
      await own.getByRole('button', { name: 'Record the version' }).click();
      await sees(own.getByText('answered in 2 h, resolved in 16 h', { exact: true }));
      await own.getByText('All 2 versions').click();
      await sees(own.getByText(`Asked for (${data.run})`));
      await fitsTheScreen(page);
      await isAccessible(page);
      await shot('service-levels-small');
    },
  },
  {
    name: 'reward programme: read by everybody, revised by HR, with what it was before',
    expected: [400, 422],
    run: async (at) => {
      const { page, url, data, shot } = at;
      const { run } = data;
      await open({ page, url, token: at.hr }, '/recognition');
      await page.getByRole('link', { name: /^The reward programme/ }).click();
      await page.getByRole('button', { name: 'Revise the programme' }).click();
      const form = page.getByRole('form', { name: 'Revise the programme' });
      await form.getByRole('button', { name: 'Add a reward' }).click();
      const added = form.getByRole('group', { name: /^reward/ }).last();
      await added.getByLabel('Name').fill(`Tea for two (${run})`);
      await added.getByLabel('Points').fill('0');
      await form.getByRole('button', { name: 'Revise it' }).click();
      await sees(form.getByRole('alert').getByText('Id: please fill it in.'));
      await added.getByLabel('Id').fill(`tea-${run}`);
      await form.getByLabel('Reason').fill(`It is winter (${run})`);
      await form.getByRole('button', { name: 'Revise it' }).click();
      await sees(added.getByText(/cost/i));
      await added.getByLabel('Points').fill('7');
      await form.getByRole('button', { name: 'Revise it' }).dblclick();
      await sees(page.getByRole('row', { name: `Tea for two (${run}) 7 points` }));
      await sees(page.getByRole('listitem').filter({ hasText: `It is winter (${run})` }));
      await isAccessible(page);
      await shot('programme');
    },
  },
];
