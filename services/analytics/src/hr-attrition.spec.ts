import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recorder } from '@plumbline/access/testing';
import { isGivenAway } from '@plumbline/disclosure/testing';
import { feedbackApp, surveysIn, type Asked } from '@plumbline/feedback/testing';
import { analyticsService } from './analytics.service.ts';

/**
 * An engagement survey of 1,466 people, from the launch to figures by department and role, and
 * these beside what the file itself says, counted here without anything of ours.
 */
const root = resolve(__dirname, '../../..');
const data = process.env['TEST_DATA'] ?? resolve(root, '../shared/data');
const file = join(data, 'ibm-hr-attrition/employees.csv');
const isThere = existsSync(file);
if (!isThere) {
  // Not by the console: jest keeps to itself what a file says whose tests are all skipped.
  process.stderr.write(
    `SKIPPED: the employees are not at ${file}; set TEST_DATA to the folder above.\n`,
  );
}

type Employee = Readonly<Record<string, string>>;

function employees(): readonly Employee[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']));
  });
}

const person = ({ EmployeeNumber }: Employee) => `e${EmployeeNumber}`;
const codeOf = (name = '') => name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
const department = ({ Department }: Employee) => codeOf(Department);
/** A role within a department: managers are in each of them. */
const role = (one: Employee) => `${department(one)}.${codeOf(one['JobRole'])}`;
const unitsOf = (one: Employee) => ['', 'ibm', department(one), role(one)];

/** The file has four points, low to very high, and none in the middle of five. */
const points: Readonly<Record<string, number>> = { 1: 1, 2: 2, 3: 4, 4: 5 };
const columns: Readonly<Record<string, string>> = {
  job: 'JobSatisfaction',
  relationships: 'RelationshipSatisfaction',
  travel: 'EnvironmentSatisfaction',
};
/** Who travels a lot was asked one question more. */
const isAsked = (question: string, one: Employee) =>
  question !== 'travel' || one['BusinessTravel'] === 'Travel_Frequently';

interface Figure {
  readonly of: Readonly<Record<string, string>>;
  readonly n: number | null;
  readonly value: number | null;
  readonly mean?: number;
  readonly counts: readonly { readonly score: number; readonly count: number }[] | null;
  readonly suppressed: string | null;
}
interface Results {
  readonly index: readonly Figure[];
  readonly participation: { readonly figures: readonly Figure[] };
  readonly questions: readonly { readonly question: string; readonly figures: readonly Figure[] }[];
}

/** What the file says of a question, by unit; the whole is at ''. */
function counted(all: readonly Employee[], question: string) {
  const cells = new Map<string, number[]>();
  for (const one of all.filter((each) => isAsked(question, each))) {
    const score = points[one[columns[question] ?? ''] ?? ''] ?? NaN;
    for (const unit of unitsOf(one)) cells.set(unit, [...(cells.get(unit) ?? []), score]);
  }
  return cells;
}

const shareOf = (scores: readonly number[]) =>
  scores.filter((one) => one >= 4).length / scores.length;
const unitOf = ({ of }: Figure) => of['unit'] ?? '';

