import { describe, expect, it } from '@jest/globals';
import { msPerDay, toInstant } from '@plumbline/kernel';
import { generatedHistory } from './generated.testing.ts';
import { fact, told } from './organization.testing.ts';
import type { Organization } from './organization.ts';

const dayAfter = (day: string) => toInstant(Date.parse(day) + msPerDay).slice(0, 10);

/** Who is here and answers to whom, in one text. */
const standing = (organization: Organization, on: string): string =>
  JSON.stringify(
    organization.people().map((one) => {
      const { managersOf, isPresent, isAway, postOf } = organization;
      return [one, managersOf(one, on), isPresent(one, on), isAway(one, on), postOf(one, on)];
    }),
  );

describe('the turning days of an organisation', () => {
  it.each([1, 2, 3])('are all those on which anything is otherwise than before (%d)', (seed) => {
    const organization = told(
      ...generatedHistory(40, seed),
      fact('LeaveRecorded', {
        ...{ person: 'person-3', leave: 'l', from: '2025-02-10', until: '2025-02-20' },
      }),
    );
    const turning = new Set(organization.turningDays('2024-06-01', '2026-12-31'));
    let turned = 0;
    let before = standing(organization, '2024-06-01');
    for (let day = '2024-06-02'; day <= '2026-12-31'; day = dayAfter(day)) {
      const now = standing(organization, day);
      if (now !== before) expect([day, turning.has(day)]).toEqual([day, true]);
      turned += now === before ? 0 : 1;
      before = now;
    }
    expect(turned).toBeGreaterThan(2);
    expect(turning.size).toBeLessThan(60);
  });

  it('begin with the first day of the span, and are within it', () => {
    const organization = told(...generatedHistory(40, 4));
    const days = organization.turningDays('2024-03-05', '2024-09-01');
    expect(days[0]).toBe('2024-03-05');
    expect(days).toEqual(days.toSorted());
    expect(days.every((day) => day >= '2024-03-05' && day <= '2024-09-01')).toBe(true);
    expect(told().turningDays('2024-03-05', '2024-03-05')).toEqual(['2024-03-05']);
  });
});
