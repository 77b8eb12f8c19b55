import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exitCodes } from '@plumbline/cli';
import { commandLine } from './support/command-line.ts';
import { Published, quarterEnds, type Row } from './support/performance-gov.ts';
import { serve, type Served } from './support/served.ts';

/**
 * The goals of the US government as one tree, by the codes of the published files alone: an agency
 * is a theme, its strategic goals (`sg_id`) are goals under it, its objectives (`so_id`) are under
 * these, and its priority goals, which have the indicators, are under the agency from the first
 * quarter on that they were reported in. Coverage, orphans, depth and progress of every quarter
 * must be what a count over the rows says.
 */
const root = resolve(__dirname, '..');
const data = join(
  process.env['TEST_DATA'] ?? resolve(root, '../shared/data'),
  'performance-gov-goals',
);
const isThere = existsSync(join(data, 'goals.json'));
if (!isThere) {
  // Not by the console: jest keeps to itself what a file says whose tests are all skipped.
  process.stderr.write(`SKIPPED: the tree of performance.gov; its goals are not at ${data}.\n`);
}
const year = { name: 'FY2022', start: '2021-10-01', end: '2022-09-30' };
const quarters = quarterEnds.map(({ name, end }, index) => {
  const start = ['2021-10-01', '2022-01-01', '2022-04-01', '2022-07-01'][index] ?? year.start;
  return { name, start, end };
});
/** The strategic goal of which the test says that it was closed in the third quarter. */
const closed = { agency: 'USDA', goal: '1', on: '2022-05-15', quarter: '3' };

/** Alignments that are sent at once. */
const togetherMax = 16;

interface Figure {
  readonly value: number | null;
  readonly n: number;
}
interface Ids {
  readonly n: number;
  readonly items: readonly string[];
}
interface AlignmentMap {
  readonly totals: {
    readonly coverage: Figure;
    readonly orphans: Ids;
    readonly unconnected: Ids;
    readonly unaligned: Ids;
    readonly depths: readonly { readonly depth: number; readonly goals: number }[];
  };
  readonly themes: readonly {
    readonly theme: string;
    readonly coverage: Figure;
    readonly rolledUp: Figure & { readonly of: number };
  }[];
  readonly nodes: readonly { readonly id: string; readonly depth: number | null }[];
}

const agencyOf = (row: Row): string => row['organization_abbreviation'] ?? '';
const typeOf = (row: Row): string => row['goal_type'] ?? '';
const strategicGoalOf = (row: Row): string => `${agencyOf(row)} SG ${row['sg_id']}`;

/** What the rows say of a quarter, counted without anything of the application. */
class Counted {
  readonly objectives: readonly Row[];
  readonly priorities: readonly Row[];
  readonly strategicGoals: readonly string[];
  readonly agencies: readonly string[];

  constructor(readonly published: Published) {
    this.objectives = published.goals.filter((row) => typeOf(row) === 'SG');
    this.priorities = published.goals.filter((row) => typeOf(row) === 'APG');
    this.strategicGoals = [...new Set(this.objectives.map(strategicGoalOf))];
    this.agencies = [...new Set([...this.objectives, ...this.priorities].map(agencyOf))].toSorted();
  }

  firstQuarterOf(row: Row): string | undefined {
    const read = this.published.readings.filter((one) => one['related_goal_id'] === row['goal_id']);
    return read.map((one) => one['fiscal_qtr'] ?? '').toSorted()[0];
  }

  prioritiesBy(quarter: string, agency?: string): readonly Row[] {
    return this.priorities.filter((row) => {
      const isOf = agency === undefined || agencyOf(row) === agency;
      return isOf && (this.firstQuarterOf(row) ?? '9') <= quarter;
    });
  }

  orphansBy(quarter: string): readonly Row[] {
    if (quarter < closed.quarter) return [];
    return this.objectives.filter((row) => {
      return agencyOf(row) === closed.agency && row['sg_id'] === closed.goal;
    });
  }

  strategicGoalsBy(quarter: string, agency?: string): number {
    const prefix = agency === undefined ? '' : `${agency} SG `;
    const all = this.strategicGoals.filter((one) => one.startsWith(prefix)).length;
    const isClosed = quarter >= closed.quarter && [undefined, closed.agency].includes(agency);
    return isClosed ? all - 1 : all;
  }

  objectivesBy(quarter: string, agency?: string): number {
    const orphans = new Set(this.orphansBy(quarter));
    return this.objectives.filter((row) => {
      return !orphans.has(row) && (agency === undefined || agencyOf(row) === agency);
    }).length;
  }

  alignedBy(quarter: string, agency?: string): number {
    const [goals, objectives] = [this.strategicGoalsBy, this.objectivesBy].map((count) => {
      return count.call(this, quarter, agency);
    }) as [number, number];
    return goals + objectives + this.prioritiesBy(quarter, agency).length;
  }

  activeBy(quarter: string): number {
    return this.published.goals.length + this.strategicGoalsBy(quarter);
  }