(isThere ? describe : describe.skip)('engagement in the attrition data of IBM', () => {
  const all = isThere ? employees() : [];
  let asked: Asked;
  let surveyId: string;
  let results: Results;

  beforeAll(async () => {
    const feedback = await feedbackApp('2026-04-01T09:00:00.000Z', [analyticsService]);
    asked = surveysIn(feedback);
    await joined();
    surveyId = await asked.launched({
      ...{ owner: 'unit:ibm', kind: 'own', threshold: 5, languages: ['en'] },
      audience: { kind: 'people', units: ['ibm'] },
      questions: Object.keys(columns).map((id) => ({ id, kind: 'rating', required: id === 'job' })),
      words: Object.fromEntries(
        Object.keys(columns).map((id) => [`question.${id}.en`, `I am content with my ${id}.`]),
      ),
    });
    for (const one of all) {
      const answered = Object.entries(columns).filter(([question]) => isAsked(question, one));
      const ratings = answered.map(([question, column]) => [question, points[one[column] ?? '']]);
      const given = await asked.answerSoon(surveyId, person(one), {
        ratings: Object.fromEntries(ratings) as object,
      });
      if (given.status !== 202) throw new Error(JSON.stringify(given.body));
    }
    await asked.hr.post(`/surveys/${surveyId}/close`, { reason: 'All have answered.' });
    await asked.released();
    const { body } = await asked.as('e1').get(`/surveys/${surveyId}/results`);
    results = body['results'] as unknown as Results;
  }, 900_000);

  afterAll(() => asked?.close());

  /** As an import would bring them in: a unit for each department, and one for each role in it. */
  async function joined() {
    const record = recorder(asked.log);
    const from = '2026-01-01';
    const units = new Map<string, string | null>([['ibm', null]]);
    for (const one of all) units.set(department(one), 'ibm').set(role(one), department(one));
    for (const [unit, parent] of [...units].toSorted(
      ([one], [other]) => one.length - other.length,
    )) {
      await record('acme', 'directory.UnitEstablished.v1', { unit, parent, from });
    }
    for (const one of all) {
      const [who, post] = [person(one), `post-${person(one)}`];
      const about = { post, unit: role(one), manager: null, fte: 1, from };
      await record('acme', 'directory.PostEstablished.v1', about, who);
      await record('acme', 'directory.PersonJoined.v1', { person: who, post, from }, who);
    }
    await asked.settled();
  }

  it('has 1,466 people, of whom all took part', () => {
    expect(all).toHaveLength(1_466);
    const whole = results.participation.figures.find((one) => unitOf(one) === '');
    expect(whole).toMatchObject({ n: 1_466, value: 1, definition: 'participation@1' });
    expect(results.participation.figures).toHaveLength(1 + 1 + 3 + 11);
  });

  it.each(['job', 'relationships'])(
    'shows of %s, by department and role, what the file says',
    (id) => {
      const expected = counted(all, id);
      const { figures = [] } = results.questions.find(({ question }) => question === id) ?? {};
      expect(figures.map(unitOf).toSorted()).toEqual([...expected.keys()].toSorted());
      for (const figure of figures) {
        const scores = expected.get(unitOf(figure)) ?? [];
        expect(figure).toMatchObject({ n: scores.length, suppressed: null });
        expect(figure.value).toBe(shareOf(scores));
        expect(figure.mean).toBeCloseTo(
          scores.reduce((sum, one) => sum + one, 0) / scores.length,
          12,
        );
        if (scores.length < 100) expect(figure.counts).toBeNull();
        for (const { score, count } of figure.counts ?? []) {
          expect(count).toBe(scores.filter((one) => one === score).length);
        }
      }
    },
  );

  it('hides of a question that few were asked exactly what would tell of fewer than five', () => {
    const expected = counted(all, 'travel');
    const { figures = [] } = results.questions.find(({ question }) => question === 'travel') ?? {};
    const shown = figures.filter(({ suppressed }) => suppressed === null);
    for (const figure of shown) {
      const scores = expected.get(unitOf(figure)) ?? [];
      expect([figure.n, figure.value]).toEqual([scores.length, shareOf(scores)]);
    }
    const hidden = figures.filter(({ suppressed }) => suppressed !== null).map(unitOf);
    expect(hidden.toSorted()).toEqual([
      ...['human-resources.human-resources', 'human-resources.manager'],
      ...['sales.manager', 'sales.sales-representative'],
    ]);
    // By trying every set of roles: nothing small follows from what is shown, and each cell that is
    // hidden would give something small away beside it.
    const roles = [...new Set(all.map(role))];
    const weights = roles.map((one) => expected.get(one)?.length ?? 0);
    const rowOf = (unit: string) =>
      roles.map((one) => (['', 'ibm', one.split('.')[0], one].includes(unit) ? 1 : 0));
    const rows = shown.map((one) => rowOf(unitOf(one)));
    expect(isGivenAway({ weights, rows }, 5)).toBe(false);
    for (const unit of hidden) {
      const n = expected.get(unit)?.length ?? 0;
      expect([unit, n < 5 || isGivenAway({ weights, rows: [...rows, rowOf(unit)] }, 5)]).toEqual([
        unit,
        true,
      ]);
    }
  });

  it('has an index of both questions where three are shown, and thirty or more answered', () => {
    const whole = results.index.find((one) => unitOf(one) === 'research-development');
    const ofBoth = ['job', 'relationships', 'travel'].map(
      (id) => counted(all, id).get('research-development') ?? [],
    );
    expect(whole?.value).toBeCloseTo(shareOf(ofBoth.flat()), 12);
    expect(whole).toMatchObject({ n: ofBoth[2]?.length, answers: ofBoth.flat().length, items: 3 });
    const representatives = results.index.find(
      (one) => unitOf(one) === 'sales.sales-representative',
    );
    expect(representatives).toMatchObject({ value: null, suppressed: 'complementary' });
  });

  it('is the same in a table of surveys, and by one unit', async () => {
    const path = '/engagement?unit=human-resources&question=job';
    const { body } = await asked.as('e1').get(path);
    const scores = counted(all, 'job').get('human-resources') ?? [];
    expect(body['items']).toMatchObject([
      {
        survey: surveyId,
        participation: { figures: [{ n: 63, value: 1 }] },
        questions: [
          { question: 'job', figures: [{ n: 63, value: shareOf(scores), counts: null }] },
        ],
      },
    ]);
  });
});
