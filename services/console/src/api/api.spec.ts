import { describe, expect, test } from '@jest/globals';
import { CommandKey, randomId } from './command-key.ts';
import { isPassing, problemOf, remediesByField } from './problems.ts';

describe('a problem', () => {
  test('is read as it was sent', () => {
    const sent = {
      status: 412,
      code: 'log/stale-revision',
      title: 'The record has changed meanwhile',
      detail: 'Expected 3, found 5.',
      errors: [{ field: '/value', rule: 'isNumber', remedy: 'Send a number.' }],
      expected: 3,
      actual: 5,
      traceId: 'ab',
    };
    expect(problemOf(412, sent)).toEqual(sent);
  });

  test('is still one when a gateway answered in its stead', () => {
    expect(problemOf(502, '<html>')).toEqual({
      status: 502,
      code: 'console/unexpected-answer',
      title: 'The server answered 502',
      detail: 'The answer does not say why.',
      errors: [],
    });
    expect(problemOf(400, { errors: ['x', {}, { field: '/a' }], detail: 7 }).errors).toEqual([
      { field: '/a', rule: '', remedy: 'Not valid.' },
    ]);
  });

  test('that may pass is told from one that stays', () => {
    const passing = [0, 502, 503, 504].map((status) => isPassing(problemOf(status, {})));
    const staying = [400, 401, 403, 404, 409, 412, 422, 500].map((status) => {
      return isPassing(problemOf(status, {}));
    });
    expect(passing).not.toContain(false);
    expect(staying).not.toContain(true);
  });

  test('has every remedy of a field', () => {
    const errors = [
      { field: '/a', rule: '1', remedy: 'One.' },
      { field: '/b', rule: '2', remedy: 'Two.' },
      { field: '/a', rule: '3', remedy: 'Three.' },
    ];
    expect([...remediesByField(errors)]).toEqual([
      ['/a', 'One. Three.'],
      ['/b', 'Two.'],
    ]);
  });
});

describe('the key of a form', () => {
  const keys = () => {
    let last = 0;
    return () => `key-${(last += 1)}`;
  };

  test('stays the same for the same body, so that a second send records nothing more', () => {
    const key = new CommandKey();
    const next = keys();
    const first = key.keyFor('/goals/1/close', { score: 1 }, next);
    expect(key.keyFor('/goals/1/close', { score: 1 }, next)).toBe(first);
  });

  test('is new for another body, another route, and after a success', () => {
    const key = new CommandKey();
    const next = keys();
    const given = [
      key.keyFor('/goals/1/close', { score: 1 }, next),
      key.keyFor('/goals/1/close', { score: 0.5 }, next),
      key.keyFor('/goals/2/close', { score: 0.5 }, next),
    ];
    key.forget();
    given.push(key.keyFor('/goals/2/close', { score: 0.5 }, next));
    expect(new Set(given).size).toBe(4);
  });

  test('is a random UUID of version 4', () => {
    const ones = randomId((bytes) => bytes.fill(0xff));
    expect(ones).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
    expect(randomId()).not.toBe(randomId());
  });
});