  /** The mean over an agency's priority goals of the mean over their indicators. */
  progressBy(quarter: string, agency: string): Figure {
    const goals = this.prioritiesBy(quarter, agency).flatMap((row) => {
      const value = this.progressOf(row['goal_id'] ?? '', quarter);
      return value === null ? [] : [value];
    });
    return { value: meanOf(goals), n: goals.length };
  }

  private progressOf(goalId: string, quarter: string): number | null {
    const rows = this.published.until(quarter).filter((one) => one['related_goal_id'] === goalId);
    const byIndicator = new Map<string, Row[]>();
    for (const row of rows) {
      const reference = this.published.referenceOf(row);
      byIndicator.set(reference, [...(byIndicator.get(reference) ?? []), row]);
    }
    const measured = ['Measurable increase', 'Measurable decrease', 'Complete milestone'];
    const values = [...byIndicator.values()].flatMap((readings) => {
      const latest = readings
        .map((row) => row['fiscal_qtr'] ?? '')
        .toSorted()
        .at(-1);
      const row = readings.findLast((one) => {
        return one['fiscal_qtr'] === latest && one['value_current'] !== '';
      });
      if (row === undefined || !measured.includes(row['indicator_type'] ?? '')) return [];
      const [start, target, current] = ['start', 'target', 'current'].map((name) => {
        return Number(row[`value_${name}`]);
      }) as [number, number, number];
      return [Math.min(1, Math.max(0, (current - start) / (target - start)))];
    });
    return meanOf(values);
  }
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
}

/** How long an earlier state may take on a busy machine. */
const replayedMsMax = 60_000;

