import { describe, expect, it } from '@jest/globals';
import {
  customerResponseDecider,
  hasOpenDispute,
  holderOf,
  played,
  responseHistories as the,
  statesOf,
  type CustomerResponseCommand,
  type CustomerResponseFact,
  type KnownResponse,
} from '@plumbline/feedback/testing';
import { isRejection, msPerDay, toInstant } from '@plumbline/kernel';
import fc from 'fast-check';
import { documentsOf } from './responses.testing.ts';
import { satisfactionAttribution } from './satisfaction-attribution.ts';
import { breakdowns, satisfaction, type Breakdown } from './satisfaction-breakdown.ts';
import type { SatisfactionRow } from './satisfaction-breakdown.ts';
import { satisfactionDay } from './satisfaction-day.ts';
import { satisfactionMonth } from './satisfaction-month.ts';

/** Above `desk` and `shop`; ada and bo work at the desk, cy on Tuesdays in the shop. */
const unitsAbove: Readonly<Record<string, readonly string[]>> = {
  desk: ['desk', 'house'],
  shop: ['shop', 'house'],
  house: ['house'],
};

function unitOf(person: string, day: string): string {
  return person === 'cy' && day > '2026-05-02' ? 'shop' : 'desk';
}

function unitsOf(holders: readonly string[], day: string): readonly string[] {
  const units = holders.flatMap((holder) => {
    const [kind = '', name = ''] = holder.split(':');
    return unitsAbove[kind === 'unit' ? name : unitOf(name, day)] ?? [];
  });
  return [...new Set(units)];
}

const holder = fc.constantFrom<{ unit: string } | { person: string }>(
  ...[{ unit: 'desk' }, { unit: 'shop' }, { unit: 'house' }],
  ...[{ person: 'ada' }, { person: 'bo' }, { person: 'cy' }],
);
const shares = fc
  .uniqueArray(holder, { maxLength: 3, selector: (one) => JSON.stringify(one) })
  .map((held) => held.map((one) => ({ ...one, share: 0.3 })));

const recording = fc.record({
  occurredOn: fc.constantFrom('2026-04-30', '2026-05-01', '2026-05-03'),
  location: fc.constantFrom(null, 'north', 'constructor'),
  touchpoint: fc.constantFrom('counter', 'phone'),
  channel: fc.constantFrom('mail', 'web'),
  source: fc.constantFrom('after-visit', 'kiosk'),
  score: fc.constantFrom(null, 0, 6, 7, 8, 9, 10),
  attribution: fc.option(shares, { nil: [] }),
});

/** What becomes of a response, in this order; what is not possible is refused and left out. */
const change = fc.oneof(
  shares.map((held) => ({ ...the.attribute, shares: held, reason: 'Looked again.' })),
  fc.constantFrom('ada', 'bo').map((by) => ({ ...the.dispute, by })),
  fc
    .record({
      person: fc.constantFrom('ada', 'bo'),
      outcome: fc.constantFrom('upheld' as const, 'rejected' as const),
    })
    .map((told) => {
      const { shares: _, ...whole } = the.settle;
      return { ...whole, ...told, by: 'eve' };
    }),
  fc.constant(the.closeLoop),
  fc.constant(the.withdraw),
  // After a withdrawal, it is recorded anew.
  fc.constant(the.record),
);

