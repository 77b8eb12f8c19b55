// A review cycle of a whole company through the routes: everybody's own section, one colleague's
// and the manager's; a session over some reviews; and a rating that each manager finalises.
import { join } from 'node:path';
import { get, post, read, shared, tokenOf } from './client.mjs';
import { personOf, reportsOfEach } from './company.mjs';
import { root } from './ground.mjs';

const lib = (path) => import(join(root, path));
const { yearlyPack, yearlyTemplate, yearlyWords } = await lib(
  'services/reviews/dist/settings.examples.js',
);
const { reviewIdOf } = await lib('services/reviews/dist/cycles.launch.js');

const million = 1_000_000;
/** No answer of customers is made here: what was measured is of goals alone. */
export const packs = [
  { ...yearlyPack, name: 'bench', parts: partsOf({ goals: 40, manager: 40, peers: 20 }) },
  // What the same ratings would have come to.
  { ...yearlyPack, name: 'bench-else', parts: partsOf({ goals: 20, manager: 60, peers: 20 }) },
];
const template = { ...yearlyTemplate, inputs: [{ part: 'goals', from: 'goals' }] };

function partsOf(weights) {
  const { goals, manager, peers } = yearlyPack.parts;
  const of = Object.entries(weights).map(([part, weight]) => ({ part, weight }));
  return { all: { kind: 'weighed', of }, goals, manager, peers: { ...peers, ratingsMin: 1 } };
}

/** Everybody with somebody above; the first one has nobody who could rate them. */
export function* reviewed(people) {
  for (let no = 1; no < people; no += 1) yield no;
}
export const managerOf = (no) => Math.floor((no - 1) / reportsOfEach);

/** The next one below the same manager; the last of them asks the first. */
function colleagueOf(no, people) {
  const first = managerOf(no) * reportsOfEach + 1;
  const last = Math.min(first + reportsOfEach, people) - 1;
  return no === last ? first : no + 1;
}

/** Asks in the name of one person after another. */
export function askers({ url, dataDir }) {
  const tokens = new Map();
  const as = async (sub, roles) => {
    if (!tokens.has(sub)) tokens.set(sub, tokenOf(dataDir, sub, roles));
    return tokens.get(sub);
  };
  return {
    token: as,
    post: async (no, path, body) => post(url, await as(personOf(no)), path, body),
    get: async (no, path, headers) => get(url, await as(personOf(no)), path, headers),
    read: async (no, path) => read(url, await as(personOf(no)), path),
    hr: {
      post: async (path, body) => post(url, await as('hana', ['hr-partner']), path, body),
      get: async (path) => get(url, await as('hana', ['hr-partner']), path),
    },
  };
}

/** Plans a cycle of everybody; its id, and how reviews of it are named. */
export async function planned({ hr }) {
  for (const pack of packs) await hr.post('/rule-packs', pack);
  await hr.post('/review-templates', { ...template, words: yearlyWords });
  const { answer } = await hr.post('/review-cycles', {
    ...{ title: 'A year', period: { from: '2026-01-01', to: '2026-12-31' } },
    ...{ template: { id: template.name, version: 1 }, pack: { id: packs[0].name, version: 1 } },
    peers: { mode: 'named', min: 1 },
    due: { ...{ self: '2027-01-31', peer: '2027-01-31' }, manager: '2027-01-31', ...afterwards },
  });
  const { id } = answer;
  return { id, reviewOf: (no) => `/reviews/${reviewIdOf('main', id, personOf(no))}` };
}

const afterwards = { acknowledge: '2027-02-28' };

/** Until every review is open: the cycle then collects by itself. */
export async function launched({ hr }, { id }, pauseMs = 100) {
  const started = performance.now();
  await hr.post(`/review-cycles/${id}/launch`, {});
  const pinnedSeconds = secondsSince(started);
  for (;;) {
    const { answer } = await hr.get(`/review-cycles/${id}`);
    const { stage, n } = answer.reviewCycle;
    if (stage === 'collecting') {
      const seconds = secondsSince(started);
      return { pinnedSeconds, seconds, perSecond: n / seconds, reviews: n };
    }
    await new Promise((done) => setTimeout(done, pauseMs));
  }
}

/** One review with so many facts: the own section, written anew time after time. */
export async function rewritten(by, { reviewOf }, no, versions) {
  for (let version = 0; version < versions; version += 1) {
    await by.post(no, `${reviewOf(no)}/sections`, ownSection(no, `Version ${version}.`));
  }
}

