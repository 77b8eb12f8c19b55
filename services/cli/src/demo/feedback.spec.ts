import { describe, expect, it } from '@jest/globals';
import { steady } from './cast.ts';
import { newLocations, outageAnswers, responsesAMonth } from './customers.ts';
import { notesAMonth } from './colleagues.ts';
import { planOf } from './plan.ts';
import { monthlyAllowance, recognitionsAMonth } from './recognition.ts';
import { msPerDay, type Line, type Step, type Thread } from './script.ts';

const today = '2026-08-20';
const monthsPlayed = 8;

const threadsOn = (day: string, seed = 'plumbline'): Thread[] => planOf(seed, day).flat();
const stepsOf = (threads: readonly Thread[], path: RegExp): Step[] =>
  threads.flatMap(({ steps }) => steps).filter((step) => path.test(step.path));
const linesOf = (threads: readonly Thread[]): readonly Line[] =>
  stepsOf(threads, /^\/customer-responses\/import$/).flatMap(({ lines = [] }) => lines);

const threads = threadsOn(today);

describe('what people say to each other', () => {
  it('is given by those who are there, in every class of visibility, each month', () => {
    const notes = threads.filter(({ name }) => name.startsWith('notes/'));
    const first = notes.flatMap(({ steps }) => steps.slice(0, 1));
    expect(notes.length).toBe(monthsPlayed * notesAMonth);
    expect(first.length).toBeGreaterThan((monthsPlayed - 1) * notesAMonth);
    for (const { as, body } of first) {
      expect(steady).toContain(as);
      expect(steady).toContain(body['subject']);
      expect(body['subject']).not.toBe(as);
    }
    const seen = first.map(({ body }) => body['visibility']);
    expect(new Set(seen).size).toBe(4);
  });

  it.each([today, '2026-07-01', '2026-12-31', '2027-04-01'])(
    'is asked for, answered, declined, and waited for as long as the quarter lasts (%s)',
    (day) => {
      const played = threadsOn(day);
      const requests = played.filter(({ name }) => name.startsWith('requests/'));
      const ends = requests.map(({ steps }) => steps.slice(1).map(({ path }) => path));
      expect(ends.filter(([path]) => path === '/feedback/notes')).toHaveLength(3);
      expect(ends.filter(([path]) => path?.endsWith('/decline'))).toHaveLength(2);
      const open = requests.filter(({ steps }) => steps.length === 1);
      expect(open).toHaveLength(2);
      for (const { body } of open.flatMap(({ steps }) => steps)) {
        const due = String(body['due']);
        expect(due >= day).toBe(true);
        const asked = Date.parse(String(body['effectiveAt']).slice(0, 10));
        expect((Date.parse(due) - asked) / msPerDay).toBeLessThanOrEqual(92);
      }
    },
  );

  it('has meetings of two, with actions of which some are done and some are not', () => {
    const agreed = stepsOf(threads, /\/actions$/).length;
    const done = stepsOf(threads, /\/complete$/).length;
    expect(stepsOf(threads, /\/one-to-ones$/).length).toBeGreaterThan(20);
    expect(done).toBeGreaterThan(agreed / 3);
    expect(done).toBeLessThan(agreed);
  });
});

describe('points', () => {
  it.each([today, '2026-09-30', '2027-01-15'])(
    'are within the allowance of the one month in which they are all given (%s)',
    (day) => {
      const given = new Map<string, number>();
      for (const { as, body } of stepsOf(threadsOn(day), /^\/recognitions$/)) {
        const receivers = body['receivers'] as readonly string[];
        expect(receivers).not.toContain(as);
        given.set(as, (given.get(as) ?? 0) + Number(body['points']) * receivers.length);
      }
      expect(given.size).toBeGreaterThan(20);
      expect(Math.max(...given.values())).toBeLessThanOrEqual(monthlyAllowance);
    },
  );

  it('are earned before they are redeemed, whatever else is given', () => {
    const earned = (person: string): number =>
      stepsOf(
        threads.filter(({ name }) => name.startsWith('recognitions/earned-')),
        /^\/recognitions$/,
      )
        .filter(({ body }) => (body['receivers'] as readonly string[]).includes(person))
        .reduce((sum, { body }) => sum + Number(body['points']), 0);
    const costs: Readonly<Record<string, number>> = { book: 60, 'day-off': 120 };
    const redeemed = stepsOf(threads, /^\/redemptions$/);
    expect(redeemed).toHaveLength(3);
    for (const { as, body } of redeemed) {
      expect(earned(as)).toBeGreaterThanOrEqual(costs[String(body['reward'])] ?? Infinity);
    }
    const decided = stepsOf(threads, /\/decide$/).map(({ body }) => body['outcome']);
    expect(decided).toEqual(['fulfil', 'decline']);
  });

  it('go round, month by month', () => {
    const months = threads.filter(({ name }) => /^recognitions\/\d/.test(name));
    expect(months).toHaveLength(monthsPlayed * recognitionsAMonth);
  });
});

