import { describe, expect, it } from '@jest/globals';
import { isRejection } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { manyOf, type TestAnswer } from './answers.testing.ts';
import { figuresTogetherMax, metricReleaseDecider, overtaken } from './metric-release.decide.ts';
import * as the from './metric-release.histories.ts';
import { isShown, type MetricReleaseFact, type MetricReleased } from './metric-release.ts';
import { releaseDimensionsMax, spanDaysMax } from './metric-release.rules.ts';

const { given } = specification(metricReleaseDecider);
const { answers, held, january, late, position, publish, released, restate, terms } = the;

const decided = (
  command: Parameters<typeof metricReleaseDecider.decide>[0],
  ...history: MetricReleaseFact[]
) => {
  const facts = metricReleaseDecider.decide(command, the.stateOf(history));
  if (isRejection(facts)) throw new Error(facts.code);
  return facts;
};
/** What a release shows of each segment: its count, or why it is withheld. */
const said = (facts: readonly MetricReleaseFact[]) =>
  Object.fromEntries(
    facts
      .filter((one): one is MetricReleased => one.type === 'MetricReleased')
      .flatMap(({ figures }) => figures)
      .map((one) => [
        one.of.map((of) => of ?? '*').join('/'),
        isShown(one) ? one.n : one.suppressed,
      ]),
  );
const accepted = (facts: readonly unknown[]) => expect(facts.length).toBeGreaterThan(0);

describe('publishing a release', () => {
  it('shows what its groups of enough answers come to', () => {
    given().when(publish()).then(released);
  });

  it('withholds a group of few, and what would give it away', () => {
    const some = [...answers, ...manyOf(4, 'west', 1)];
    expect(said(decided(publish(some)))).toEqual({
      ...{ '*': 20, north: 10, south: 'complementary', west: 'below-threshold' },
    });
    const facts = JSON.stringify(decided(publish(some)));
    expect(facts).toContain('{"of":["west"],"suppressed":"below-threshold"}');
  });

  it('says of nobody what it says of few', () => {
    expect(said(decided(publish([])))).toEqual({ '*': 'below-threshold' });
    expect(said(decided(publish(manyOf(4, 'north', 5))))).toMatchObject({ '*': 'below-threshold' });
  });

  it('counts what there was at its position, of the days that it is of', () => {
    const others = [...late(9, 'north', 1), ...manyOf(9, 'south', 1, { day: '2026-02-01' })];
    given()
      .when(publish([...answers, ...others]))
      .then(released);
  });

  it('counts an answer of two units in each of them, and once in all', () => {
    const shared = { since: 1, in: { unit: ['desk', 'sales', 'board'] } };
    const some = [
      ...manyOf(6, '', 5, { moments: [shared] }),
      ...manyOf(7, '', 5, { moments: [{ since: 1, in: { unit: ['desk', 'board'] } }] }),
    ];
    const scope = { ...january, dimensions: ['unit'] };
    expect(said(decided(publish(some, scope)))).toEqual({ '*': 13, board: 13, desk: 13, sales: 6 });
  });

  it('crosses its dimensions', () => {
    const both = (location: string, channel: string) =>
      manyOf(5, '', 4, {
        moments: [{ since: 1, in: { location: [location], channel: [channel] } }],
      });
    const some = [...both('north', 'web'), ...both('north', 'mail'), ...both('south', 'web')];
    const scope = { ...january, dimensions: ['location', 'channel'] };
    expect(said(decided(publish(some, scope)))).toEqual({
      ...{ '*/*': 15, 'north/*': 10, 'south/*': 5, '*/web': 10, '*/mail': 5 },
      ...{ 'north/web': 5, 'north/mail': 5, 'south/web': 5 },
    });
  });

  it('puts many figures into several facts', () => {
    const places = Array.from({ length: figuresTogetherMax }, (_, at) => `place-${100 + at}`);
    const facts = decided(publish(places.flatMap((place) => manyOf(5, place, 4))));
    expect(facts.map((one) => one.type === 'MetricReleased' && one.figures.length)).toEqual([
      50, 1,
    ]);
    expect(facts).toMatchObject([
      { part: 1, parts: 2 },
      { part: 2, parts: 2, releaseId: 'first' },
    ]);
    expect(held(facts)).toHaveLength(1);
    expect(held(facts)[0]?.shown).toHaveLength(figuresTogetherMax + 1);
  });

  it('is refused when it has more segments than can be guarded', () => {
    const days = { ...january, dimensions: ['location'] };
    const of = (count: number) => {
      const places = Array.from({ length: count }, (_, at) => manyOf(1, `place-${at}`, 4));
      return given().when(publish(places.flat(), days));
    };
    of(999).thenSatisfies(accepted);
    of(1_000).rejects('release/too-many-cells', '/dimensions');
  });
});

