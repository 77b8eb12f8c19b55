import { serviceManager, steady } from './cast.ts';
import { units } from './company.ts';
import { monthsBegun } from './periods.ts';
import { randomOf, workHour, type Random } from './random.ts';
import { dayAfter, msPerDay, Script, type Line, type Thread } from './script.ts';
import type { Telling } from './strategy.ts';

export const responsesAMonth = 30;

const responsesName = 'responses';

/** Where customers meet the company, and how content they are there (0 to 1), for a start. */
export const locations = [
  { id: 'harbour', content: 0.86 },
  { id: 'old-town', content: 0.72 },
  { id: 'north-gate', content: 0.58 },
  { id: 'online', content: 0.78 },
] as const;

/**
 * Places so new that too few have answered for anything to be shown of them. If there were only
 * one, a place with many answers would have to be hidden beside it: the total would tell.
 */
export const newLocations = { kiosk: 'station-kiosk', stand: 'fair-stand' } as const;

/** What customers come for, and whose work it is. */
export const touchpoints = [
  { id: 'purchase', unit: 'sales' },
  { id: 'delivery', unit: 'operations' },
  { id: 'repair', unit: 'operations' },
  { id: 'support', unit: 'support' },
  { id: 'demonstration', unit: 'product' },
  { id: 'installation', unit: 'engineering' },
] as const;

const comments = {
  good: ['Quick, friendly, done.', 'They told me what it would cost before they began.'],
  middling: ['It works now. It took two visits.', 'Fine, once somebody picked up the phone.'],
  bad: ['I explained it four times.', 'Nobody called back, as was promised twice.'],
} as const;

/** The answers of all months, as the tool with which customers are asked would bring them in. */
export function responsesThread(telling: Telling): Thread {
  const { seed, now, quarters, current } = telling;
  const monthly = monthsBegun(quarters, now).flatMap((month) =>
    Array.from({ length: responsesAMonth }, (_, at): Line => {
      const name = `${month.name}/${at + 1}`;
      const random = randomOf(seed, responsesName, name);
      const day = Date.parse(month.start) + random.whole(0, 27) * msPerDay;
      return { name, body: responseOf(random, day) };
    }),
  );
  const lines = [...monthly, ...storied(telling)].filter(({ body }) => {
    return Date.parse(String(body['answeredAt'])) <= now;
  });
  const path = '/customer-responses/import';
  const steps = [{ as: serviceManager, path, body: {}, lines }];
  return { name: responsesName, steps, once: current.name };
}

function responseOf(random: Random, day: number): Line['body'] {
  const location = random.pick(locations);
  const touchpoint = random.pick(touchpoints);
  const content = Math.min(1, Math.max(0, location.content + random.between(-0.45, 0.3)));
  const channel = location.id === 'online' ? random.pick(['web', 'mail']) : 'store';
  const by = random.chance(0.3) ? 'phone' : channel;
  const comment = random.chance(0.25) ? { comment: random.pick(commentsOf(content)) } : {};
  return {
    ...asked(day, day + msPerDay + workHour(random), location.id, touchpoint.id, by),
    answers: answersOf(random, content, touchpoint.id),
    ...comment,
    ...attributionOf(random, touchpoint.unit),
  };
}

export function asked(
  day: number,
  answered: number,
  location: string,
  touchpoint: string,
  by: string,
) {
  return {
    ...{ source: 'after-sales', occurredOn: dayAfter(day, 0) },
    ...{ answeredAt: new Date(answered).toISOString(), touchpoint, channel: by, location },
  };
}

/** Who leaves a question out has said nothing of it: that is no score of 0. */
function answersOf(random: Random, content: number, touchpoint: string): object[] {
  const on = (metric: string, min: number, max: number): object => {
    if (random.chance(0.08)) return { metric, noAnswer: 'blank' };
    const score = min + (max - min) * content + random.between(-0.5, 0.5);
    return { metric, score: Math.round(Math.min(max, Math.max(min, score))) };
  };
  const isHelp = touchpoint === 'repair' || touchpoint === 'support';
  return [on('nps', 0, 10), on('csat', 1, 5), ...(isHelp ? [on('ces', 1, 7)] : [])];
}

export function commentsOf(content: number): readonly string[] {
  if (content >= 0.8) return comments.good;
  return content >= 0.5 ? comments.middling : comments.bad;
}