(isThere ? describe : describe.skip)('the goals of performance.gov as a tree', () => {
  let served: Served;
  let counted: Counted;
  let strategy: string;
  let unlinked: string | null;
  const ids = new Map<string, string>();

  const ask = async (method: 'GET' | 'POST', path: string, body?: string, lines = false) => {
    const type = lines ? 'application/x-ndjson' : 'application/json';
    const request = {
      method,
      headers: {
        authorization: `Bearer ${served.token}`,
        ...(body === undefined ? {} : { 'content-type': type, 'idempotency-key': randomUUID() }),
      },
      ...(body === undefined ? {} : { body }),
    };
    for (const deadline = Date.now() + replayedMsMax; ;) {
      const response = await fetch(`${served.url}${path}`, request);
      const text = await response.text();
      if (response.ok) return text;
      // An earlier state takes a while to be put together, and says so.
      const isRunning = text.includes('views/replay-running') && Date.now() < deadline;
      if (!isRunning) throw new Error(`${path}: ${text}`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  const post = async (path: string, body: object): Promise<string> =>
    (JSON.parse(await ask('POST', path, JSON.stringify(body))) as { id: string }).id;
  const get = async <T>(path: string): Promise<T> => JSON.parse(await ask('GET', path)) as T;
  const mapAt = (end: string, more = ''): Promise<AlignmentMap> =>
    get<AlignmentMap>(`/alignment-map?effectiveAt=${end}${more}`);
  const mapOf = (name: string): Promise<AlignmentMap> =>
    mapAt(quarters.find((one) => one.name === name)?.end ?? '');

  const importing = async (what: 'goals' | 'measurements', file: string): Promise<void> => {
    const mapping = join(root, `docs/import/performance-gov-${what}.mapping.json`);
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-performance-gov-'));
    const args = ['import', what, join(data, file), '--mapping', mapping, '--json'];
    const report = ['--report', join(folder, 'report.ndjson')];
    const said = await commandLine([
      ...[...args, ...report, '--url', served.url, '--token', served.token],
    ]);
    expect([said.code, said.err]).toEqual([exitCodes.someRefused, expect.any(String)]);
  };

  /** The strategic goals have no rows of their own: they are what the objectives name. */
  const importStrategicGoals = async (): Promise<void> => {
    const lines = counted.strategicGoals.map((reference) => {
      const owner = `unit:${reference.slice(0, reference.indexOf(' '))}`;
      const goal = { reference, owner, title: reference, period: year, measuredBy: 'indicators' };
      const activate = { kind: 'aspirational' };
      return JSON.stringify({ key: reference, goal, activate, effectiveAt: year.start });
    });
    const answers = (await ask('POST', '/goals/import', lines.join('\n'), true)).trim().split('\n');
    const outcomes = answers.map((line) => JSON.parse(line) as { key?: string; id?: string });
    for (const { key, id } of outcomes) {
      if (key !== undefined && id !== undefined) ids.set(key, id);
    }
  };

  const idOf = (reference: string): string => {
    const id = ids.get(reference);
    if (id === undefined) throw new Error(`There is no goal with the reference ${reference}.`);
    return id;
  };

  const align = (child: string, parent: object, from: string): Promise<string> =>
    post('/alignments', { child: idOf(child), parent, mode: 'contributes', share: 1, from });

  /** Some at a time: each waits for the disk, or for servers, and none for another. */
  const each = async <One>(all: readonly One[], work: (one: One) => Promise<unknown>) => {
    for (let at = 0; at < all.length; at += togetherMax) {
      await Promise.all(all.slice(at, at + togetherMax).map(work));
    }
  };

  const alignAll = async (): Promise<void> => {
    await each(counted.strategicGoals, (reference) => {
      const theme = reference.slice(0, reference.indexOf(' '));
      return align(reference, { strategy, theme }, year.start);
    });
    await each(counted.objectives, (row) => {
      const parent = { goal: idOf(strategicGoalOf(row)) };
      return align(row['goal_id'] ?? '', parent, year.start);
    });
    await each(counted.priorities, async (row) => {
      const first = quarters.find(({ name }) => name === counted.firstQuarterOf(row));
      if (first === undefined) return;
      await align(row['goal_id'] ?? '', { strategy, theme: agencyOf(row) }, first.start);
    });
  };

  beforeAll(async () => {
    counted = new Counted(new Published(data));
    served = await serve({}, ['directory', 'goals']);
    await importing('goals', 'goals.json');
    await importing('measurements', 'targets.json');
    await importStrategicGoals();
    await served.caughtUp();
    const { items } = await get<{ items: { id: string; reference: string }[] }>(
      '/goals?period=FY2022&limit=1000',
    );
    for (const { id, reference } of items) ids.set(reference, id);
    strategy = await post('/strategies', {
      ...{ owner: 'unit:PMA', title: 'Plans of the agencies', from: year.start },
      themes: counted.agencies.map((id) => ({ id, name: id, perspective: 'process' })),
    });
    unlinked = await served.head();
    await alignAll();
    await post(`/goals/${idOf(`${closed.agency} SG ${closed.goal}`)}/close`, {
      ...{ score: 0.5, lesson: 'It is over.', effectiveAt: closed.on },
    });
    await served.caughtUp();
  });

  afterAll(() => served?.close());

  it('have 23 agencies, 98 strategic goals, 351 objectives and 90 priority goals', () => {
    expect(counted.agencies).toHaveLength(23);
    expect(counted.strategicGoals).toHaveLength(98);
    expect(counted.objectives).toHaveLength(351);
    expect(counted.priorities).toHaveLength(90);
    expect(quarters.map(({ name }) => counted.prioritiesBy(name).length)).toEqual([48, 63, 63, 71]);
  });

  it.each(quarters)('are covered as the rows say at the end of quarter $name', async ({ name }) => {
    const { totals, themes } = await mapOf(name);
    const active = counted.activeBy(name);
    expect(totals.coverage).toMatchObject({ n: active });
    expect(totals.coverage.value).toBeCloseTo(counted.alignedBy(name) / active, 12);
    expect(themes.map(({ theme }) => theme)).toEqual(counted.agencies);
    for (const { theme, coverage } of themes) {
      const expected = counted.alignedBy(name, theme) / active;
      expect([theme, coverage.value?.toFixed(12)]).toEqual([theme, expected.toFixed(12)]);
    }
  });

  it.each(quarters)(
    'have the orphans of the rows at the end of quarter $name',
    async ({ name }) => {
      const { totals } = await mapOf(name);
      const orphans = counted.orphansBy(name).map((row) => idOf(row['goal_id'] ?? ''));
      expect(totals.orphans).toEqual({ n: orphans.length, items: orphans.toSorted() });
      expect(totals.unconnected.n).toBe(0);
      const reported = new Set(counted.prioritiesBy(name));
      const apart = counted.published.goals.filter((row) => {
        return typeOf(row) === 'PMA' || (typeOf(row) === 'APG' && !reported.has(row));
      });
      const unaligned = apart.map((row) => idOf(row['goal_id'] ?? ''));
      expect(totals.unaligned).toEqual({ n: unaligned.length, items: unaligned.toSorted() });
    },
  );

  it.each(quarters)('are two deep below an agency in quarter $name', async ({ name }) => {
    const { totals, nodes } = await mapOf(name);
    const first = counted.strategicGoalsBy(name) + counted.prioritiesBy(name).length;
    expect(totals.depths).toEqual([
      { depth: 1, goals: first },
      { depth: 2, goals: counted.objectivesBy(name) },
    ]);
    const depths = new Map(nodes.map(({ id, depth }) => [id, depth]));
    const orphans = new Set(counted.orphansBy(name));
    for (const row of counted.objectives) {
      const depth = depths.get(idOf(row['goal_id'] ?? ''));
      expect([row['goal_id'], depth]).toEqual([row['goal_id'], orphans.has(row) ? null : 2]);
    }
  });

  it.each(quarters)('hand the progress of indicators up, in quarter $name', async ({ name }) => {
    const { themes } = await mapOf(name);
    expect(themes.filter(({ rolledUp }) => rolledUp.n > 0).length).toBeGreaterThan(10);
    for (const { theme, rolledUp } of themes) {
      const expected = counted.progressBy(name, theme);
      const told = [theme, rolledUp.n, rolledUp.value?.toFixed(9) ?? null];
      expect(told).toEqual([theme, expected.n, expected.value?.toFixed(9) ?? null]);
    }
  });

  it('hang on nothing as of the position before they were aligned', async () => {
    const { totals } = await mapAt(year.end, `&asOf=${unlinked}`);
    expect(totals.coverage).toMatchObject({ value: 0, n: 558 });
    expect(totals.orphans.n).toBe(0);
  });
});
