import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { managerSection, million, peerSection, reviewedCompany } from './reviewing.testing.ts';
import { selfSection, type Body, type ReviewedCompany } from './reviewing.testing.ts';

/**
 * The table of who sees what, through the door, at every stage of a review. Each letter is
 * something that is seen: the section of the subject (s), of the manager (m), of peers unnamed (p)
 * or by name (P), the rating (r), what a session made of it (c), and what was said afterwards (o).
 * A dash is a review that one is not told of.
 *
 * Cy, Di and Ed are peers who are promised that they stay unnamed; Mia answers for the review, Eve
 * is above her. Bo takes part in the session that it is in, and has nothing to do with it before
 * and after that. Hana moderates.
 */
const people = ['ada', 'mia', 'eve', 'hana', 'cy', 'aud', 'ana', 'bo'] as const;
type Table = Readonly<Record<string, Readonly<Record<(typeof people)[number], string>>>>;

const outsiders = { ana: '-', bo: '-' };
const inSession = { ana: '-', bo: 'smpr' };
const expected: Table = {
  // Nobody reads what others wrote before the own is in, and nobody unnamed ones one by one.
  opened: { ada: '', mia: '', eve: '', hana: '', cy: '', aud: '', ...outsiders },
  'self and two peers': { ada: 's', mia: '', eve: 's', hana: 's', cy: 'P', aud: 's', ...outsiders },
  'all peers': { ada: 's', mia: '', eve: 's', hana: 's', cy: 'P', aud: 's', ...outsiders },
  'manager-submitted': {
    ...{ ada: 's', mia: 'smpr', eve: 'smpr', hana: 'smpr', cy: 'P', aud: 'smpr', ...outsiders },
  },
  'in-calibration': {
    ...{ ada: 's', mia: 'smpr', eve: 'smpr', hana: 'smpr', cy: 'P', aud: 'smpr', ...inSession },
  },
  calibrated: {
    ...{ ada: 's', mia: 'smprc', eve: 'smprc', hana: 'smprc', cy: 'P', aud: 'smprc' },
    ...outsiders,
  },
  finalised: {
    ...{ ada: 's', mia: 'smprc', eve: 'smprc', hana: 'smprc', cy: 'P', aud: 'smprc' },
    ...outsiders,
  },
  shared: {
    ...{ ada: 'smprco', mia: 'smprco', eve: 'smprco', hana: 'smprco', cy: 'P', aud: 'smprco' },
    ...outsiders,
  },
  disputed: {
    ...{ ada: 'smprco', mia: 'smprco', eve: 'smprco', hana: 'smprco', cy: 'P', aud: 'smprco' },
    ...outsiders,
  },
  resolved: {
    ...{ ada: 'smprco', mia: 'smprco', eve: 'smprco', hana: 'smprco', cy: 'P', aud: 'smprco' },
    ...outsiders,
  },
  closed: {
    ...{ ada: 'smprco', mia: 'smprco', eve: 'smprco', hana: 'smprco', cy: 'P', aud: 'smprco' },
    ...outsiders,
  },
  // The subject goes on reading the revision that was shared; the next one is written meanwhile.
  reopened: {
    ...{ ada: 'smprco', mia: 'smpro', eve: 'smpro', hana: 'smpro', cy: 'P', aud: 'smpro' },
    ...outsiders,
  },
};

let house: ReviewedCompany;
let id: string;
const seen = new Map<string, Record<string, string>>();
const bodies = new Map<string, string>();
/** What Cy reads of it as a document, by stage. */
const documents = new Map<string, readonly string[]>();

function lettersOf(review: Body | undefined): string {
  if (review === undefined) return '-';
  const sections = review['sections'] as { role: string; author: string | null }[];
  const has = (...roles: string[]) => sections.filter(({ role }) => roles.includes(role));
  const peers = has('peer', 'other');
  const letters: readonly (readonly [string, boolean])[] = [
    ['s', has('self').length > 0],
    ['m', has('manager').length > 0],
    ['p', peers.some(({ author }) => author === null)],
    ['P', peers.some(({ author }) => author !== null)],
    ['r', review['rating'] !== null],
    ['c', (review['calibrations'] as unknown[]).length > 0],
    ['o', (review['outcomes'] as unknown[]).length > 0],
  ];
  return letters.map(([letter, is]) => (is ? letter : '')).join('');
}

