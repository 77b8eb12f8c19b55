import { administrator, hrPartner, steady } from './cast.ts';
import { founded } from './organisation.ts';
import { monthsBegun } from './periods.ts';
import { randomOf, workHour } from './random.ts';
import { msPerDay, Script, type Thread } from './script.ts';
import type { Telling } from './strategy.ts';

export const recognitionsAMonth = 5;
/**
 * All that is played draws on the allowance of the month in which it is played: points of a month
 * that is over cannot be given any more.
 */
export const monthlyAllowance = 200;

const values = [
  { id: 'care', name: 'We care for those who use it' },
  { id: 'craft', name: 'We take pride in our craft' },
  { id: 'courage', name: 'We say what is hard to say' },
] as const;

const rewards = [
  { id: 'book', name: 'A book of your choice', cost: 60 },
  { id: 'day-off', name: 'A day off', cost: 120 },
] as const;

export function programmeThread({ now }: Telling): Thread {
  const script = new Script({ now, as: administrator });
  const terms = { values, monthlyAllowance, pointsPerRecognitionMax: 50, rewards };
  script.add(Date.parse(founded), '/reward-programme', terms);
  return { name: 'programme', steps: script.steps, once: 'founded' };
}

const notes = {
  care: [
    'You drove out on a Saturday, so that they could open on Monday.',
    'You called every one of them back, also those who had only nice things to say.',
  ],
  craft: [
    'The test that you wrote in May has caught it in August.',
    'Nobody noticed the move, which is the best that can be said of one.',
  ],
  courage: [
    'You said that the date could not be held, when all others nodded.',
    'You told the customer that it was our mistake, before they asked.',
  ],
} as const;

/** One gives points to another, or to two, every month; and enough to some to redeem them. */
export function recognitionThreads(telling: Telling): Thread[] {
  const { seed, now, quarters, previous, current } = telling;
  const monthly = monthsBegun(quarters, now).flatMap((month) =>
    Array.from({ length: recognitionsAMonth }, (_, at): Thread => {
      const name = `recognitions/${month.name}/${at + 1}`;
      const random = randomOf(seed, name);
      const [year = 0, number = 0] = month.name.split('-').map(Number);
      // All take turns, so that nobody runs out of points.
      const turn = (year * 12 + number) * recognitionsAMonth + at;
      const giver = steady[(turn * 7) % steady.length] ?? hrPartner;
      const first = random.pick(steady.filter((one) => one !== giver));
      const second = random.pick(steady.filter((one) => one !== giver && one !== first));
      const receivers = random.chance(0.25) ? [first, second] : [first];
      const value = random.pick(values).id;
      const points = random.pick([0, 10, 20, 25]);
      const given = Date.parse(month.start) + random.whole(0, 25) * msPerDay + workHour(random);
      const script = new Script({ now, as: giver });
      const note = random.pick<string>(notes[value]);
      script.add(given, '/recognitions', { receivers, value, points, note });
      return { name, steps: script.steps, once: month.name, inPerson: true };
    }),
  );
  const earned = gifts.map(({ from, to, value, points, day, note }, at): Thread => {
    const script = new Script({ now, as: from });
    const given = Date.parse(previous.start) + (day + 0.5) * msPerDay;
    script.add(given, '/recognitions', { receivers: to, value, points, note });
    const name = `recognitions/earned-${at + 1}`;
    return { name, steps: script.steps, once: current.name, inPerson: true };
  });
  return [...monthly, ...earned];
}

interface Gift {
  readonly from: string;
  readonly to: readonly string[];
  readonly value: keyof typeof notes;
  readonly points: number;
  /** Days after the beginning of the quarter before the last. */
  readonly day: number;
  readonly note: string;
}

/** By these, three of the company have earned a reward. */
const gifts: readonly Gift[] = [
  {
    ...{ from: 'noor', to: ['pia', 'sven'], value: 'craft', points: 40, day: 12 },
    note: 'A release every second day, and no night lost over one.',
  },
  {
    ...{ from: 'ivan', to: ['pia'], value: 'care', points: 30, day: 18 },
    note: 'You took the call of a customer that was mine, and solved it.',
  },
  {
    ...{ from: 'cleo', to: ['bo'], value: 'care', points: 50, day: 15 },
    note: 'Forty calls on the day of the outage, each of them a friendly one.',
  },
  {
    ...{ from: 'eshe', to: ['bo'], value: 'courage', points: 40, day: 27 },
    note: 'You stopped the delivery that would have gone wrong.',
  },
  {
    ...{ from: 'goran', to: ['bo', 'farah'], value: 'craft', points: 30, day: 33 },
    note: 'The two of you rewrote the answers that we all copy from.',
  },
  {
    ...{ from: 'ada', to: ['farah'], value: 'courage', points: 40, day: 36 },
    note: 'You told us that the discount would not win them. You were right.',
  },
];

/** One reward is handed out, one is declined and its points go back, one waits to be decided. */
export function redemptionThreads({ now, previous, current }: Telling): Thread[] {
  const before = Date.parse(previous.start);
  const thread = (person: string, reward: string, at: number, decision?: object): Thread => {
    const script = new Script({ now, as: person });
    script.add(at, '/redemptions', { reward }, 'redemption');
    if (decision !== undefined) {
      const path = '/redemptions/{redemption}/decide';
      script.add(at + 2 * msPerDay, path, decision, undefined, hrPartner);
    }
    const name = `redemptions/${person}`;
    return { name, steps: script.steps, once: current.name, inPerson: true };
  };
  const reason = 'The desk is short of hands in that month. Ask again in the next one.';
  return [
    thread('pia', 'book', before + 45.5 * msPerDay, { outcome: 'fulfil' }),
    thread('bo', 'day-off', before + 52.5 * msPerDay, { outcome: 'decline', reason }),
    thread('farah', 'book', before + 83.5 * msPerDay),
  ];
}
