import { describe, expect, it } from '@jest/globals';
import { specification } from '@plumbline/kernel/spec';
import { experimentDecider } from './experiment.decide.ts';
import { amendCredit, conclude, concluded, creditAmended, goalId } from './experiment.histories.ts';
import { ideaId, reuse, reused, settle, settled, start } from './experiment.histories.ts';
import { started, submit, submitted } from './experiment.histories.ts';
import { creditedMax } from './experiment.rules.ts';

const { given } = specification(experimentDecider);
const tried = [submitted, started, concluded] as const;

describe('submitting an idea', () => {
  it('records whose it is, and the signal that it answers', () => {
    given().when(submit).then(submitted);
    const { signalId: _, ...alone } = submit;
    const { signalId: __, ...noted } = submitted;
    given().when(alone).then(noted);
  });

  it('is refused for one that exists', () =>
    given(submitted)
      .when({ ...submit, act: 'another' })
      .rejects('idea/already-submitted'));
});

describe('credit', () => {
  const shares = (...each: number[]) =>
    each.map((share, index) => ({ person: `p${index}`, share }));
  const submittedWith = (...each: number[]) => given().when({ ...submit, credit: shares(...each) });
  const accepted = (facts: readonly unknown[]) => expect(facts).toHaveLength(1);

  it('is one in all, to a millionth', () => {
    submittedWith(1).thenSatisfies(accepted);
    submittedWith(...Array.from({ length: 10 }, () => 0.1)).thenSatisfies(accepted);
    submittedWith(0.333_333, 0.333_333, 0.333_334).thenSatisfies(accepted);
    submittedWith(0.333_333, 0.333_333, 0.333_333).rejects('idea/shares-not-one', '/credit');
    submittedWith(0.5, 0.500_001).rejects('idea/shares-not-one');
    submittedWith().rejects('idea/shares-not-one');
  });

  it('names nobody twice, nobody for nothing, and not too many', () => {
    given()
      .when({ ...submit, credit: [...shares(0.5), ...shares(0.5)] })
      .rejects('idea/credited-twice');
    submittedWith(1, 0).rejects('idea/share-not-positive', '/credit/1/share');
    submittedWith(1.5, -0.5).rejects('idea/share-not-positive');
    submittedWith(Number.NaN).rejects('idea/share-not-positive');
    const many = Array.from({ length: creditedMax }, () => 1 / creditedMax);
    submittedWith(...many).thenSatisfies(accepted);
    submittedWith(...many, 0.1).rejects('idea/too-many-credited');
  });

  it('is amended with a reason, at any time, also after the end', () => {
    given(...tried, settled)
      .when(amendCredit)
      .then(creditAmended);
    given(...tried, settled, creditAmended)
      .when({ ...amendCredit, act: 'again' })
      .nothing();
    given(submitted)
      .when({ ...amendCredit, credit: shares(0.5) })
      .rejects('idea/shares-not-one');
  });
});

describe('an experiment', () => {
  it('starts with its hypothesis', () => given(submitted).when(start).then(started));

  it('never has another one after that', () => {
    const again = { ...start, act: 'again' };
    const hypothesis = { ...start.hypothesis, threshold: 20 };
    for (const history of [[submitted, started], tried, [...tried, settled]]) {
      given(...history)
        .when({ ...again, hypothesis, at: settle.at })
        .rejects('idea/hypothesis-fixed', '/hypothesis');
      given(...history)
        .when({ ...again, at: settle.at })
        .nothing();
    }
  });

  it('ends on the day of its start at the earliest', () => {
    given(submitted)
      .when({ ...start, until: '2026-05-01' })
      .then({ ...started, until: '2026-05-01' });
    given(submitted)
      .when({ ...start, until: '2026-04-30' })
      .rejects('idea/ends-before-it-starts', '/until');
  });

  it('is not started with an idea that is settled', () =>
    given(submitted, settled)
      .when({ ...start, at: settle.at, until: '2026-07-01' })
      .rejects('idea/settled'));
});

