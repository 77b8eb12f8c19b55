import { randomUUID } from 'node:crypto';
import { hostileTitle } from './hostile.mjs';
import { seedCompany, seedMap } from './seed-company.mjs';
import { seedCustomers, seedFeedback, seedRecognition } from './seed-feedback.mjs';
import { seedFigures, seedShops } from './seed-figures.mjs';
import { seedReviews } from './seed-reviews.mjs';
import { seedService } from './seed-service.mjs';
import { seedSurveys } from './seed-surveys.mjs';

const quarter = { start: '2026-10-01', end: '2026-12-31' };

/** Drafts, over HTTP, the goals that the steps look at. */
export async function seed({ url, token, hr, colleague }) {
  const run = randomUUID().slice(0, 8);
  const period = { name: `run-${run}`, ...quarter };
  const send = sender(url, token);
  const sendAsHr = sender(url, hr);
  const keyResults = [
    {
      id: 'hours',
      name: 'Hours to the first answer',
      measure: { kind: 'decrease', start: 48, target: 12, unit: 'h' },
    },
    {
      id: 'steps',
      name: 'Steps of the new desk',
      measure: {
        kind: 'milestones',
        milestones: [
          { id: 'room', name: 'A room is found' },
          { id: 'open', name: 'The desk is open', weight: 2 },
        ],
      },
    },
  ];
  const title = `Answers come the same day (${run})`;
  const goal = await send('/goals', { title, description: 'Why it matters.', period, keyResults });
  const at = `/goals/${goal.id}`;
  await send(`${at}/activate`, { kind: 'committed' });
  const first = { keyResultId: 'hours', value: 40, confidence: 0.6, narrative: 'A slow start.' };
  await send(`${at}/check-ins`, first);
  await send(`${at}/check-ins`, { keyResultId: 'steps', milestonesDone: ['room'] });
  await send(`${at}/amend`, {
    reason: 'Half of the team moved.',
    targets: [{ keyResultId: 'hours', target: 24 }],
  });
  const hostile = await send('/goals', {
    title: hostileTitle,
    description: hostileTitle,
    period,
    keyResults: [{ name: hostileTitle, measure: { kind: 'increase', start: 0, target: 10 } }],
  });
  const empty = await send('/goals', { title: `Nothing known yet (${run})`, period, keyResults });
  const company = await seedCompany({ url, token, run, send, sendAsHr });
  const map = await seedMap({ run, send, company });
  const customers = await seedCustomers({ url, token, run, company });
  const feedback = await seedFeedback({ url, token, hr, run, company, send, sendAsHr });
  const recognition = await seedRecognition({ url, token, run, company, send, sendAsHr });
  const surveys = await seedSurveys({ url, run, company, sendAsHr });
  const goals = { goal: goal.id, hostile: hostile.id, empty: empty.id };
  const service = await seedService({ run, company, send, sendAsHr });
  const figures = await seedFigures({ url, token, hr, run, company, sendAsHr });
  const shops = await seedShops({ url, token, hr, run, send, sendAsHr });
  const tokens = { token, hr, colleague };
  const reviews = await seedReviews({ url, ...tokens, run, company, send, sendAsHr });
  const said = { customers, feedback, recognition, surveys, service, figures, shops, reviews };
  return { run, period, title, ...goals, company, map, ...said, send, sendAsHr };
}

/** Sends a command as another client would, and expects it to be taken. */
function sender(url, token) {
  return async (path, body) => {
    const response = await fetch(new URL(path, url), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  };
}