async function look(stage: string): Promise<void> {
  await house.settled();
  const callers = {
    ...{ ada: house.ada, mia: house.mia, eve: house.eve, hana: house.hr, cy: house.cy },
    ...{ aud: house.auditor, ana: house.analyst, bo: house.bo },
  };
  const row: Record<string, string> = {};
  for (const [name, by] of Object.entries(callers)) {
    const review = await house.seen(id, by);
    row[name] = lettersOf(review);
    bodies.set(`${stage} ${name}`, JSON.stringify(review ?? null));
  }
  seen.set(stage, row);
  const authorization = `Bearer ${await house.web.issuer.token('cy', { roles: [] })}`;
  const read = (query: string) =>
    house.web.app.inject({
      ...{ method: 'GET', url: `/reviews/${id}/rendered?${query}`, headers: { authorization } },
    });
  const answers = await Promise.all(['format=json', 'format=html', 'revision=1'].map(read));
  documents.set(
    stage,
    answers.map(({ statusCode, payload }) => `${statusCode} ${payload}`),
  );
}

beforeAll(async () => {
  house = await reviewedCompany();
  const cycleId = await house.launched();
  id = await house.reviewOf(cycleId, 'ada');
  for (const reviewer of ['cy', 'di', 'ed']) {
    await house.take(house.mia, `/reviews/${id}/invitations`, { role: 'peer', reviewer });
  }
  await look('opened');
  await house.take(house.ada, `/reviews/${id}/sections`, selfSection);
  await house.take(house.cy, `/reviews/${id}/sections`, peerSection(5, 'By Cy.'));
  await house.take(house.di, `/reviews/${id}/sections`, peerSection(3, 'By Di.'));
  await look('self and two peers');
  await house.take(house.ed, `/reviews/${id}/sections`, peerSection(4, 'By Ed.'));
  await look('all peers');
  await house.take(house.mia, `/reviews/${id}/sections`, managerSection());
  await look('manager-submitted');
  await house.take(house.hr, `/review-cycles/${cycleId}/calibrate`);
  const sessions = '/calibration-sessions';
  const convened = await house.hr.post(sessions, {
    ...{ cycleId, title: 'Sales', moderator: 'hana', members: ['bo', 'mia'], reviews: [id] },
  });
  if (convened.status !== 201) throw new Error(JSON.stringify(convened.body));
  const session = `${sessions}/${String(convened.body['id'])}`;
  await look('in-calibration');
  const proposed = await house.bo.post(`${session}/adjustments`, {
    ...{ reviewId: id, to: 3 * million, reasonCode: 'rater-lenient', note: 'A four elsewhere.' },
  });
  const adjustment = `${session}/adjustments/${String(proposed.body['id'])}`;
  await house.take(house.hr, `${adjustment}/decide`, { accepted: true });
  await house.take(house.hr, `${session}/lock`, { note: 'Read alike now.' });
  await look('calibrated');
  await house.take(house.mia, `/reviews/${id}/finalise`, { rating: 3 * million });
  await look('finalised');
  for (const person of ['cy', 'mia']) {
    const other = await house.reviewOf(cycleId, person);
    await house.take(house.hr, `/reviews/${other}/not-rated`, { cause: 'other' });
  }
  for (const step of ['lock', 'release']) {
    await house.take(house.hr, `/review-cycles/${cycleId}/${step}`);
  }
  await house.take(house.mia, `/reviews/${id}/share`);
  await look('shared');
  await house.take(house.ada, `/reviews/${id}/dispute`, { reason: 'The merger.' });
  await look('disputed');
  const outcome = { outcome: 'rejected', reason: 'It is not so.' };
  await house.take(house.eve, `/reviews/${id}/resolve`, outcome);
  await look('resolved');
  await house.take(house.mia, `/reviews/${id}/close`);
  await look('closed');
  const approved = { askedBy: 'mia', reason: 'It was right after all.' };
  // Who decided on the rating in the session does not allow another.
  const noor = house.as('noor', { roles: ['hr-partner'] });
  await house.take(noor, `/reviews/${id}/reopen`, approved);
  await look('reopened');
});
afterAll(() => house.close());

