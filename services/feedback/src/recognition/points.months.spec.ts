import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { pointsDecider } from './points.decide.ts';
import { expire, expired, granted, recognise, recognised, thank } from './points.histories.ts';
import { allowanceLeft, initialPoints, type PointsFact } from './points.ts';

const { given } = specification(pointsDecider);
const endOfJuly = '2026-07-31T23:59:59.999Z';
const august = '2026-08-01T00:00:00.000Z';

/** Another recognition, at some time of the server, of one person. */
const later = (now: string, points: number) => ({
  ...{ ...recognise, act: 'later', recognitionId: 'later', receivers: ['eve'] },
  ...{ at: now, now, points },
});
const moves = (...facts: readonly PointsFact[]) =>
  facts.map((fact) => [
    fact.type,
    'month' in fact ? fact.month : null,
    'points' in fact && fact.points,
  ]);
const decides =
  (...expected: readonly (readonly [string, string, number])[]) =>
  (facts: readonly PointsFact[]) => {
    expect(moves(...facts)).toEqual(expected);
  };

describe('the allowance of a month', () => {
  it('is granted once in it, to its last millisecond of UTC', () => {
    given(...recognised)
      .when(later(endOfJuly, 20))
      .thenSatisfies(decides(['RecognitionGiven', '2026-07', 20]));
  });

  it('gives way to that of the next: they never add up', () => {
    given(...recognised)
      .when(later(august, 50))
      .thenSatisfies(
        decides(
          ['AllowanceExpired', '2026-07', 20],
          ['AllowanceGranted', '2026-08', 100],
          ['RecognitionGiven', '2026-08', 50],
        ),
      );
    given(...recognised)
      .when({ ...later(august, 40), receivers: ['bo', 'cy', 'eve'] })
      .rejects('points/allowance-exceeded');
  });

  it('is that of the terms when it is granted, whatever they are later', () => {
    const terms = { ...recognise.terms, monthlyAllowance: 1_000 };
    given(...recognised)
      .when({ ...later(endOfJuly, 21), terms })
      .rejects('points/allowance-exceeded');
    given(...recognised)
      .when({ ...later(august, 50), terms })
      .thenSatisfies((facts) =>
        expect(facts[1]).toMatchObject({ type: 'AllowanceGranted', points: 1_000 }),
      );
  });

  it('leaves nothing to expire when all of it was given', () => {
    const all: readonly PointsFact[] = [
      granted,
      ...['bo', 'cy'].map((receiver): PointsFact => {
        const legs = [
          { account: 'allowance:ada', points: -50 },
          { account: 'transit', points: 50 },
        ] as const;
        return { ...recognised[1], receiver, points: 50, legs };
      }),
    ];
    given(...all)
      .when(expire)
      .nothing();
    given(...all)
      .when(later(august, 1))
      .thenSatisfies(
        decides(['AllowanceGranted', '2026-08', 100], ['RecognitionGiven', '2026-08', 1]),
      );
  });

  it('does not pile up over months in which nothing was given', () =>
    given(...recognised)
      .when(later('2027-02-10T00:00:00.000Z', 1))
      .thenSatisfies(
        decides(
          ['AllowanceExpired', '2026-07', 20],
          ['AllowanceGranted', '2027-02', 100],
          ['RecognitionGiven', '2027-02', 1],
        ),
      ));

  it('is that of the server’s clock, whenever the recognition is said to hold', () => {
    given(...recognised)
      .when({ ...later(august, 1), at: '2026-07-31T12:00:00.000Z' })
      .thenSatisfies((facts) => expect(moves(...facts)[1]?.[1]).toBe('2026-08'));
  });
});

describe('what is left at the end of a month', () => {
  it('expires, back to its issuer', () =>
    given(...recognised)
      .when(expire)
      .then(expired));

  it('stays while the month lasts', () =>
    given(...recognised)
      .when({ ...expire, at: endOfJuly, now: endOfJuly })
      .nothing());

  it('is nothing when none was granted, or it expired already', () => {
    given().when(expire).nothing();
    given(...recognised, expired)
      .when({ ...expire, act: 'again', now: '2026-09-01T00:00:00.000Z' })
      .nothing();
  });

  it('expires with a recognition without points too, which draws on no new one', () =>
    given(...recognised)
      .when({ ...thank, ...later(august, 0) })
      .thenSatisfies(
        decides(['AllowanceExpired', '2026-07', 20], ['RecognitionGiven', '2026-08', 0]),
      ));

  it('says when it was found to be over', () =>
    given(...recognised)
      .when({ ...expire, now: '2026-10-01T00:00:00.000Z' })
      .then({ ...expired, seen: '2026-10' }));
});

describe('a clock that runs backwards', () => {
  it('opens no month again that has expired: the newest that was seen goes on', () =>
    given(...recognised, { ...expired, seen: '2026-10' })
      .when(later(endOfJuly, 50))
      .thenSatisfies(
        decides(['AllowanceGranted', '2026-10', 100], ['RecognitionGiven', '2026-10', 50]),
      ));

  it('does not bring a second allowance of a month', () => {
    const inAugust: PointsFact = { ...granted, month: '2026-08' };
    given(...recognised, expired, inAugust)
      .when(later(endOfJuly, 50))
      .thenSatisfies(decides(['RecognitionGiven', '2026-08', 50]));
    given(inAugust)
      .when(later(endOfJuly, 50))
      .thenSatisfies(decides(['RecognitionGiven', '2026-08', 50]));
    given(...recognised, expired, inAugust)
      .when({ ...expire, act: 'again', now: endOfJuly })
      .nothing();
  });

  it('counts from a recognition without points too', () => {
    const thanks: PointsFact = { ...recognised[1], month: '2026-08', points: 0, legs: [] };
    given(...recognised, thanks)
      .when(later(endOfJuly, 1))
      .thenSatisfies(
        decides(
          ['AllowanceExpired', '2026-07', 20],
          ['AllowanceGranted', '2026-08', 100],
          ['RecognitionGiven', '2026-08', 1],
        ),
      );
  });
});

describe('what may still be given', () => {
  it('is what is left of the month, or the whole of one that has not begun', () => {
    const july = fold(pointsDecider, initialPoints, recognised);
    expect(allowanceLeft(initialPoints, endOfJuly, 100)).toBe(100);
    expect(allowanceLeft(july, endOfJuly, 300)).toBe(20);
    expect(allowanceLeft(july, august, 300)).toBe(300);
    expect(allowanceLeft(july, '2026-06-30T00:00:00.000Z', 300)).toBe(20);
  });
});
