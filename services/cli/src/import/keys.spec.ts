import { describe, expect, it } from '@jest/globals';
import { createKeyTracker } from './keys.ts';
import type { KeyRule } from './mapping.ts';

const tracker = (key: KeyRule, limit?: number, unique: readonly string[] = []) => {
  const mapping = { key, unique, missing: [''], spoilt: [], trim: ['id'] };
  return createKeyTracker(mapping as never, 'answers.csv', limit);
};
const byValue: KeyRule = { by: 'value', of: { op: 'from', field: 'id', as: 'text' } };

describe('keys of records', () => {
  it('made of a value: a repeat is a duplicate, another content a clash', () => {
    const keys = tracker(byValue);
    expect(keys.take({ id: 'a', x: 1 }, 'a', 2)).toEqual({ kind: 'new', key: 'a' });
    expect(keys.take({ x: 1, id: 'a' }, 'a', 5)).toEqual({
      ...{ kind: 'duplicate', key: 'a', firstLine: 2 },
    });
    expect(keys.take({ id: 'a', x: 2 }, 'a', 6)).toMatchObject({ kind: 'clash', firstLine: 2 });
  });

  it('made of content: equal records are told apart by their ordinal', () => {
    const keys = tracker({ by: 'content', fields: 'all' });
    const [one, two, other] = [{ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 1 }].map((fields, at) => {
      return keys.take(fields, undefined, at + 1).key;
    });
    expect(one).toMatch(/^[0-9a-f]{40}\.1$/);
    expect(two).toBe(one?.replace(/1$/, '2'));
    expect(other?.slice(0, 40)).not.toBe(one?.slice(0, 40));
  });

  it('made of some fields: the others do not count, and a missing one is not an empty one', () => {
    const keys = tracker({ by: 'content', fields: ['a'] });
    const key = (fields: object) => keys.take(fields as never, undefined, 1).key.slice(0, 40);
    expect(key({ a: 1, b: 1 })).toBe(key({ a: 1, b: 2 }));
    expect(key({ a: '' })).not.toBe(key({}));
    expect(key({ a: '1' })).not.toBe(key({ a: 1 }));
  });

  it('are remembered up to the limit, and the file is refused beyond it', () => {
    const keys = tracker(byValue, 2);
    keys.take({}, 'a', 1);
    keys.take({}, 'b', 2);
    expect(keys.take({}, 'a', 3).kind).toBe('duplicate');
    expect(() => keys.take({}, 'c', 4)).toThrow('more than 2 records. Split it');
  });

  it('made of content are told before they are taken, and stay free until then', () => {
    const keys = tracker({ by: 'content', fields: 'all' });
    const next = keys.next({ a: 1 }, 1);
    expect(next).toMatch(/\.1$/);
    expect(keys.next({ a: 1 }, 2)).toBe(next);
    expect(keys.take({ a: 1 }, undefined, 1).key).toBe(next);
    expect(keys.next({ a: 1 }, 2)).toMatch(/\.2$/);
    expect(tracker(byValue).next({ id: 'a' }, 1)).toBeUndefined();
  });
});

describe('keys made of lines', () => {
  const equal = { a: 1 };

  it('keep every record apart, equal ones included, and need no memory', () => {
    const keys = tracker({ by: 'line', of: 'visits:{file}' }, 1);
    for (const line of [2, 3, 9]) {
      const key = `visits:answers.csv:${line}`;
      expect(keys.next(equal, line)).toBe(key);
      expect(keys.take(equal, undefined, line)).toEqual({ kind: 'new', key });
    }
  });

  it('take the name that they are given, whatever the file is called', () => {
    expect(tracker({ by: 'line', of: 'visits-2017' }).next(equal, 2)).toBe('visits-2017:2');
  });

  it('leave unique what the mapping calls so', () => {
    const keys = tracker({ by: 'line', of: 'x' }, undefined, ['a']);
    keys.take(equal, undefined, 2);
    expect(keys.take(equal, undefined, 3)).toMatchObject({ kind: 'second', firstLine: 2 });
  });
});

describe('what a mapping calls unique', () => {
  it('stands in one record alone, also when the second is equal in every field', () => {
    const keys = tracker(byValue, undefined, ['id', 'x']);
    expect(keys.take({ id: 'a', x: '1' }, 'a', 2).kind).toBe('new');
    expect(keys.take({ id: 'a ', x: '1' }, 'b', 3)).toMatchObject({ kind: 'second', firstLine: 2 });
    expect(keys.take({ id: 'a', x: '1' }, 'a', 4)).toMatchObject({ kind: 'second', firstLine: 2 });
    expect(keys.take({ id: 'a', x: '2' }, 'c', 5).kind).toBe('new');
  });

  it('may be missing in many', () => {
    const keys = tracker(byValue, undefined, ['id']);
    expect(keys.take({ id: ' ' }, 'a', 2).kind).toBe('new');
    expect(keys.take({}, 'b', 3).kind).toBe('new');
  });

  it('is remembered up to the limit', () => {
    const keys = tracker({ by: 'content', fields: ['none'] }, 2, ['id']);
    keys.take({ id: 'a' }, undefined, 1);
    keys.take({ id: 'b' }, undefined, 2);
    expect(keys.take({ id: 'a' }, undefined, 3).kind).toBe('second');
    expect(() => keys.take({ id: 'c' }, undefined, 4)).toThrow('more than 2 records. Split it');
  });
});
