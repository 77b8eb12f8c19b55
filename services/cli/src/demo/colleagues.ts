import { delegate, managerOf, onLeave, steady } from './cast.ts';
import { units, type Unit } from './company.ts';
import { monthsBegun, type DemoPeriod } from './periods.ts';
import { randomOf, workHour } from './random.ts';
import { dayAfter, msPerDay, Script, type Thread } from './script.ts';
import type { Telling } from './strategy.ts';

export const notesAMonth = 8;

/** What people say to each other, month by month, and a few requests that have a story. */
export function colleagueThreads(telling: Telling): Thread[] {
  return [...noteThreads(telling), ...requestThreads(telling), ...oneToOneThreads(telling)];
}

const visibilities = [
  'author-and-subject',
  'author-subject-and-manager',
  'public',
  'manager-only',
] as const;

const messages = {
  praise: [
    'You stayed calm when the customer was not, and they came back the week after.',
    'Your notes from the visit saved the rest of us a day.',
    'You said early that it would be late. That helped more than you know.',
    'The newcomers ask for you first, and I see why.',
  ],
  suggestion: [
    'Tell us earlier what you need. We would have moved things for you.',
    'Try it with two customers before you write the long version.',
    'Let others finish their sentence; the quiet ones had the answer on Tuesday.',
  ],
  observation: [
    'In the last three meetings you spoke for most of the hour.',
    'Since you took the board over, work that waits is seen the same day.',
    'You answered eleven of the twelve mails within a day.',
  ],
} as const;

/** Every class of visibility each month; one note is widened later, and now and then one goes. */
function noteThreads({ seed, now, quarters }: Telling): Thread[] {
  return monthsBegun(quarters, now).flatMap((month) =>
    Array.from({ length: notesAMonth }, (_, at): Thread => {
      const name = `notes/${month.name}/${at + 1}`;
      const random = randomOf(seed, name);
      const author = random.pick(steady);
      const near = random.chance(0.75) ? colleaguesOf(author) : steady;
      const subject = random.pick(near.filter((person) => person !== author));
      const kind = random.pick(['praise', 'praise', 'suggestion', 'observation'] as const);
      const message = random.pick<string>(messages[kind]);
      const given = Date.parse(month.start) + random.whole(0, 24) * msPerDay + workHour(random);
      const script = new Script({ now, as: author });
      const [visibility, links] = [visibilities[at % 4], linksOf(subject, month, quarters, at)];
      const note = { subject, visibility, kind, message, ...links };
      script.add(given, '/feedback/notes', note, 'note');
      if (at === 0) {
        const wider = { to: 'public', reason: 'Others can learn from it.' };
        script.add(given + 2 * msPerDay, '/feedback/notes/{note}/widen', wider);
      }
      if (at === 1 && random.chance(0.4)) {
        const reason = 'I had mistaken whose work it was.';
        script.add(given + 3 * msPerDay, '/feedback/notes/{note}/retract', { reason });
      }
      return { name, steps: script.steps, once: month.name, inPerson: true };
    }),
  );
}

/** Half of the notes speak of a goal of the subject's unit, or of a value of the company. */
function linksOf(
  subject: string,
  { start }: DemoPeriod,
  quarters: readonly DemoPeriod[],
  at: number,
): object {
  const unit = unitOf(subject);
  const quarter = quarters.findLast((one) => one.start <= start);
  if (at % 4 === 1) return { links: [{ value: 'craft' }] };
  if (at % 4 !== 2 || unit === undefined || quarter === undefined) return {};
  return { links: [{ goal: `{${quarter.name}/${unit.id}/goal-1:goal}` }] };
}

function unitOf(person: string): Unit | undefined {
  return units.find(({ people }) => people.includes(person));
}

function colleaguesOf(person: string): readonly string[] {
  return steady.filter((one) => one !== person && unitOf(one) === unitOf(person));
}

interface Asking {
  readonly by: string;
  readonly about?: string;
  readonly from: string;
  /** Days after the beginning of the quarter before the last. */
  readonly day: number;
  readonly question: string;
  readonly answer?: string;
  readonly declined?: string;
}

const askings: readonly Asking[] = [
  {
    ...{ by: 'omar', from: 'pia', day: 20 },
    question: 'How did the handover of the billing module go for you?',
    answer: 'Well prepared. The list of open ends was what I needed most.',
  },
  {
    ...{ by: 'hana', about: 'jun', from: 'kofi', day: 31 },
    question: 'You worked with Jun on the first hour. What should they do more of?',
    answer: 'Bring the rough sketch. Theirs change the talk, the polished ones end it.',
  },
  {
    ...{ by: 'sven', from: 'rosa', day: 58 },
    question: 'Are my reviews any help, or only late?',
    answer: 'Both. An hour on the same day is worth more than a long one on Friday.',
  },
  {
    ...{ by: 'dana', from: 'farah', day: 40 },
    question: 'How do I come across in the first call with a customer?',
    declined: 'I have sat in one call only. Ask Goran, who has heard ten.',
  },
  {
    ...{ by: 'gita', from: 'hugo', day: 66 },
    question: 'What would have made the audit easier for your shift?',
    declined: 'I was away in that week.',
  },
];

