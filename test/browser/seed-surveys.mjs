import { hostileTitle } from './hostile.mjs';
import { daysAgo } from './seed-feedback.mjs';

/** Words that stand in three languages, one of which is written from right to left. */
const pride = {
  'question.pride.en': 'I am proud to work here.',
  'question.pride.de': 'Ich bin stolz, hier zu arbeiten.',
  'question.pride.ar': 'أنا فخور بالعمل هنا.',
};

const questions = [
  { id: 'pride', kind: 'rating', required: true },
  { id: 'recommend', kind: 'enps', required: false },
  { id: 'place', kind: 'choice', required: false, options: ['home', 'office'] },
  { id: 'why', kind: 'comment', required: false },
];

const words = (title) => ({
  ...pride,
  'title.en': title,
  'title.de': `Wie geht es uns? ${title}`,
  'question.recommend.en': 'How likely would you recommend us?',
  'question.place.en': 'Where do you work best?',
  'option.place.home.en': 'At home',
  'option.place.office.en': 'In the office',
  'question.why.en': hostileTitle,
});

/** One to be answered by links, one that was, and one that asks whoever looks. */
export async function seedSurveys({ url, run, company, sendAsHr }) {
  const { me, ada, bo, cy, eve, sales } = company;
  const launch = async (title, audience) => {
    const { id } = await sendAsHr('/surveys', {
      ...{ owner: `unit:${sales}`, kind: 'pulse', languages: ['en', 'de', 'ar'] },
      ...{ defaultLanguage: 'en', threshold: 3, audience, questions, words: words(title) },
      ...{ opens: daysAgo(0), closes: daysAgo(-14) },
    });
    return id;
  };
  const linksOf = async (id, count) => (await sendAsHr(`/surveys/${id}/links`, { count })).items;
  const title = `How are we? ${hostileTitle}`;
  const byLink = await launch(title, { kind: 'link' });
  const answered = await launch(`What was said (${run})`, { kind: 'link' });
  for (const [index, { path }] of (await linksOf(answered, 7)).entries()) {
    const answer = { 'q.pride': String(3 + (index % 3)), 'q.recommend': String(6 + (index % 5)) };
    await answerPage({ url, path }, { ...answer, 'q.why': `${hostileTitle} ${index}` });
  }
  await sendAsHr(`/surveys/${answered}/close`, { reason: 'All have answered.' });
  const forMe = await launch(`In person (${run})`, {
    ...{ kind: 'people', people: [me, ada, bo, cy, eve].map((one) => `person:${one}`) },
  });
  return { byLink, title, links: await linksOf(byLink, 10), answered, forMe };
}

/** As a form of the page would send it. */
async function answerPage({ url, path }, answer) {
  const at = new URL(path, url);
  const body = new URLSearchParams({ ticket: at.searchParams.get('ticket') ?? '', ...answer });
  const response = await fetch(new URL(at.pathname, url), { method: 'POST', body });
  if (!response.ok) throw new Error(`The page of a survey answered ${response.status}.`);
}
