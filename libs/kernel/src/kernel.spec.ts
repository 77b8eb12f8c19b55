import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clearText, derivedId, fold, hasField, isBlank, isDay, isRejection } from './index.ts';
import { isUuid, manualClock, never, readInstant, reject, same } from './index.ts';
import { timeOrderedId, withNamed } from './index.ts';

describe('ids', () => {
  it('derives the same id from the same parts, and another from other parts', () => {
    expect(derivedId('a', 'b', 1)).toBe(derivedId('a', 'b', 1));
    expect(derivedId('ab', 'c')).not.toBe(derivedId('a', 'bc'));
    expect(isUuid(derivedId('a'))).toBe(true);
  });

  it('derives as RFC 9562 says for version 5: SHA-1 of namespace and name', () => {
    const namespace = Buffer.from('0b6f8f526d0f5d4e9d5a4f6c1a7b9e21', 'hex');
    const hash = createHash('sha1').update(namespace).update('plumbline').digest('hex');
    const id = derivedId('plumbline').replaceAll('-', '');
    expect(id.slice(0, 12)).toBe(hash.slice(0, 12));
    expect(id.slice(13, 16)).toBe(hash.slice(13, 16));
    expect(id[12]).toBe('5');
  });

  it('orders version 7 ids by their time', () => {
    expect(timeOrderedId(1_000) < timeOrderedId(2_000)).toBe(true);
    expect(isUuid(timeOrderedId(Date.parse('2026-07-01')))).toBe(true);
  });
});

describe('time', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each(['2023-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '0000-01-01', '2026-1-1', ''])(
    '%p is none',
    (day) => expect(isDay(day)).toBe(false),
  );

  it('reads a day as its last millisecond, and an instant in its canonical form', () => {
    expect(readInstant('2026-03-31')).toBe('2026-03-31T23:59:59.999Z');
    expect(readInstant('2026-03-31T10:00:00+02:00')).toBe('2026-03-31T08:00:00.000Z');
  });

  it.each(['2026-02-30T10:00:00Z', '2026-02-03T24:30:00Z', '2026-02-03 10:00', 'now', '1'])(
    'does not read %p',
    (text) => expect(readInstant(text)).toBeUndefined(),
  );

  it('lets a test move the clock', () => {
    const clock = manualClock('2026-01-01T00:00:00Z');
    clock.advance(1_000);
    expect(new Date(clock.now()).toISOString()).toBe('2026-01-01T00:00:01.000Z');
    clock.set('2025-01-01T00:00:00Z');
    expect(new Date(clock.now()).getUTCFullYear()).toBe(2025);
  });
});

describe('values', () => {
  it('are the same whatever the order of their keys', () => {
    expect(same({ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 })).toBe(true);
    expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(same([1], { 0: 1 })).toBe(false);
  });

  it('are the same as their copy, and differ once anything changes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(same(value, structuredClone(value))).toBe(true);
        expect(same(value, [value])).toBe(false);
      }),
    );
  });

  it('leave out a word that was not said', () => {
    const text = clearText('person:ada', { title: 'A', reason: undefined });
    expect(text.fields).toEqual({ title: 'A' });
    expect(hasField(text, 'title') && !hasField(text, 'reason')).toBe(true);
    const sealed = { of: 'person:ada', stream: 's', fact: 'f', has: ['title'], box: 'AA==' };
    expect(hasField(sealed, 'title') && !hasField(sealed, 'reason')).toBe(true);
  });

  it('are blank when nothing of them is seen', () => {
    const blank = ['', ' \n\t', '\u00a0\u3000', '\u200b', '\ufeff\u2060', '\u202e', '\u3164'];
    expect(blank.filter((text) => !isBlank(text))).toEqual([]);
    expect(['a', ' . ', '\u200b7', 'é', '語', '🎯'].filter(isBlank)).toEqual([]);
  });
});

describe('decisions', () => {
  it('tell a rejection from facts', () => {
    expect(isRejection(reject('a/b', 'No.'))).toBe(true);
    expect(isRejection([])).toBe(false);
    expect(reject('a/b', 'No.', '/x')).toEqual({
      kind: 'rejection',
      code: 'a/b',
      detail: 'No.',
      field: '/x',
    });
  });

  it('fold facts, oldest first', () => {
    const join = { evolve: (state: string, fact: string) => state + fact };
    expect(fold(join, '', ['a', 'b'])).toBe('ab');
  });

  it('stop at a case that nobody thought of', () => {
    expect(() => never('surprise' as never)).toThrow('surprise');
  });
});

describe('a dictionary with one more entry', () => {
  it('is another one, in the order in which names came, whatever they are', () => {
    const before = { b: 1, a: 2 };
    const after = withNamed(withNamed(before, '__proto__', 3), 'b', 4);
    expect(before).toEqual({ b: 1, a: 2 });
    expect(JSON.stringify(after)).toBe('{"b":4,"a":2,"__proto__":3}');
    expect(after['constructor']).toBeUndefined();
  });
});
