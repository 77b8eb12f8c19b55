import {
  codeOf,
  company,
  idOf,
  type Body,
  type Caller,
  type Company,
} from '@plumbline/feedback/testing';
import { reviewsService } from '../reviews.service.ts';
import { yearlyPack, yearlyTemplate, yearlyWords } from '../settings.examples.ts';

export { codeOf, type Body, type Caller };
type Beside = NonNullable<Parameters<typeof company>[1]>[number];

/** A company whose sales are reviewed: by Mia, who leads them, and by their peers at the desk. */
export interface ReviewedCompany extends Company {
  /** HR partner of the whole company. */
  readonly hr: Caller;
  readonly di: Caller;
  readonly ed: Caller;
  readonly auditor: Caller;
  readonly analyst: Caller;
  /** The id of somebody's review in a cycle. */
  reviewOf(cycleId: string, person: string): Promise<string>;
  /** What somebody is shown of a review; undefined where they are told that there is none. */
  seen(reviewId: string, by: Caller, more?: string): Promise<Body | undefined>;
  /** Takes a step, and waits until all that follows of it has followed. */
  take(by: Caller, path: string, body?: object): Promise<void>;
  /** A launched cycle that collects. */
  launched(change?: object): Promise<string>;
}

export const due = {
  ...{ self: '2027-01-20', peer: '2027-01-20', manager: '2027-01-31' },
  acknowledge: '2027-02-28',
};
export const plan = {
  ...{ title: 'Year 2026, sales', period: { from: '2026-01-01', to: '2026-12-31' } },
  ...{ template: { id: 'yearly', version: 1 }, pack: { id: 'yearly', version: 1 } },
  ...{ population: { units: ['unit:sales'] }, peers: { mode: 'anonymous', min: 3 }, due },
};
export const million = 1_000_000;

export const selfSection = {
  ...{ role: 'self', ratings: [{ item: 'result', rating: 4 * million }] },
  texts: { proud: 'The night desk.' },
};
export const managerSection = (result = 4, summary = 'Nobody waits now.') => ({
  role: 'manager',
  ratings: [
    { item: 'result', rating: result * million },
    { item: 'growth', rating: result * million },
  ],
  texts: { summary },
});
export const peerSection = (teamwork: number, keep: string) => ({
  ...{ role: 'peer', ratings: [{ item: 'teamwork', rating: teamwork * million }] },
  texts: { keep },
});

export async function reviewedCompany(
  beside: readonly Beside[] = [],
  service: Beside = reviewsService,
): Promise<ReviewedCompany> {
  const house = await company('2027-01-04T09:00:00.000Z', [service, ...beside]);
  for (const [person, post] of [
    ['di', 'agent-two'],
    ['ed', 'agent-three'],
  ]) {
    const from = '2026-01-01';
    const at = { unit: 'desk', manager: 'chief', fte: 1, from };
    await house.directory('directory.PostEstablished.v1', { post, ...at });
    await house.directory('directory.PersonJoined.v1', { person, post, from });
  }
  const hana = { person: 'hana', post: null, from: '2026-01-01' };
  await house.directory('directory.PersonJoined.v1', hana);
  const hr = house.as('hana', { roles: ['hr-partner'] });
  await house.made(hr.post('/rule-packs', yearlyPack));
  await house.made(hr.post('/review-templates', { ...yearlyTemplate, words: yearlyWords }));
  const take: ReviewedCompany['take'] = async (by, path, body = {}) => {
    const answer = await by.post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    await house.settled();
  };
  return {
    ...{ ...house, hr, take },
    ...{ di: house.as('di'), ed: house.as('ed') },
    auditor: house.as('aud', { roles: ['auditor'] }),
    analyst: house.as('ana', { roles: ['analyst'] }),
    reviewOf: async (cycleId, person) => {
      const { body } = await hr.get(`/reviews?cycle=${cycleId}`);
      const items = (body['items'] ?? []) as { id: string; subject: string }[];
      const found = items.find(({ subject }) => subject === person);
      if (found === undefined) throw new Error(`no review of ${person}: ${JSON.stringify(body)}`);
      return found.id;
    },
    seen: async (reviewId, by, more = '') => {
      const { status, body } = await by.get(`/reviews/${reviewId}${more}`);
      if (status === 404) return undefined;
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body['review'] as Body;
    },
    launched: async (change = {}) => {
      const answer = await hr.post('/review-cycles', { ...plan, ...change });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      const cycleId = idOf(answer);
      await take(hr, `/review-cycles/${cycleId}/launch`);
      return cycleId;
    },
  };
}

/** Steps that many cases take, in the company that stands once they run. */
export function reviewSteps(company: () => ReviewedCompany) {
  return {
    /** What comes of asking, once all that follows of it has followed. */
    post: async (by: Caller, path: string, body: object = {}) => {
      const answer = await by.post(path, body);
      await company().settled();
      return answer;
    },
    /** Ada's review in a cycle of its own. */
    opened: async (change: object = {}) => {
      const cycleId = await company().launched(change);
      return { cycleId, ada: await company().reviewOf(cycleId, 'ada') };
    },
    /** All others of a cycle have ended. */
    ended: async (cycleId: string) => {
      const { hr, take } = company();
      const { body } = await hr.get(`/reviews?cycle=${cycleId}`);
      for (const { id, subject } of body['items'] as { id: string; subject: string }[]) {
        if (subject === 'ada') continue;
        await take(hr, `/reviews/${id}/not-rated`, { cause: 'other' });
      }
    },
  };
}
