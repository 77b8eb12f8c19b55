import { hrPartner, house, onLeave, steady } from './cast.ts';
import { randomOf } from './random.ts';
import { dayAfter, Script, type Answering, type Thread } from './script.ts';
import type { Telling } from './strategy.ts';

const pulse = {
  ...{ owner: `unit:${house.id}`, kind: 'pulse', threshold: 5, segments: [{ id: 'unit' }] },
  ...{ audience: { kind: 'people', people: [...steady] } },
  ...{ languages: ['en', 'de'], defaultLanguage: 'en' },
  questions: [
    { id: 'proud', kind: 'rating', required: true },
    { id: 'grow', kind: 'rating', required: true },
    { id: 'recommend', kind: 'enps', required: false },
    { id: 'change', kind: 'comment', required: false },
  ],
};

const words = (title: string) => ({
  'title.en': title,
  'question.proud.en': 'I am proud of what we make.',
  'question.proud.de': 'Ich bin stolz auf das, was wir herstellen.',
  'question.grow.en': 'I learn what I want to learn.',
  'question.grow.de': 'Ich lerne, was ich lernen möchte.',
  'question.recommend.en': 'How likely would you recommend us as a place to work?',
  'question.change.en': 'What should change first?',
});

const comments = ['Fewer meetings on Mondays.', 'A second van.', 'Tell us sooner what is planned.'];

/**
 * A pulse survey that has ended, so that it has come to figures, and one that waits for the others
 * to answer. People take part under their names; what they answer has none.
 */
export function surveyThread({ seed, now, current }: Telling): Thread {
  const script = new Script({ now, as: hrPartner });
  const day = dayAfter(now, 0);
  const asked = steady.filter((person) => person !== onLeave);
  const ask = (name: string, title: string, closes: string, people: readonly string[]) => {
    script.add(now, '/surveys', { ...pulse, opens: day, closes, words: words(title) }, name);
    const path = `/surveys/{${name}}/answers`;
    const body = { effectiveAt: new Date(now).toISOString() };
    const answers = people.map((person) => answerOf(seed, name, person));
    script.steps.push({ as: hrPartner, path, body, answers });
  };
  ask('pulse', `How are we? ${current.name}`, dayAfter(now, 7), asked);
  script.add(now, '/surveys/{pulse}/close', { reason: 'Everybody who wanted to has answered.' });
  const half = asked.filter((_, at) => at % 2 === 0);
  ask('next', 'How are we? In short', dayAfter(now, 14), half);
  return { name: 'surveys', steps: script.steps, once: current.name, inPerson: true };
}

function answerOf(seed: string, name: string, person: string): Answering {
  const random = randomOf(seed, name, person);
  const change = random.chance(0.3) ? { change: random.pick(comments) } : {};
  const ratings = { proud: random.whole(2, 5), grow: random.whole(1, 5) };
  return { person, ratings: { ...ratings, recommend: random.whole(4, 10) }, comments: change };
}