describe('customers', () => {
  const lines = linesOf(threads);
  const at = (line: Line, field: string): string => String(line.body[field]);

  it('answer at several places, of which two are too new to be shown', () => {
    const counts = new Map<string, number>();
    for (const line of lines) {
      const place = at(line, 'location');
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    const fresh: readonly string[] = Object.values(newLocations);
    expect(fresh.map((place) => counts.get(place))).toEqual([3, 2]);
    const others = [...counts].filter(([place]) => !fresh.includes(place));
    for (const [, count] of others) expect(count).toBeGreaterThan(20);
    expect(new Set(lines.map((line) => at(line, 'touchpoint'))).size).toBe(6);
    expect(new Set(lines.map((line) => at(line, 'channel'))).size).toBe(4);
  });

  it('answer on the scales, and tell of the work of one at most', () => {
    const highest: Readonly<Record<string, number>> = { nps: 10, csat: 5, ces: 7 };
    const metrics = new Set<string>();
    let blank = 0;
    for (const { body } of lines) {
      for (const { metric, score } of body['answers'] as readonly Answer[]) {
        metrics.add(metric);
        if (score === undefined) blank += 1;
        else expect(score).toBeLessThanOrEqual(highest[metric] ?? 0);
      }
      const shares = (body['attribution'] ?? []) as readonly { share: number }[];
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1);
      expect(at({ name: '', body }, 'answeredAt') > String(body['occurredOn'])).toBe(true);
    }
    expect([...metrics].toSorted()).toEqual(['ces', 'csat', 'nps']);
    expect(blank).toBeGreaterThan(10);
    const told = lines.filter(({ body }) => body['attribution'] !== undefined).length;
    expect(told).toBeGreaterThan(lines.length / 2);
    expect(told).toBeLessThan(lines.length);
  });

  it('say the same on whatever day the month is played, and more as it goes on', () => {
    const later = new Map(linesOf(threadsOn('2026-09-25')).map((line) => [line.name, line]));
    expect(new Set(lines.map(({ name }) => name)).size).toBe(lines.length);
    expect(later.size).toBeGreaterThan(lines.length);
    expect(later.size).toBeLessThanOrEqual(
      (monthsPlayed + 1) * responsesAMonth + 8 + outageAnswers,
    );
    for (const line of lines) expect(later.get(line.name)).toEqual(line);
  });
});

describe('cases', () => {
  it.each([today, '2026-08-22', '2026-08-23', '2026-08-24', '2027-01-01'])(
    'are opened on workdays; one is at work, two are not resolved (%s)',
    (day) => {
      const cases = threadsOn(day).filter(({ name }) => name.startsWith('cases/'));
      const opened = cases.flatMap(({ steps }) => steps.slice(0, 1));
      for (const { path, body } of opened) {
        expect(path).toBe('/cases');
        expect([1, 2, 3, 4, 5]).toContain(new Date(String(body['effectiveAt'])).getUTCDay());
      }
      const open = cases.filter(({ name, steps }) => {
        return name !== 'cases/care' && !steps.at(-1)?.path.endsWith('/resolve');
      });
      expect(open.map(({ name }) => name)).toEqual(['cases/waiting', 'cases/open']);
    },
  );
});

interface Answer {
  readonly metric: string;
  readonly score?: number;
}