/** Of most it is known whose work they tell of: a unit's, or in part that of one of its people. */
function attributionOf(random: Random, unit: string): object {
  if (random.chance(0.3)) return {};
  const people = units.find(({ id }) => id === unit)?.people ?? [];
  const person = random.pick(people.filter((one) => steady.includes(one)));
  if (random.chance(0.5)) return { attribution: [{ unit, share: 1 }] };
  return {
    attribution: [
      { person, share: 0.6 },
      { unit, share: 0.4 },
    ],
  };
}

/** The few answers of the new places, and those that have a story of their own. */
function storied({ previous }: Telling): Line[] {
  const before = Date.parse(previous.start);
  const line = (
    name: string,
    at: number,
    place: string,
    of: string,
    scores: number[],
    more = {},
  ) => {
    const [nps, csat] = scores;
    const day = before + at * msPerDay;
    const answers = [
      { metric: 'nps', score: nps },
      { metric: 'csat', score: csat },
    ];
    const body = { ...asked(day, day + 1.5 * msPerDay, place, of, 'store'), answers, ...more };
    return { name: `${previous.name}/${name}`, body };
  };
  const shared = [
    { person: 'goran', share: 0.7 },
    { unit: 'sales', share: 0.3 },
  ];
  return [
    line('new-1', 20, newLocations.kiosk, 'purchase', [9, 5]),
    line('new-2', 34, newLocations.kiosk, 'purchase', [6, 3]),
    line('new-3', 61, newLocations.kiosk, 'repair', [10, 5]),
    line('new-4', 63, newLocations.stand, 'purchase', [8, 4]),
    line('new-5', 64, newLocations.stand, 'purchase', [5, 2]),
    line('disputed', 40, 'north-gate', 'purchase', [2, 1], {
      comment: 'I was sold the wrong size, and had to pay for the way back.',
      attribution: shared,
    }),
    line('called-back', 48, 'old-town', 'support', [1, 2], {
      comment: 'Three weeks, and then it broke again.',
      attribution: [{ person: 'bo', share: 1 }],
    }),
    line('unknown', 55, 'harbour', 'delivery', [4, 3], { comment: 'It came a day late.' }),
    ...Array.from({ length: outageAnswers }, (_, at) =>
      line(`outage-${at + 1}`, outageDay(before) + (at % 4), 'online', 'purchase', [at % 3, 1]),
    ),
  ];
}

/** In one week the shop was down: so many have told what they think of it. */
export const outageAnswers = 18;

/** The Monday of the fifth week of a quarter, in days after its beginning. */
function outageDay(quarterStart: number): number {
  return 28 + ((8 - new Date(quarterStart).getUTCDay()) % 7);
}

/** The response with a story, by its id. */
export function storiedResponse({ previous }: Telling, name: string): string {
  return `{${responsesName}:${previous.name}/${name}}`;
}

/** One attribution is disputed and settled, one is made later, and one customer is called back. */
export function responseSequels(telling: Telling): Thread[] {
  const { now, previous, current } = telling;
  const day = (days: number): number => Date.parse(previous.start) + days * msPerDay;
  const thread = (name: string, as: string, tell: (script: Script, path: string) => void) => {
    const script = new Script({ now, as });
    tell(script, `/customer-responses/${storiedResponse(telling, name)}`);
    return { name: `responses/${name}`, steps: script.steps, once: current.name, inPerson: true };
  };
  return [
    thread('disputed', 'goran', (script, path) => {
      const reason = 'I was on leave that day. The order is from the counter.';
      script.add(day(44), `${path}/dispute`, { reason });
      const shares = [
        { person: 'goran', share: 0.2 },
        { unit: 'sales', share: 0.8 },
      ];
      const settled = { person: 'goran', outcome: 'partly', shares };
      const because = 'The sale was the counter’s; the offer was Goran’s.';
      script.add(day(46), `${path}/settle`, { ...settled, reason: because }, undefined, 'ada');
    }),
    thread('called-back', 'bo', (script, path) => {
      const reason = 'I called. A spring was missing; they have a new one since Thursday.';
      script.add(day(52), `${path}/close`, { cause: 'spare-part-missing', reason });
    }),
    thread('unknown', serviceManager, (script, path) => {
      const shares = [{ unit: 'operations', share: 1 }];
      script.add(day(58), `${path}/attribute`, { shares });
    }),
  ];
}
