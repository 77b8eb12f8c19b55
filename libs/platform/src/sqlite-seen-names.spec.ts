import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSeenNames, type SeenNames } from './sqlite-seen-names.ts';

let seen: SeenNames;
beforeEach(() => {
  seen = openSeenNames();
});
afterEach(() => seen.close());

describe('names that have stood in a file', () => {
  it('are counted, and told with where each stood first', () => {
    const [first, later] = [
      { line: 2, content: 'one' },
      { line: 9, content: 'other' },
    ];
    expect(seen.count('key', 'a')).toBe(0);
    expect(seen.add('key', 'a', first)).toEqual({ count: 1, first });
    expect(seen.add('key', 'a', later)).toEqual({ count: 2, first });
    expect(seen.add('unique', 'a', later)).toEqual({ count: 1, first: later });
    expect([seen.count('key', 'a'), seen.count('unique', 'a')]).toEqual([2, 1]);
  });

  it('are forgotten with the file, and by nobody else', () => {
    const other = openSeenNames();
    other.add('key', 'a', { line: 1, content: '' });
    seen.add('key', 'b', { line: 1, content: '' });
    other.close();
    other.close();
    expect([seen.count('key', 'a'), seen.count('key', 'b'), other.count('key', 'a')]).toEqual([
      ...[0, 1, 0],
    ]);
  });
});
