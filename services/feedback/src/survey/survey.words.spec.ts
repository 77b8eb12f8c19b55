import { describe, expect, it } from '@jest/globals';
import { bodyBytesMax } from '@plumbline/event-log';
import { specification } from '@plumbline/kernel/spec';
import type { LaunchSurvey } from './survey.commands.ts';
import { surveyDecider } from './survey.decide.ts';
import { launch, promise, words } from './survey.histories.ts';
import { commentQuestionsMax, optionsMax, optionsMin, questionsMax } from './survey.questions.ts';
import { audiencePeopleMax, audienceUnitsMax, segmentAboveMax } from './survey.rules.ts';
import { segmentsMax, segmentValueLengthMax, segmentValuesTotalMax } from './survey.rules.ts';
import type { Question, SurveyFact } from './survey.ts';
import { languagesMax, wordLengthMax, wordsMax } from './survey.words.ts';

const { given } = specification(surveyDecider);
const accepted = (facts: readonly SurveyFact[]) => expect(facts).toHaveLength(1);
const numbered = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** The launch with other questions, all of them with their texts. */
function asking(questions: readonly Question[], also: Partial<LaunchSurvey> = {}): LaunchSurvey {
  const names = questions.flatMap((one) => {
    const options = one.kind === 'choice' ? one.options : [];
    return [`question.${one.id}`, ...options.map((option) => `option.${one.id}.${option}`)];
  });
  const texts = Object.fromEntries(names.map((name) => [`${name}.en`, 'So?']));
  return { ...launch, questions, words: texts, ...also };
}
const rating = (id: string): Question => ({ id, kind: 'rating', required: false });
const comment = (id: string): Question => ({ id, kind: 'comment', required: false });
const choice = (...options: string[]): Question => {
  return { id: 'q', kind: 'choice', required: false, options };
};

describe('the questions of a survey', () => {
  it('are one at least, and not too many', () => {
    given().when(asking([])).rejects('survey/no-questions', '/questions');
    given()
      .when(asking(numbered(questionsMax, 'q').map(rating)))
      .thenSatisfies(accepted);
    given()
      .when(asking(numbered(questionsMax + 1, 'q').map(rating)))
      .rejects('survey/too-many-questions', '/questions');
  });

  it('ask for few comments', () => {
    given()
      .when(asking(numbered(commentQuestionsMax, 'q').map(comment)))
      .thenSatisfies(accepted);
    given()
      .when(asking(numbered(commentQuestionsMax + 1, 'q').map(comment)))
      .rejects('survey/too-many-comments', '/questions');
  });

  it('have ids that differ, of which names of fields can be made', () => {
    given()
      .when(asking([rating('a'), comment('a')]))
      .rejects('survey/question-twice', '/questions');
    for (const id of ['a.b', '', '__proto__', '-a', 'x'.repeat(25), 'é']) {
      given()
        .when(asking([rating('a'), rating(id)]))
        .rejects('survey/id-malformed', '/questions/1/id');
    }
    given()
      .when(asking([rating('x'.repeat(24)), rating('constructor')]))
      .thenSatisfies(accepted);
  });

  it('that offer a choice have options that differ', () => {
    for (const count of [optionsMin, optionsMax]) {
      given()
        .when(asking([choice(...numbered(count, 'o'))]))
        .thenSatisfies(accepted);
    }
    for (const count of [optionsMin - 1, optionsMax + 1]) {
      given()
        .when(asking([choice(...numbered(count, 'o'))]))
        .rejects('survey/options', '/questions/0/options');
    }
    given()
      .when(asking([choice('a', 'a')]))
      .rejects('survey/option-twice', '/questions/0/options');
    given()
      .when(asking([choice('a', 'b.c')]))
      .rejects('survey/id-malformed', '/questions/0/options/1');
  });

  it('of an eNPS survey have its question, once', () => {
    const enps = (id: string): Question => ({ id, kind: 'enps', required: true });
    given()
      .when(asking([enps('a'), comment('b')], { kind: 'enps' }))
      .thenSatisfies(accepted);
    for (const questions of [[comment('a')], [enps('a'), enps('b')]]) {
      given()
        .when(asking(questions, { kind: 'enps' }))
        .rejects('survey/enps-question', '/questions');
    }
  });
});

