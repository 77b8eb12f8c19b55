import { describe, expect, it } from '@jest/globals';
import { clearText } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { pointsDecider } from './points.decide.ts';
import { givenTo, granted, receive, received, recognise } from './points.histories.ts';
import { recognised, thank, thanked } from './points.histories.ts';
import { noteLengthMax, receiversMax } from './points.rules.ts';
import type { PointsFact } from './points.ts';

const { given } = specification(pointsDecider);
const people = (count: number) => Array.from({ length: count }, (_, index) => `person-${index}`);
const counting = (count: number) => (facts: readonly PointsFact[]) => {
  expect(facts).toHaveLength(count);
};
const another = { ...recognise, act: 'another', recognitionId: 'another' };

describe('recognising', () => {
  it('grants the allowance of the month first, and tells each receiver apart', () =>
    given()
      .when(recognise)
      .then(...recognised));

  it('seals what is written under the one that it is written to', () =>
    given()
      .when(recognise)
      .thenSatisfies((facts) => {
        const texts = facts.flatMap((fact) => ('text' in fact ? [fact.text] : []));
        const { note } = recognise;
        expect(texts).toEqual([clearText('person:bo', { note }), clearText('person:cy', { note })]);
      }));

  it('draws on what is left of the allowance, to its last point', () => {
    given(...recognised)
      .when({ ...another, receivers: ['eve'], points: 20 })
      .thenSatisfies(counting(1));
    given(...recognised)
      .when({ ...another, receivers: ['eve'], points: 21 })
      .rejects('points/allowance-exceeded', '/points');
    given(...recognised)
      .when({ ...another, receivers: ['eve', 'fay'], points: 11 })
      .rejects('points/allowance-exceeded');
  });

  it('takes no more than the allowance from the first on', () => {
    const terms = { ...recognise.terms, monthlyAllowance: 79 };
    given()
      .when({ ...recognise, terms })
      .rejects('points/allowance-exceeded');
    given()
      .when({ ...recognise, terms: { ...terms, monthlyAllowance: 80 } })
      .thenSatisfies(counting(3));
  });

  it('of nobody, of too many, or of one twice is refused', () => {
    given()
      .when({ ...recognise, receivers: [] })
      .rejects('recognition/no-receivers', '/receivers');
    given()
      .when({ ...recognise, receivers: ['bo', 'cy', 'bo'] })
      .rejects('recognition/receiver-twice', '/receivers');
    given()
      .when({ ...recognise, points: 1, receivers: people(receiversMax) })
      .thenSatisfies(counting(1 + receiversMax));
    given()
      .when({ ...recognise, points: 1, receivers: people(receiversMax + 1) })
      .rejects('recognition/too-many-receivers', '/receivers');
  });

  it('is for a value of the programme', () => {
    given()
      .when({ ...recognise, value: 'cash' })
      .rejects('recognition/unknown-value', '/value');
    const terms = { ...recognise.terms, values: ['craft'] };
    given()
      .when({ ...recognise, terms })
      .rejects('recognition/unknown-value');
  });

  it('says what it is for, within a limit', () => {
    given()
      .when({ ...recognise, note: 'x'.repeat(noteLengthMax) })
      .thenSatisfies(counting(3));
    for (const note of ['', ' \n', 'x'.repeat(noteLengthMax + 1)]) {
      given()
        .when({ ...recognise, note })
        .rejects('recognition/note-length', '/note');
    }
  });

  it('is refused under an id that is taken', () =>
    given(...recognised)
      .when({ ...recognise, act: 'another', points: 0 })
      .rejects('recognition/already-exists'));
});

describe('points of a recognition', () => {
  it('may be none: nothing moves, and no allowance is drawn on', () => {
    given().when(thank).then(thanked('bo'), thanked('cy'));
    given()
      .when({
        ...thank,
        terms: { ...thank.terms, monthlyAllowance: 0, pointsPerRecognitionMax: 0 },
      })
      .then(thanked('bo'), thanked('cy'));
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('are not %d', (points) =>
    given()
      .when({ ...recognise, points })
      .rejects('points/not-whole', '/points'),
  );

  it('are limited for each receiver', () => {
    given()
      .when({ ...recognise, points: 50 })
      .thenSatisfies(counting(3));
    given()
      .when({ ...recognise, points: 51, receivers: ['bo'] })
      .rejects('recognition/too-many-points', '/points');
  });

  it.each([-100, 99.5, Number.NaN])('come of no allowance of %d', (monthlyAllowance) =>
    given()
      .when({ ...recognise, terms: { ...recognise.terms, monthlyAllowance } })
      .rejects('points/not-whole', '/terms/monthlyAllowance'),
  );
});

describe('nobody recognises themselves', () => {
  it('alone, or as one of several', () => {
    for (const receivers of [['ada'], ['bo', 'ada'], ['ada', 'cy']]) {
      given()
        .when({ ...recognise, receivers })
        .rejects('recognition/self-award', '/receivers');
      given()
        .when({ ...thank, receivers })
        .rejects('recognition/self-award');
    }
  });

  it('through a delegate, or as one', () => {
    const delegated = { ...recognise, by: 'dee', onBehalfOf: 'ada' };
    given()
      .when(delegated)
      .then(...recognised);
    given()
      .when({ ...delegated, receivers: ['bo', 'ada'] })
      .rejects('recognition/self-award');
    given()
      .when({ ...delegated, receivers: ['bo', 'dee'] })
      .rejects('recognition/self-award');
  });

  it('nor gives what is another’s', () => {
    given()
      .when({ ...recognise, by: 'dee' })
      .rejects('points/not-own-account');
    given()
      .when({ ...recognise, by: 'ada', onBehalfOf: 'dee' })
      .rejects('points/not-own-account');
  });
});

describe('receiving points', () => {
  it('takes them out of transit, and they are earned', () => given().when(receive).then(received));

  it('of a recognition without points is recorded too', () =>
    given()
      .when({ ...receive, points: 0 })
      .then({ ...received, points: 0, legs: [] }));

  it('happens once for one recognition, under whatever act', () => {
    given(received).when(receive).nothing();
    given(received)
      .when({ ...receive, act: 'another' })
      .nothing();
  });

  it('of others is not hindered by an id that two givers chose', () =>
    given(received)
      .when({ ...receive, act: 'another', giver: 'eve' })
      .then({ ...received, act: 'another', giver: 'eve' }));

  it('is of whole points, from another', () => {
    given()
      .when({ ...receive, points: -1 })
      .rejects('points/not-whole', '/points');
    given()
      .when({ ...receive, giver: 'bo' })
      .rejects('recognition/self-award');
  });

  it('adds nothing to what may be given', () =>
    given(received)
      .when({ ...recognise, person: 'bo', by: 'bo', receivers: ['cy', 'eve', 'fay'] })
      .rejects('points/allowance-exceeded'));
});

describe('a retry', () => {
  it('of a recognition decides nothing, whatever became of the allowance since', () => {
    given(...recognised)
      .when(recognise)
      .nothing();
    given(granted, givenTo('bo'), givenTo('cy'))
      .when({ ...recognise, now: '2026-09-01T00:00:00.000Z' })
      .nothing();
  });
});
