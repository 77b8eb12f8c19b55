import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Transactor } from '@plumbline/event-log';
import { until } from '@plumbline/kernel/testing';
import { reviewsService } from '../reviews.service.ts';
import { codeOf, managerSection, million, plan, reviewedCompany } from './reviewing.testing.ts';
import type { Body, Caller, ReviewedCompany } from './reviewing.testing.ts';

/** Commands of a type wait right before they are decided, after all that they have looked at. */
interface Stop {
  readonly type: string;
  readonly reached: () => unknown;
  readonly gone: Promise<void>;
}
let stop: Stop | undefined;

/** Ends once the first one waits there. */
async function stopAt(type: string, begin: () => unknown): Promise<() => void> {
  let go = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    go = resolve;
  });
  let isReached = false;
  const reached = () => (isReached = true);
  stop = { type, reached, gone };
  begin();
  await until(() => isReached);
  return () => {
    stop = undefined;
    go();
  };
}

const stopping = (transactor: Transactor): Transactor => ({
  load: (...asked) => transactor.load(...asked),
  transact: async (aggregate, request) => {
    const { type } = request.command as { readonly type: string };
    if (stop?.type === type) {
      const { reached, gone } = stop;
      reached();
      await gone;
    }
    return transactor.transact(aggregate, request);
  },
});

let house: ReviewedCompany;
/** Another HR partner: who has ended a review does not allow it to be reopened. */
let second: Caller;
beforeAll(async () => {
  house = await reviewedCompany([], {
    ...reviewsService,
    module: (ports) => reviewsService.module({ ...ports, transactor: stopping(ports.transactor) }),
  });
  const hugo = { person: 'hugo', post: null, from: '2026-01-01' };
  await house.directory('directory.PersonJoined.v1', hugo);
  second = house.as('hugo', { roles: ['hr-partner'] });
});
afterAll(() => house.close());

const step = async (id: string, name: string, body = {}) => {
  const answer = await house.hr.post(`/review-cycles/${id}/${name}`, body);
  return answer.status === 200 ? 'done' : codeOf(answer)[0];
};
const cycleStage = async (id: string) => {
  const { body } = await house.hr.get(`/review-cycles/${id}`);
  return (body['reviewCycle'] as Body)['stage'];
};
const reviewStages = async (id: string) => {
  const { body } = await house.hr.get(`/reviews?cycle=${id}`);
  return (body['items'] as Body[]).map(({ stage }) => String(stage)).toSorted();
};

const factsIn = async () => {
  const { facts } = await house.log.readAll(null, { limit: 1_000, context: 'reviews' });
  return facts.map(({ body }) => JSON.parse(body) as Body);
};
const factsOf = async (reviewId: string) => {
  return (await factsIn()).filter(({ data }) => (data as Body)['reviewId'] === reviewId);
};

describe('a cycle does not leave behind a review that opens in the same moment', () => {
  it('all of them, where it is collected by hand', async () => {
    const made = await house.hr.post('/review-cycles', plan);
    const id = String(made.body['id']);
    const go = await stopAt('OpenReview', () => void step(id, 'launch'));
    try {
      expect(await step(id, 'collect')).toBe('done');
      expect(await step(id, 'calibrate')).toBe('review-cycle/reviews-opening');
      expect(await step(id, 'lock')).toBe('review-cycle/not-in-this-stage');
    } finally {
      go();
    }
    await house.settled();
    expect(await reviewStages(id)).toEqual(['opened', 'opened', 'opened']);
    expect(await step(id, 'calibrate')).toBe('done');
    expect(await step(id, 'lock')).toBe('review-cycle/reviews-not-final');
  });

  it('F1: that of a late joiner, where all others are withdrawn', async () => {
    const id = await house.launched();
    for (const person of ['ada', 'cy', 'mia']) {
      const review = await house.reviewOf(id, person);
      await house.take(house.hr, `/reviews/${review}/withdraw`, { reason: 'Left out.' });
    }
    const from = '2026-12-01';
    const post = { post: 'third-seller', unit: 'sales', manager: 'sales-lead', fte: 1, from };
    await house.directory('directory.PostEstablished.v1', post);
    await house.directory('directory.PersonJoined.v1', { person: 'ned', post: post.post, from });
    const go = await stopAt('OpenReview', () => void step(id, 'late-joiners', { person: 'ned' }));
    try {
      expect(await step(id, 'calibrate')).toBe('review-cycle/reviews-opening');
    } finally {
      go();
    }
    await house.settled();
    expect(await step(id, 'calibrate')).toBe('done');
    expect(await step(id, 'lock')).toBe('review-cycle/reviews-not-final');
    expect(await reviewStages(id)).toEqual(['opened', 'withdrawn', 'withdrawn', 'withdrawn']);
    await house.directory('directory.PersonLeft.v1', { person: 'ned', from: '2027-01-04' });
  });
});

