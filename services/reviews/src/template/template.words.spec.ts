import { describe, expect, it } from '@jest/globals';
import { specification } from '@plumbline/kernel/spec';
import { templateDecider } from './template.decide.ts';
import { publish, words, yearly } from './template.histories.ts';
import { languagesMax, wordLengthMax, wordsMax } from './template.words.ts';

const { given } = specification(templateDecider);
const saying = (more: object) => {
  const all = Object.entries({ ...words, ...more }) as [string, string | undefined][];
  const said = all.filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...publish, words: Object.fromEntries(said) };
};
const speaking = (languages: readonly string[], defaultLanguage = 'en') => {
  return { ...publish, template: { ...yearly, languages, defaultLanguage } };
};
const one = (facts: readonly unknown[]) => expect(facts).toHaveLength(1);
const tag = (at: number) => `en-${String(at).padStart(4, 'x')}`;

describe('the words of a template', () => {
  it('are there in the default language, and may lack in others', () => {
    given()
      .when(saying({ 'title.de': undefined }))
      .thenSatisfies(one);
    for (const name of ['title.en', 'anchor.3000000.en', 'item.growth.en']) {
      given()
        .when(saying({ [name]: undefined }))
        .rejects('template/text-missing', `/words/${name}`);
    }
  });

  it('are of something that is asked, in a language of the template', () => {
    for (const name of ['item.mood.en', 'item.growth.fr', 'anchor.9.en', 'constructor', '']) {
      given()
        .when(saying({ [name]: 'Words' }))
        .rejects('template/unknown-text', `/words/${name}`);
    }
    // RFC 6901, as every other field is told.
    given()
      .when(saying({ 'a/b~c': 'Words' }))
      .rejects('template/unknown-text', '/words/a~1b~0c');
  });

  it('are seen, and not too long', () => {
    const of = (word: string) => given().when(saying({ 'title.en': word }));
    of('x'.repeat(wordLengthMax)).thenSatisfies(one);
    for (const word of ['x'.repeat(wordLengthMax + 1), '', ' \u200b']) {
      of(word).rejects('template/text-length', '/words/title.en');
    }
  });

  it('are one line in titles and anchors, and several in questions', () => {
    const broken = 'Well\nabove';
    for (const word of [
      broken,
      'Well\rabove',
      'Well\u001babove',
      'Well\u2028above',
      'Well\tabove',
    ]) {
      for (const name of ['title.en', 'title.de', 'anchor.3000000.en']) {
        given()
          .when(saying({ [name]: word }))
          .rejects('template/text-lines', `/words/${name}`);
      }
    }
    for (const said of [{ 'item.growth.en': broken }, { 'title.en': 'من \u200fعام 👩‍👩‍👧 \u00a0' }]) {
      given().when(saying(said)).thenSatisfies(one);
    }
  });

  it('are in languages that have tags, each once, with the default one among them', () => {
    given()
      .when(speaking(['en', 'de', 'en']))
      .rejects('template/language-twice', '/languages');
    given()
      .when(speaking(['en', 'de', 'deutsch!']))
      .rejects('template/language-malformed', '/languages/2');
    given()
      .when(speaking(['en', 'de'], 'fr'))
      .rejects('template/default-language', '/defaultLanguage');
    const all = ['en', 'de', ...Array.from({ length: languagesMax - 1 }, (_, at) => tag(at))];
    given()
      .when(speaking(all.slice(0, -1)))
      .thenSatisfies(one);
    given().when(speaking(all)).rejects('template/too-many-languages', '/languages');
  });

  it('are so many at most', () => {
    const many = Array.from({ length: wordsMax }, (_, at) => [`w${at}`, 'A word']);
    const { 'title.en': title } = words;
    const all = { 'title.en': String(title), ...Object.fromEntries(many) };
    // At the limit it is looked at what they are of.
    const under = Object.fromEntries(Object.entries(all).slice(1)) as Record<string, string>;
    given()
      .when({ ...publish, words: all })
      .rejects('template/too-many-texts', '/words');
    given()
      .when({ ...publish, words: under })
      .rejects('template/unknown-text', '/words/w0');
  });
});
