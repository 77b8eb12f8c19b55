import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exitCodes } from '@plumbline/cli';
import { commandLine } from './support/command-line.ts';
import { serve, type Served } from './support/served.ts';
import { Published, quarterEnds, type Row } from './support/performance-gov.ts';

/**
 * The whole way with real data: files as the US government published them, through the command
 * line and HTTP, into goals, indicators and readings, whose figures must be the publisher's own.
 */
const root = resolve(__dirname, '..');
const data = join(
  process.env['TEST_DATA'] ?? resolve(root, '../shared/data'),
  'performance-gov-goals',
);
const isThere = existsSync(join(data, 'goals.json'));
if (!isThere) {
  // Not by the console: jest keeps to itself what a file says whose tests are all skipped.
  process.stderr.write(
    `SKIPPED: goals of performance.gov are not at ${data}; set TEST_DATA to the folder above.\n`,
  );
}

interface Figure {
  readonly value: number | null;
  readonly n: number;
}

interface Reading {
  readonly period: { readonly name: string };
  readonly value: number | null;
  readonly against: { readonly target?: number } | null;
  readonly progress: Figure;
  readonly met: boolean | null;
}

interface Kpi {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly owner: string;
  readonly measure: { readonly target?: number };
  readonly progress: Figure;
  readonly completions: { readonly done: number | null; readonly of: number } | null;
  readonly readings: readonly Reading[];
}

interface Goal {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly title: string;
  readonly owner: string;
}

interface Summary {
  readonly read: number;
  readonly recorded: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly fieldsLeftOut: number;
}