describe('what may be asked for', () => {
  const scoped = (more: Partial<typeof january>) =>
    given().when(publish([], { ...january, ...more }));
  const termed = (more: Partial<typeof terms>) =>
    given().when(publish([], january, [], { terms: { ...terms, ...more } }));

  it('is a span of days', () => {
    scoped({ from: '2026-01-31' }).thenSatisfies(accepted);
    scoped({ from: '2026-02-01' }).rejects('release/ends-before-it-begins', '/until');
    scoped({ from: '2026-02-30' }).rejects('release/not-a-day', '/from');
    scoped({ until: 'soon' }).rejects('release/not-a-day', '/until');
    const first = new Date(Date.parse('2026-01-31') - (spanDaysMax - 1) * 86_400_000);
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    scoped({ from: day(first.getTime()) }).thenSatisfies(accepted);
    scoped({ from: day(first.getTime() - 86_400_000) }).rejects('release/span-too-long', '/until');
  });

  it('is a few dimensions, those of the metric', () => {
    const many = Array.from({ length: releaseDimensionsMax + 1 }, (_, at) => `d${at}`);
    scoped({ dimensions: many.slice(1) }).thenSatisfies(accepted);
    scoped({ dimensions: many }).rejects('release/too-many-dimensions', '/dimensions');
    scoped({ dimensions: ['unit', 'unit'] }).rejects('release/dimension-twice', '/dimensions');
    termed({ dimensions: ['location', 'unit'] }).thenSatisfies(accepted);
    termed({ dimensions: ['unit'] }).rejects('release/dimension-not-defined', '/dimensions');
  });

  it('is counted by a formula for its scale, from the question of the metric', () => {
    termed({ formula: 'nps@1' }).rejects('release/formula-of-another-scale', '/metric');
    termed({ formula: 'mean-score@1', question: null }).thenSatisfies(accepted);
    termed({ question: 'other' }).rejects('release/question-of-another-metric', '/question');
  });
});

describe('a later release of the same answers', () => {
  const second = { act: 'act-second', releaseId: 'second' };
  const bigger = (some: readonly TestAnswer[]) =>
    publish(some, { ...january, position: position(20), until: '2026-02-28' }, [released], second);

  it('is decided beside what was shown before', () => {
    const few = [...answers, ...late(3, 'north', 1)];
    expect(said(decided(bigger(few), released))).toEqual({
      ...{ '*': 'across-releases', north: 'across-releases', south: 6 },
    });
    const enough = [...answers, ...late(5, 'north', 1)];
    expect(said(decided(bigger(enough), released))).toEqual({ '*': 21, north: 15, south: 6 });
  });

  it('of other days is not held up by it', () => {
    const february = { ...january, from: '2026-02-01', until: '2026-02-28' };
    const of = manyOf(7, 'north', 3, { day: '2026-02-03' });
    const command = publish([...answers, ...of], february, [released], second);
    expect(command.beside).toEqual([]);
    expect(said(decided(command, released))).toEqual({ '*': 7, north: 7 });
  });

  it('is held up through a third one that touches both', () => {
    const february = {
      ...january,
      from: '2026-02-01',
      until: '2026-02-28',
      position: position(30),
    };
    const both = { ...january, until: '2026-02-28', position: position(20) };
    const of = manyOf(7, 'north', 3, { day: '2026-02-03' });
    const all = [...answers, ...of];
    const quarter = decided(publish(all, both, [released], second), released);
    const history = [released, ...quarter];
    const later = [...all, ...late(2, 'north', 1, 25)];
    const command = publish(later, february, history, { act: 'third', releaseId: 'third' });
    expect(command.beside).toEqual(['first', 'second']);
    given(...history)
      .when(command)
      .thenSatisfies(accepted);
  });

  it('needs the real lots where answers moved', () => {
    // Three of the north turn out to be of the south: either count may be shown, and not both.
    const moved = { since: 15, in: { location: ['south'] } };
    const [first] = answers;
    const some = [
      ...answers.slice(3),
      ...manyOf(3, 'north', 5, { moments: [...(first?.moments ?? []), moved] }),
    ];
    expect(said(decided(bigger(some), released))).toEqual({
      ...{ '*': 16, north: 'across-releases', south: 'across-releases' },
    });
  });

  it('never asks for fewer answers than one before it', () => {
    const strict = publish(answers, january, [], { terms: { ...terms, minN: 7 } });
    const before = decided(strict);
    expect(said(before)).toEqual({ '*': 16, north: 'complementary', south: 'below-threshold' });
    const scope = { ...january, dimensions: ['channel'] };
    const command = publish(answers, scope, before, second);
    expect(decided(command, ...before)).toMatchObject([{ threshold: 7 }]);
  });

  it('keeps what was promised to those who answered', () => {
    expect(decided(publish(answers, january, [], { promised: 9 }))).toMatchObject([
      { threshold: 9 },
    ]);
  });

  it('of the same question is a restatement', () => {
    given(released)
      .when(publish(answers, january, [released], second))
      .rejects('release/already-released');
    const v2 = { ...terms, definition: { name: 'csat', version: 2 } };
    given(released)
      .when(publish(answers, january, [released], { ...second, terms: v2 }))
      .thenSatisfies(accepted);
  });

  it('is counted again when another one came first', () => {
    given(released)
      .when(publish(answers, { ...january, dimensions: [] }, [], second))
      .rejects(overtaken);
  });

  it('that was overtaken says that the same request is right, under the same key', () => {
    const overtakenOne = publish(answers, { ...january, dimensions: [] }, [], second);
    expect(metricReleaseDecider.decide(overtakenOne, the.stateOf([released]))).toMatchObject({
      detail: expect.stringMatching(/same request again, with the same Idempotency-Key/),
    });
  });

  it('is not decided beside one that is counted otherwise than it was', () => {
    given(released)
      .when(publish(answers.slice(1), { ...january, dimensions: [] }, [released], second))
      .rejects('release/earlier-counted-otherwise');
  });
});

