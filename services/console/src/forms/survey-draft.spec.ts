import { expect, test } from '@jest/globals';
import { FormReader } from './form-reader.ts';
import { emptyQuestion, languagesOf, launchOf, type TypedSurvey } from './survey-draft.ts';

const pride = { ...emptyQuestion(1), id: 'pride', texts: { en: 'Proud?', de: 'Stolz?' } };
const place = {
  ...{ ...emptyQuestion(2), id: 'place', kind: 'choice' as const, required: false },
  texts: { en: 'Where?' },
  options: { en: 'At home\n\nIn the office', de: 'Zu Hause' },
};
const typed: TypedSurvey = {
  ...{ unit: 'people', kind: 'pulse', title: { en: 'How are we?', de: ' ' }, languages: 'en, de' },
  ...{ questions: [pride, place], byLink: false, askedUnit: 'sales', people: 'ada, bo' },
  ...{ byUnit: true, threshold: '3', commentThreshold: '', opens: '2026-05-04' },
  closes: '2026-05-15',
};

function read(more: Partial<TypedSurvey>) {
  const form = new FormReader();
  const body = launchOf(form, { ...typed, ...more });
  return { body, fields: form.problems.map(({ field }) => field) };
}

test('what was typed is the body of the launch, each text under its name', () => {
  expect(read({})).toEqual({
    fields: [],
    body: {
      ...{ owner: 'unit:people', kind: 'pulse', languages: ['en', 'de'], defaultLanguage: 'en' },
      ...{ threshold: 3, segments: [{ id: 'unit' }], opens: '2026-05-04', closes: '2026-05-15' },
      audience: { kind: 'people', people: ['person:ada', 'person:bo'], units: ['sales'] },
      questions: [
        { id: 'pride', kind: 'rating', required: true },
        { id: 'place', kind: 'choice', required: false, options: ['o1', 'o2'] },
      ],
      words: {
        'title.en': 'How are we?',
        'question.pride.en': 'Proud?',
        'question.pride.de': 'Stolz?',
        'question.place.en': 'Where?',
        'option.place.o1.en': 'At home',
        'option.place.o2.en': 'In the office',
        'option.place.o1.de': 'Zu Hause',
      },
    },
  });
});

test('by links, nobody is asked by name, and nothing is counted by unit', () => {
  const { body } = read({ byLink: true });
  expect([body.audience, body.segments]).toEqual([{ kind: 'link' }, undefined]);
});

test('what is missing is named by its place', () => {
  expect(read({ unit: '', opens: '', languages: ' ', questions: [] }).fields).toEqual([
    ...['/languages', '/questions', '/owner', '/opens'],
  ]);
  expect(read({ askedUnit: '', people: ' ' }).fields).toEqual(['/audience']);
  const bare = { ...place, texts: {}, options: { en: 'One' } };
  expect(read({ questions: [{ ...pride, id: ' ' }, bare] }).fields).toEqual([
    ...['/questions/0/id', '/questions/1/text', '/questions/1/options'],
  ]);
  const more = { ...place, options: { en: 'A\nB', de: 'A\nB\nC' } };
  expect(read({ questions: [more] }).fields).toEqual(['/questions/0/options']);
  expect(languagesOf('en, de; en  fr')).toEqual(['en', 'de', 'fr']);
});