describe('the texts of a survey', () => {
  const without = (name: string) => {
    const { [name]: _, ...rest } = words as Record<string, string>;
    return { ...launch, words: rest };
  };

  it.each(['question.pride.en', 'option.place.office.en'])(
    'are all there in the default language: %s',
    (name) => given().when(without(name)).rejects('survey/text-missing', `/words/${name}`),
  );

  it('may be missing in others, and so may the title', () => {
    given().when(without('question.pride.de')).thenSatisfies(accepted);
    given().when(without('title.en')).thenSatisfies(accepted);
    given()
      .when({ ...launch, defaultLanguage: 'de' })
      .rejects('survey/text-missing', '/words/question.recommend.de');
  });

  it('are of what is asked, in a language of the survey', () => {
    for (const name of ['question.pride.fr', 'question.joy.en', 'option.pride.home.en', 'title']) {
      given()
        .when({ ...launch, words: { ...words, [name]: 'So?' } })
        .rejects('survey/unknown-text', `/words/${name}`);
    }
    given()
      .when({ ...launch, words: { ...words, 'a/b~c': 'So?' } })
      .rejects('survey/unknown-text', '/words/a~1b~0c');
  });

  it('have a length', () => {
    const titled = (title: string) => ({ ...launch, words: { ...words, 'title.de': title } });
    given()
      .when(titled('x'.repeat(wordLengthMax)))
      .thenSatisfies(accepted);
    for (const title of ['x'.repeat(wordLengthMax + 1), ' ', '']) {
      given().when(titled(title)).rejects('survey/text-length', '/words/title.de');
    }
  });

  it('are not too many', () => {
    const languages = ['en', ...numbered(5, 'x-').map((_, index) => `x${'abcde'[index]}`)];
    const options = numbered(optionsMax, 'o');
    const questions = numbered(questionsMax, 'q').map((id): Question => {
      return { id, kind: 'choice', required: false, options };
    });
    const names = questions.flatMap(({ id }) => [
      `question.${id}`,
      ...options.map((option) => `option.${id}.${option}`),
    ]);
    const all = languages.flatMap((language) => names.map((name) => [`${name}.${language}`, 'So']));
    const some = (count: number) =>
      asking(questions, { languages, words: Object.fromEntries(all.slice(0, count)) });
    given().when(some(wordsMax)).thenSatisfies(accepted);
    given()
      .when(some(wordsMax + 1))
      .rejects('survey/too-many-texts', '/words');
  });
});

describe('the languages of a survey', () => {
  const speaking = (...languages: string[]) => ({
    ...launch,
    languages,
    words: asking(promise.questions).words,
  });
  const tags = (count: number) =>
    numbered(count, '').map((_, index) => `a${String.fromCodePoint(97 + index)}`);

  it('are named by their tags', () => {
    given()
      .when(speaking('en', 'pt-BR', 'zh-Hant-TW'))
      .thenSatisfies(accepted);
    for (const tag of ['English', 'EN', 'en_GB', 'e', '']) {
      given().when(speaking('en', tag)).rejects('survey/language-malformed', '/languages/1');
    }
  });

  it('differ, and have the default among them', () => {
    given().when(speaking('en', 'en')).rejects('survey/language-twice', '/languages');
    given().when(speaking('de')).rejects('survey/default-language', '/defaultLanguage');
  });

  it('have a limit', () => {
    given()
      .when(speaking('en', ...tags(languagesMax - 1)))
      .thenSatisfies(accepted);
    given()
      .when(speaking('en', ...tags(languagesMax)))
      .rejects('survey/too-many-languages', '/languages');
  });
});

describe('the largest survey of all', () => {
  it('fits into one fact of the log', () => {
    const id = (prefix: string) => prefix.padEnd(24, 'x');
    const options = numbered(optionsMax, 'o').map(id);
    const questions = numbered(questionsMax, 'q').map((one): Question => {
      return { id: id(one), kind: 'choice', required: false, options };
    });
    const languages = ['en', 'aaa-bbbbbbbb-cccccccc', 'aab-bbbbbbbb-cccccccc'];
    const names = questions.flatMap((one) => [
      `question.${one.id}`,
      ...options.map((option) => `option.${one.id}.${option}`),
    ]);
    const inAll = languages.flatMap((language) =>
      names.map((name) => [`${name}.${language}`, '?']),
    );
    const long = (count: number, prefix: string) =>
      numbered(count, prefix).map((one) => one.padEnd(segmentValueLengthMax, 'x'));
    const ofOne = segmentValuesTotalMax / segmentsMax;
    const parents = numbered(ofOne + segmentAboveMax, '').map(() => ofOne);
    const person = 'person:0190a5a0-8d7c-7a3e-9b1f-3c5d7e9f1a2b'.length;
    const command = asking(questions, {
      languages,
      words: Object.fromEntries(inAll.slice(0, wordsMax)),
      segments: numbered(segmentsMax, 's').map((one, index) => ({
        id: id(one),
        values: long(ofOne, 'v'),
        ...(index > 0 ? {} : { above: long(segmentAboveMax, 'a'), parents }),
      })),
      audience: {
        kind: 'people',
        people: numbered(audiencePeopleMax, 'p').map((one) => one.padEnd(person, 'x')),
        units: numbered(audienceUnitsMax, 'u').map((one) => one.padEnd(person, 'x')),
      },
    });
    given()
      .when(command)
      .thenSatisfies(([fact]) => {
        const { text: _, ...clear } = fact as SurveyFact & { type: 'SurveyLaunched' };
        const named = JSON.stringify(Object.keys(command.words));
        expect(JSON.stringify(clear).length + named.length).toBeGreaterThan(bodyBytesMax / 2);
        expect(JSON.stringify(clear).length + named.length).toBeLessThan(bodyBytesMax * 0.95);
      });
  });
});
