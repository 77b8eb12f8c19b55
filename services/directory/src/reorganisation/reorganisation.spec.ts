import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing, specification } from '@plumbline/kernel/spec';
import { movesMax, reorganisationDecider } from './reorganisation.decide.ts';
import { completed, from, lastStep, lastStepped, moves } from './reorganisation.histories.ts';
import { order, ordered, step, stepped, stop, stopped } from './reorganisation.histories.ts';
import { nextStep, outcomeOfStep } from './reorganisation.steps.ts';

const { given } = specification(reorganisationDecider);
const [first = { post: 'nobody' }] = moves;

describe('ordering a reorganisation', () => {
  it('records where each post goes, and why', () => given().when(order).then(ordered));

  it('is refused for one that is ordered', () =>
    given(ordered)
      .when({ ...order, act: 'another' })
      .rejects('reorganisation/already-ordered'));

  it.each([
    ['reorganisation/no-moves', '/moves', []],
    ['reorganisation/post-twice', '/moves/2/post', [first, { post: 'a', unit: 'b' }, first]],
    ['reorganisation/move-nowhere', '/moves/1', [first, { post: 'a' }]],
  ])('is refused with %s at %s', (code, field, wanted) =>
    given()
      .when({ ...order, moves: wanted })
      .rejects(code, field),
  );

  it('lets a post answer to nobody from then on', () =>
    given()
      .when({ ...order, moves: [{ post: 'a', manager: null }] })
      .thenSatisfies((facts) => expect(facts).toHaveLength(1)));

  it('takes as many posts as allowed, and not one more', () => {
    const many = Array.from({ length: movesMax + 1 }, (_, index) => {
      return { post: `p${index}`, unit: 'works' };
    });
    given()
      .when({ ...order, moves: many.slice(1) })
      .thenSatisfies((facts) => expect(facts).toHaveLength(1));
    given()
      .when({ ...order, moves: many })
      .rejects('reorganisation/too-many-moves', '/moves');
  });
});

describe('a step', () => {
  it('is recorded with what was refused', () => given(ordered).when(step).then(stepped));

  it('that is the last completes the reorganisation', () =>
    given(ordered, stepped).when(lastStep).then(lastStepped, completed));

  it('decides nothing when it is told again, by whatever act', () => {
    given(ordered, stepped)
      .when({ ...step, act: 'another' })
      .nothing();
    given(ordered, stepped, lastStepped, completed)
      .when({ ...lastStep, act: 'another' })
      .nothing();
  });

  it('comes in its turn', () => {
    given(ordered).when(lastStep).rejects('reorganisation/step-out-of-turn', '/step');
    given(ordered, stepped, lastStepped, completed)
      .when({ ...lastStep, act: 'another', step: 3 })
      .rejects('reorganisation/step-out-of-turn');
  });

  it('accounts for each of its moves', () =>
    given(ordered)
      .when({ ...step, done: step.done - 1 })
      .rejects('reorganisation/moves-not-accounted-for'));

  it('does not follow once it is stopped, or if nothing was ordered', () => {
    given(ordered, stopped).when(step).rejects('reorganisation/stopped');
    given().when(step).rejects('reorganisation/not-found');
  });
});

describe('stopping', () => {
  it('is possible before and between the steps', () => {
    given(ordered).when(stop).then(stopped);
    given(ordered, stepped).when(stop).then(stopped);
  });

  it('decides nothing when it is stopped already', () =>
    given(ordered, stopped)
      .when({ ...stop, act: 'another' })
      .nothing());

  it('is refused when all is through, and if nothing was ordered', () => {
    given(ordered, stepped, lastStepped, completed).when(stop).rejects('reorganisation/completed');
    given().when(stop).rejects('reorganisation/not-found');
  });
});

describe('the laws of a reorganisation', () => {
  it('step by step each move is done or refused once, and then it is completed', () => {
    const sizes = fc.integer({ min: 1, max: 450 });
    fc.assert(
      fc.property(sizes, fc.func(fc.boolean()), (size, isRefused) => {
        const many = Array.from({ length: size }, (_, index) => ({ post: `p${index}`, unit: 'w' }));
        let state = fold(reorganisationDecider, reorganisationDecider.initial, [
          { ...ordered, moves: many } as typeof ordered,
        ]);
        let expected = 0;
        for (let turn = 1; state.stage !== 'none'; turn += 1) {
          const number = nextStep(state);
          if (number === undefined) break;
          expect(number).toBe(turn);
          const indexes = Array.from({ length: size }, (_, index) => index);
          const refused = indexes
            .slice((turn - 1) * 100, turn * 100)
            .flatMap((one, index) => (isRefused(one) ? [{ index, rejection }] : []));
          expected += refused.length;
          const outcome = outcomeOfStep(state, number, refused);
          const command = { ...step, act: `act-${turn}`, step: number, ...outcome };
          const decision = reorganisationDecider.decide(command, state);
          if (isRejection(decision)) throw new Error(decision.detail);
          repeatDecidesNothing(reorganisationDecider, command, state, decision);
          state = fold(reorganisationDecider, state, decision);
        }
        expect(state).toMatchObject({ stage: 'completed', refused: expected });
        expect(state).toMatchObject({ done: size - expected, from });
      }),
      { numRuns: 50 },
    );
  });

  const rejection = { kind: 'rejection', code: 'structure/post-closed', detail: 'No.' } as const;
});
