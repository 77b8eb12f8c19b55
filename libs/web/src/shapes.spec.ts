import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import {
  Mail,
  mailLengthMax,
  OneLineTitle,
  ownerPattern,
  personPattern,
  titleLengthMax,
  unitPattern,
  Words,
} from './shapes.ts';

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

class HeadedDto {
  @OneLineTitle() title!: string;
}

describe('a title that is typed here', () => {
  const found = (title: unknown) => validateSync(Object.assign(new HeadedDto(), { title }));

  it.each(['\n', '\r\n', '\t', '\u0000', '\u001b', '\u007f', '\u0085', '\u2028', '\u2029'])(
    'has no %j',
    (control) => {
      const [wrong] = found(`The${control}year`);
      const remedy = 'title must be one line that is not blank, without control characters';
      expect(wrong?.constraints).toEqual({ matches: remedy });
    },
  );

  it.each(['The year', '\u202eabc\u202c', 'e\u0301', '👩‍👩‍👧', 'من\u200fعام', '\u00a0a', '漢'])(
    'may be %j',
    (title) => expect(found(title)).toEqual([]),
  );

  it('is neither blank nor too long, as every title', () => {
    expect([
      found('x'.repeat(titleLengthMax)),
      found('x'.repeat(titleLengthMax + 1)).length,
    ]).toEqual([[], 1]);
    for (const blank of ['', ' ', '\u200b', ' \u3164', 7, undefined]) {
      expect(found(blank)).toHaveLength(1);
    }
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
