import { sit, subjectOf } from './seed-company.mjs';
import { daysAgo, importResponses } from './seed-feedback.mjs';
import { hostileName, hostileTitle } from './hostile.mjs';

const million = 1_000_000;
const scale = { min: million, max: 5 * million };
const dayIn = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/**
 * Two cycles of a desk that the holder of the token leads: in one, reviews are written; in the
 * other one they are compared, in a session that they lead, with somebody of HR.
 */
export async function seedReviews({ url, token, hr, colleague, run, company, send, sendAsHr }) {
  const { me } = company;
  const asked = await settings({ run, sendAsHr });
  const desk = await seatDesk({ run, company, send });
  const read = reader(url, hr);
  await sits({ url, token, send });
  const cycle = (title, unit) => launched({ run, sendAsHr, read }, { title, unit, asked });
  const known = await seedKnown({ url, token, run, desk, send, sendAsHr });
  const collecting = await cycle('Writing', desk.unit);
  await known.late();
  const compared = await cycle('Comparing', desk.unit);
  for (const [person, rating] of desk.people) {
    await send(`/reviews/${compared.of[person]}/sections`, {
      ...{ role: 'manager', ratings: [{ item: 'result', rating }] },
      texts: { summary: hostileTitle },
    });
  }
  const ids = Object.values(compared.of);
  await until(async () => {
    const found = await Promise.all(ids.map((id) => read(`/reviews/${id}`)));
    return found.every(({ review }) => review.rating !== null);
  });
  await sendAsHr(`/review-cycles/${compared.id}/calibrate`, {});
  const title = `Desk (${run})`;
  const { id: session } = await sendAsHr('/calibration-sessions', {
    ...{ cycleId: compared.id, title, moderator: me, members: ['hr'], reviews: ids },
  });
  const board = `/calibration-sessions/${session}/board`;
  await until(async () => (await read(board)).items.every(({ isIn }) => isIn));
  const [first] = desk.people[0];
  await sendAsHr(`/calibration-sessions/${session}/adjustments`, {
    ...{ reviewId: compared.of[first], to: 4 * million, reasonCode: 'rater-severe' },
    note: hostileTitle,
  });
  const people = desk.people.map(([person]) => person);
  const alone = await cycle('Alone', await seatAlone({ url, token, colleague, company, send }));
  return { title, session, compared, collecting, unit: desk.unit, people, alone };
}

/** A cycle of one unit, once its reviews are open: its id, and theirs by whom they are about. */
async function launched({ run, sendAsHr, read }, { title, unit, asked }) {
  const { id } = await sendAsHr('/review-cycles', {
    ...{ title: `${title} (${run})`, period: { from: '2026-01-01', to: '2026-12-31' } },
    ...{ ...asked, population: { units: [`unit:${unit}`] } },
    peers: { mode: 'named', min: 1 },
    due: { self: dayIn(7), peer: dayIn(7), manager: dayIn(14), acknowledge: dayIn(30) },
  });
  await sendAsHr(`/review-cycles/${id}/launch`, {});
  await until(async () => {
    return (await read(`/review-cycles/${id}`)).reviewCycle.stage === 'collecting';
  });
  const { items } = await read(`/reviews?cycle=${id}`);
  const of = Object.fromEntries(items.map((one) => [one.subject, one.id]));
  return { id, of };
}

/** A template and a rule pack of this run: what a manager rates is the score. */
async function settings({ run, sendAsHr }) {
  const name = `desk-${run}`;
  await sendAsHr('/rule-packs', {
    ...{ name, version: 1, total: 'manager', daysMin: 1, rules: [] },
    parts: { manager: { kind: 'rated', scale, ratingsMin: 1 } },
    result: { scale, decimals: 2 },
  });
  await sendAsHr('/review-templates', {
    ...{ name, version: 1, languages: ['en'], defaultLanguage: 'en', inputs: [] },
    scale: { name: 'one-to-five', ...scale, anchors: [1, 2, 3, 4, 5].map((one) => one * million) },
    sections: [
      {
        role: 'self',
        items: [
          { id: 'result', kind: 'rating', required: false },
          { id: 'proud', kind: 'text', required: true },
        ],
      },
      {
        role: 'manager',
        items: [
          { id: 'result', kind: 'rating', required: true, part: 'manager' },
          { id: 'summary', kind: 'text', required: true },
        ],
      },
      { role: 'peer', items: [{ id: 'noticed', kind: 'text', required: true }] },
    ],
    words: {
      ...{ 'title.en': `The year at the desk (${run})`, 'item.result.en': 'What was achieved' },
      ...{ 'item.proud.en': 'What are you proud of?', 'item.summary.en': 'In a few sentences' },
      'item.noticed.en': 'What have you noticed?',
      ...{ 'anchor.1000000.en': 'Far below', 'anchor.2000000.en': 'Below' },
      ...{ 'anchor.3000000.en': 'As agreed', 'anchor.4000000.en': 'Above' },
      'anchor.5000000.en': 'Far above',
    },
  });
  const pin = { id: name, version: 1 };
  return { template: pin, pack: pin };
}