/** Commands on many responses, whose order among one another is any. */
const log = fc
  .array(
    fc.record({
      first: recording,
      changes: fc.array(change, { maxLength: 4 }),
      order: fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 5, maxLength: 5 }),
    }),
    { minLength: 20, maxLength: 60 },
  )
  .map((responses) => {
    const placed = responses.flatMap(({ first, changes, order }, index) => {
      const responseId = `response-${index}`;
      const { score, ...rest } = first;
      const noAnswer = score === null ? { noAnswer: 'dismissed' as const } : {};
      const answers = [
        { metric: 'nps', score, ...noAnswer },
        { metric: 'csat', score: score === null ? null : 1 + (score % 5), ...noAnswer },
      ];
      const record = { ...the.record, ...rest, answers, answeredAt: '2026-05-20T00:00:00.000Z' };
      const all: CustomerResponseCommand[] = [record, ...changes];
      const places = order.toSorted((one, other) => one - other);
      return all.map((command, step) => {
        const act = `${responseId}-${step}`;
        // Times go on within a response; among responses they have another order than the log.
        const at = toInstant(Date.parse('2026-06-01') + ((index * 7) % 13) * msPerDay + step);
        const asked = { ...command, responseId, act, at, now: at };
        return { place: places[step] ?? 0, command: asked };
      });
    });
    const inOrder = placed.toSorted((one, other) => one.place - other.place);
    return played(inOrder.map(({ command }) => command));
  });

/** One answered or dismissed question, as it stands. */
interface Raw {
  readonly score: number | null;
  readonly rows: Readonly<Record<Breakdown, readonly (string | null)[]>>;
}

function rawOf(facts: readonly CustomerResponseFact[], metric: string): readonly Raw[] {
  const live = statesOf(facts).filter((one): one is KnownResponse => one.stage === 'recorded');
  return live.flatMap((response) => {
    const { answers, occurredOn, location, touchpoint, channel, source } = response.recording;
    const holders = response.shares.map(holderOf);
    const people = response.shares.flatMap((one) => ('person' in one ? [one.person] : []));
    const rows = {
      ...{ location: [location], touchpoint: [touchpoint], channel: [channel], source: [source] },
      ...{ day: [occurredOn], month: [occurredOn.slice(0, 7)] },
      unit: unitsOf(holders, occurredOn),
      person: hasOpenDispute(response) ? [] : people,
    };
    return answers.flatMap((one) => (one.metric === metric ? [{ score: one.score, rows }] : []));
  });
}

function valueOf(metric: string, scores: readonly number[]): number {
  const share = (holds: (score: number) => boolean) => scores.filter(holds).length / scores.length;
  if (metric === 'csat') return share((score) => score >= 4);
  return 100 * (share((score) => score >= 9) - share((score) => score <= 6));
}

function ask(
  facts: readonly CustomerResponseFact[],
  metric: 'nps' | 'csat',
  by: Breakdown,
  inDays = satisfactionDay,
) {
  const isOfHolders = by === 'unit' || by === 'person';
  const view = isOfHolders ? satisfactionAttribution : inDays;
  const days = [...documentsOf(view, facts).values()].filter((one) => one.metric === metric);
  const scale = metric === 'nps' ? { min: 0, max: 10 } : { min: 1, max: 5 };
  const parentOf = () => null;
  return satisfaction({ metric, scale, days, filter: {}, by, unitsOf, parentOf });
}

function withdrawals(facts: readonly CustomerResponseFact[]): readonly CustomerResponseFact[] {
  const at = '2027-01-01T00:00:00.000Z';
  return statesOf(facts).flatMap((response) => {
    if (response.stage !== 'recorded') return [];
    const { responseId } = response;
    const command = { ...the.withdraw, responseId, act: 'end', at, now: at };
    const decision = customerResponseDecider.decide(command, response);
    return isRejection(decision) ? [] : decision;
  });
}

/** What is shown of a row is what the raw answers say, and what they say is shown or hidden. */
function expectRow(row: SatisfactionRow, metric: string, raw: readonly Raw[], by: Breakdown) {
  const mine = raw.filter(({ rows }) => rows[by].includes(row.of));
  const scores = mine.flatMap(({ score }) => (score === null ? [] : [score]));
  if (row.score === null) return;
  expect(row.score.n).toBe(scores.length);
  expect(row.score.value).toBeCloseTo(valueOf(metric, scores), 9);
  expect(row.asked).toBe(mine.length);
  expect(row.noAnswer?.dismissed).toBe(mine.length - scores.length);
}

