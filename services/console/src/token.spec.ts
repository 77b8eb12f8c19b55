import { describe, expect, test } from '@jest/globals';
import { claimsOf, refuseToken, tidiedToken, tokenOfFragment } from './token.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (claims: object) => `${part({ alg: 'EdDSA' })}.${part(claims)}.c2ln`;
const now = 1_800_000_000_000;

describe('a token', () => {
  test('tells who it is for, whatever the script of the name', () => {
    const claims = { sub: 'zoë-李', tenant: 'main', roles: ['employee', 7], exp: 1_900_000_000 };
    expect(claimsOf(token(claims))).toEqual({
      sub: 'zoë-李',
      tenant: 'main',
      roles: ['employee'],
      expiresAt: 1_900_000_000_000,
    });
  });

  test.each(['', 'abc', 'a.b', 'a.b.c', `${part({})}.${part({})}.x`, 'a.b.c.d'])(
    '%j is none',
    (text) => {
      expect(claimsOf(text)).toBeUndefined();
      expect(refuseToken(text, now)).toBeDefined();
    },
  );

  test('is refused from the moment it expires', () => {
    const exp = now / 1_000;
    expect(refuseToken(token({ sub: 'ada', exp }), now - 1)).toBeUndefined();
    expect(refuseToken(token({ sub: 'ada', exp }), now)).toMatch(/expired/);
    expect(refuseToken(token({ sub: 'ada' }), now)).toBeUndefined();
  });

  test('is taken from a sign-in link alone', () => {
    expect(tokenOfFragment('#token=a.b_-.c')).toBe('a.b_-.c');
    expect(tokenOfFragment('#token=a%2Eb')).toBe('a.b');
    expect(tokenOfFragment('#token=%')).toBeUndefined();
    expect(tokenOfFragment('#/goals?token=a.b.c')).toBeUndefined();
    expect(tokenOfFragment('')).toBeUndefined();
  });

  test('may be pasted with what lies around it', () => {
    expect(tidiedToken(' "Bearer a.b\n.c" ')).toBe('a.b.c');
    expect(tidiedToken('bearer a.b.c')).toBe('a.b.c');
  });
});