describe('concluding an experiment', () => {
  it('completes it, whatever came out, with a lesson', () => {
    given(submitted, started).when(conclude).then(concluded);
    given(submitted, started)
      .when({ ...conclude, lesson: ' ' })
      .rejects('idea/lesson-missing', '/lesson');
  });

  it('comes after the hypothesis', () => {
    given(submitted).when(conclude).rejects('idea/not-tried');
    given(submitted, started)
      .when({ ...conclude, at: '2026-04-30T09:00:00.000Z' })
      .rejects('idea/before-its-latest-change', '/effectiveAt');
  });

  it.each([
    ['decrease', 12, 'supported'],
    ['decrease', 12.1, 'refuted'],
    ['increase', 12, 'supported'],
    ['increase', 11.9, 'refuted'],
  ] as const)('of a metric that is to %s, with %d, can only be %s', (direction, value, outcome) => {
    const history = [submitted, { ...started, hypothesis: { ...started.hypothesis, direction } }];
    const other = outcome === 'supported' ? 'refuted' : 'supported';
    given(...history)
      .when({ ...conclude, value, outcome })
      .then({ ...concluded, value, outcome } as never);
    given(...history)
      .when({ ...conclude, value, outcome: other })
      .rejects('idea/outcome-against-value', '/outcome');
  });

  it('is judged by people where there is no value, or it settles nothing', () => {
    for (const outcome of ['supported', 'refuted', 'inconclusive'] as const) {
      given(submitted, started)
        .when({ ...conclude, value: null, outcome })
        .then({ ...concluded, value: null, outcome } as never);
    }
    given(submitted, started)
      .when({ ...conclude, value: 10, outcome: 'inconclusive' })
      .then({ ...concluded, value: 10, outcome: 'inconclusive' } as never);
  });

  it('happens once', () => {
    given(...tried)
      .when({ ...conclude, act: 'again' })
      .nothing();
    given(...tried)
      .when({ ...conclude, act: 'again', value: 17 })
      .rejects('idea/concluded');
    given(...tried)
      .when({ ...conclude, act: 'again', value: 10, outcome: 'supported' })
      .rejects('idea/concluded');
  });
});

describe('settling an idea', () => {
  it('ends it, tried or not', () => {
    given(...tried)
      .when(settle)
      .then(settled);
    given(submitted)
      .when({ ...settle, outcome: 'declined' })
      .then({ ...settled, outcome: 'declined' } as never);
  });

  it('waits for the experiment under way', () =>
    given(submitted, started).when(settle).rejects('idea/experiment-under-way'));

  it('is so already, or final', () => {
    const again = { ...settle, act: 'again' };
    given(submitted, settled).when(again).nothing();
    given(submitted, settled)
      .when({ ...again, outcome: 'withdrawn' })
      .rejects('idea/settled');
    given().when(settle).rejects('idea/not-found');
  });
});

describe('reusing a lesson', () => {
  it('names the goal or the idea that does', () => {
    given(...tried, settled)
      .when(reuse)
      .then(reused);
    given(...tried)
      .when({ ...reuse, by: { idea: 'other' } })
      .then({ ...reused, by: { idea: 'other' } } as never);
  });

  it('needs a lesson, and another than the idea itself', () => {
    given(submitted, started).when(reuse).rejects('idea/no-lesson');
    given(...tried)
      .when({ ...reuse, by: { idea: ideaId } })
      .rejects('idea/reused-by-itself', '/by');
    given(...tried)
      .when({ ...reuse, at: '2026-06-01T09:00:00.000Z' })
      .rejects('idea/before-its-latest-change');
  });

  it('counts once for each, and may be told late', () => {
    given(...tried, reused)
      .when({ ...reuse, act: 'again' })
      .nothing();
    given(...tried, reused)
      .when({ ...reuse, act: 'again', by: { idea: goalId } })
      .thenSatisfies((facts) => expect(facts).toHaveLength(1));
    given(...tried, settled, creditAmended)
      .when({ ...reuse, at: conclude.at })
      .then({ ...reused, at: conclude.at });
  });
});