/** Those that are open still are waited for until the last quarter ends. */
const waiting: readonly Pick<Asking, 'by' | 'from' | 'question'>[] = [
  { by: 'uma', from: 'tuan', question: 'What one thing would make my designs easier to build?' },
  { by: 'leo', from: 'mina', question: 'How useful were the interviews that I led this spring?' },
];

function requestThreads({ now, current, previous }: Telling): Thread[] {
  const before = Date.parse(previous.start);
  const told = askings.map(({ by, about = by, from, day, ...said }, at): Thread => {
    const script = new Script({ now, as: by });
    const asked = before + (day + 0.4) * msPerDay;
    const { question, answer: message, declined: reason } = said;
    const request = { subject: about, from, due: dayAfter(asked, 14), question };
    script.add(asked, '/feedback/requests', request, 'request');
    if (message !== undefined) {
      const visibility = about === by ? 'author-and-subject' : 'author-subject-and-manager';
      const note = { subject: about, visibility, kind: 'observation', message };
      const answer = { ...note, links: [{ request: '{request}' }] };
      script.add(asked + 5 * msPerDay, '/feedback/notes', answer, undefined, from);
    } else {
      const path = '/feedback/requests/{request}/decline';
      script.add(asked + 2 * msPerDay, path, { reason }, undefined, from);
    }
    return asRequest(`requests/${at + 1}`, script, current);
  });
  const open = waiting.map(({ by, from, question }, at): Thread => {
    const script = new Script({ now, as: by });
    const request = { from, due: current.end, topic: { value: 'craft' }, question };
    script.add(Date.parse(current.start) - 0.6 * msPerDay, '/feedback/requests', request);
    return asRequest(`requests/open-${at + 1}`, script, current);
  });
  return [...told, ...open];
}

function asRequest(name: string, { steps }: Script, { name: once }: DemoPeriod): Thread {
  return { name, steps, once, inPerson: true };
}

const agenda = [
  'What went well since we last met',
  'What is in your way',
  'The next check-in',
  'What you want to learn this year',
  'Load, and what can wait',
] as const;

const actions = [
  'Write down what we promise the customer, on one page',
  'Ask for two days a week without meetings',
  'Show the draft to three colleagues',
  'Find somebody to learn it from',
  'Clear the list of what has waited for a month',
] as const;

/** Each lead meets one of theirs in every month of the last two quarters. */
function oneToOneThreads({ seed, now, previous, current }: Telling): Thread[] {
  return monthsBegun([previous, current], now).flatMap((month) =>
    units.map((unit): Thread => {
      const name = `one-to-ones/${month.name}/${unit.id}`;
      const random = randomOf(seed, name);
      // Who is away meets nobody.
      const lead = unit.lead === onLeave ? delegate : unit.lead;
      const theirs = unit.people.filter((one) => steady.includes(one) && one !== lead);
      const other = random.pick(theirs.filter((one) => managerOf(one, unit) === lead));
      const met = Date.parse(month.start) + random.whole(3, 20) * msPerDay + workHour(random);
      const script = new Script({ now, as: lead });
      const points = [random.pick(agenda.slice(0, 2)), random.pick(agenda.slice(2))];
      const meeting = { with: other, on: dayAfter(met, 0), agenda: points };
      script.add(met, '/feedback/one-to-ones', meeting, 'meeting');
      for (const [at, owner] of [other, lead].slice(0, random.whole(1, 2)).entries()) {
        const days = random.whole(7, 24);
        const agreed = { owner, due: dayAfter(met, days), action: random.pick<string>(actions) };
        const path = '/feedback/one-to-ones/{meeting}/actions';
        const id = `action${at + 1}`;
        script.add(met + (at + 1) * 60_000, path, agreed, id);
        const done = met + (days - 2) * msPerDay;
        if (random.chance(0.7)) script.add(done, `${path}/{${id}}/complete`, {}, undefined, owner);
        else if (random.chance(0.3)) {
          const reason = 'The team has taken it on as a whole.';
          script.add(done, `${path}/{${id}}/drop`, { reason });
        }
      }
      return { name, steps: script.steps, once: month.name, inPerson: true };
    }),
  );
}
