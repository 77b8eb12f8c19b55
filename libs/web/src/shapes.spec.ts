import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { Mail, mailLengthMax, ownerPattern, personPattern, unitPattern, Words } from './shapes.ts';

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

class LetterDto {
  @Words(20) title!: string;
  @Mail() mail!: string;
}

const faults = (given: object) => {
  const letter = { title: 'Hello', mail: 'ada@firm.example', ...given };
  return validateSync(Object.assign(new LetterDto(), letter)).map(({ property }) => property);
};

describe('words', () => {
  it.each(['\u200b', ' \u2060\ufeff', '\t\u00a0', '\u202e\u202c', '\u3164\u2800', '\u00ad'])(
    'of which nothing is seen are blank, as in %j',
    (title) => expect(faults({ title })).toEqual(['title']),
  );

  it.each(['a', '.', '\u200ba', '漢', '👩‍👩‍👧', 'न', '\u202eabc'])('may be %j', (title) => {
    expect(faults({ title })).toEqual([]);
  });
});

describe('an address of mail', () => {
  it.each(['ada@firm.example', 'Ada.Lund+hr@mail.firm.example', 'jörg@bücher.example'])(
    'may be %s',
    (mail) => expect(faults({ mail })).toEqual([]),
  );

  it.each([
    ...['x1', '', ' ', 'ada@', '@firm.example', 'ada@firm@example', 'ada lund@firm.example'],
    ...['ada\u202e@firm.example', 'ada@fi\u200brm.example', 'ada@firm.example\n', 7, null],
  ])('is not %j', (mail) => expect(faults({ mail })).toEqual(['mail']));

  it('is as long as mail can be sent to, and no longer', () => {
    const domain = `${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(60)}.example`;
    const long = `${'a'.repeat(mailLengthMax - domain.length - 1)}@${domain}`;
    expect([faults({ mail: long }), faults({ mail: `a${long}` })]).toEqual([[], ['mail']]);
  });
});
