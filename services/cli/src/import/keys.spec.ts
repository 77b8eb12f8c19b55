import { afterEach, describe, expect, it } from '@jest/globals';
import { createKeyTracker, type KeyTracker } from './keys.ts';
import type { KeyRule } from './mapping.ts';

const opened: KeyTracker[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const tracker = (key: KeyRule, unique: readonly string[] = []) => {
  const mapping = { key, unique, missing: [''], spoilt: [], trim: ['id'] };
  const one = createKeyTracker(mapping as never, 'answers.csv');
  opened.push(one);
  return one;
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

  it('are as many as a file has', () => {
    const keys = tracker(byValue);
    const all = Array.from({ length: 3_000 }, (_, no) => `k${no}`);
    const kinds = (texts: readonly string[]) =>
      new Set(texts.map((text) => keys.take({ id: text }, text, 1).kind));
    expect([kinds(all), kinds(all)]).toEqual([new Set(['new']), new Set(['duplicate'])]);
  });

  it('are those of one file, and not of another one', () => {
    const [one, other] = [tracker(byValue), tracker(byValue)];
    expect([one, other].map((keys) => keys.take({ id: 'a' }, 'a', 1).kind)).toEqual(['new', 'new']);
  });

  it.each(["it's \u0000 \u{1f600}", '', '1', 'x'.repeat(100_000)])('may be any text', (text) => {
    const keys = tracker(byValue);
    expect(keys.take({}, text, 1)).toEqual({ kind: 'new', key: text });
    expect(keys.take({}, `${text} `, 2).kind).toBe('new');
    expect(keys.take({}, text, 3)).toMatchObject({ kind: 'duplicate', firstLine: 1 });
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
    const keys = tracker({ by: 'line', of: 'visits:{file}' });
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
    const keys = tracker({ by: 'line', of: 'x' }, ['a']);
    keys.take(equal, undefined, 2);
    expect(keys.take(equal, undefined, 3)).toMatchObject({ kind: 'second', firstLine: 2 });
  });
});

describe('what a mapping calls unique', () => {
  it('stands in one record alone, also when the second is equal in every field', () => {
    const keys = tracker(byValue, ['id', 'x']);
    expect(keys.take({ id: 'a', x: '1' }, 'a', 2).kind).toBe('new');
    expect(keys.take({ id: 'a ', x: '1' }, 'b', 3)).toMatchObject({ kind: 'second', firstLine: 2 });
    expect(keys.take({ id: 'a', x: '1' }, 'a', 4)).toMatchObject({ kind: 'second', firstLine: 2 });
    expect(keys.take({ id: 'a', x: '2' }, 'c', 5).kind).toBe('new');
  });

  it('may be missing in many', () => {
    const keys = tracker(byValue, ['id']);
    expect(keys.take({ id: ' ' }, 'a', 2).kind).toBe('new');
    expect(keys.take({}, 'b', 3).kind).toBe('new');
  });
});
