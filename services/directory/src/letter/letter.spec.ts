import { describe, it } from '@jest/globals';
import { specification } from '@plumbline/kernel/spec';
import { attempt, attempted, defer, deferred, settle, settled } from './letter.histories.ts';
import { letterDecider } from './letter.ts';

const { given } = specification(letterDecider);
const again = { ...attempt, act: 'act-attempt-2' };

describe('a letter', () => {
  it('is attempted, and settled', () => {
    given().when(attempt).then(attempted);
    given(attempted).when(settle).then(settled);
  });

  it('is not attempted again where nobody knows whether it was taken, nor once it is settled', () => {
    given(attempted).when(again).nothing();
    given(attempted, settled).when(again).nothing();
  });

  it('is attempted again once it is known not to have been taken', () => {
    given(attempted).when(defer).then(deferred);
    given(attempted, deferred)
      .when(again)
      .then({ ...attempted, act: again.act, attempt: 2 });
  });

  it('is settled once, and deferred only while it is attempted', () => {
    given(attempted, settled)
      .when({ ...settle, act: 'other', outcome: 'refused', code: '550' })
      .nothing();
    given().when(defer).nothing();
    given(attempted, settled)
      .when({ ...defer, act: 'late' })
      .nothing();
  });
});
