import { describe, expect, it } from '@jest/globals';
import { ownerPattern, personPattern, unitPattern } from './shapes.ts';

describe('names of people and units', () => {
  // A path takes such a segment away before it is sent, so that nobody could be asked about by it.
  it.each(['.', '..'])('are not "%s", which is a step within a path', (name) => {
    expect(personPattern.test(name)).toBe(false);
    expect(unitPattern.test(name)).toBe(false);
    expect(ownerPattern.test(`person:${name}`)).toBe(false);
    expect(ownerPattern.test(`unit:${name}`)).toBe(false);
  });

  it.each(['...', '.a', 'a.', 'a.b', '..a'])('may have dots, as in "%s"', (name) => {
    expect(personPattern.test(name)).toBe(true);
    expect(unitPattern.test(name)).toBe(true);
    expect(ownerPattern.test(`person:${name}`)).toBe(true);
    expect(ownerPattern.test(`unit:${name}`)).toBe(true);
  });
});