describe('figures of customers, over responses that come, change and go in any order', () => {
  const asked = fc.record({
    metric: fc.constantFrom('nps' as const, 'csat' as const),
    by: fc.constantFrom(...breakdowns),
  });

  it('are those of the raw answers as they stand, in every row', () => {
    const shown = new Map<string, number>();
    fc.assert(
      fc.property(log, fc.constantFrom('nps', 'csat'), (facts, metric) => {
        const raw = rawOf(facts, metric);
        const scores = raw.flatMap(({ score }) => (score === null ? [] : [score]));
        for (const by of breakdowns) {
          const { total, rows } = ask(facts, metric, by);
          expect(total.score?.n ?? null).toBe(scores.length >= 5 ? scores.length : null);
          const names = new Set(raw.flatMap((one) => one.rows[by]));
          expect(new Set(rows.map(({ of }) => of))).toEqual(names);
          for (const row of rows) expectRow(row, metric, raw, by);
          const visible = rows.filter(({ score }) => score !== null);
          expect(visible.filter(({ score }) => (score?.n ?? 0) < 5)).toEqual([]);
          shown.set(by, (shown.get(by) ?? 0) + visible.length);
        }
      }),
      { numRuns: 60 },
    );
    for (const by of breakdowns) expect([by, (shown.get(by) ?? 0) > 20]).toEqual([by, true]);
  });

  it('add up to the total where nothing is hidden and no response is in two rows', () => {
    let added = 0;
    fc.assert(
      fc.property(log, asked, (facts, { metric, by }) => {
        if (by === 'unit' || by === 'person') return;
        const { total, rows } = ask(facts, metric, by);
        if (rows.some(({ tier }) => tier === 'hidden')) return;
        added += 1;
        const sum = (of: (row: SatisfactionRow) => number | undefined | null) =>
          rows.reduce((all, row) => all + (of(row) ?? 0), 0);
        expect(sum(({ score }) => score?.n)).toBe(total.score?.n ?? 0);
        expect(sum(({ asked: all }) => all)).toBe(total.asked ?? 0);
      }),
      { numRuns: 200 },
    );
    expect(added).toBeGreaterThan(50);
  });

  it('are the same of documents of months, whatever they are broken down by', () => {
    const inMonths = fc.constantFrom(...breakdowns.filter((by) => by !== 'day'));
    fc.assert(
      fc.property(log, fc.constantFrom('nps', 'csat'), inMonths, (facts, metric, by) => {
        const months = [...documentsOf(satisfactionMonth, facts).values()].map(({ day }) => day);
        expect(months.filter((month) => month !== '2026-04' && month !== '2026-05')).toEqual([]);
        const asked = ask(facts, metric, by, satisfactionMonth);
        expect(asked).toEqual(ask(facts, metric, by));
      }),
      { numRuns: 60 },
    );
  });

  it('at any earlier point are those of what was recorded, or held, by then', () => {
    fc.assert(
      fc.property(log, asked, fc.double({ min: 0, max: 1, noNaN: true }), (facts, one, part) => {
        const end = Math.floor(part * facts.length);
        const at = facts[end]?.at ?? '9999';
        const by = one.by;
        for (const then of [facts.slice(0, end), facts.filter((it) => it.at < at)]) {
          const raw = rawOf(then, one.metric);
          for (const row of ask(then, one.metric, by).rows) expectRow(row, one.metric, raw, by);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are nothing at all, and in no document, once everything is withdrawn', () => {
    fc.assert(
      fc.property(log, (facts) => {
        const gone = [...facts, ...withdrawals(facts)];
        for (const view of [satisfactionDay, satisfactionMonth, satisfactionAttribution]) {
          expect(documentsOf(view, gone).size).toBe(0);
        }
      }),
      { numRuns: 40 },
    );
  });
});
