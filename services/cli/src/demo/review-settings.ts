import { founded } from './organisation.ts';
import { peoplePartner, seats } from './cast.ts';
import { randomOf } from './random.ts';
import { Script, type Thread } from './script.ts';
import type { Telling } from './strategy.ts';

/** Ratings are whole millionths. */
export const million = 1_000_000;

const oneToFive = { min: million, max: 5 * million };

/** How a score comes about, and what is asked: both of the name of the company, version 1. */
export const pinned = { id: 'kestrel', version: 1 } as const;

const pack = {
  ...{ name: pinned.id, version: pinned.version, total: 'all', daysMin: 30, rules: [] },
  parts: {
    all: {
      kind: 'weighed',
      of: [
        { part: 'goals', weight: 40 },
        { part: 'manager', weight: 40 },
        { part: 'peers', weight: 20 },
      ],
    },
    goals: { kind: 'rated', scale: { min: 0, max: million }, ratingsMin: 1 },
    manager: { kind: 'rated', scale: oneToFive, ratingsMin: 1 },
    peers: { kind: 'rated', scale: oneToFive, ratingsMin: 3 },
  },
  result: { scale: oneToFive, decimals: 2 },
};

const template = {
  ...{ name: pinned.id, version: pinned.version, languages: ['en', 'de'], defaultLanguage: 'en' },
  scale: { name: 'one-to-five', ...oneToFive, anchors: [1, 2, 3, 4, 5].map((at) => at * million) },
  sections: [
    { role: 'self', items: [{ id: 'proud', kind: 'text', required: true }] },
    {
      role: 'manager',
      items: [
        { id: 'result', kind: 'rating', required: true, part: 'manager' },
        { id: 'growth', kind: 'rating', required: true, part: 'manager' },
        { id: 'summary', kind: 'text', required: true },
      ],
    },
    {
      role: 'peer',
      items: [
        { id: 'teamwork', kind: 'rating', required: true, part: 'peers' },
        { id: 'keep', kind: 'text', required: false },
      ],
    },
  ],
  inputs: [{ part: 'goals', from: 'goals' }],
  words: {
    ...{ 'title.en': 'Looking back', 'title.de': 'Rückblick' },
    ...{ 'anchor.1000000.en': 'Far below', 'anchor.2000000.en': 'Below' },
    ...{ 'anchor.3000000.en': 'As agreed', 'anchor.4000000.en': 'Above' },
    'anchor.5000000.en': 'Far above',
    ...{ 'item.proud.en': 'What are you proud of?', 'item.proud.de': 'Worauf sind Sie stolz?' },
    ...{ 'item.result.en': 'What was achieved', 'item.growth.en': 'What was learnt' },
    ...{ 'item.summary.en': 'In a few sentences', 'item.teamwork.en': 'Working together' },
    'item.keep.en': 'What should stay as it is?',
  },
};

/** What reviews ask, and how they are scored, is published before the first one. */
export function settingsThread({ now }: Telling): Thread {
  const script = new Script({ now, as: peoplePartner });
  const at = Date.parse(founded);
  script.add(at, '/rule-packs', pack);
  script.add(at, '/review-templates', template);
  return { name: 'reviews/settings', steps: script.steps, once: 'founded', inPerson: true };
}

/** What people were rated before, in another system; somebody was not. */
export function pastReviewsThread({ seed, quarters }: Telling): Thread {
  const year = Number(quarters[0]?.start.slice(0, 4)) - 1;
  const cycle = `paper-${year}`;
  const lines = seats.map(({ person }, at) => {
    const rating = randomOf(seed, cycle, person).whole(2, 4);
    const rated = at === seats.length - 1 ? {} : { rating };
    const period = { from: `${year}-01-01`, to: `${year}-12-31` };
    return {
      name: person,
      body: { cycle, person, ...period, scale: { min: 1, max: 4 }, ...rated },
    };
  });
  const step = { as: peoplePartner, path: '/past-reviews/import', body: {}, lines };
  return { name: `reviews/${cycle}`, steps: [step], once: cycle, inPerson: true };
}