/** Six people who answer to the holder of the token, each with the rating that they get. */
async function seatDesk({ run, company, send }) {
  const { named } = company;
  const [unit, from] = [named('desk'), '2026-01-01'];
  const people = ['kim', 'lea', 'max', 'noa', 'oz', 'pam'].map((one, at) => {
    return [named(one), (2 + (at % 3)) * million];
  });
  await send('/structure', {
    changes: [
      // Beside the board: what is counted below that is of other steps.
      { type: 'EstablishUnit', unit, parent: null, from, name: `Desk (${run})` },
      ...people.map((_, at) => ({
        ...{ type: 'EstablishPost', post: named(`seat-${at}`), unit, manager: named('boss') },
        ...{ fte: 1, grade: null, from, title: 'Desk' },
      })),
    ],
  });
  for (const [at, [person]] of people.entries()) {
    const name = at === 0 ? hostileName : `${person} of the desk`;
    const mail = `${person}@firm.example`;
    await send('/people', { person, name, mail, post: named(`seat-${at}`), from });
  }
  return { unit, people };
}

/** A unit of the holder of the third token, who answers to the one of the first; its code. */
async function seatAlone({ url, token, colleague, company, send }) {
  const { named } = company;
  const [unit, post] = [named('corner'), named('corner-seat')];
  const from = '2026-01-01';
  await send('/structure', {
    changes: [
      { type: 'EstablishUnit', unit, parent: null, from, name: 'The corner' },
      {
        ...{ type: 'EstablishPost', post, unit, manager: named('boss'), fte: 1, grade: null },
        ...{ from, title: 'Corner' },
      },
    ],
  });
  await sit({ url, token, send }, subjectOf(colleague), post, from);
  return unit;
}

/**
 * What is known of the second one of the desk before reviews are opened: a goal, a note, and what
 * customers answered. `late` is told once it is pinned, of a time before that.
 */
async function seedKnown({ url, token, run, desk, send, sendAsHr }) {
  const [, [person]] = desk.people;
  const effectiveAt = '2026-03-01T00:00:00.000Z';
  const { id: goal } = await send('/goals', {
    ...{ owner: `person:${person}`, title: `The queue is gone by noon (${run})`, effectiveAt },
    period: { name: `desk-${run}`, start: '2026-01-01', end: '2026-12-31' },
    keyResults: [
      { id: 'queue', name: 'Waiting at noon', measure: { kind: 'decrease', start: 40, target: 0 } },
    ],
  });
  await send(`/goals/${goal}/activate`, { kind: 'committed', effectiveAt });
  const checkIn = { keyResultId: 'queue', narrative: 'Two more at the desk.' };
  const at = `/goals/${goal}/check-ins`;
  await send(at, { ...checkIn, value: 30, effectiveAt: '2026-04-01T00:00:00.000Z' });
  const note = { subject: person, kind: 'praise', visibility: 'author-subject-and-manager' };
  // Feedback follows who is here, a moment behind.
  await until(() => sendAsHr('/feedback/notes', { ...note, message: hostileTitle }));
  const lines = [10, 9, 9, 7, 10, 4].map((score, index) => ({
    ...{ key: `queue-${index}`, source: `queue-${run}`, transaction: `visit-${index}` },
    ...{ occurredOn: daysAgo(20), answeredAt: `${daysAgo(19)}T08:00:00Z`, channel: 'screen' },
    // A place of its own: charts of other steps count what is answered at theirs.
    ...{ touchpoint: `queue-${run}`, location: `queue-${run}` },
    ...{ answers: [{ metric: 'nps', score }], attribution: [{ person, share: 1 }] },
  }));
  await importResponses({ url, token, lines });
  return { late: () => send(at, { ...checkIn, value: 10, effectiveAt: '2026-05-01T00:00:00Z' }) };
}

/** Who takes part in a session is somebody of the house: the partners of HR join once. */
async function sits({ url, token, send }) {
  const headers = { authorization: `Bearer ${token}` };
  for (const [person, name] of [
    ['hr', 'Hana of HR'],
    ['deputy', 'Hugo of HR'],
  ]) {
    const found = await fetch(new URL(`/people/${person}`, url), { headers });
    if (found.ok) continue;
    await send('/people', { person, name, post: null, from: '2026-01-01' });
  }
}

function reader(url, token) {
  return async (path) => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(new URL(path, url), { headers });
    if (!response.ok) throw new Error(`GET ${path} answered ${response.status}`);
    return response.json();
  };
}

const untilMsMax = 60_000;

/** What policies do follows a moment later. */
export async function until(holds) {
  const deadline = Date.now() + untilMsMax;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`It did not come to that: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
