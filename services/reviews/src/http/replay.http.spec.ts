import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goalsService } from '@plumbline/goals';
import { buildOpenApi } from '@plumbline/web/openapi';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { reviewsOpenApi } from '../reviews.openapi.ts';
import {
  codeOf,
  managerSection,
  million,
  peerSection,
  reviewedCompany,
  selfSection,
  type Body,
  type Caller,
  type ReviewedCompany,
} from './reviewing.testing.ts';

let house: ReviewedCompany;
let cycleId: string;
let ada: string;
let goalId: string;
const summary = 'Nobody waits now. <script>alert(1)</script>';

const get = async (path: string, by: Caller = house.hr): Promise<Body> => {
  const answer = await by.get(path);
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
const of = (what: string, by?: Caller, query = '') => get(`/reviews/${ada}/${what}${query}`, by);
const raw = async (path: string, sub = 'hana', roles = ['hr-partner']) => {
  const authorization = `Bearer ${await house.web.issuer.token(sub, { roles })}`;
  return house.web.app.inject({ method: 'GET', url: path, headers: { authorization } });
};
const checkIn = async (value: number, effectiveAt: string) => {
  const told = { keyResultId: 'kr1', value, confidence: 0.5, narrative: 'Counted.', effectiveAt };
  await house.take(house.ada, `/goals/${goalId}/check-ins`, told);
};

beforeAll(async () => {
  house = await reviewedCompany([goalsService]);
  await evidenceOfTheYear();
  cycleId = await house.launched();
  ada = await house.reviewOf(cycleId, 'ada');
});
afterAll(() => house.close());

/** Ada's goal is half reached; six customers answer, and Bo praises her. */
async function evidenceOfTheYear(): Promise<void> {
  const answers = {
    name: 'Hours',
    weight: 1,
    measure: { kind: 'decrease', start: 48, target: 12 },
  };
  const period = { name: 'FY2026', start: '2026-01-01', end: '2026-12-31' };
  const draft = { title: 'Same-day answers', period, cadenceDays: 30, keyResults: [answers] };
  const at = '2026-02-01T09:00:00.000Z';
  goalId = await house.made(house.ada.post('/goals', { ...draft, effectiveAt: at }));
  const path = `/goals/${goalId}`;
  await house.take(house.ada, `${path}/activate`, { kind: 'committed', effectiveAt: at });
  await checkIn(30, '2026-06-01T09:00:00.000Z');
  const sam = house.as('sam', { roles: ['service-manager'] });
  const visit = {
    ...{ source: 'after-visit', occurredOn: '2026-05-04', answeredAt: '2026-05-06T18:20:00Z' },
    ...{ touchpoint: 'counter', channel: 'mail', attribution: [{ person: 'ada', share: 1 }] },
  };
  for (const score of [5, 5, 4, 4, 1, 5]) {
    const response = { ...visit, answers: [{ metric: 'csat', score }] };
    await house.made(sam.post('/customer-responses', response));
  }
  const told = { subject: 'ada', kind: 'praise', message: 'She helped.', effectiveAt: at };
  for (const visibility of ['public', 'manager-only']) {
    await house.made(house.bo.post('/feedback/notes', { ...told, visibility }));
  }
  // Of a month in which there is nothing else.
  const march = { ...told, visibility: 'manager-only', effectiveAt: '2026-03-01T09:00:00.000Z' };
  await house.made(house.bo.post('/feedback/notes', march));
  await house.settled();
}

describe('the evidence of a review', () => {
  it('is what was pinned at the launch, as it read then, each line as it was', async () => {
    const { evidence } = await of('evidence');
    expect(evidence).toMatchObject({
      goals: [{ goalId, isOwn: true, attainment: { value: 0.5, n: 1 } }],
      customers: { responses: 6, figures: [{ metric: 'csat', n: 6, value: 5 / 6 }] },
      late: [],
    });
    const { lines } = evidence as { lines: { source: string; holds: boolean; stream: string }[] };
    expect(lines.map(({ source, holds }) => [source, holds])).toEqual([
      ...[
        ['goals', true],
        ['feedback', true],
        ['customers', true],
      ],
    ]);
  });

  it('goes down to the facts of a line, page by page', async () => {
    const line = encodeURIComponent('feedback.customer-response 2026-05');
    const first = await of('evidence/facts', house.mia, `?line=${line}&limit=4`);
    const items = first['items'] as { type: string; actor: string; fact: string }[];
    expect(items).toHaveLength(4);
    expect(items[0]).toMatchObject({ type: 'feedback.ResponseAttributed.v1', actor: 'sam' });
    const rest = await of('evidence/facts', house.mia, `?line=${line}&after=${first['next']}`);
    expect(rest['items']).toHaveLength(2);
    expect(rest).not.toHaveProperty('next');
    const note = encodeURIComponent('feedback.note 2026-02');
    expect((await house.ada.get(`/reviews/${ada}/evidence/facts?line=${note}`)).status).toBe(404);
  });

  it('has of feedback what its author has opened to who reads', async () => {
    const seen = async (by: Caller) => {
      const { notes } = (await of('evidence', by))['evidence'] as { notes: Body[] };
      return notes.map(({ visibility }) => visibility);
    };
    expect(await seen(house.ada)).toEqual(['public']);
    expect(await seen(house.mia)).toEqual(['public', 'manager-only', 'manager-only']);
    expect(await seen(house.hr)).toEqual(['public']);
    expect(await seen(house.auditor)).toEqual(['public', 'manager-only', 'manager-only']);
  });

  it('tells by no count, month or hash that there is feedback which is for others', async () => {
    const [february, march] = ['feedback.note 2026-02', 'feedback.note 2026-03'];
    const told = async (by: Caller) => {
      const { pinned, lines } = (await of('evidence', by))['evidence'] as {
        pinned: { hash: string };
        lines: { stream: string; source: string; facts: number; revision: number; hash: string }[];
      };
      return { hash: pinned.hash, lines: lines.filter(({ source }) => source === 'feedback') };
    };
    const whole = await told(house.auditor);
    expect(whole.lines).toMatchObject([
      { stream: february, facts: 2, revision: 1 },
      { stream: march, facts: 1, revision: 0 },
    ]);
    expect((await told(house.mia)).lines).toEqual(whole.lines);
    const hidden = [whole.hash, ...whole.lines.map(({ hash }) => hash), march];
    for (const by of [house.ada, house.hr]) {
      expect((await told(by)).lines).toMatchObject([{ stream: february, facts: 1, revision: 0 }]);
      const path = `/reviews/${ada}/rendered?format=html`;
      const page = await (by === house.hr ? raw(path) : raw(path, 'ada', []));
      const all = [
        ...(await Promise.all(['evidence', 'rendered', 'story'].map((what) => of(what, by)))),
        ...[await get(`/reviews/${ada}`, by), await get(`/reviews?cycle=${cycleId}`, house.hr)],
      ];
      const text = JSON.stringify(all) + page.payload;
      expect(hidden.filter((one) => text.includes(one))).toEqual([]);
    }
    const { review } = await get(`/reviews/${ada}`, house.ada);
    expect((review as Body)['pin']).toMatchObject({ manifestHash: null, n: null });
    const { review: read } = await get(`/reviews/${ada}`, house.auditor);
    expect((read as Body)['pin']).toMatchObject({ manifestHash: whole.hash, n: 4 });
  });

  it('X1: what came late is visible to whom it is for, and counts once it is pinned anew', async () => {
    house.clock.set('2027-01-04T09:30:00.000Z');
    const cy = await house.reviewOf(cycleId, 'cy');
    const at = '2026-11-01T09:00:00.000Z';
    const note = { subject: 'cy', kind: 'praise', message: 'He helped.', effectiveAt: at };
    for (const visibility of ['public', 'manager-only']) {
      await house.made(house.ada.post('/feedback/notes', { ...note, visibility }));
    }
    const visit = {
      ...{ source: 'after-visit', occurredOn: '2026-05-20', answeredAt: '2026-05-21T18:20:00Z' },
      ...{ touchpoint: 'counter', channel: 'mail', attribution: [{ person: 'cy', share: 1 }] },
    };
    const sam = house.as('sam', { roles: ['service-manager'] });
    const answers = [{ metric: 'csat', score: 5 }];
    await house.made(sam.post('/customer-responses', { ...visit, answers }));
    await house.settled();
    const evidenceOf = async (by: Caller) => {
      const { evidence } = await get(`/reviews/${cy}/evidence`, by);
      return evidence as { late: Body[]; customers: Body; pinned: Body };
    };
    const late = async (by: Caller) => (await evidenceOf(by)).late.map(({ source }) => source);
    expect(await late(house.cy)).toEqual(['feedback', 'customers']);
    expect(await late(house.hr)).toEqual(['feedback', 'customers']);
    expect(await late(house.mia)).toEqual(['feedback', 'feedback', 'customers']);
    expect(await late(house.auditor)).toEqual(['feedback', 'feedback', 'customers']);
    const [, answer] = (await evidenceOf(house.cy)).late;
    expect(answer).toMatchObject({ days: { from: '2026-05-20', to: '2026-05-20' } });
    const before = (await get(`/reviews/${cy}`, house.mia))['review'] as { pin: Body };
    house.clock.set('2027-01-04T10:00:00.000Z');
    await house.take(house.hr, `/reviews/${cy}/repin`, { askedBy: 'mia', reason: 'It came late.' });
    const { pinned, customers, late: rest } = await evidenceOf(house.mia);
    expect(rest).toEqual([]);
    // Too few answers for a figure, here as everywhere.
    expect(customers).toMatchObject({
      responses: 1,
      figures: [{ metric: 'csat', n: 1, tier: 'hidden', value: null, low: null, counts: [] }],
    });
    // The pin that is told is the one that holds, with all that belongs to it.
    const { pin, outcomes } = (await get(`/reviews/${cy}`, house.cy))['review'] as {
      pin: Body;
      outcomes: Body[];
    };
    expect(pin['asOf']).toBe(pinned['asOf']);
    expect(String(pin['position']) > String(before.pin['position'])).toBe(true);
    const { items } = await get(`/reviews/${cy}/story`, house.cy);
    const told = (items as Body[]).find(({ type }) => type === 'ReviewRepinned');
    expect([outcomes[0]?.['reason'], told?.['reason']]).toEqual(['It came late.', 'It came late.']);
  });

  it('is referred to by any month of feedback: a refusal would tell which ones there are', async () => {
    for (const [stream, status] of [
      ['feedback.note 2026-07', 200],
      ['feedback.note 2025-12', 422],
    ] as const) {
      const section = { ...selfSection, evidence: [stream] };
      const cy = await house.reviewOf(cycleId, 'cy');
      expect((await house.cy.post(`/reviews/${cy}/sections`, section)).status).toBe(status);
    }
  });

  it('is not there for who has nothing to do with the review, in another tenant neither', async () => {
    const stranger = house.as('hana', { tenant: 'other', roles: ['hr-partner'] });
    for (const what of ['evidence', 'score', 'story', 'rendered', 'difference?from=1&to=1']) {
      for (const by of [house.bo, house.analyst, stranger]) {
        expect((await by.get(`/reviews/${ada}/${what}`)).status).toBe(404);
      }
    }
  });
});

describe('a review that unnamed reviewers write in', () => {
  it('is told as it was before, byte by byte, but for its revision', async () => {
    const id = await house.reviewOf(await house.launched(), 'ada');
    for (const reviewer of ['cy', 'di', 'ed']) {
      await house.take(house.mia, `/reviews/${id}/invitations`, { role: 'peer', reviewer });
    }
    await house.take(house.ada, `/reviews/${id}/sections`, selfSection);
    const readers = [house.ada, house.mia, house.hr, house.auditor, house.ed];
    const told = async (path: string, what: string) => {
      const all = readers.map(async (by) => (await get(`/reviews/${id}${path}`, by))[what]);
      return (await Promise.all(all)) as Body[];
    };
    const rendered = () => told('/rendered', 'review');
    const others = async () => {
      // That something was recorded shows in the revision, which `If-Match` is held against.
      const reviews = (await told('', 'review')).map((one) => ({ ...one, revision: null }));
      return JSON.stringify([reviews, await told('/story', 'items'), await told('/score', 'why')]);
    };
    const before = await rendered();
    const beside = await others();
    await house.take(house.cy, `/reviews/${id}/sections`, peerSection(4, 'By Cy.'));
    await house.take(house.di, `/reviews/${id}/invitations/decline`, { role: 'peer' });
    expect(JSON.stringify(await rendered())).toBe(JSON.stringify(before));
    expect(await others()).toBe(beside);
    // What is told moves it, and each has their own.
    await house.take(house.ed, `/reviews/${id}/sections`, peerSection(5, 'By Ed.'));
    const upTo = (review: Body | undefined) => JSON.stringify(review?.['upTo']);
    const after = await rendered();
    const moved = after.map((one, at) => upTo(one) !== upTo(before[at]));
    expect(moved).toEqual([false, false, false, false, true]);
    await house.take(house.ada, `/reviews/${id}/sections`, selfSection);
    const again = await rendered();
    expect(again.map((one, at) => upTo(one) !== upTo(after[at]))).toEqual([
      ...[true, true, true, true, false],
    ]);
  });
});

describe('a review that was rated', () => {
  beforeAll(async () => {
    for (const [reviewer, by, teamwork] of [
      ...([
        ['bo', house.bo, 3],
        ['di', house.di, 4],
      ] as const),
    ]) {
      await house.take(house.mia, `/reviews/${ada}/invitations`, { role: 'peer', reviewer });
      await house.take(by, `/reviews/${ada}/sections`, peerSection(teamwork, `From ${reviewer}.`));
    }
    await house.take(house.ada, `/reviews/${ada}/sections`, selfSection);
    await house.take(house.mia, `/reviews/${ada}/sections`, managerSection(4, summary));
  });

  it('F3: a missing part is never 0; inputs are pinned', async () => {
    const { why, rating } = await of('score', house.mia);
    const { parts, total } = why as { parts: Body[]; total: number };
    const part = (name: string) => parts.find((one) => one['part'] === name);
    // Two peers of three that were promised: their part is missing, and its weight is the others'.
    expect(part('peers')).toEqual({
      part: 'peers',
      share: null,
      weight: null,
      points: 0,
      leaves: [],
    });
    expect(part('goals')).toMatchObject({ share: 500_000, weight: 500_000 });
    expect(part('customers')).toMatchObject({ share: 833_333, weight: 125_000 });
    expect(part('manager')).toMatchObject({ share: 750_000, weight: 375_000 });
    // 1 + 4 (40 · 0.5 + 10 · 5/6 + 30 · 0.75) / 80
    expect(total).toBe(3_540_000);
    expect(rating).toBe(total);
    const points = parts.map((one) => one['points'] as number);
    expect(points.reduce((sum, one) => sum + one, 0)).toBe(total);
  });

  it('tells why, down to the fact, who made it, and when', async () => {
    const { why } = await of('score', house.mia);
    const leaves = (why as { parts: { part: string; leaves: Body[] }[] }).parts.flatMap((one) =>
      one.leaves.map((leaf) => ({ part: one.part, ...leaf })),
    );
    const [goal] = leaves.filter(({ part }) => part === 'goals') as Body[];
    expect(goal).toMatchObject({
      rating: 500_000,
      fact: {
        ...{ type: 'goals.ProgressCheckedIn.v1', actor: 'ada' },
        effectiveAt: '2026-06-01T09:00:00.000Z',
      },
    });
    const manager = leaves.filter(({ part }) => part === 'manager') as Body[];
    // Both of its ratings are 4, in one section: that is one leaf.
    expect(manager.map(({ fact }) => fact)).toMatchObject([
      { type: 'SectionSubmitted', actor: 'mia' },
    ]);
  });

  it('F7: every change has actor, reason, before and after, for each who may hear of it', async () => {
    const { items } = await of('story', house.hr);
    const story = items as { type: string; by: Body; changes: Body[]; isWithheld: boolean }[];
    const types = story.map(({ type }) => type);
    expect(types[0]).toBe('ReviewOpened');
    const submitted = story.filter(({ type }) => type === 'SectionSubmitted');
    expect(submitted.map(({ by }) => by['sub'])).toEqual(['ada', 'mia']);
    expect(submitted[1]?.changes).toContainEqual({
      ...{ field: 'section.manager:mia.summary', before: null, after: summary },
    });
    expect(JSON.stringify(items)).not.toMatch(/From (bo|di)|"(bo|di)"/);
    const own = JSON.stringify((await of('story', house.ada))['items']);
    expect(own).toContain('The night desk.');
    expect(own).not.toMatch(/Nobody waits now|4130000/);
  });

  it('tells of unnamed peers, once they are enough, what they add and nothing of who', async () => {
    const cy = await house.reviewOf(cycleId, 'cy');
    for (const reviewer of ['bo', 'di', 'ed']) {
      const [by, role] = [house.as(reviewer), 'peer'];
      await house.take(house.mia, `/reviews/${cy}/invitations`, { role, reviewer });
      await house.take(by, `/reviews/${cy}/sections`, peerSection(4, `By ${reviewer}.`));
    }
    await house.take(house.mia, `/reviews/${cy}/sections`, managerSection(3));
    for (const by of [house.hr, house.mia, house.auditor]) {
      const { why } = await get(`/reviews/${cy}/score`, by);
      const { parts } = why as { parts: { part: string; leaves: Body[] }[] };
      const leaves = parts.find(({ part }) => part === 'peers')?.leaves ?? [];
      expect(leaves).toHaveLength(3);
      expect(leaves.every((leaf) => !('fact' in leaf) && leaf['rating'] === 4 * million)).toBe(
        true,
      );
      const whole = JSON.stringify([
        await get(`/reviews/${cy}/rendered`, by),
        await get(`/reviews/${cy}/story`, by),
      ]);
      expect(whole).not.toMatch(/"(bo|di|ed)"/);
      expect(whole).toContain('By bo.');
    }
    const own = JSON.stringify(await get(`/reviews/${cy}/rendered`, house.bo));
    expect(own).toContain('By bo.');
    expect(own).not.toMatch(/By (di|ed)|"evidence":\{/);
    expect((await house.bo.get(`/reviews/${cy}/evidence`)).status).toBe(404);
  });

  it('F2: a goal change after finalise moves no review; it shows as late evidence', async () => {
    await house.take(house.hr, `/review-cycles/${cycleId}/calibrate`);
    const { rating } = await of('score', house.mia);
    await house.take(house.mia, `/reviews/${ada}/finalise`, { rating });
    const before = await of('rendered', house.hr);
    const goal = ((await of('evidence'))['evidence'] as { goals: Body[] }).goals;
    await checkIn(12, '2026-12-30T09:00:00.000Z');
    // And one that holds since after the pin is none of this year's evidence.
    house.clock.set('2027-01-05T09:00:00.000Z');
    await checkIn(12, '2027-01-05T08:00:00.000Z');
    const { evidence } = await of('evidence');
    expect((evidence as { goals: Body[] }).goals).toEqual(goal);
    expect((evidence as { late: Body[] }).late).toMatchObject([
      ...[{ type: 'goals.ProgressCheckedIn.v1', effectiveAt: '2026-12-30T09:00:00.000Z' }],
    ]);
    const after = await of('rendered', house.hr);
    const parts = ({ review }: Body) => {
      const { score, ratings, sections, stage } = review as Body;
      return { score, ratings, sections, stage };
    };
    expect(parts(after)).toEqual(parts(before));
  });

  it('F1: a review that is rendered a year later is byte-identical', async () => {
    const { position } = await of('rendered', house.hr);
    const at = (format: string) =>
      `/reviews/${ada}/rendered?asOf=${String(position)}&format=${format}`;
    const formats = ['json', 'html', 'pdf'];
    const now = await Promise.all(formats.map((one) => raw(at(one))));
    expect(now.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    house.clock.set('2028-01-05T09:00:00.000Z');
    await checkIn(48, '2026-11-30T09:00:00.000Z');
    const later = await Promise.all(formats.map((one) => raw(at(one))));
    for (const [index, answer] of later.entries()) {
      expect(answer.rawPayload.equals(now[index]?.rawPayload ?? Buffer.alloc(0))).toBe(true);
      expect(answer.headers['plumbline-position']).toBe(String(position));
    }
    expect(now[1]?.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src/);
    expect(now[1]?.payload).toContain('Nobody waits now. &lt;script&gt;');
    expect(now[1]?.payload).not.toContain('<script');
    expect(now[2]?.headers['content-type']).toBe('application/pdf');
    expect(now[2]?.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('reads in each revision as it was, and tells what differs', async () => {
    const { items } = await of('story');
    const [opened] = items as { position: string }[];
    const { changes } = await of('difference', house.hr, `?from=${opened?.position}&to=1`);
    const fields = (changes as { field: string }[]).map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['stage', 'section.manager:mia.summary']));
    const first = await of('rendered', house.hr, '?revision=1');
    expect(first['review']).toMatchObject({ revision: 1, stage: 'finalised' });
    expect((await house.hr.get(`/reviews/${ada}/rendered?revision=2`)).status).toBe(404);
    const both = await house.hr.get(`/reviews/${ada}/rendered?revision=1&asOf=2027-01-04`);
    expect(codeOf(both)).toEqual(['review/two-points', '?revision']);
  });

  it.each([
    ['rendered?format=docx', '/format'],
    ['rendered?revision=0', '/revision'],
    ['rendered?revision=10000', '/revision'],
    ['rendered?language=<b>', '/language'],
    ['difference?from=1', '/to'],
    ['difference?from=a b&to=1', '/from'],
    ['difference?from=-1&to=1', '?from'],
    ['difference?from=1&to=-1', '?to'],
    ['difference?from=2026-13-01&to=1', '?from'],
    ['difference?from=1&to=2999-01-01', '?to'],
    ['evidence/facts', '/line'],
    ['evidence/facts?line=x&limit=1001', '/limit'],
  ])('refuses %s', async (path, field) => {
    const answer = await house.hr.get(`/reviews/${ada}/${path.replace(' ', '%20')}`);
    expect([answer.status, (answer.body['errors'] as { field: string }[])[0]?.field]).toEqual([
      400,
      expect.stringContaining(field.slice(1)),
    ]);
  });

  it('is in the language of the template that is asked for, where it has it', async () => {
    const review = async (query: string) =>
      (await of('rendered', house.hr, query))['review'] as Body;
    expect(await review('?language=de')).toMatchObject({ title: 'Das Jahr', language: 'de' });
    // Where it does not have it, the answer says in which it is.
    for (const other of ['fr', 'zh-Hans-CN']) {
      const said = await review(`?language=${other}`);
      expect(said).toMatchObject({ title: 'The year', language: 'en' });
    }
    const { sections } = await review('');
    expect((sections as { items: Body[] }[])[0]?.items[0]).toMatchObject({
      ...{ item: 'result', label: 'What was achieved', rating: 4 * million },
    });
  });

  it('is answered as the document says', async () => {
    const document = buildOpenApi([reviewsOpenApi]);
    const paths = document.paths as Record<string, { get: object }>;
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    (addFormats as unknown as typeof addFormats.default)(ajv);
    const line = encodeURIComponent('feedback.customer-response 2026-05');
    for (const what of [
      ...['evidence', `evidence/facts?line=${line}`, 'score', 'story', 'rendered'],
      'difference?from=1&to=1',
    ]) {
      const [route = ''] = what.split('?');
      const { responses } = paths[`/reviews/{reviewId}/${route}`]?.get as {
        responses: { 200: { content: { 'application/json': { schema: object } } } };
      };
      const { schema } = responses[200].content['application/json'];
      const validate = ajv.compile({ ...schema, components: document.components });
      for (const by of [house.hr, house.ada, house.mia, house.auditor]) {
        const answer = await by.get(`/reviews/${ada}/${what}`);
        expect([what, validate(answer.body), validate.errors]).toEqual([what, true, null]);
      }
    }
  });
});