describe('restating a release', () => {
  const enough = [...answers, ...late(5, 'south', 5)];

  it('is a release of its own, and says what has changed', () => {
    given(released)
      .when(restate(enough, [released]))
      .thenSatisfies((facts) => {
        expect(facts).toHaveLength(2);
        expect(facts[0]).toMatchObject({
          type: 'MetricReleased',
          releaseId: 'second',
          restates: 'first',
        });
        expect(said(facts)).toEqual({ '*': 21, north: 10, south: 11 });
        expect(facts[1]).toMatchObject({
          ...{ type: 'MetricRestated', releaseId: 'second', ref: 'first', part: 1, parts: 1 },
          diff: [
            { of: [null], before: { n: 16, value: 0.625 }, after: { n: 21 }, difference: { n: 5 } },
            { of: ['south'], before: { n: 6, value: 0 }, after: { n: 11, value: 5 / 11 } },
          ],
        });
      });
  });

  it('says what is shown no more, or for the first time', () => {
    const diffOf = (...more: TestAnswer[]) => {
      const [, restated] = decided(restate([...answers, ...more], [released]), released);
      return restated?.type === 'MetricRestated' ? restated.diff.slice(1) : [];
    };
    expect(diffOf(...late(3, 'south', 5), ...late(2, 'north', 5))).toEqual([
      { of: ['north'], before: { n: 10, value: 1 }, after: null, difference: null },
      { of: ['south'], before: { n: 6, value: 0 }, after: null, difference: null },
    ]);
    expect(diffOf(...late(5, 'west', 5))).toEqual([
      { of: ['west'], before: null, after: { n: 5, value: 1 }, difference: null },
    ]);
  });

  it('leaves the earlier one as it was', () => {
    const facts = decided(restate(enough, [released]), released);
    expect(held([released, ...facts])[0]).toEqual(held([released])[0]);
  });

  it('keeps the version that the earlier one was made by, and needs the newest release', () => {
    const facts = decided(restate(enough, [released]), released);
    const again = { act: 'again', releaseId: 'third', position: position(30) };
    given(released, ...facts)
      .when(restate(enough, [released, ...facts], again))
      .rejects('release/restated-already');
    given(released, ...facts)
      .when(restate(enough, [released, ...facts], { ...again, ref: 'second' }))
      .thenSatisfies((more) => expect(more[0]).toMatchObject({ definition: terms.definition }));
  });

  it('is of a later position, and of a release that there is', () => {
    given(released)
      .when(restate(enough, [released], { position: january.position }))
      .rejects('release/not-later', '/asOf');
    given(released)
      .when(restate(enough, [released], { ref: 'other' }))
      .rejects('release/not-found');
    given().when(restate(enough, [])).rejects('release/not-found');
  });
});