(isThere ? describe : describe.skip)('goals and indicators of performance.gov', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-performance-gov-'));
  let served: Served;
  let published: Published;
  let summaries: { goals: Summary; measurements: Summary };
  let goals: readonly Goal[];
  let kpis: ReadonlyMap<string, Kpi>;

  const importing = async (what: 'goals' | 'measurements', file: string): Promise<Summary> => {
    const mapping = join(root, `docs/import/performance-gov-${what}.mapping.json`);
    const report = join(folder, `${what}.report.ndjson`);
    const args = ['import', what, file, '--mapping', mapping, '--report', report, '--json'];
    const to = ['--url', served.url, '--token', served.token];
    const said = await commandLine([...args, ...to]);
    // Each file ends with an empty record, which is refused: done, with records refused.
    expect([said.code, said.err]).toEqual([exitCodes.someRefused, expect.any(String)]);
    return JSON.parse(said.out) as Summary;
  };

  const get = async <T>(path: string): Promise<T> => {
    const headers = { authorization: `Bearer ${served.token}` };
    const response = await fetch(`${served.url}${path}`, { headers });
    const body = (await response.json()) as T;
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(body)}`);
    return body;
  };

  const indicatorsAt = async (effectiveAt?: string): Promise<Map<string, Kpi>> => {
    const asked = effectiveAt === undefined ? '' : `?effectiveAt=${effectiveAt}`;
    const found = new Map<string, Kpi>();
    const references = new Set(published.readings.map((row) => row['related_goal_id']));
    for (const goal of goals.filter(({ reference }) => references.has(reference))) {
      const { goal: detail } = await get<{ goal: { indicators: Kpi[] } }>(
        `/goals/${goal.id}${asked}`,
      );
      for (const kpi of detail.indicators) found.set(kpi.reference, kpi);
    }
    return found;
  };

  /** Each published row with the reading that was made of it. */
  const pairs = (type: string): { row: Row; reading: Reading; kpi: Kpi }[] =>
    published.ofType(type).map((row) => {
      const kpi = kpis.get(published.referenceOf(row));
      const reading = kpi === undefined ? undefined : published.readingOf(row, kpi);
      if (kpi === undefined || reading === undefined) throw new Error(JSON.stringify(row));
      return { row, reading, kpi };
    });

  beforeAll(async () => {
    published = new Published(data);
    served = await serve({}, ['directory', 'goals']);
    summaries = {
      goals: await importing('goals', join(data, 'goals.json')),
      measurements: await importing('measurements', join(data, 'targets.json')),
    };
    await served.caughtUp();
    goals = (await get<{ items: Goal[] }>('/goals?period=FY2022&limit=1000')).items;
    kpis = await indicatorsAt();
  });

  afterAll(() => served?.close());

  it('are 460 goals, 756 readings of 228 indicators', () => {
    expect(goals).toHaveLength(460);
    expect(kpis.size).toBe(228);
    expect([...kpis.values()].flatMap(({ readings }) => readings)).toHaveLength(756);
    expect(goals.filter(({ kind }) => kind === 'committed')).toHaveLength(90);
  });

  it('lose nothing in silence: the empty records are refused, spoilt fields named', () => {
    const { goals: ofGoals, measurements } = summaries;
    expect(ofGoals).toMatchObject({ read: 461, recorded: 460, refused: 1, fieldsLeftOut: 1_589 });
    expect(measurements).toMatchObject({ read: 757, recorded: 756, refused: 1, fieldsLeftOut: 0 });
    const report = readFileSync(join(folder, 'goals.report.ndjson'), 'utf8').trimEnd().split('\n');
    const entries = report.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries.filter(({ kind }) => kind === 'refused')).toEqual([
      expect.objectContaining({ code: 'record/empty', file: join(data, 'goals.json') }),
    ]);
    const leftOut = entries.filter(({ kind }) => kind === 'left-out');
    expect(leftOut).toHaveLength(1_589);
    expect(new Set(leftOut.map(({ value }) => value))).toEqual(
      new Set(['#REF!', '#N/A', '#VALUE!']),
    );
  });

  it('keep their texts as published, and leave the names of people behind', () => {
    for (const row of published.goals) {
      const goal = goals.find(({ reference }) => reference === row['goal_id']);
      expect(goal?.title).toBe(row['goal_name']);
      expect(goal?.owner).toBe(`unit:${row['organization_abbreviation']}`);
    }
    const names = [...kpis.values()].map(({ name }) => name);
    expect(names.some((name) => name.includes('\uFFFD'))).toBe(true);
    expect(JSON.stringify([goals, [...kpis.values()]])).not.toContain('Sarah-Tomlinson');
  });

  it('reproduce the 413 published values of measurable increase and decrease', () => {
    const measured = [...pairs('Measurable increase'), ...pairs('Measurable decrease')];
    const withValue = measured.filter(({ row }) => row['value_current'] !== '');
    expect(withValue).toHaveLength(413);
    for (const { row, reading } of withValue) {
      const off = Math.abs((reading.progress.value ?? NaN) - Number(row['progress_pct']));
      expect({ row, off: off < 0.0001 }).toEqual({ row, off: true });
    }
    const without = measured.filter(({ row }) => row['value_current'] === '');
    expect(without).toHaveLength(102);
    for (const { row, reading } of without) {
      expect(row['progress_pct']).toBe('0');
      expect(reading.value).toBeNull();
      expect(reading.progress).toMatchObject({ value: null, n: 0 });
    }
  });

  it('judge the two indicators of the Treasury against both of their targets', () => {
    const rows = pairs('Measurable increase').filter(({ row }) => {
      return row['related_goal_id'] === '015APG2201' && row['fiscal_qtr'] === '4';
    });
    const electronic = rows.filter(({ kpi }) => /lectronic payment rate/.test(kpi.name));
    expect(electronic).toHaveLength(4);
    const targets = electronic.map(({ reading, kpi }) => {
      return reading.against?.target ?? kpi.measure.target;
    });
    expect(targets.toSorted()).toEqual([80.5, 81, 96.37, 96.56]);
    const progress = electronic.map(({ reading }) => reading.progress.value);
    expect(new Set(progress).size).toBe(4);
  });

  it('say of "Maintain …" whether it is met, without a fraction', () => {
    const kept = [
      ...pairs('Maintain at or above threshold'),
      ...pairs('Maintain at or below threshold'),
    ];
    expect(kept).toHaveLength(26);
    for (const { row, reading } of kept) {
      const told = row['progress_threshold'] ?? '';
      expect(reading.met).toBe(told === '' ? null : told.startsWith('Target met'));
      expect(reading.progress.value).toBeNull();
    }
    expect(kept.filter(({ reading }) => reading.met === true)).toHaveLength(15);
  });

  it(
    'count completions: 61 of 62 milestones agree with the published fraction; the other is the ' +
      'one that was completed, whose fraction the publisher left at its constant 0',
    () => {
      const milestones = pairs('Complete milestone');
      const withValue = milestones.filter(({ row }) => row['value_current'] !== '');
      expect(withValue).toHaveLength(62);
      const apart = withValue.filter(({ row, reading }) => {
        return Math.abs((reading.progress.value ?? NaN) - Number(row['progress_pct'])) >= 0.0001;
      });
      expect(apart).toHaveLength(1);
      expect(apart[0]?.row).toMatchObject({
        indicator: 'Customer Experience SSI Research',
        ...{ value_current: '1', value_target: '1', progress_pct: '0' },
        progress_completions: 'Target met: Milestone completed',
      });
      expect(apart[0]?.reading).toMatchObject({ progress: { value: 1 }, met: true });
      expect(apart[0]?.kpi.completions).toEqual({ done: 1, of: 1 });
      for (const { reading } of milestones.filter(({ row }) => row['value_current'] === '')) {
        expect(reading.progress).toMatchObject({ value: null, n: 0 });
      }
    },
  );

  it('show the reading alone where the target is undefined', () => {
    const open = pairs('Target undefined');
    expect(open).toHaveLength(146);
    for (const { row, reading } of open) {
      const current = row['value_current'] ?? '';
      expect(reading.value).toBe(current === '' ? null : Number(current));
      expect(reading).toMatchObject({ progress: { value: null }, met: null });
    }
  });

  it.each(quarterEnds)('still stand as they stood at the end of $name', async ({ name, end }) => {
    const then = await indicatorsAt(end);
    const rows = published.until(name);
    const expected = new Map<string, Row[]>();
    for (const row of rows) {
      const reference = published.referenceOf(row);
      expected.set(reference, [...(expected.get(reference) ?? []), row]);
    }
    const read = [...then.values()].filter(({ readings }) => readings.length > 0);
    expect(read.map(({ reference }) => reference).toSorted()).toEqual(
      [...expected.keys()].toSorted(),
    );
    for (const { reference, readings } of read) {
      const values = (expected.get(reference) ?? []).map((row) => published.valueOf(row));
      expect(readings.map(({ value }) => value).toSorted()).toEqual(values.toSorted());
    }
    for (const kpi of read.filter(({ readings }) => readings.length === 1)) {
      expect(kpi.progress).toEqual(kpi.readings[0]?.progress);
    }
  });

  it('change nothing when they are imported again, also in another order', async () => {
    const head = await served.head();
    const again = await importing('goals', join(data, 'goals.json'));
    expect(again).toMatchObject({ recorded: 0, unchanged: 460, refused: 1 });
    const file = join(folder, 'reversed.json');
    const rows = JSON.parse(readFileSync(join(data, 'targets.json'), 'utf8')) as object[];
    writeFileSync(file, JSON.stringify(rows.toReversed()));
    const reversed = await importing('measurements', file);
    expect(reversed).toMatchObject({ recorded: 0, unchanged: 756, refused: 1 });
    expect(await served.head()).toBe(head);
  });
});