describe('a cycle that is cancelled while its reviews are opened', () => {
  it('has them withdrawn by who opens them, whoever has looked for them before', async () => {
    const made = await house.hr.post('/review-cycles', plan);
    const id = String(made.body['id']);
    const go = await stopAt('OpenReview', () => void step(id, 'launch'));
    const answer = await step(id, 'cancel', { reason: 'The wrong template.' });
    go();
    expect(answer).toBe('done');
    await house.settled();
    expect(await reviewStages(id)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
    const told = await factsIn();
    const of = (type: string) => told.filter((one) => one['type'] === `reviews.${type}.v1`);
    const launch = of('CycleLaunched').find(({ data }) => (data as Body)['cycleId'] === id);
    const causes = of('ReviewWithdrawn').map(({ causationId }) => causationId);
    expect(causes.filter((cause) => cause === launch?.['id'])).toHaveLength(3);
  });
});

describe('a review that is reopened while its cycle is cancelled', () => {
  const ended = async () => {
    const id = await house.launched();
    const review = await house.reviewOf(id, 'ada');
    await house.take(house.hr, `/reviews/${review}/not-rated`, { cause: 'nothing-rated' });
    const reopen = async () => {
      const asked = { askedBy: 'mia', reason: 'He was here for most of it.' };
      const answer = await second.post(`/reviews/${review}/reopen`, asked);
      return answer.status === 200 ? 'done' : codeOf(answer)[0];
    };
    return { id, review, reopen, cancel: () => step(id, 'cancel', { reason: 'The template.' }) };
  };

  it('is withdrawn, and not reopened any more, where the cancellation was followed first', async () => {
    const { id, reopen, cancel } = await ended();
    let reopened: Promise<unknown> = Promise.resolve();
    const go = await stopAt('ReopenReview', () => (reopened = reopen()));
    const answer = await cancel();
    await house.settled();
    expect(await reviewStages(id)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
    go();
    expect([answer, await reopened]).toEqual(['done', 'review/withdrawn']);
    await house.settled();
    expect(await reviewStages(id)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
  });

  it('is withdrawn by who follows the cancellation, where that came last', async () => {
    const { id, reopen, cancel } = await ended();
    expect([await reopen(), await cancel()]).toEqual(['done', 'done']);
    await house.settled();
    expect(await reviewStages(id)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
  });

  it('goes on where the cycle does', async () => {
    const { id, reopen } = await ended();
    expect(await reopen()).toBe('done');
    await house.settled();
    expect(await reviewStages(id)).toEqual(['opened', 'opened', 'opened']);
  });
});

describe('a review is finalised, or its cycle is cancelled', () => {
  const rated = async () => {
    const id = await house.launched();
    const review = await house.reviewOf(id, 'ada');
    await house.take(house.mia, `/reviews/${review}/sections`, managerSection(4));
    await house.take(house.hr, `/review-cycles/${id}/calibrate`);
    const finalise = async (rating = 4 * million) => {
      const answer = await house.mia.post(`/reviews/${review}/finalise`, { rating });
      return answer.status === 200 ? 'done' : codeOf(answer)[0];
    };
    return { id, finalise, cancel: () => step(id, 'cancel', { reason: 'The wrong template.' }) };
  };

  it('finalised, where the cycle knew of it before it was cancelled', async () => {
    const { id, finalise, cancel } = await rated();
    let finalised: Promise<unknown> = Promise.resolve();
    const go = await stopAt('FinaliseReview', () => (finalised = finalise()));
    const answer = await cancel();
    go();
    expect([answer, await finalised]).toEqual(['review-cycle/reviews-finalised', 'done']);
    await house.settled();
    expect(await cycleStage(id)).toBe('calibrating');
    expect(await reviewStages(id)).toEqual(['finalised', 'opened', 'opened']);
  });

  it('finalised, also where the cancellation had counted before', async () => {
    const { id, finalise, cancel } = await rated();
    let cancelled: Promise<unknown> = Promise.resolve();
    const go = await stopAt('CancelCycle', () => (cancelled = cancel()));
    const answer = await finalise();
    go();
    expect([answer, await cancelled]).toEqual(['done', 'review-cycle/reviews-finalised']);
    await house.settled();
    expect(await cycleStage(id)).toBe('calibrating');
  });

  it('cancelled, where that came first', async () => {
    const { id, finalise, cancel } = await rated();
    let finalised: Promise<unknown> = Promise.resolve();
    const go = await stopAt('BeginFinalising', () => (finalised = finalise()));
    const answer = await cancel();
    go();
    expect([answer, await finalised]).toEqual(['done', 'review-cycle/not-in-this-stage']);
    await house.settled();
    expect(await cycleStage(id)).toBe('cancelled');
    expect(await reviewStages(id)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
  });

  it('cancelled, where a review was only tried to be finalised', async () => {
    const { finalise, cancel } = await rated();
    expect(await finalise(3 * million)).toBe('review/not-the-rating');
    expect(await cancel()).toBe('done');
  });
});

describe('a command upon the revision that its caller has seen', () => {
  it('is taken though an unnamed reviewer answers before it is decided', async () => {
    const id = await house.launched();
    const review = await house.reviewOf(id, 'ada');
    await house.take(house.mia, `/reviews/${review}/invitations`, { role: 'peer', reviewer: 'bo' });
    const seen = String((await house.mia.get(`/reviews/${review}`)).headers['etag']);
    const write = () => {
      const path = `/reviews/${review}/sections`;
      return house.mia.post(path, managerSection(4), { 'if-match': seen });
    };
    let written: ReturnType<typeof write> | undefined;
    const go = await stopAt('SubmitSection', () => (written = write()));
    await house.take(house.bo, `/reviews/${review}/invitations/decline`, { role: 'peer' });
    go();
    expect((await written)?.status).toBe(200);
    const types = (await factsOf(review)).map(({ type }) => String(type).split('.')[1]);
    expect(types.slice(2, 4)).toEqual(['InvitationDeclined', 'SectionSubmitted']);
  });
});