describe('who sees what of a review', () => {
  const cells = Object.entries(expected).flatMap(([stage, row]) =>
    people.map((who) => [stage, who, row[who]] as const),
  );
  it.each(cells)('at "%s", %s sees "%s"', (stage, who, letters) => {
    expect(seen.get(stage)?.[who]).toBe(letters);
  });

  it('is written out for every stage that was gone through', () =>
    expect([...seen.keys()]).toEqual(Object.keys(expected)));

  it('names no peer to anybody but themselves, at any stage', () => {
    for (const [who, body] of bodies) {
      if (who.endsWith(' cy') || who.endsWith(' mia') || who.endsWith('eve')) continue;
      const { sections } = (JSON.parse(body) ?? { sections: [] }) as { sections: Body[] };
      const authors = sections.map(({ author }) => author);
      for (const peer of ['cy', 'di', 'ed']) expect([who, authors]).not.toContainEqual(peer);
    }
    // Whoever has invited them knows whom, and not who has answered, nor what.
    const mia = JSON.parse(bodies.get('all peers mia') ?? '') as Record<string, Body[]>;
    expect(mia['invitations']?.map(({ stage }) => stage)).toEqual([null, null, null]);
  });

  it('is never told to a peer beyond the own words: not even how the review stands', () => {
    for (const stage of Object.keys(expected)) {
      expect(JSON.parse(bodies.get(`${stage} cy`) ?? '')).toMatchObject({
        ...{ stage: null, manager: null, rating: null, score: null, outcomes: [], withheld: [] },
      });
    }
  });

  it('changes by nothing as long as its subject is not told how it stands, nor for a peer at all', () => {
    const decided = ['in-calibration', 'calibrated', 'finalised'];
    const after = [...decided, 'shared', 'disputed', 'resolved', 'closed', 'reopened'];
    // With its revision, which is told to each.
    const alike = (who: string, stages: readonly string[]) =>
      new Set(stages.map((stage) => bodies.get(`${stage} ${who}`))).size;
    expect([alike('ada', decided), alike('cy', after)]).toEqual([1, 1]);
    expect([alike('mia', decided), alike('ada', after)]).toEqual([3, 6]);
  });

  it('says who may still write which part, and by when, to each of their own part alone', () => {
    const told = (stage: string) =>
      people.flatMap((who) => {
        const review = JSON.parse(bodies.get(`${stage} ${who}`) ?? '') as Body | null;
        const writes = (review?.['writes'] ?? null) as Body | null;
        return writes === null ? [] : [[who, writes['role'], writes['due']]];
      });
    const self = ['ada', 'self', '2027-01-20'];
    const manager = ['mia', 'manager', '2027-01-31'];
    const peer = ['cy', 'peer', '2027-01-20'];
    const during = ['opened', 'self and two peers', 'all peers', 'manager-submitted'];
    for (const stage of Object.keys(expected)) {
      // What an unnamed one gave stands once the manager has read it.
      const invited = stage === 'manager-submitted' ? [] : [peer];
      const writers = during.includes(stage) ? [self, manager, ...invited] : [];
      // Who wrote as they were asked is not told, by being asked anew, that it was reopened.
      const anew = stage === 'reopened' ? [self, manager] : [];
      expect([stage, told(stage)]).toEqual([stage, [...writers, ...anew]]);
    }
  });

  it('is not told to its subject beyond writing before it is shared', () => {
    const stages = Object.keys(expected).map((stage) => {
      return [stage, (JSON.parse(bodies.get(`${stage} ada`) ?? '') as Body)['stage']];
    });
    const untold = stages.filter(([, told]) => told === null).map(([stage]) => stage);
    expect(untold).toEqual(['in-calibration', 'calibrated', 'finalised']);
  });

  it('is not told to a peer by the document either: nobody answers, nothing is pinned', () => {
    const stages = Object.keys(expected).slice(2);
    const first = documents.get('all peers') ?? [];
    for (const [json = '', html = '', revision] of stages.map((one) => documents.get(one) ?? [])) {
      const { review } = JSON.parse(json.slice(4)) as { review: Body };
      const untold = { stage: null, revision: null, pinned: null, accountable: [], score: null };
      expect(review).toMatchObject(untold);
      // Whatever becomes of the review, it is the same document.
      expect(review).toEqual((JSON.parse((first[0] ?? '').slice(4)) as { review: Body }).review);
      expect(html).toBe(first[1]);
      expect(html).not.toMatch(/Stage|Revision|Answered for|mia/);
      expect(revision?.slice(0, 3)).toBe('404');
    }
  });

  it('is recorded of those who read by their role, for the subject to list', async () => {
    const { facts } = await house.log.readAll(null, { limit: 5_000, context: 'access' });
    const logged = facts.map((fact) => JSON.parse(fact.body) as { data: Body; actor: Body });
    const readers = new Set(logged.map(({ data }) => data['by']));
    expect([...readers].toSorted()).toEqual(['aud', 'eve', 'hana']);
  });
});