const ownSection = (no, proud) => {
  return { role: 'self', ratings: rated(no + 1, ['result']), texts: { proud } };
};
const rated = (no, items) => items.map((item) => ({ item, rating: ratingOf(no) }));
const ratingOf = (no) => (1 + ((no * 7) % 5)) * million;

/** Everything that is written, each kind a second. */
export async function written(by, { reviewOf }, people) {
  const each = (work) => ratePerSecond([...reviewed(people)], work);
  const sections = (no, author, section) => {
    return by.post(author, `${reviewOf(no)}/sections`, section);
  };
  return {
    self: await each((no) => sections(no, no, ownSection(no, `What number ${no} did.`))),
    invited: await each((no) => {
      const reviewer = personOf(colleagueOf(no, people));
      return by.post(managerOf(no), `${reviewOf(no)}/invitations`, { role: 'peer', reviewer });
    }),
    peer: await each((no) =>
      sections(no, colleagueOf(no, people), {
        ...{ role: 'peer', ratings: rated(no + 2, ['teamwork']), texts: { keep: 'All of it.' } },
      }),
    ),
    // Each of these is scored at once: two facts.
    manager: await each((no) =>
      sections(no, managerOf(no), {
        ...{ role: 'manager', ratings: rated(no, ['result', 'growth']) },
        texts: { summary: `How number ${no} did.` },
      }),
    ),
  };
}

/** A session over so many reviews, of which every fourth is moved by half a point. */
export async function calibrated(by, cycle, { people, inSession, looked }) {
  await by.hr.post(`/review-cycles/${cycle.id}/calibrate`, {});
  const started = performance.now();
  const reviews = [...reviewed(people)].slice(-inSession).map((no) => cycle.reviewOf(no));
  const { answer, position } = await by.hr.post('/calibration-sessions', {
    ...{ cycleId: cycle.id, title: 'All', moderator: personOf(0) },
    members: [personOf(1), personOf(2)],
    reviews: reviews.map((path) => path.slice('/reviews/'.length)),
  });
  const path = `/calibration-sessions/${answer.id}`;
  const board = await entered(by, path, position);
  const enteredSeconds = secondsSince(started);
  const moved = board.filter((_, at) => at % 4 === 0);
  const adjustedPerSecond = await ratePerSecond(moved, (row) => adjusted(by, path, row));
  const { p50Ms, p99Ms } = await looked(path);
  await by.post(0, `${path}/lock`, {});
  const locking = performance.now();
  // They are told in their order.
  for (const review of reviews) await released(by, review);
  const carriedSeconds = secondsSince(locking);
  return { reviews: inSession, enteredSeconds, adjustedPerSecond, p50Ms, p99Ms, carriedSeconds };
}

/** By two people, as every change of a rating. */
async function adjusted(by, path, { reviewId, before }) {
  const to = before > 3 * million ? before - million / 2 : before + million / 2;
  const why = { reasonCode: 'evidence-overlooked', note: 'It was overlooked.' };
  const { answer } = await by.post(1, `${path}/adjustments`, { reviewId, to, ...why });
  await by.post(0, `${path}/adjustments/${answer.id}/decide`, { accepted: true });
}

/** Once what the session came to is in a review. */
async function released(by, review) {
  for (;;) {
    const { answer } = await by.hr.get(review);
    if (answer.review.stage !== 'in-calibration') return;
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** The board, once all that was named is in the session. */
async function entered(by, path, position) {
  for (;;) {
    const { answer } = await by.get(0, `${path}/board`, { 'read-after': position });
    if (answer.items.every(({ isIn }) => isIn)) return answer.items;
  }
}

/** Each manager reads what stands, and finalises it: once to read it, once to say it. */
export async function finalised(by, { reviewOf }, people) {
  const numbers = [...reviewed(people)];
  const ratings = new Map();
  const readPerSecond = await ratePerSecond(numbers, async (no) => {
    const { answer } = await by.get(managerOf(no), reviewOf(no));
    ratings.set(no, answer.review.rating);
  });
  const perSecond = await ratePerSecond(numbers, (no) => {
    return by.post(managerOf(no), `${reviewOf(no)}/finalise`, { rating: ratings.get(no) });
  });
  return { readPerSecond, perSecond };
}

async function ratePerSecond(all, work) {
  const started = performance.now();
  await shared(all, work);
  return all.length / secondsSince(started);
}

function secondsSince(started) {
  return (performance.now() - started) / 1_000;
}
