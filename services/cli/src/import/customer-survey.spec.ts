import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '../client.ts';
import { SmallServer } from '../testing.ts';
import { importFile, type ImportSummary } from './import.ts';
import { addsUp } from './report.ts';

/** The customer survey of San Francisco airport as it was published, its codes included. */
const root = resolve(__dirname, '../../../..');
const documented = join(root, 'docs/import/sfo-customer-survey.mapping.json');
const data = join(
  process.env['TEST_DATA'] ?? resolve(root, '../shared/data'),
  'sfo-customer-survey-2017',
);
const published = join(data, 'responses.csv');
const isThere = existsSync(published);
if (!isThere) {
  // Not by the console: jest keeps to itself what a file says whose tests are all skipped.
  process.stderr.write(
    `SKIPPED: the survey is not at ${data}; set TEST_DATA to the folder above.\n`,
  );
}

interface Answer {
  readonly metric: string;
  readonly scale?: object;
  readonly score: number | null;
  readonly noAnswer?: string;
}

interface Sent {
  readonly key: string;
  readonly occurredOn: string;
  readonly channel: string;
  readonly location: string;
  readonly weight: number;
  readonly answers: readonly Answer[];
}

/** Takes every line, and keeps what it has taken. */
class ResponseServer {
  readonly kept = new Map<string, Sent>();
  private readonly server = new SmallServer(({ path, body }, response) => {
    const dryRun = path === '/customer-responses/import?dryRun=true';
    if (!dryRun && path !== '/customer-responses/import') throw new Error(path);
    const lines = body.trimEnd().split('\n');
    const answers = lines.map((text) => {
      const line = JSON.parse(text) as Sent;
      const status = this.kept.has(line.key) ? 'unchanged' : 'recorded';
      if (!dryRun) this.kept.set(line.key, line);
      return { key: line.key, status };
    });
    const all = [...answers, { end: true, complete: true, lines: lines.length }];
    response.end(all.map((one) => `${JSON.stringify(one)}\n`).join(''));
  });

  start(): Promise<string> {
    return this.server.start();
  }

  stop(): void {
    this.server.stop();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'plumbline-survey-'));
const report = join(folder, 'report.ndjson');

function importing(
  url: string,
  file: string,
  mapping: string,
  dryRun = false,
): Promise<ImportSummary> {
  return importFile(
    createClient({ url }),
    { what: 'customer-responses', file, mapping, report, dryRun },
    { onProgress: () => undefined, say: () => undefined, wait: () => Promise.resolve() },
  );
}

function counted(values: readonly (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

(isThere ? describe : describe.skip)('the customer survey of San Francisco airport', () => {
  const server = new ResponseServer();
  let url: string;
  let tried: ImportSummary;
  let keptWhenTried: number;
  let summary: ImportSummary;
  let lines: readonly Sent[];

  const answersTo = (metric: string): readonly Answer[] =>
    lines.flatMap(({ answers }) => answers.filter((one) => one.metric === metric));
  const scoresOf = (metric: string): readonly number[] =>
    answersTo(metric).flatMap(({ score }) => (score === null ? [] : [score]));
  const causesOf = (metric: string): Record<string, number> =>
    counted(answersTo(metric).flatMap(({ noAnswer }) => noAnswer ?? []));

  beforeAll(async () => {
    url = await server.start();
    tried = await importing(url, published, documented, true);
    keptWhenTried = server.kept.size;
    summary = await importing(url, published, documented);
    lines = [...server.kept.values()];
  });

  afterAll(() => server.stop());

  it('has 2,831 responses, and each is sent', () => {
    expect(summary).toMatchObject({ read: 2831, recorded: 2831, refused: 0, duplicate: 0 });
    expect([addsUp(summary), summary.unusedFields, lines.length]).toEqual([true, [], 2831]);
  });

  it('tells the same in a dry run, which keeps nothing', () => {
    expect(keptWhenTried).toBe(0);
    expect({ ...tried, dryRun: false }).toEqual(summary);
  });

  it('has 2,746 answers to how likely they recommend it, and 85 of none', () => {
    const scores = scoresOf('nps');
    const groups = scores.map((score) => (score <= 6 ? 'low' : score <= 8 ? 'middle' : 'high'));
    expect([answersTo('nps').length, scores.length]).toEqual([2831, 2746]);
    expect(counted(groups)).toEqual({ low: 342, middle: 968, high: 1436 });
    expect(((1436 - 342) / 2746) * 100).toBeCloseTo(39.84, 2);
    expect(causesOf('nps')).toEqual({ blank: 85 });
  });

  it('has 2,688 answers to how they find it as a whole, 2,206 of them 4 or 5', () => {
    const scores = scoresOf('csat');
    expect([answersTo('csat').length, scores.length]).toEqual([2831, 2688]);
    expect(scores.filter((score) => score >= 4)).toHaveLength(2206);
    expect(counted(scores)).toEqual({ 1: 6, 2: 32, 3: 444, 4: 1507, 5: 699 });
    expect(causesOf('csat')).toEqual({ blank: 143 });
  });

  it('asks 20 questions of its own, on 1 to 5, and tells unused from left blank', () => {
    const own = new Set(lines.flatMap(({ answers }) => answers.map(({ metric }) => metric)));
    expect(own.size).toBe(22);
    expect(lines.every(({ answers }) => answers.length === own.size)).toBe(true);
    const scales = lines.flatMap(({ answers }) =>
      answers.map(({ metric, scale }) => `${/^sfo\./.exec(metric)?.[0]} ${JSON.stringify(scale)}`),
    );
    expect(counted(scales)).toEqual({
      'sfo. {"min":1,"max":5}': 20 * 2831,
      'undefined undefined': 2 * 2831,
    });
    expect(causesOf('sfo.food')).toEqual({ blank: 69, 'not-applicable': 341 });
    expect(causesOf('sfo.clean.all')).toEqual({ blank: 72, 'not-applicable': 23 });
    expect(counted(scoresOf('sfo.clean.all'))).toEqual({ 1: 1, 2: 11, 3: 388, 4: 1168, 5: 1168 });
  });

  it('took place in seven boarding areas on 20 days of May 2017', () => {
    expect(counted(lines.map(({ location }) => location.slice(-1)))).toEqual({
      ...{ a: 743, b: 169, c: 230, d: 399, e: 179, f: 459, g: 652 },
    });
    const days = counted(lines.map(({ occurredOn }) => occurredOn));
    expect([Object.keys(days).length, days['2017-05-05'], days['2017-05-30']]).toEqual([
      ...[20, 50, 231],
    ]);
    expect(Object.keys(days).every((day) => day.startsWith('2017-05-'))).toBe(true);
    expect(counted(lines.map(({ channel }) => channel))).toEqual({
      'at-gate': 2801,
      mail: 23,
      online: 7,
    });
    expect(lines.every(({ weight }) => weight > 0.28 && weight < 1.64)).toBe(true);
  });

  it('changes nothing when it is imported again', async () => {
    const again = await importing(url, published, documented);
    expect(again).toMatchObject({ recorded: 0, unchanged: 2831, refused: 0 });
  });
});

describe('the survey of another year', () => {
  it('is another configuration alone, and loses nothing in silence', async () => {
    const mapping = JSON.parse(readFileSync(documented, 'utf8')) as {
      record: { answers: { answer: string; noAnswer: unknown }[] };
    };
    const answers = mapping.record.answers.slice(0, 3).map((one) => {
      if (one.answer !== 'NETPRO') return one;
      return { ...one, answer: 'NPS', noAnswer: { '99': 'do-not-know' } };
    });
    const theirs = {
      ...mapping,
      ...{ let: { day: { from: 'DATE', as: 'day', days: 'm/d/yyyy' } }, ignore: [] },
      ...{ key: { line: 'sfo-2018:{file}' } },
      record: {
        ...{ ...mapping.record, source: 'sfo-customer-survey-2018', answers, channel: 'at-gate' },
        ...{ weight: undefined, comment: { from: 'COMMENT' } },
      },
    };
    const path = join(folder, 'mapping-2018.json');
    writeFileSync(path, JSON.stringify(theirs));
    const rows = [
      'DATE,BAREA,NPS,Q7ALL,Q7ART,COMMENT,GATE',
      '5/4/2018,A,10,5,6,"Quick, and kind",12',
      '5/4/2018,A,99,Blank,0,,12',
      '5/4/2018,A,11,9,2,,12',
      '5/4/2018,Z,8,4,2,,12',
      '5/4/2018,A,99,Blank,0,,12',
    ];
    const file = join(folder, 'responses.csv');
    writeFileSync(file, rows.join('\n'));
    const server = new ResponseServer();
    const summary = await importing(await server.start(), file, path);
    server.stop();
    expect(summary).toMatchObject({ read: 5, recorded: 3, refused: 2, unusedFields: ['GATE'] });
    expect(addsUp(summary)).toBe(true);
    expect([...server.kept.values()]).toEqual([
      {
        ...{ key: 'sfo-2018:responses.csv:2', source: 'sfo-customer-survey-2018' },
        ...{ occurredOn: '2018-05-04', touchpoint: 'departure', channel: 'at-gate' },
        ...{ location: 'sfo-boarding-area-a', comment: 'Quick, and kind' },
        answeredAt: '2018-05-04T23:59:59.999Z',
        answers: [
          { metric: 'nps', score: 10 },
          { metric: 'csat', score: 5 },
          {
            ...{ metric: 'sfo.art', scale: { min: 1, max: 5 } },
            ...{ score: null, noAnswer: 'not-applicable' },
          },
        ],
      },
      expect.objectContaining({ key: 'sfo-2018:responses.csv:3' }),
      expect.objectContaining({ key: 'sfo-2018:responses.csv:6' }),
    ]);
    const entries = readFileSync(report, 'utf8').trimEnd().split('\n');
    const told = entries.map((entry) => JSON.parse(entry) as Record<string, unknown>);
    expect(told.slice(0, -1)).toEqual([
      ...[
        ['Q7ALL', '"9" is no score of "csat", a whole number from 1 to 5'],
        ['NPS', '"11" is no score of "nps", a whole number from 0 to 10'],
      ].map(([field, why]) => ({
        ...{ kind: 'refused', file, line: 4, field, code: 'field/not-on-the-scale' },
        why: expect.stringContaining(`${why}, and no code for no answer; mend it, or name it`),
      })),
      expect.objectContaining({ line: 5, field: 'BAREA', code: 'field/not-among-the-cases' }),
    ]);
  });
});
